import type { AttributionVocabulary } from './AttributionVocabulary.ts'
import { byRule } from './byRule.ts'
import { ContentIndex } from './ContentIndex.ts'
import type { Context } from './Context.ts'
import type { Candidate } from './candidates.ts'
import { claimedDeed } from './claimedDeed.ts'
import { claimedResponsibility } from './claimedResponsibility.ts'
import { firmSpeech } from './firmSpeech.ts'
import { headline } from './headline.ts'
import { emergence, hearsayAdverb, reportsOf } from './hearsay.ts'
import { withInsertedCue } from './insertedCue.ts'
import { putAt } from './putAt.ts'
import { quotedSpeech } from './quotedSpeech.ts'
import { regardedAs } from './regardedAs.ts'
import { speakerLabel } from './speakerLabel.ts'
import { verdictAt } from './verdictAt.ts'
import { viewpoint } from './viewpoint.ts'

/** Attributions that a rule reads where the models, which saw few of them, did not; each rule's file shows what it reads. */
export function ruleCandidates(
  context: Context,
  vocabulary: AttributionVocabulary,
  taken: readonly Candidate[],
): Candidate[] {
  // "had allegedly agreed": the adverb is a source of its own, also within the words of a cue.
  const used = new Set(
    taken.flatMap(({ cue, cueWords }) =>
      cueWords.filter((i) => i === cue || hearsayAdverb(context, vocabulary, i) === undefined),
    ),
  )
  const contents = new ContentIndex(taken)
  const found: Candidate[] = []
  for (let i = 0; i < context.length; i++) {
    if (used.has(i)) continue
    const candidate =
      quotedSpeech(context, vocabulary, i, taken) ??
      hearsayAdverb(context, vocabulary, i) ??
      reportsOf(context, vocabulary, i) ??
      emergence(context, vocabulary, i) ??
      headline(context, vocabulary, i) ??
      speakerLabel(context, i) ??
      viewpoint(context, vocabulary, i) ??
      regardedAs(context, vocabulary, i) ??
      claimedDeed(context, vocabulary, i) ??
      claimedResponsibility(context, vocabulary, i) ??
      putAt(context, vocabulary, i) ??
      verdictSpoken(context, vocabulary, i) ??
      insertedSpeech(context, vocabulary, i, taken) ??
      (contents.holding(i).length > 0 ? undefined : firmSpeech(context, vocabulary, i))
    if (candidate !== undefined && candidate.content.length > 0) found.push(candidate)
  }
  return found
}

function verdictSpoken(context: Context, vocabulary: AttributionVocabulary, i: number): Candidate | undefined {
  const verdict = verdictAt(context, vocabulary, i)
  return verdict && byRule('verdict', i, verdict.source, verdict.content, verdict.cueWords)
}

/**
 * A verb of saying between commas, or behind one at the end, that the models left out:
 *
 *     The men, prosecutors allege, had planned it.    prosecutors | allege | The men … had planned it
 */
function insertedSpeech(
  context: Context,
  vocabulary: AttributionVocabulary,
  i: number,
  taken: readonly Candidate[],
): Candidate | undefined {
  if (!vocabulary.reportingVerbs.get(context.trees.lemma(i))?.takes.includes('clause')) return undefined
  const read = withInsertedCue(context, byRule('inserted-speech', i, [], []), taken, vocabulary)
  return read.content.length > 2 ? read : undefined
}
