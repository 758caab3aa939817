/** A length of time as a date is counted with: whole days, weeks, months, years. */
export interface Length {
  readonly count: number
  readonly unit: 'D' | 'W' | 'M' | 'Y'
}

/**
 * The EDTF date a length away from another, as exact as both: ten days after 2015-06-26 is 2015-07-06, a month before it about
 * 2015-05, six weeks after it about that day; ten days after May 2015 is about May. `undefined` where the date is no such thing.
 */
export function dateAway(edtf: string, { count, unit }: Length): string | undefined {
  const ends = edtf.split('/')
  if (ends.length === 2) {
    const moved = ends.map((end) => dateAway(end, { count, unit }))
    return moved.every((end) => end !== undefined) ? moved.join('/') : undefined
  }
  const match = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d{2})(?:T[^~?%]*)?)?)?([~?%]?)$/.exec(edtf)
  if (match === null) return undefined
  const [, year, month, day, doubt] = match
  if (day !== undefined && (unit === 'D' || unit === 'W')) {
    const exact = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day) + count * (unit === 'W' ? 7 : 1)))
    return `${exact.toISOString().slice(0, 10)}${unit === 'W' ? '~' : doubt}`
  }
  if (unit === 'Y' && Math.abs(count) > 1) return `${four(Number(year) + count)}${doubt}`
  if (month === undefined) return `${four(Number(year) + (unit === 'Y' ? count : 0))}${unit === 'Y' ? doubt : '~'}`
  const months = { D: 0, W: Math.round(count / 4.35), M: count, Y: count * 12 }[unit]
  const index = Number(year) * 12 + Number(month) - 1 + months
  return `${four(Math.floor(index / 12))}-${String((index % 12) + 1).padStart(2, '0')}${unit === 'M' ? doubt : '~'}`
}

const four = (year: number): string => String(year).padStart(4, '0')
