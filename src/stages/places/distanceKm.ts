interface Point {
  readonly lat: number
  readonly lon: number
}

const RADIANS = Math.PI / 180
/** Mean radius of the Earth (IUGG). */
const EARTH_KM = 6371

/** Great-circle distance (haversine). */
export function distanceKm(a: Point, b: Point): number {
  const h =
    Math.sin(((b.lat - a.lat) * RADIANS) / 2) ** 2 +
    Math.cos(a.lat * RADIANS) * Math.cos(b.lat * RADIANS) * Math.sin(((b.lon - a.lon) * RADIANS) / 2) ** 2
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)))
}
