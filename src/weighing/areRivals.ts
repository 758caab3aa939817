import { kilometres } from '../geography/Position.ts'
import { edtfReach, meet } from '../model/edtfBounds.ts'
import type { Place } from '../model/Place.ts'
import type { Count, Value } from '../model/Value.ts'
import { type Extent, extentOf } from './extentOf.ts'
import { nameKey } from './nameKey.ts'

/**
 * True where two values of one property cannot both be right: "22 killed" and "at least 30 killed", but not "22" and "more
 * than 20"; two towns, but not a town and its country. `single`: the property has one value only, so that any two differ.
 */
export function areRivals(a: Value, b: Value, single: boolean): boolean {
  if (a.type === 'count' && b.type === 'count') return comparable(a, b) && (a.low > top(b) || b.low > top(a))
  if (a.type === 'interval' && b.type === 'interval') {
    const [first, second] = [edtfReach(a.edtf), edtfReach(b.edtf)]
    return single && first !== undefined && second !== undefined && !meet(first, second)
  }
  if (a.type === 'place' && b.type === 'place') return single && placesDiffer(a, b)
  if (a.type === 'distance' && b.type === 'distance') {
    return nameKey(a.from ?? '') === nameKey(b.from ?? '') && Math.abs(a.km - b.km) > 0.2 * Math.max(a.km, b.km)
  }
  return single && a.type === b.type
}

const top = ({ high }: Count): number => high ?? Number.POSITIVE_INFINITY

/** Counts of different things ("20 tourists", "22 people") do not speak against each other. */
export const comparable = (a: Count, b: Count): boolean =>
  a.of === undefined || b.of === undefined || nameKey(a.of) === nameKey(b.of)

/** Two points that are known well enough to differ, and are farther apart than a town and its surroundings are wide. */
const APART_KM = 30

/** Places differ where what they come to on the map lies farther apart than both of them reach. */
function placesDiffer(a: Place, b: Place): boolean {
  if (a.country !== undefined && b.country !== undefined && a.country !== b.country) {
    if (a.relation === 'at' && b.relation === 'at') return true
  }
  const points = [a, b].every(
    ({ precision, line }) => (precision === 'site' || precision === 'town') && line === undefined,
  )
  if (!points) return false
  const [first, second] = [extentOf(a), extentOf(b)]
  if (first === undefined || second === undefined) return false
  const apart = kilometres([first.point[0], first.point[1]], [second.point[0], second.point[1]])
  return apart > APART_KM + reach(a, first) + reach(b, second)
}

/** How far a place reaches beyond its point; a town where it is said to have been is taken for its point. */
const reach = ({ relation }: Place, { uncertaintyKm }: Extent): number => (relation === 'at' ? 0 : uncertaintyKm)
