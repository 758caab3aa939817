import type { PlaceAnnotation } from '../../document/Layers.ts'
import { borderOf } from '../../geography/countryShapes.ts'
import { kilometresToLine } from '../../geography/Position.ts'
import type { Place } from '../../model/Place.ts'
import { distanceKm } from './distanceKm.ts'
import type { Surroundings } from './Surroundings.ts'

/** What may stand between a place and its distance from another: "Xanadu, about 60 km from", "Xanadu lies 60 km from". */
const BEFORE =
  /^(?:,|is|lies|lying|located|situated|about|some|around|roughly|approximately|nearly|almost|over|just|more|less|within|than|\(|a|the|town|city|village|which|that| )*$/i
/** "15 kilometres from Sirte, in Benghazi" */
const AFTER = /^(?:, )?(?:in|at) (?:the (?:\p{Ll}+ ){0,2}(?:town|city|village) of )?$/u

/** A stated distance may be off by half, and by this much besides: roads wind, and towns have edges. */
const SLACK_KM = 25

/**
 * Marks places whose stated distance does not fit the map: "Benghazi, about 20 km from Tripoli", "Sirte, 40 km from the
 * Tunisian border". One of the two is not where it was taken to be, or the report errs. Both of them carry the mark.
 */
export function withContradictions(around: Surroundings, places: readonly PlaceAnnotation[]): PlaceAnnotation[] {
  const marked: PlaceAnnotation[] = [...places]
  places.forEach(({ place: from, to: end }, index) => {
    const statedKm = from.distanceKm
    const subject = statedKm === undefined ? undefined : subjectOf(around, places, index, end)
    if (subject === undefined || statedKm === undefined) return
    const { place } = places[subject]
    const mapKm = mapKmOf(place, from)
    if (mapKm === undefined || fits(statedKm, mapKm, place, from)) return
    marked[subject] = { ...marked[subject], place: { ...place, contradicts: { of: from.name, statedKm, mapKm } } }
    marked[index] = { ...marked[index], place: { ...from, contradicts: { of: place.name, statedKm, mapKm } } }
  })
  return marked
}

/** The place that the distance from the one at `index` is told of. */
function subjectOf(
  around: Surroundings,
  places: readonly PlaceAnnotation[],
  index: number,
  end: number,
): number | undefined {
  const measure = around.measureStart(places[index].from)
  const { tokens } = around.text
  // "Atbara in Sudan, 300 miles from": it is told of Atbara.
  let at = index - 1
  while (at > 0 && /^(?:in|,) $/.test(around.between(at - 1, at) ?? '') && pointOf(places[at].place) === undefined) at--
  const [past, last, next] = [places[at], places[index - 1], places[index + 1]]
  const sentence = tokens[places[index].from].sentence
  const inSentence = (place: PlaceAnnotation | undefined): place is PlaceAnnotation =>
    place !== undefined && tokens[place.from].sentence === sentence
  if (inSentence(past) && measure !== undefined && measure >= last.to && measure - last.to <= 8) {
    if (BEFORE.test(around.words(last.to, measure, sentence))) return at
  }
  return inSentence(next) && AFTER.test(around.words(end, next.from, sentence)) ? index + 1 : undefined
}

/** How far apart the map has them; undefined where it does not say to the kilometre. */
function mapKmOf(place: Place, from: Place): number | undefined {
  const point = pointOf(place)
  if (point === undefined) return undefined
  if (from.line === 'border') {
    const lines = from.country === undefined ? [] : borderOf(from.country, from.other?.country)
    return lines.length === 0
      ? undefined
      : Math.round(Math.min(...lines.map((line) => kilometresToLine([point.lon, point.lat], line))))
  }
  const other = pointOf(from)
  return other && Math.round(distanceKm(point, other))
}

function fits(statedKm: number, mapKm: number, place: Place, from: Place): boolean {
  if (mapKm < statedKm && from.distanceBound === 'at-most') return true
  if (mapKm > statedKm && from.distanceBound === 'at-least') return true
  const reach = (place.radiusKm ?? 0) + (from.line === 'border' ? 0 : (from.radiusKm ?? 0))
  return Math.abs(mapKm - statedKm) <= SLACK_KM + reach + statedKm / 2
}

const pointOf = ({ precision, lat, lon }: Place): { lat: number; lon: number } | undefined =>
  (precision === 'town' || precision === 'site') && lat !== undefined && lon !== undefined ? { lat, lon } : undefined
