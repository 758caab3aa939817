import type { Block } from './paragraphsOf.ts'

/** A stretch of text that something speaks of: a statement's passage, or a piece of an attribution. */
export interface Mark {
  readonly start: number
  readonly end: number
  readonly kind: 'statement' | 'source' | 'cue' | 'content' | 'scare'
  /** id of the statement or the attribution; of a scare quote, where it begins */
  readonly id: string
}

/** A stretch under which the same marks lie from end to end. */
export interface Segment {
  readonly start: number
  readonly end: number
  readonly marks: readonly Mark[]
}

/** Cuts a block where any mark begins or ends. Narrower marks come first: they are what a click there means. */
export function segmentsOf(block: Block, marks: readonly Mark[]): Segment[] {
  const inside = marks
    .filter(({ start, end }) => start < block.end && end > block.start && end > start)
    .sort((a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start)
  const cuts = new Set([block.start, block.end])
  for (const { start, end } of inside) {
    cuts.add(Math.max(start, block.start))
    cuts.add(Math.min(end, block.end))
  }
  const places = [...cuts].sort((a, b) => a - b)
  return places.slice(0, -1).map((start, index) => ({
    start,
    end: places[index + 1],
    marks: inside.filter((mark) => mark.start <= start && mark.end >= places[index + 1]),
  }))
}
