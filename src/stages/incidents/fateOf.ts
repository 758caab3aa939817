import type { Referents } from '../../document/Referents.ts'

/** What became of people: words of the verb that they are subject or object of, or of the noun whose "of" they follow. */
const FATES: readonly (readonly [Fate, RegExp])[] = [
  [
    'killed',
    /^(kill|murder|assassinate|die|slay|execute|massacre|behead|lynch|perish|decapitate|slaughter|gun|death|murder|killing|assassination|slaying|execution|massacre|dead|corpse|body|slain)$/,
  ],
  ['wounded', /^(wound|injure|hurt|maim|injury|hospitalize|burn|stab|wounded|injured|wounding|wounds)$/],
  ['unhurt', /^(unhurt|unharmed|unscathed|uninjured|ileso|safe|escape|survive)$/],
  ['freed', /^(release|free|liberate|rescue|ransom|liberation|freed|rescued)$/],
]

export type Fate = 'killed' | 'wounded' | 'unhurt' | 'freed'

/**
 * What the clause of a word says became of those it stands for: "the guards were wounded", "the death of two vendors", "left three
 * of them dead", "the minister escaped unhurt". Empty where it says nothing, or says that it did not happen.
 */
export function fatesOf({ trees }: Referents, head: number): Fate[] {
  let top = head
  // "killing a clerk and two guards": what is said of the first holds of all.
  while (trees.plainRelation(top) === 'conj' && trees.tags[trees.head(top)]?.upos !== 'VERB') top = trees.head(top)
  const governor = trees.head(top)
  if (governor < 0) return []
  const relation = trees.relation(top)
  const negated = (i: number): boolean =>
    trees.children(i).some((child) => /^(not|n't|never|no)$/.test(trees.lower(child)))
  if (negated(governor) || negated(top)) return []
  const words = [governor, ...trees.children(governor).filter((child) => isResult(trees.plainRelation(child)))]
  const suffers = /^(obj|nsubj:pass)$/.test(relation)
  const fates: Fate[] = []
  for (const [fate, pattern] of FATES) {
    const said = words.some(
      (word) =>
        (pattern.test(trees.lemma(word)) || pattern.test(trees.lower(word))) &&
        !(word !== governor && negated(word)) &&
        (suffers || isBorne(trees.lemma(word), relation, trees.tags[word].upos, word === governor)),
    )
    if (said) fates.push(fate)
  }
  // "three wounded policemen", "the dead clerk"
  for (const child of trees.children(head)) {
    if (!/^(amod|acl)$/.test(trees.plainRelation(child)) || child > head + 3) continue
    if (trees.plainRelation(child) === 'acl' && trees.tags[child].xpos !== 'VBN') continue
    const fate = FATES.find(([, pattern]) => pattern.test(trees.lemma(child)) || pattern.test(trees.lower(child)))?.[0]
    if (fate !== undefined && !fates.includes(fate)) fates.push(fate)
  }
  // "was murdered in the attack that left him unhurt" is no text; of both, death is what matters.
  return fates.includes('killed') ? fates.filter((fate) => fate !== 'unhurt') : fates
}

const isResult = (relation: string): boolean => /^(xcomp|acomp|advmod|advcl|amod|obl|compound|obj)$/.test(relation)

/** Whoever dies or escapes is subject; of a noun they follow "of", or own it. */
function isBorne(lemma: string, relation: string, upos: string, isGovernor: boolean): boolean {
  if (/^nmod/.test(relation)) return isGovernor && upos === 'NOUN'
  if (!/^nsubj/.test(relation)) return false
  if (isGovernor && upos !== 'VERB') return upos === 'ADJ' || /^(dead|fatality)$/.test(lemma)
  return /^(die|perish|escape|survive|dead|unhurt|unharmed|unscathed|uninjured|wound|injury|safe)$/.test(lemma)
}
