import type { Count, Place, Value } from '../model/Value.ts'
import { edtfBounds, meet } from './edtfBounds.ts'
import { nameKey } from './nameKey.ts'

/**
 * True where two values of one property cannot both be right: "22 killed" and "at least 30 killed", but not "22" and "more
 * than 20"; two towns, but not a town and its country. `single`: the property has one value only, so that any two differ.
 */
export function areRivals(a: Value, b: Value, single: boolean): boolean {
  if (a.type === 'count' && b.type === 'count') return comparable(a, b) && (a.low > top(b) || b.low > top(a))
  if (a.type === 'interval' && b.type === 'interval') {
    const [first, second] = [edtfBounds(a.edtf), edtfBounds(b.edtf)]
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

function placesDiffer(a: Place, b: Place): boolean {
  if (a.country !== undefined && b.country !== undefined && a.country !== b.country) {
    return a.relation === 'at' && b.relation === 'at'
  }
  const points = [a, b].every(({ precision }) => precision === 'site' || precision === 'town')
  if (!points || a.lat === undefined || a.lon === undefined || b.lat === undefined || b.lon === undefined) return false
  return kilometres(a.lat, a.lon, b.lat, b.lon) > APART_KM + (a.distanceKm ?? 0) + (b.distanceKm ?? 0)
}

/** Great-circle distance on a sphere of 6371 km. */
function kilometres(latA: number, lonA: number, latB: number, lonB: number): number {
  const radians = Math.PI / 180
  const [x, y] = [latA * radians, latB * radians]
  const half = Math.sin((y - x) / 2) ** 2 + Math.cos(x) * Math.cos(y) * Math.sin(((lonB - lonA) * radians) / 2) ** 2
  return 2 * 6371 * Math.asin(Math.sqrt(half))
}
