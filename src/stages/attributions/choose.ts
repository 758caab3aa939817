import type { LinearModel } from '../../learned/LinearModel.ts'
import type { Candidate } from './candidates.ts'
import type { Context } from './Context.ts'
import { sourceHead } from './sourceOf.ts'
import { has, MOST_VERDICT_FEATURES, verdictFeatures } from './verdictFeatures.ts'

/** A candidate that stands, and the index (among those chosen) of the one whose content holds its cue. */
export interface Chosen {
  readonly candidate: Candidate
  readonly parent?: number
}

/** Log odds above which a candidate stands by itself, and above which its cue stands within another's content. */
const STANDS = -0.2
const NESTED = 0.6

/**
 * Chooses the candidates that stand: first those that the verdicts uphold, one for each cue, then those within the content
 * of another that would stand if they were alone. The corpus of the verdicts marks no attribution within another, so
 * for these it is the cue by itself that counts, and they need a source and a content of their own.
 */
export function choose(context: Context, candidates: readonly Candidate[], verdicts: LinearModel): Chosen[] {
  const features = new Int32Array(MOST_VERDICT_FEATURES)
  const score = new Float32Array(1)
  const judged = candidates.map((candidate, index) => {
    verdicts.scores(features, verdictFeatures(context, candidates, index, features), score)
    return { candidate, odds: score[0] * verdicts.scale }
  })
  const kept: Candidate[] = []
  const taken = new Set<number>()
  const take = (candidate: Candidate) => {
    kept.push(candidate)
    for (const i of candidate.cueWords) taken.add(i)
  }
  for (const { candidate } of judged.filter(({ odds }) => odds > STANDS).sort((a, b) => b.odds - a.odds)) {
    if (!taken.has(candidate.cue)) take(candidate)
  }
  for (const { candidate } of judged) {
    if (taken.has(candidate.cue) || !kept.some(({ content }) => has(content, candidate.cue))) continue
    if (standsNested(context, candidate)) take(candidate)
  }
  kept.sort((a, b) => a.cue - b.cue)
  return kept.map((candidate) => {
    const parent = parentOf(kept, candidate)
    return parent < 0 ? { candidate } : { candidate, parent }
  })
}

/** "residents had told police that …" within a content: known to report, with a subject of its own and a clause or quotation. */
function standsNested(context: Context, candidate: Candidate): boolean {
  const { trees, known } = context
  const { cue, source, content, odds } = candidate
  if (odds < NESTED || known[cue] === 0 || source.length === 0 || content.length < 2) return false
  const head = sourceHead(trees, candidate)
  // First and second persons in quoted speech ("I think", "you know") report nobody.
  return head >= 0 && !/^(?:i|you|we|it|one|who|what)$/.test(trees.lower(head))
}

/** The narrowest other candidate whose content holds this one's cue. */
function parentOf(kept: readonly Candidate[], candidate: Candidate): number {
  let best = -1
  kept.forEach((other, index) => {
    if (other === candidate || !has(other.content, candidate.cue) || has(candidate.content, other.cue)) return
    if (best < 0 || other.content.length < kept[best].content.length) best = index
  })
  return best
}
