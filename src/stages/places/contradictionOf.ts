import type { PlaceAnnotation, Quantity } from '../../document/Layers.ts'
import { distanceKm } from './distanceKm.ts'
import type { PlaceText } from './PlaceText.ts'

/** What may stand between a place and its distance from another: "Xanadu, about 60 km from", "Xanadu lies 60 km from". */
const BETWEEN =
  /^(?:,|is|lies|lying|located|situated|about|some|around|roughly|approximately|nearly|over|just|more|less|than|\(|a|the|town|city|village|which|that| )*$/i

/** A stated distance may be off by half, and by this much besides: roads wind, and towns have edges. */
const SLACK_KM = 25

/** "within 100 km of", "more than 100 km from": a bound, which a map may well stay clear of. */
const AT_MOST = /^(within|less than|under|up to|no more than|at most|just under)\b/i
const AT_LEAST = /^(more than|over|well over|at least|upwards of)\b/i

/** How far apart the report says that two of its places are, where the map says otherwise. */
export interface Contradiction {
  /** index of the other place in the layer */
  readonly place: number
  readonly statedKm: number
  readonly mapKm: number
}

/**
 * A place whose stated distance from the one at `index` does not fit the map: one of the two is not where it was taken to
 * be, or the report errs. `place` is the index of the place that the distance is told of.
 */
export function contradictionOf(
  text: PlaceText,
  places: readonly PlaceAnnotation[],
  index: number,
  quantities: readonly Quantity[],
): Contradiction | undefined {
  const to = places[index]
  const from = places[index - 1]
  const statedKm = to.place.distanceKm
  if (!from || statedKm === undefined || !exact(from) || !exact(to)) return undefined
  const measure = quantities.find(
    ({ value, from: start, to: end }) => value.type === 'distance' && start >= from.to && end <= to.from,
  )
  if (!measure) return undefined
  const words = text.tokens.slice(from.to, measure.from).map((token) => token.text)
  if (words.length > 8 || !BETWEEN.test(words.join(' '))) return undefined
  const mapKm = Math.round(distanceKm(pointOf(from), pointOf(to)))
  if (mapKm < statedKm && AT_MOST.test(measure.value.words)) return undefined
  if (mapKm > statedKm && AT_LEAST.test(measure.value.words)) return undefined
  const reach = (from.place.radiusKm ?? 0) + (to.place.radiusKm ?? 0)
  if (Math.abs(mapKm - statedKm) <= SLACK_KM + reach + statedKm / 2) return undefined
  return { place: index - 1, statedKm, mapKm }
}

const exact = ({ place }: PlaceAnnotation): boolean =>
  (place.precision === 'town' || place.precision === 'site') && place.lat !== undefined

const pointOf = ({ place }: PlaceAnnotation): { lat: number; lon: number } => ({
  lat: place.lat ?? 0,
  lon: place.lon ?? 0,
})
