/** A position as GeoJSON has it (RFC 7946): longitude, latitude, in degrees of WGS 84. */
export type Position = readonly [lon: number, lat: number]

/** The mean radius of the earth, in kilometres. */
const EARTH_KM = 6371
const RADIANS = Math.PI / 180

/** Great-circle distance. */
export function kilometres([lonA, latA]: Position, [lonB, latB]: Position): number {
  const half =
    Math.sin(((latB - latA) * RADIANS) / 2) ** 2 +
    Math.cos(latA * RADIANS) * Math.cos(latB * RADIANS) * Math.sin(((lonB - lonA) * RADIANS) / 2) ** 2
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(half)))
}

/** Where one comes to from `from`, going so far on the bearing, in degrees from north clockwise. Longitudes may pass 180. */
export function destination([lon, lat]: Position, bearing: number, km: number): Position {
  const way = km / EARTH_KM
  const [north, turn] = [lat * RADIANS, bearing * RADIANS]
  const sine = Math.sin(north) * Math.cos(way) + Math.cos(north) * Math.sin(way) * Math.cos(turn)
  const latitude = Math.asin(Math.max(-1, Math.min(1, sine)))
  const east = Math.atan2(
    Math.sin(turn) * Math.sin(way) * Math.cos(north),
    Math.cos(way) - Math.sin(north) * Math.sin(latitude),
  )
  return [lon + east / RADIANS, latitude / RADIANS]
}

/** The bearing on which one leaves `from` for `to`, in degrees from north clockwise. */
export function bearing([lonA, latA]: Position, [lonB, latB]: Position): number {
  const [a, b, east] = [latA * RADIANS, latB * RADIANS, (lonB - lonA) * RADIANS]
  const y = Math.sin(east) * Math.cos(b)
  const x = Math.cos(a) * Math.sin(b) - Math.sin(a) * Math.cos(b) * Math.cos(east)
  return (((Math.atan2(y, x) / RADIANS) % 360) + 360) % 360
}

/** How far a position lies from a line of positions, to about a percent: the pieces are taken as straight on a plane around it. */
export function kilometresToLine(from: Position, line: readonly Position[]): number {
  const shrink = Math.cos(from[1] * RADIANS)
  const flat = ([lon, lat]: Position): readonly [number, number] => [
    (((((lon - from[0] + 540) % 360) + 360) % 360) - 180) * shrink * 111.195,
    (lat - from[1]) * 111.195,
  ]
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i + 1 < line.length; i++) {
    const [x0, y0] = flat(line[i])
    const [x1, y1] = flat(line[i + 1])
    const length = (x1 - x0) ** 2 + (y1 - y0) ** 2
    const t = length === 0 ? 0 : Math.max(0, Math.min(1, -(x0 * (x1 - x0) + y0 * (y1 - y0)) / length))
    least = Math.min(least, Math.hypot(x0 + t * (x1 - x0), y0 + t * (y1 - y0)))
  }
  return least
}
