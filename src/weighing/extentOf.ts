import { z } from 'zod'
import { borderOf, coastOf, outlineOf } from '../geography/countryShapes.ts'
import { bearing, destination, kilometres, type Position } from '../geography/Position.ts'
import { areaOf, disc, ellipse, type Geometry, ring, rounded, sector } from '../geography/polygons.ts'
import type { NamedPlace, Place } from '../model/Place.ts'

const Coordinates = z.array(z.number()).length(2)

/**
 * Where a place is, with all that is left open: an area, or lines and how far from them. It is worked out from the place and
 * never stored.
 */
export const Extent = z
  .object({
    shape: z.enum(['disc', 'ring', 'sector', 'outline', 'corridor', 'lines']),
    geometry: z
      .object({ type: z.enum(['Polygon', 'MultiPolygon', 'MultiLineString']), coordinates: z.array(z.unknown()) })
      .describe('GeoJSON (RFC 7946)'),
    withinKm: z.number().nonnegative().describe('it is within so many kilometres of the geometry; 0: inside it'),
    point: Coordinates.describe('longitude and latitude of the middle'),
    uncertaintyKm: z
      .number()
      .nonnegative()
      .describe(
        'radius of a circle around that point that holds all of it (Darwin Core: coordinateUncertaintyInMeters)',
      ),
  })
  .meta({ id: 'Extent', description: 'Where a place is, as an area with its uncertainty' })
export type Extent = z.infer<typeof Extent>

/** The least reach of a point of each class: a site has a ground, a town its edges. */
const LEAST_KM = { site: 0.5, town: 2, admin2: 5, admin1: 10, country: 10, region: 10, unknown: 0 } as const
/** "near": as UCDP has it for a town (precision 2), a short way for a site, and half as far again for an area. */
const NEAR_KM = { site: 5, town: 25 } as const
/** "south of X", where no distance is told, goes so far beyond the edge of a town; of an area, as far as that is wide. */
const BESIDE_KM = 50
/** How far "along the border" and "off the coast" reach. */
const ALONG_KM = 25
const OFF_KM = 50

const BEARINGS = { N: 0, NE: 45, E: 90, SE: 135, S: 180, SW: 225, W: 270, NW: 315 } as const

/** What a place comes to on the map; undefined where nothing is known of where it is. */
export function extentOf(place: Place): Extent | undefined {
  if (place.line === 'border') {
    const lines = place.country === undefined ? [] : borderOf(place.country, place.other?.country)
    if (lines.length > 0) return alongLines(lines, place, ALONG_KM)
  }
  if ((place.line === 'coast' || place.relation === 'off') && place.precision === 'country') {
    const lines = place.country === undefined ? [] : coastOf(place.country)
    if (lines.length > 0) return alongLines(lines, place, OFF_KM)
  }
  const centre = pointOf(place)
  if (centre === undefined || place.precision === 'unknown') return undefined
  const reach = reachOf(place)
  switch (place.relation) {
    case 'at':
      return place.precision === 'country' ? (outline(place, centre) ?? whole(centre, reach)) : whole(centre, reach)
    case 'part':
      return partOf(place, centre, reach)
    case 'near':
      return place.direction === undefined || place.direction === 'C'
        ? whole(centre, reach + nearKm(place, reach))
        : towards(centre, place.direction, 0, reach + Math.max(BESIDE_KM, reach))
    case 'distance':
      return atDistance(place, centre, reach)
    case 'between':
      return between(place, centre, reach)
    case 'along':
    case 'off':
    case 'inland':
      return place.direction === undefined || place.direction === 'C'
        ? whole(centre, reach + OFF_KM)
        : towards(centre, place.direction, 0, reach + OFF_KM)
  }
}

const pointOf = ({ lat, lon }: NamedPlace): Position | undefined =>
  lat === undefined || lon === undefined ? undefined : [lon, lat]

const reachOf = ({ radiusKm, precision }: NamedPlace): number => Math.max(radiusKm ?? 0, LEAST_KM[precision])

const nearKm = ({ precision }: NamedPlace, reach: number): number =>
  precision === 'site' || precision === 'town' ? NEAR_KM[precision] : reach / 2

const extent = (
  shape: Extent['shape'],
  geometry: Geometry,
  point: Position,
  uncertaintyKm: number,
  withinKm = 0,
): Extent => ({
  shape,
  geometry: geometry as unknown as Extent['geometry'],
  withinKm: kmOf(withinKm),
  point: [...rounded(onMap(point))],
  uncertaintyKm: kmOf(uncertaintyKm),
})

const kmOf = (km: number): number => (km < 10 ? Math.round(km * 10) / 10 : Math.round(km))

/** Longitudes that passed the antimeridian, back on the map. */
const onMap = ([lon, lat]: Position): Position => [((((lon + 180) % 360) + 360) % 360) - 180, lat]

const whole = (centre: Position, km: number): Extent => extent('disc', disc(centre, km), centre, km)

