import type { Slice } from './edtfOf.ts'
import type { Captures } from './slots.ts'

/** Pieces that many patterns share. */

/** about · more than · at least · up to: they belong to the expression, as in "[more than four hours]". */
export const ABOUT =
  '[ ( <about:about|around|approximately|roughly|nearly|almost|some|under> | <about:more|less|fewer> than | a <about:little> more|less than | <about:close> to | <about:at> least|most | <about:up> to | no <about:more|less> than | not <about:more> than | as <about:little|much|long|many> as | a <about:mere> ) ]'

/** early · late · mid- · the end of */
export const SLICE =
  '[ ( [the] [very] <slice:early|late|mid|middle> | mid to <slice:late> | early to <slice:mid> | [the] <slice:beginning|start|end|middle|close|turn|latter|final|opening|onset|rest> [part|half|days|weeks|months|years] of | at year s <slice:end> ) ]'

const SLICES: Readonly<Record<string, Slice>> = {
  early: 'early',
  beginning: 'start',
  start: 'start',
  onset: 'start',
  opening: 'start',
  turn: 'start',
  mid: 'mid',
  middle: 'mid',
  late: 'late',
  end: 'end',
  close: 'end',
  latter: 'late',
  final: 'late',
  rest: 'late',
}

/** How a match says its date: which part of it, or only about. */
export function howOf({ said }: Captures): { slice?: Slice; about?: boolean } {
  const { slice, about } = said
  const how: { slice?: Slice; about?: boolean } = {}
  if (slice !== undefined) how.slice = SLICES[slice]
  if (about !== undefined) how.about = true
  return how
}

/** last/this/next and their like, as a number of steps. */
const STEPS: Readonly<Record<string, number>> = {
  last: -1,
  past: -1,
  previous: -1,
  prior: -1,
  preceding: -1,
  this: 0,
  current: 0,
  same: 0,
  that: 0,
  next: 1,
  coming: 1,
  following: 1,
  upcoming: 1,
  succeeding: 1,
  subsequent: 1,
}

export const stepOf = (word: string | undefined): number => STEPS[word ?? ''] ?? 0
