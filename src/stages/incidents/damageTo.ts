import type { Referents } from '../../document/Referents.ts'

export type Damage = 'destroyed' | 'damaged' | 'undamaged' | 'taken'

const DESTROY =
  /^(destroy|demolish|raze|level|flatten|gut|blow|wreck|obliterate|devastate|ruin|destruction|demolition|dynamite|topple|incinerate|total)$/
const DAMAGE =
  /^(damage|burn|torch|shatter|hit|break|smash|riddle|derail|crack|scorch|vandalize|ransack|strafe|damaging|burning|affect|fire|knock|down|sink)$/
const TAKE = /^(steal|rob|loot|seize|hijack|plunder)$/
const PARTLY = /^(partially|partly|slightly|lightly|minor|slight|some|part|badly|seriously|heavily)$/

/**
 * What the clause of a word says was done to the thing: "the kiosk was destroyed", "damage to two shops", "blew up a pylon"; undefined where
 * it says nothing.
 */
export function damageTo({ trees }: Referents, head: number): Damage | undefined {
  let top = head
  while (trees.plainRelation(top) === 'conj' && trees.tags[trees.head(top)]?.upos !== 'VERB') top = trees.head(top)
  const governor = trees.head(top)
  if (governor < 0) return undefined
  const relation = trees.relation(top)
  const beside = trees.children(governor).map((child) => trees.lower(child))
  const negated = beside.some((word) => /^(not|n't|no|without|never)$/.test(word))
  const named = /^nmod/.test(relation) && /^(to|of|in|at)$/.test(prepositionAt(trees, top))
  // "the mill suffered damage", "sustained heavy damage"
  if (relation === 'nsubj' && /^(suffer|sustain|receive|have)$/.test(trees.lemma(governor))) {
    const object = trees.child(governor, 'obj')
    if (object < 0 || !/^(damage|harm|impact)$/.test(trees.lemma(object))) return undefined
    const none = negated || trees.children(object).some((child) => /^(no|little)$/.test(trees.lower(child)))
    return none ? 'undamaged' : 'damaged'
  }
  if (!/^(obj|nsubj:pass)$/.test(relation) && !named && !(relation === 'nsubj' && trees.lemma(governor) === 'derail'))
    return isDoneTo(trees, head)
  const done = gradeOf(trees.lemma(governor), beside)
  return negated && done !== undefined ? 'undamaged' : (done ?? isDoneTo(trees, head))
}

type Trees = Referents['trees']

/** "blew up", not "blew the whistle"; "was partly destroyed" is damage. */
function gradeOf(lemma: string, beside: readonly string[]): Damage | undefined {
  if (/^(blow)$/.test(lemma) && !beside.includes('up')) return undefined
  if (lemma === 'burn' && beside.includes('down')) return 'destroyed'
  if (DESTROY.test(lemma)) return beside.some((word) => PARTLY.test(word)) ? 'damaged' : 'destroyed'
  if (DAMAGE.test(lemma)) return 'damaged'
  return TAKE.test(lemma) ? 'taken' : undefined
}

/** "a burned bus", "houses destroyed by the fire" */
function isDoneTo(trees: Trees, head: number): Damage | undefined {
  for (const child of trees.children(head)) {
    if (!/^(amod|acl)$/.test(trees.plainRelation(child)) || trees.tags[child].xpos !== 'VBN') continue
    const beside = trees.children(child).map((inner) => trees.lower(inner))
    const done = gradeOf(trees.lemma(child), beside)
    if (done !== undefined) return done
  }
  return undefined
}

const prepositionAt = (trees: Trees, i: number): string =>
  trees
    .children(i)
    .filter((child) => trees.plainRelation(child) === 'case')
    .map((child) => trees.lower(child))[0] ?? ''
