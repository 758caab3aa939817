import { subjectOf } from '../../document/Clauses.ts'
import { isNegated } from './isNegated.ts'
import type { Responsibility } from './Responsibility.ts'
import type { Scene } from './Scene.ts'

/**
 * What a verb of claiming or denying says: "The brigade claimed responsibility for the blast", "the attack, claimed by the
 * brigade", "denied any part in the killing", "made the same claim".
 */
export function claimOf(scene: Scene, i: number): Responsibility | undefined {
  const { trees } = scene
  const { claimVerbs, denyVerbs, shares, charges } = scene.lexicons.responsibilityWords
  if (!/^(VERB|AUX)$/.test(trees.tags[i].upos)) return undefined
  const lemma = trees.lemma(i)
  const denies = denyVerbs.has(lemma)
  const object = objectOf(scene, i)
  if (object < 0) return undefined
  // "The Martyrs made the same claim", "issued a claim of responsibility for the raid"
  if (trees.lemma(object) === 'claim' && !denies) return claimMade(scene, i, object)
  if (!claimVerbs.has(lemma) && !denies) return undefined
  // "has not claimed the raid", "may claim it": nobody has.
  if (isNegated(trees, i) || isOpen(scene, i) || isNeither(scene, i)) return undefined
  const side = {
    polarity: denies ? ('denied' as const) : ('affirmed' as const),
    act: denies ? 'denies' : 'claims-responsibility',
  } as const
  const rule = denies ? 'denied-responsibility' : 'claimed'
  const who = actorOf(scene, i)
  if (shares.has(trees.lemma(object))) {
    const what = [...trees.children(object), ...trees.children(i)].find(
      (child) =>
        // "In a statement, the group denied any involvement": what stands before names no incident.
        child > object &&
        !scene.lexicons.responsibilityWords.messages.has(trees.lemma(child)) &&
        /^(nmod|obl|acl|advcl)$/.test(trees.plainRelation(child)) &&
        /^(for|of|in)$/.test(scene.preposition(child) || markWord(scene, child)),
    )
    return { verb: i, who, speaker: who, what: what ?? -1, rule, bare: true, ...side }
  }
  // "denied that its men had been there": the conjunction names nothing.
  if (trees.tags[object].xpos === 'IN') return undefined
  // "denied reports that a school was hit": whatever the reports tell, nobody has denied a deed of their own.
  if (denies && charges.has(trees.lemma(object))) return undefined
  if (/^(claim|admit|confess|own|deny|disavow|disclaim|repudiate)$/.test(lemma))
    return { verb: i, who, speaker: who, what: object, rule, ...side }
  return undefined
}

/** "dismissed the accusation", "rejected the charge": of those who were accused, where somebody was. */
export function isRejection(scene: Scene, i: number): boolean {
  const { trees } = scene
  const { denyVerbs, charges } = scene.lexicons.responsibilityWords
  if (trees.tags[i].upos !== 'VERB' || isNegated(trees, i)) return false
  // "scoffed at the accusation", "called the charge ludicrous"
  const scoffed = /^(scoff|laugh|jeer|sneer)$/.test(trees.lemma(i))
    ? (trees.children(i).find((child) => scene.preposition(child) === 'at') ?? -1)
    : -1
  if (!denyVerbs.has(trees.lemma(i)) && scoffed < 0 && !isCalledFalse(scene, i)) return false
  const object = scoffed >= 0 ? scoffed : objectOf(scene, i)
  if (object < 0) return false
  if (/^(it|this|that)$/.test(trees.lower(object))) return true
  return (
    charges.has(trees.lemma(object)) &&
    trees.children(object).every((child) => !/^(acl|nmod)$/.test(trees.plainRelation(child)))
  )
}

/** "called the charge ludicrous", "described the allegation as baseless" */
function isCalledFalse({ trees }: Scene, i: number): boolean {
  if (!/^(call|describe|brand|label|term)$/.test(trees.lemma(i)) || trees.tags[i].upos !== 'VERB') return false
  for (let at = i + 1; at < Math.min(i + 9, trees.length); at++) {
    if (trees.tokens[at].sentence !== trees.tokens[i].sentence) return false
    if (FALSE.test(trees.lower(at))) return true
  }
  return false
}

