import type { AttributionVocabulary } from './AttributionVocabulary.ts'
import { byRule } from './byRule.ts'
import type { Context } from './Context.ts'
import type { Candidate } from './candidates.ts'
import { isSpeaker } from './isSpeaker.ts'
import { isTensed, range } from './nounPhrases.ts'

/**
 * A number that somebody gives:
 *
 *     The government put the toll at four.                the government | put | the toll at four
 *     Its rival, the Standard, puts the number at 19.     Its rival, the Standard | puts | the number at 19
 *     The guard put the rifle at the door.                nobody counts
 */
export function putAt(context: Context, vocabulary: AttributionVocabulary, i: number): Candidate | undefined {
  const { trees, quotes } = context
  if (trees.lemma(i) !== 'put' || trees.tags[i].upos !== 'VERB' || quotes.at[i] >= 0) return undefined
  const counted = trees.child(i, 'obj')
  if (counted < i || !vocabulary.words.countNouns.has(trees.lemma(counted))) return undefined
  if (!isTensed(trees, i) && !trees.children(i).some((c) => c < i && isTensed(trees, c))) return undefined
  const number = range(counted + 1, counted + 8).find(
    (k) => k < trees.length && trees.tags[k].upos === 'NUM' && trees.lower(trees.child(k, 'case')) === 'at',
  )
  const noun =
    number ?? trees.children(i).find((c) => c > counted && trees.lower(trees.child(c, 'case')) === 'at') ?? -1
  const subject = trees.children(i).find((c) => c < i && trees.relation(c) === 'nsubj') ?? -1
  if (noun < 0 || subject < 0 || !range(counted, trees.right(noun)).some((k) => trees.tags[k].upos === 'NUM'))
    return undefined
  const appositions = trees.children(subject).filter((c) => c > subject && trees.plainRelation(c) === 'appos')
  if (![subject, ...appositions].some((k) => isSpeaker(context, vocabulary, k))) return undefined
  const source = range(trees.left(subject), Math.min(trees.right(subject), i - 1))
  while (source.length > 1 && trees.tags[source[source.length - 1]].upos === 'PUNCT') source.pop()
  return byRule('put-at', i, source, range(trees.left(counted), trees.right(noun)))
}
