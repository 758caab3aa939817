import type { Certainty, Polarity } from '../../../src/server/contract/answers.ts'

/** How a line is drawn: how sure its source is. */
export type Line = 'solid' | 'dashed' | 'dotted' | 'faint'

const LINE: Record<Certainty, Line> = { certain: 'solid', probable: 'dashed', possible: 'dotted', unknown: 'faint' }

/** solid certain, dashed probable, dotted possible, faint unknown; `struck` where it is denied. */
export const lineOf = (certainty: Certainty, polarity: Polarity): { line: Line; struck: boolean } => ({
  line: LINE[certainty],
  struck: polarity === 'denied',
})

/** The same in words, for people who do not see the line; nothing where the source simply says so. */
export function certaintyWords(certainty: Certainty, polarity: Polarity): string {
  if (polarity === 'denied') return certainty === 'certain' ? 'denied' : `denied, ${certainty}`
  return certainty === 'certain' ? '' : certainty === 'unknown' ? 'not committed' : certainty
}
