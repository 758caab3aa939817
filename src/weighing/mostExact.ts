import { edtfBounds } from '../model/edtfBounds.ts'
import type { Place, PlacePrecision } from '../model/Place.ts'
import type { Interval, Value } from '../model/Value.ts'
import { areRivals } from './areRivals.ts'

const PRECISION: Record<PlacePrecision, number> = {
  site: 0,
  town: 1,
  admin2: 2,
  admin1: 3,
  country: 4,
  region: 5,
  unknown: 6,
}

/**
 * The one value to put on a map or a timeline: of the values that do not contradict the first, which is the best supported, the
 * most exact. "In March" from three sources and "on 18 March" from one give 18 March; "on 2 April" would not be taken.
 */
export function mostExact<Kind extends Interval | Place>(values: readonly Kind[]): Kind | undefined {
  const [best, ...others] = values
  if (best === undefined) return undefined
  return others
    .filter((value) => !areRivals(best, value, true))
    .reduce((exact, value) => (width(value) < width(exact) ? value : exact), best)
}

/** How much a value leaves open: days for a time, a rank for a place. */
function width(value: Value): number {
  if (value.type === 'place') {
    const located = value.lat === undefined ? 0.5 : 0
    return PRECISION[value.precision] + located + (value.relation === 'at' ? 0 : 0.25)
  }
  const bounds = value.type === 'interval' ? edtfBounds(value.edtf) : undefined
  return bounds === undefined
    ? Number.POSITIVE_INFINITY
    : (Date.parse(bounds.last) - Date.parse(bounds.first)) / 86_400_000
}