const FALSE =
  /^(ludicrous|baseless|false|absurd|nonsense|ridiculous|groundless|unfounded|fabricated|fabrication|lie|lies|slander|propaganda|preposterous|outrageous|untrue|laughable|invention|smear)$/

function claimMade(scene: Scene, verb: number, object: number): Responsibility | undefined {
  const { trees } = scene
  if (!/^(make|issue|post|release|publish|repeat|send|put)$/.test(trees.lemma(verb)) || isNegated(trees, verb))
    return undefined
  const beside = trees.children(object)
  const again = beside.some((child) =>
    /^(same|similar|rival|competing|separate|second|identical)$/.test(trees.lower(child)),
  )
  const ofDeed = beside.find((child) => trees.lower(child) === 'responsibility')
  if (!again && ofDeed === undefined) return undefined
  const what = [...beside, ...(ofDeed === undefined ? [] : trees.children(ofDeed))].find(
    (child) => scene.preposition(child) === 'for',
  )
  const who = actorOf(scene, verb)
  return {
    verb,
    who,
    speaker: who,
    what: what ?? -1,
    rule: 'claimed',
    polarity: 'affirmed',
    act: 'claims-responsibility',
    bare: true,
  }
}

function objectOf({ trees }: Scene, i: number): number {
  if (isPassiveForm(trees, i)) return trees.child(i, 'nsubj')
  if (isParticiple(trees, i)) return trees.head(i)
  // "confessed to the killing", "owned up to it"
  if (/^(confess|own|admit)$/.test(trees.lemma(i)))
    return (
      trees.children(i).find((child) => child > i && /^(obj|obl|xcomp|advcl)$/.test(trees.plainRelation(child))) ?? -1
    )
  return trees.child(i, 'obj')
}

/** Who claims; of "posted a statement on its website claiming the raid" not the website but who posted it. */
function actorOf(scene: Scene, i: number): number {
  const { trees } = scene
  if (isPassiveForm(trees, i) || isParticiple(trees, i)) return byPhrase(scene, i)
  const { messages, media } = scene.lexicons.responsibilityWords
  const isMeans = (head: number): boolean => messages.has(trees.lemma(head)) || media.has(trees.lemma(head))
  let who = subjectOf(trees, i).head
  for (let at = i, steps = 0; who >= 0 && isMeans(who) && steps < 4; at = trees.head(at), steps++) {
    const above = trees.head(at)
    if (above < 0) return -1
    if (trees.tags[above].upos === 'VERB') who = subjectOf(trees, above).head
  }
  return who >= 0 && isMeans(who) ? -1 : who
}

/** "has neither confirmed nor denied" */
export const isNeither = ({ trees }: Scene, i: number): boolean =>
  [i, trees.head(i)].some(
    (at) => at >= 0 && trees.children(at).some((child) => /^(neither|nor)$/.test(trees.lower(child))),
  )

const isPassiveForm = (trees: Scene['trees'], i: number): boolean =>
  trees.children(i).some((child) => /:pass$/.test(trees.relation(child)))

const isParticiple = (trees: Scene['trees'], i: number): boolean =>
  trees.plainRelation(i) === 'acl' && trees.tags[i].xpos === 'VBN' && trees.child(i, 'obj') < 0

/** "may claim", "is expected to claim": not yet. */
function isOpen({ trees }: Scene, i: number): boolean {
  if (
    trees
      .children(i)
      .some(
        (child) =>
          /^(may|might|could|would|will|should|can)$/.test(trees.lower(child)) && trees.plainRelation(child) === 'aux',
      )
  )
    return true
  const above = trees.head(i)
  return (
    trees.plainRelation(i) === 'xcomp' &&
    above >= 0 &&
    /^(expect|likely|refuse|decline|fail|try|want|plan)$/.test(trees.lemma(above))
  )
}

function byPhrase(scene: Scene, verb: number): number {
  const { trees } = scene
  return (
    trees.children(verb).find((child) => trees.plainRelation(child) === 'obl' && scene.preposition(child) === 'by') ??
    -1
  )
}

const markWord = (scene: Scene, i: number): string =>
  scene.trees
    .children(i)
    .filter((child) => scene.trees.plainRelation(child) === 'mark')
    .map((child) => scene.trees.lower(child))[0] ?? ''
