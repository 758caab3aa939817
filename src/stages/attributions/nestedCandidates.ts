import type { AttributionVocabulary } from './AttributionVocabulary.ts'
import { ContentIndex } from './ContentIndex.ts'
import type { Context } from './Context.ts'
import type { Candidate } from './candidates.ts'
import { citedSource } from './citedSource.ts'
import { nestedAttitude } from './nestedAttitude.ts'
import { nestedNoun } from './nestedNoun.ts'
import { nestedSpeech } from './nestedSpeech.ts'
import { quotedAs } from './quotedAs.ts'

/**
 * Attributions within the content of others, which the corpus of the models does not mark; each rule's file shows what it
 * reads.
 */
export function nestedCandidates(
  context: Context,
  vocabulary: AttributionVocabulary,
  taken: readonly Candidate[],
): Candidate[] {
  const used = new Set(taken.flatMap(({ cueWords }) => cueWords))
  const contents = new ContentIndex(taken)
  const found: Candidate[] = []
  for (let i = 0; i < context.length; i++) {
    const quoted = quotedAs(context, i, taken)
    found.push(...quoted)
    for (const one of quoted) {
      contents.add(one)
      used.add(one.cue)
    }
    if (quoted.length > 0) continue
    const candidate =
      citedSource(context, vocabulary, i, taken) ??
      (used.has(i)
        ? undefined
        : (nestedAttitude(context, vocabulary, i, contents) ??
          nestedSpeech(context, vocabulary, i, contents) ??
          nestedNoun(context, vocabulary, i, contents)))
    if (candidate === undefined || candidate.content.length === 0) continue
    found.push(candidate)
    contents.add(candidate)
  }
  return found
}
