/**
 * Builds src/geography/shapeData.ts, the outlines of the countries, from Natural Earth as the package `world-atlas` carries it.
 *
 *     cd training/gazetteer && npm ci --ignore-scripts && cd ../..
 *     node_modules/.bin/node training/gazetteer/buildShapes.ts
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { encodeLine } from '../../src/geography/encodeLine.ts'

const root = new URL('../../', import.meta.url).pathname
const packages = new URL('node_modules/', import.meta.url).pathname

/** Lines may stray by so many degrees, some 4 km. */
const TOLERANCE = 0.04
/** Islands smaller than this, in square degrees at the equator, are left out where their country has a larger one. */
const LEAST = 0.15

/** What the source gives no number, or the list of numbers lacks, under the country that the gazetteer has it in. */
const UNNUMBERED: Readonly<Record<string, string>> = {
  Somaliland: 'SO',
  Kosovo: 'XK',
  'N. Cyprus': 'CY',
  'W. Sahara': 'EH',
  'New Caledonia': 'NC',
  'Fr. Polynesia': 'PF',
}

type Point = readonly [number, number]
interface Topology {
  readonly transform: { readonly scale: Point; readonly translate: Point }
  readonly arcs: readonly (readonly Point[])[]
  readonly objects: {
    readonly countries: {
      readonly geometries: readonly {
        readonly id?: string
        readonly type: string
        readonly arcs?: readonly unknown[]
        readonly properties: { readonly name: string }
      }[]
    }
  }
}

const { transform, arcs, objects }: Topology = JSON.parse(
  readFileSync(`${packages}world-atlas/countries-50m.json`, 'utf8'),
)
const iso = Object.values(
  JSON.parse(readFileSync(`${packages}iso3166-2-db/data/iso3166-2.json`, 'utf8')) as Record<
    string,
    { iso: string; numeric: number }
  >,
)
const isoOf = new Map(iso.map((country) => [String(country.numeric).padStart(3, '0'), country.iso]))

const lines = arcs.map((arc) => {
  let [x, y] = [0, 0]
  const points = arc.map(([dx, dy]): Point => {
    x += dx
    y += dy
    const { scale, translate } = transform
    return [x * scale[0] + translate[0], y * scale[1] + translate[1]]
  })
  return simplify(points)
})

/** Douglas and Peucker: the ends stay, so that lines still meet where they met. */
function simplify(points: readonly Point[]): readonly Point[] {
  if (points.length < 3) return points
  const [first, last] = [points[0], points[points.length - 1]]
  let [most, at] = [0, 0]
  for (let i = 1; i + 1 < points.length; i++) {
    const off = distance(points[i], first, last)
    if (off > most) [most, at] = [off, i]
  }
  if (most < TOLERANCE) return [first, last]
  return [...simplify(points.slice(0, at + 1)), ...simplify(points.slice(at)).slice(1)]
}

function distance([x, y]: Point, [x0, y0]: Point, [x1, y1]: Point): number {
  const length = (x1 - x0) ** 2 + (y1 - y0) ** 2
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / length))
  return Math.hypot(x - x0 - t * (x1 - x0), y - y0 - t * (y1 - y0))
}

const sizeOf = (ring: readonly number[]): number => {
  const points = ring.flatMap((index) => (index < 0 ? lines[~index].toReversed() : lines[index]))
  return Math.abs(
    points.reduce((sum, [x, y], i) => {
      const [x1, y1] = points[(i + 1) % points.length]
      return sum + (x * y1 - x1 * y) / 2
    }, 0),
  )
}

// A country is its outer rings, a ring the numbers of its lines; ~n is line n walked backwards.
const countries: Record<string, number[][]> = {}
for (const { id, type, arcs: pieces, properties } of objects.countries.geometries) {
  const country = isoOf.get(id ?? '') ?? UNNUMBERED[properties.name]
  if (country === undefined || pieces === undefined) continue
  const polygons = (type === 'Polygon' ? [pieces] : pieces) as number[][][]
  const rings = polygons.map(([outer]) => outer).sort((a, b) => sizeOf(b) - sizeOf(a))
  const kept = rings.filter((ring, i) => i === 0 || sizeOf(ring) >= LEAST)
  countries[country] = [...(countries[country] ?? []), ...kept]
}

const used = [
  ...new Set(
    Object.values(countries)
      .flatMap((rings) => rings.flat())
      .map((index) => (index < 0 ? ~index : index)),
  ),
]
const number = new Map(used.map((index, i) => [index, i]))
const renumber = (index: number): number => (index < 0 ? ~(number.get(~index) ?? 0) : (number.get(index) ?? 0))
const shapes = Object.entries(countries)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([country, rings]) => `${country} ${rings.map((ring) => ring.map(renumber).join(',')).join(' ')}`)

const code = `/** Made by training/gazetteer/buildShapes.ts from Natural Earth (public domain): lines, and the rings of countries that they make. */
export const SHAPE_LINES =
  ${JSON.stringify(used.map((index) => encodeLine(lines[index])).join(' '))}

export const SHAPE_RINGS =
  ${JSON.stringify(shapes.join(';'))}
`
writeFileSync(`${root}src/geography/shapeData.ts`, code)
console.log(
  `${shapes.length} countries, ${used.length} lines, ${used.reduce((n, index) => n + lines[index].length, 0)} points, ${code.length} bytes`,
)
