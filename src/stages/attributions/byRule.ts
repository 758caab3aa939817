import type { Candidate } from './candidates.ts'

/** A candidate that a rule read. */
export const byRule = (
  name: string,
  cue: number,
  source: readonly number[],
  content: readonly number[],
  cueWords: readonly number[] = [cue],
): Candidate => ({ cue, odds: 0, fit: 0, source, cueWords, content, by: `rule:attributions/${name}` })
