import { civilDay } from './dayNumber.ts'
import { edgesOf, type Moment } from './Moment.ts'

/** Which part of a moment is meant: early 2015, mid-May, the end of March. */
export type Slice = 'start' | 'early' | 'mid' | 'late' | 'end'

const two = (value: number): string => String(value).padStart(2, '0')

/** ISO 8601 years: four digits, a sign before our era; EDTF level 1 writes longer ones with a Y. */
function yearOf(year: number): string {
  if (Math.abs(year) > 9999) return `Y${year}`
  return year < 0 ? `-${String(-year).padStart(4, '0')}` : String(year).padStart(4, '0')
}

/** A day number as an EDTF date. */
export function edtfDay(days: number): string {
  const { year, month, day } = civilDay(days)
  return `${yearOf(year)}-${two(month)}-${two(day)}`
}

/** Sub-year groupings of EDTF: seasons without a hemisphere 21-24, quarters 33-36, halves 40-41. */
const SEASONS = { SP: 21, SU: 22, FA: 23, WI: 24 } as const

/**
 * The EDTF expression of a moment: 199X, 2015-21 (spring), 2015-34 (second quarter), 2015-07-06; weeks and weekends are
 * intervals of days. A slice is a third of the moment with its inner edge approximate: early May is 2015-05-01/2015-05-10~, the end of May 2015-05-27~/2015-05-31.
 */
export function edtfOf(moment: Moment, how: { readonly slice?: Slice; readonly about?: boolean } = {}): string {
  if (how.slice !== undefined) return sliceOf(moment, how.slice)
  const plain = plainEdtf(moment)
  const simple = moment.grain === 'year' || moment.grain === 'month' || moment.grain === 'day'
  return how.about === true && simple ? `${plain}~` : plain
}

function plainEdtf(moment: Moment): string {
  const { grain, year, sub = 1, month = 1, day = 1 } = moment
  switch (grain) {
    case 'century':
      return year >= 0 ? `${two(Math.floor(year / 100))}XX` : `${yearOf(year)}/${yearOf(year + 99)}`
    case 'decade':
      return year >= 0 ? `${yearOf(year).slice(0, 3)}X` : `${yearOf(year)}/${yearOf(year + 9)}`
    case 'year':
      return yearOf(year)
    case 'half':
      return `${yearOf(year)}-${39 + sub}`
    case 'quarter':
      return `${yearOf(year)}-${32 + sub}`
    case 'season':
      return `${yearOf(year)}-${SEASONS[moment.season ?? 'SU']}`
    case 'month':
      return `${yearOf(year)}-${two(month)}`
    case 'week':
    case 'weekend':
      return edgesOf(moment).map(edtfDay).join('/')
    case 'day':
    case 'part':
      return `${yearOf(year)}-${two(month)}-${two(day)}`
    default:
      return clockEdtf(moment)
  }
}

/** EDTF knows clock times to the second only; what the text leaves open is zero. Hour 24 is the next day's 00. */
function clockEdtf(moment: Moment): string {
  const { hour = 0, minute = 0, second = 0, zone = '' } = moment
  const day = edtfDay(edgesOf(moment)[0] + (hour === 24 ? 1 : 0))
  return moment.year < 0 ? day : `${day}T${two(hour % 24)}:${two(minute)}:${two(second)}${zone}`
}

/** The first or the last part: the start of a year is its January, that of a month its first five days. */
function edgeOf(moment: Moment, slice: 'start' | 'end'): string {
  const [first, last] = edgesOf(moment)
  const { grain, year } = moment
  const start = slice === 'start'
  if (grain === 'year') return `${yearOf(year)}-${start ? '01' : '12'}~`
  if (grain === 'decade') return `${yearOf(start ? year : year + 9)}~`
  if (grain === 'century') return `${yearOf(start ? year : year + 90)}~/${yearOf(start ? year + 9 : year + 99)}~`
  if (last - first < 6) return plainEdtf(moment)
  return start ? `${edtfDay(first)}/${edtfDay(first + 4)}~` : `${edtfDay(last - 4)}~/${edtfDay(last)}`
}

/** Moments are cut in thirds: of a year at the months, of anything else at the days. */
function sliceOf(moment: Moment, slice: Slice): string {
  if (slice === 'start' || slice === 'end') return edgeOf(moment, slice)
  const third = { early: 0, mid: 1, late: 2 }[slice]
  const [first, last] = edgesOf(moment)
  const { grain, year } = moment
  const edges = ['early', 'late'].includes(slice) ? [slice === 'late', slice === 'early'] : [true, true]
  const write = (from: string, to: string): string => `${from}${edges[0] ? '~' : ''}/${to}${edges[1] ? '~' : ''}`
  if (grain === 'century') return write(yearOf(year + third * 33), yearOf(year + [32, 66, 99][third]))
  if (grain === 'decade') return write(yearOf(year + [0, 3, 7][third]), yearOf(year + [3, 6, 9][third]))
  if (grain === 'year') {
    return write(`${yearOf(year)}-${two(third * 4 + 1)}`, `${yearOf(year)}-${two(third * 4 + 4)}`)
  }
  const length = last - first + 1
  if (length < 3) return plainEdtf(moment)
  const cut = (part: number): number => first + Math.floor((length * part) / 3)
  return write(edtfDay(cut(third)), edtfDay(third === 2 ? last : cut(third + 1) - 1))
}
