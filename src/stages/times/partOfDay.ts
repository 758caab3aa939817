import { containing, type Moment } from './Moment.ts'
import { dated, open, type Point, type Resolved } from './Resolved.ts'

/** The evening, the night of a day. */
export function partOf(point: Point | undefined, part: Moment['part'], openValue: string): Resolved {
  if (point === undefined) return open(`${openValue}T${part}`, '', 'TIME')
  const day = containing(point.moment, 'day')
  return dated({ ...day, grain: 'part', ...(part && { part }) }, point.anchor)
}
