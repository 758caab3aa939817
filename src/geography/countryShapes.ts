import { decodeLine } from './encodeLine.ts'
import type { Position } from './Position.ts'
import { SHAPE_LINES, SHAPE_RINGS } from './shapeData.ts'

interface Shapes {
  readonly lines: readonly (readonly Position[])[]
  /** By country: its rings, the largest first, of line numbers; ~n is line n walked backwards. */
  readonly rings: ReadonlyMap<string, readonly (readonly number[])[]>
  /** By line: the countries on its two sides, one where the other is the sea. */
  readonly sides: readonly (readonly string[])[]
}

let shapes: Shapes | undefined

function allShapes(): Shapes {
  if (shapes !== undefined) return shapes
  const lines = SHAPE_LINES.split(' ').map(decodeLine)
  const rings = new Map<string, number[][]>()
  const sides: string[][] = lines.map(() => [])
  for (const entry of SHAPE_RINGS.split(';')) {
    const [country, ...own] = entry.split(' ')
    const numbers = own.map((ring) => ring.split(',').map(Number))
    rings.set(country, numbers)
    for (const number of numbers.flat()) sides[number < 0 ? ~number : number].push(country)
  }
  shapes = { lines, rings, sides }
  return shapes
}

/** The outer rings of a country (ISO 3166-1 alpha-2), the largest first, closed, to some 5 km; none where it is too small. */
export function outlineOf(country: string): Position[][] {
  const { lines, rings } = allShapes()
  return (rings.get(country) ?? [])
    .map((ring) => {
      const points = ring.flatMap((number) => (number < 0 ? lines[~number].toReversed() : lines[number]))
      return points.filter((point, i) => i === 0 || point[0] !== points[i - 1][0] || point[1] !== points[i - 1][1])
    })
    .filter((ring) => ring.length > 3)
}

/** The land border of a country, with another one or, where none is named, with all its neighbours. */
export const borderOf = (country: string, other?: string): (readonly Position[])[] =>
  linesWhere(
    (sides) =>
      sides.includes(country) && (other === undefined ? sides.some((side) => side !== country) : sides.includes(other)),
  )

/** The lines of a country that no other country shares. */
export const coastOf = (country: string): (readonly Position[])[] =>
  linesWhere((sides) => sides.length === 1 && sides[0] === country)

function linesWhere(test: (sides: readonly string[]) => boolean): (readonly Position[])[] {
  const { lines, sides } = allShapes()
  return lines.filter((_, i) => test(sides[i]))
}
