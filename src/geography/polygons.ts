import { destination, type Position } from './Position.ts'

export interface Polygon {
  readonly type: 'Polygon'
  readonly coordinates: readonly (readonly Position[])[]
}
export interface MultiPolygon {
  readonly type: 'MultiPolygon'
  readonly coordinates: readonly (readonly (readonly Position[])[])[]
}
export interface MultiLineString {
  readonly type: 'MultiLineString'
  readonly coordinates: readonly (readonly Position[])[]
}
/** The geometries of GeoJSON (RFC 7946) that extents are told in. */
export type Geometry = Polygon | MultiPolygon | MultiLineString

/** Corners of a full circle. */
const CORNERS = 32
const ROUND = 1000

/** Everything within so many kilometres of a point. */
export const disc = (centre: Position, km: number): Polygon | MultiPolygon => sector(centre, 0, km, 0, 360)

/** Everything between two distances from a point. */
export const ring = (centre: Position, from: number, to: number): Polygon | MultiPolygon =>
  sector(centre, from, to, 0, 360)

/** Everything between two distances from a point and, clockwise, between two bearings. */
export function sector(
  centre: Position,
  from: number,
  to: number,
  left: number,
  right: number,
): Polygon | MultiPolygon {
  const width = right - left
  const steps = Math.max(2, Math.round((CORNERS * width) / 360))
  // Counterclockwise, as RFC 7946 wants outer rings.
  const arc = (km: number): Position[] =>
    Array.from({ length: steps + (width < 360 ? 1 : 0) }, (_, i) =>
      destination(centre, right - (i * width) / steps, km),
    )
  const outer = arc(to)
  if (width < 360) return areaOf([[...outer, ...(from > 0 ? arc(from).reverse() : [centre])]])
  return areaOf(from > 0 ? [outer, arc(from).reverse()] : [outer])
}

/** The ellipse around two points, as much longer and wider than the line between them as is said. */
export function ellipse(centre: Position, turn: number, half: number, wide: number): Polygon | MultiPolygon {
  return areaOf([
    Array.from({ length: CORNERS }, (_, i) => {
      const angle = (-2 * Math.PI * i) / CORNERS
      const [along, across] = [half * Math.cos(angle), wide * Math.sin(angle)]
      return destination(centre, turn + (Math.atan2(across, along) * 180) / Math.PI, Math.hypot(along, across))
    }),
  ])
}

/** Closes the rings, rounds them to some 100 m, and cuts what passes the antimeridian in two (RFC 7946, 3.1.9). */
export function areaOf(rings: readonly (readonly Position[])[]): Polygon | MultiPolygon {
  const whole = rings.map((points) => aroundPole(unwrapped(points)))
  const east = Math.max(...whole[0].map(([lon]) => lon))
  const west = Math.min(...whole[0].map(([lon]) => lon))
  if (west >= -180 && east <= 180) return { type: 'Polygon', coordinates: whole.map(closed) }
  const parts = [-360, 0, 360].flatMap((shift) => {
    const cut = whole
      .map((points) => clip(points.map(([lon, lat]): Position => [lon + shift, lat])))
      .filter((points) => points.length > 0)
      .map(closed)
      .filter((points) => points.length > 3)
    return cut.length === 0 ? [] : [cut]
  })
  return parts.length === 1 ? { type: 'Polygon', coordinates: parts[0] } : { type: 'MultiPolygon', coordinates: parts }
}

/** Longitudes without the jump from 180 to -180. */
function unwrapped(points: readonly Position[]): Position[] {
  let last = points[0][0]
  return points.map(([lon, lat]) => {
    last += ((((lon - last) % 360) + 540) % 360) - 180
    return [last, lat]
  })
}

/** A ring that goes once around a pole holds it: it is closed along the pole's edge of the map. */
function aroundPole(points: readonly Position[]): readonly Position[] {
  const [first, last] = [points[0], points[points.length - 1]]
  const gap = first[0] - last[0]
  if (Math.abs(gap) < 180) return points
  const pole = points.reduce((sum, [, lat]) => sum + lat, 0) > 0 ? 90 : -90
  const end = first[0] + (gap > 0 ? -360 : 360)
  return [...points, [end, first[1]], [end, pole], [first[0], pole]]
}

/** What of a ring lies between the meridians -180 and 180. */
function clip(points: readonly Position[]): Position[] {
  let kept: readonly Position[] = points
  for (const [edge, side] of [
    [-180, 1],
    [180, -1],
  ]) {
    const inside = ([lon]: Position): boolean => (lon - edge) * side >= 0
    kept = kept.flatMap((point, i) => {
      const past = kept[(i + kept.length - 1) % kept.length]
      if (inside(point) === inside(past)) return inside(point) ? [point] : []
      const t = (edge - past[0]) / (point[0] - past[0])
      const crossing: Position = [edge, past[1] + t * (point[1] - past[1])]
      return inside(point) ? [crossing, point] : [crossing]
    })
  }
  return [...kept]
}

export const rounded = ([lon, lat]: Position): Position => [
  Math.round(lon * ROUND) / ROUND + 0,
  Math.round(lat * ROUND) / ROUND + 0,
]

/** The ring with its first position once more at the end. */
function closed(points: readonly Position[]): Position[] {
  const corners = points.map(rounded)
  const [first, last] = [corners[0], corners[corners.length - 1]]
  return first[0] === last[0] && first[1] === last[1] ? corners : [...corners, first]
}

/** A geometry in the well-known text of OGC Simple Features: "POLYGON ((30 10, 40 40, …))". */
export function wellKnownText({ type, coordinates }: Geometry): string {
  const text = (part: unknown): string => {
    const items = part as readonly unknown[]
    if (typeof items[0] === 'number') return items.join(' ')
    return `(${items.map((item) => text(item)).join(', ')})`
  }
  return `${type.toUpperCase()} ${text(coordinates)}`
}
