import type { Trees } from '../../document/Trees.ts'
import { introductionOf } from './nounPhrase.ts'

/** Titles of a name, parts of fixed words, "no soldiers", "state of emergency". */
export function isNoMention(trees: Trees, personAt: ReadonlySet<number>, i: number): boolean {
  const lemma = trees.lemma(i)
  const next = i + 1 < trees.length && trees.tokens[i + 1].sentence === trees.tokens[i].sentence ? i + 1 : -1
  // "President Diallo", "spokesman Karim Haddad"
  if (next >= 0 && personAt.has(next) && (personAt.has(trees.head(i)) || trees.head(next) === i)) return true
  if (next >= 0 && personAt.has(next) && trees.children(i).some((c) => c > i && personAt.has(c))) return true
  if (trees.children(i).some((c) => c < i && /^(no|neither)$/.test(trees.lower(c)))) return true
  const of = next >= 0 && trees.lower(next) === 'of'
  if (lemma === 'state' && of && /^(emergency|siege|war|alert|affairs|mind|the)$/.test(trees.lower(next + 1)))
    return true
  if (lemma === 'head' || lemma === 'chief' || lemma === 'leader') {
    // "the head of the group" is someone; "in the head" and "heads" of cattle are not.
    if (lemma === 'head' && !of && trees.child(i, 'compound', 'nmod') < 0) return true
  }
  // "a couple of points"
  if (lemma === 'couple' && of) return true
  // "illegal movement between the towns" is no group.
  if (
    lemma === 'movement' &&
    (introductionOf(trees, i) === 'bare' || (next >= 0 && /^(of|between|across|towards?)$/.test(trees.lower(next))))
  )
    return true
  if (lemma === 'home' && /^(advmod|compound|obl:unmarked)/.test(trees.relation(i))) return true
  if (lemma === 'front' && i > 0 && trees.lower(i - 1) === 'in') return true
  return lemma === 'force' && trees.tags[i].xpos === 'NN' && trees.child(i, 'compound', 'amod') < 0
}
