import { decodeLine } from './encodeLine.ts'
import type { Position } from './Position.ts'
import { SHAPE_LINES, SHAPE_RINGS } from './shapeData.ts'

interface Rings {
  /** By country: its rings, the largest first, of line numbers; ~n is line n walked backwards. */
  readonly of: ReadonlyMap<string, readonly (readonly number[])[]>
  /** By line: the countries on its two sides, one where the other is the sea. */
  readonly sides: readonly (readonly string[])[]
}

let rings: Rings | undefined
let lines: readonly (readonly Position[])[] | undefined

function allRings(): Rings {
  if (rings !== undefined) return rings
  const of = new Map<string, number[][]>()
  const sides: string[][] = []
  for (const entry of SHAPE_RINGS.split(';')) {
    const [country, ...own] = entry.split(' ')
    const numbers = own.map((ring) => ring.split(',').map(Number))
    of.set(country, numbers)
    for (const number of numbers.flat()) {
      const line = number < 0 ? ~number : number
      sides[line] = [...(sides[line] ?? []), country]
    }
  }
  rings = { of, sides }
  return rings
}

function allLines(): readonly (readonly Position[])[] {
  lines ??= SHAPE_LINES.split(' ').map(decodeLine)
  return lines
}

/** The outer rings of a country (ISO 3166-1 alpha-2), the largest first, closed, to some 5 km; none where it is too small. */
export function outlineOf(country: string): Position[][] {
  const all = allLines()
  return (allRings().of.get(country) ?? [])
    .map((ring) => {
      const points = ring.flatMap((number) => (number < 0 ? all[~number].toReversed() : all[number]))
      return points.filter((point, i) => i === 0 || point[0] !== points[i - 1][0] || point[1] !== points[i - 1][1])
    })
    .filter((ring) => ring.length > 3)
}

/** True where two countries share a land border; where none is named, where the one has any. */
export const haveBorder = (country: string, other?: string): boolean =>
  numbersOf(country, isBorder(country, other)).length > 0

/** The land border of a country, with another one or, where none is named, with all its neighbours. */
export const borderOf = (country: string, other?: string): (readonly Position[])[] =>
  numbersOf(country, isBorder(country, other)).map((line) => allLines()[line])

/** The lines of a country that no other country shares. */
export const coastOf = (country: string): (readonly Position[])[] =>
  numbersOf(country, (sides) => sides.length === 1).map((line) => allLines()[line])

const isBorder =
  (country: string, other: string | undefined) =>
  (sides: readonly string[]): boolean =>
    other === undefined ? sides.some((side) => side !== country) : other !== country && sides.includes(other)

function numbersOf(country: string, test: (sides: readonly string[]) => boolean): number[] {
  const { of, sides } = allRings()
  const own = (of.get(country) ?? []).flat().map((number) => (number < 0 ? ~number : number))
  return [...new Set(own)].filter((line) => test(sides[line]))
}
