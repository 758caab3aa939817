import type { AttributionVocabulary } from './AttributionVocabulary.ts'
import type { Context } from './Context.ts'
import type { Candidate } from './candidates.ts'
import { nounPhraseUpTo, range } from './nounPhrases.ts'

/**
 * A claim of a deed that the models left out, in a relative clause or within what is said:
 *
 *     The group, which claimed the bombing of the court, …    which | claimed | the bombing of the court
 *     The raid was claimed by the front, police said.         the front | claimed by | The raid
 *     The flood, which claimed nine lives, …                  no deed: nobody claims
 */
export function claimedDeed(
  { trees, quotes }: Context,
  { danger }: AttributionVocabulary,
  i: number,
): Candidate | undefined {
  if (trees.lemma(i) !== 'claim' || trees.tags[i].upos !== 'VERB' || quotes.at[i] >= 0) return undefined
  const isDeed = (k: number) => k >= 0 && danger.deeds.has(trees.lemma(k))
  const found = (source: readonly number[], content: readonly number[]): Candidate | undefined =>
    source.length === 0
      ? undefined
      : { cue: i, odds: 0, fit: 0, source, cueWords: [i], content, by: 'rule:attributions/claimed-deed' }
  const object = trees.child(i, 'obj')
  const subject = trees.children(i).find((c) => c < i && trees.relation(c) === 'nsubj') ?? -1
  if (object > i && isDeed(object) && subject >= 0) {
    return found(
      range(trees.left(subject), Math.min(trees.right(subject), i - 1)),
      range(trees.left(object), endOfDeed(trees, i, object)),
    )
  }
  const deed = trees.children(i).find((c) => c < i && trees.relation(c) === 'nsubj:pass') ?? -1
  const agent =
    trees.children(i).find((c) => c > i && /^obl/.test(trees.relation(c)) && trees.lower(trees.left(c)) === 'by') ?? -1
  if (!isDeed(deed) || agent < 0) return undefined
  const who = nounPhraseUpTo(trees, agent).filter((k) => k > i)
  return found(
    who,
    range(trees.left(deed), Math.min(trees.right(deed), i - 1)).filter((k) => trees.head(k) !== i || k === deed),
  )
}

/** "claimed the raid | on the depot": what the deed was done to may hang on the verb in the tree. */
function endOfDeed(trees: Context['trees'], verb: number, object: number): number {
  const last = trees.right(object)
  const target = trees
    .children(verb)
    .find((c) => trees.left(c) === last + 1 && /^(?:on|of|against|at|near)$/.test(trees.lower(last + 1)))
  return target === undefined ? last : trees.right(target)
}