/** A country by its outline. The middle is that of its largest piece, which alone the uncertainty is told of. */
function outline({ country }: Place, centre: Position): Extent | undefined {
  const rings = country === undefined ? [] : outlineOf(country)
  if (rings.length === 0) return undefined
  const pieces = rings.map((points) => areaOf([counterclockwise(points)]))
  const geometry: Geometry = {
    type: 'MultiPolygon',
    coordinates: pieces.flatMap((piece) => (piece.type === 'Polygon' ? [piece.coordinates] : piece.coordinates)),
  }
  return extent('outline', geometry, centre, Math.max(...rings[0].map((point) => kilometres(centre, point))))
}

function counterclockwise(points: readonly Position[]): readonly Position[] {
  const area = points.reduce((sum, [x, y], i) => {
    const [x1, y1] = points[(i + 1) % points.length]
    return sum + x * y1 - x1 * y
  }, 0)
  return area < 0 ? points.toReversed() : points
}

/** "northern Mali": the sector of the circle; "central Mali": the circle of half its radius. */
function partOf({ direction }: Place, centre: Position, reach: number): Extent {
  if (direction === undefined) return whole(centre, reach)
  if (direction === 'C') return whole(centre, reach / 2)
  return towards(centre, direction, 0, reach, 60)
}

/**
 * A compass point stands for all bearings nearer to it than to the next of its kind: 45 degrees to each side of north, 22.5 to
 * each side of north-east (the point-radius method of Wieczorek, Guo and Hijmans, 2004).
 */
const halfAngle = (direction: keyof typeof BEARINGS): number => (direction.length === 1 ? 45 : 22.5)

function towards(
  centre: Position,
  direction: keyof typeof BEARINGS,
  from: number,
  to: number,
  half = halfAngle(direction),
): Extent {
  const turn = BEARINGS[direction]
  const middle = destination(centre, turn, (from + to) / 2)
  const corners = [turn - half, turn, turn + half].flatMap((angle) => [
    destination(centre, angle, from),
    destination(centre, angle, to),
  ])
  const uncertainty = Math.max(...corners.map((corner) => kilometres(middle, corner)))
  return extent('sector', sector(centre, from, to, turn - half, turn + half), middle, uncertainty)
}

/** "about 60 km north-east of X", "within 30 km of X", "more than 100 km from X". */
function atDistance(place: Place, centre: Position, reach: number): Extent {
  const { direction } = place
  const [low, high] = distanceBounds(place)
  const [from, to] = [Math.max(0, low - reach), high + reach]
  if (direction !== undefined && direction !== 'C') return towards(centre, direction, from, to)
  return from === 0 ? whole(centre, to) : extent('ring', ring(centre, from, to), centre, to)
}

/** Roads wind and figures are round: a distance may be off by a tenth, where it is round or "about" by a quarter. */
function distanceBounds({ distanceKm = 0, distanceBound }: Place): [low: number, high: number] {
  if (distanceBound === 'at-most') return [0, distanceKm]
  if (distanceBound === 'at-least') return [distanceKm, distanceKm * 2]
  const slack = distanceBound === 'about' ? distanceKm / 4 : Math.max(distanceKm / 10, 1)
  return [Math.max(0, distanceKm - slack), distanceKm + slack]
}

/** An ellipse that holds both ends; two countries by the border that they share. */
function between({ other, ...place }: Place, centre: Position, reach: number): Extent {
  const end = other && pointOf(other)
  if (other === undefined || end === undefined) return whole(centre, reach + nearKm(place, reach))
  if (place.precision === 'country' && other.precision === 'country' && place.country !== undefined) {
    const lines = borderOf(place.country, other.country)
    if (lines.length > 0) return alongLines(lines, place, ALONG_KM)
  }
  const apart = kilometres(centre, end)
  const turn = bearing(centre, end)
  const middle = destination(centre, turn, apart / 2)
  const half = apart / 2 + Math.max(reach, reachOf(other))
  return extent('corridor', ellipse(middle, turn, half, Math.max(half / 3, 2)), middle, half)
}

/** Lines with what lies within a distance of them; the point is the one of the line that is nearest to the middle of all. */
function alongLines(lines: readonly (readonly Position[])[], place: Omit<Place, 'other'>, reach: number): Extent {
  const points = lines.flat()
  const within = place.relation === 'distance' ? distanceBounds(place)[1] : reach
  const mean = points.reduce<Position>(
    ([x, y], [lon, lat]) => [x + lon / points.length, y + lat / points.length],
    [0, 0],
  )
  const middle = points.reduce((best, point) => (kilometres(mean, point) < kilometres(mean, best) ? point : best))
  const far = Math.max(...points.map((point) => kilometres(middle, point)))
  const geometry: Geometry = { type: 'MultiLineString', coordinates: lines.map((line) => line.map(rounded)) }
  return extent('lines', geometry, middle, far + within, within)
}
