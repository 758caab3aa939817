import { civilDay, dayNumber, daysInMonth, isoWeekOf, mondayOf } from './dayNumber.ts'

/** How exactly a moment is named, from the coarsest to the finest. */
export const GRAINS = [
  'century',
  'decade',
  'year',
  'half',
  'quarter',
  'season',
  'month',
  'week',
  'weekend',
  'day',
  'part',
  'hour',
  'minute',
  'second',
] as const
export type Grain = (typeof GRAINS)[number]

/** Units in which texts count time. */
export type Unit =
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'weekend'
  | 'week'
  | 'fortnight'
  | 'month'
  | 'quarter'
  | 'season'
  | 'year'
  | 'decade'
  | 'century'
  | 'millennium'

/** Seasons as ISO-TimeML writes them. */
export type Season = 'SP' | 'SU' | 'FA' | 'WI'

/** Parts of the day as ISO-TimeML writes them: morning, midday, afternoon, evening, night, daytime. */
export type DayPart = 'MO' | 'MI' | 'AF' | 'EV' | 'NI' | 'DT'

/**
 * A stretch of the calendar named as texts name it: 1990s, 2015-Q2, summer 2015, 2015-07, Friday evening.
 * `year` is the ISO year (0 is 1 BC); for centuries and decades their first year; for weeks the year of the week.
 */
export interface Moment {
  readonly grain: Grain
  readonly year: number
  /** number of the half, quarter or week within the year */
  readonly sub?: number
  readonly season?: Season
  readonly month?: number
  readonly day?: number
  readonly part?: DayPart
  readonly hour?: number
  readonly minute?: number
  readonly second?: number
  /** offset of the clock: `Z`, `+03:00` */
  readonly zone?: string
}

export const rank = (grain: Grain): number => GRAINS.indexOf(grain)

/** True where `grain` is at least as exact as `than`. */
export const isAsFineAs = (grain: Grain, than: Grain): boolean => rank(grain) >= rank(than)

export const yearMoment = (year: number): Moment => ({ grain: 'year', year })
export const monthMoment = (year: number, month: number): Moment => ({ grain: 'month', year, month })
export const dayMoment = (year: number, month: number, day: number): Moment => ({ grain: 'day', year, month, day })
export const quarterMoment = (year: number, sub: number): Moment => ({ grain: 'quarter', year, sub })
export const seasonMoment = (year: number, season: Season): Moment => ({ grain: 'season', year, season })

export function momentOfDay(days: number): Moment {
  const { year, month, day } = civilDay(days)
  return dayMoment(year, month, day)
}

export function weekMoment(days: number, grain: 'week' | 'weekend' = 'week'): Moment {
  const { year, week } = isoWeekOf(days)
  return { grain, year, sub: week }
}

/** First month of each season in the northern hemisphere, as meteorologists count; winter starts the December before. */
const SEASON_START: Record<Season, number> = { SP: 3, SU: 6, FA: 9, WI: 12 }

/** The first and the last day of a moment, as day numbers. */
export function edgesOf(moment: Moment): [first: number, last: number] {
  const { grain, year, month = 1, day = 1, sub = 1 } = moment
  const months = (from: number, count: number): [number, number] => {
    const last = year * 12 + (from - 1) + count - 1
    const lastYear = Math.floor(last / 12)
    const lastMonth = last - lastYear * 12 + 1
    return [dayNumber(year, from, 1), dayNumber(lastYear, lastMonth, daysInMonth(lastYear, lastMonth))]
  }
  switch (grain) {
    case 'century':
      return [dayNumber(year, 1, 1), dayNumber(year + 99, 12, 31)]
    case 'decade':
      return [dayNumber(year, 1, 1), dayNumber(year + 9, 12, 31)]
    case 'year':
      return months(1, 12)
    case 'half':
      return months(sub * 6 - 5, 6)
    case 'quarter':
      return months(sub * 3 - 2, 3)
    case 'season':
      return months(SEASON_START[moment.season ?? 'SU'], 3)
    case 'month':
      return months(month, 1)
    case 'week':
      return [mondayOf(year, sub), mondayOf(year, sub) + 6]
    case 'weekend':
      return [mondayOf(year, sub) + 5, mondayOf(year, sub) + 6]
    default:
      return [dayNumber(year, month, day), dayNumber(year, month, day)]
  }
}

export const firstDay = (moment: Moment): number => edgesOf(moment)[0]
export const lastDay = (moment: Moment): number => edgesOf(moment)[1]

/** The month in which a moment begins, counted from year 0. */
export function monthIndex(moment: Moment): number {
  const { year, month } = civilDay(firstDay(moment))
  return year * 12 + month - 1
}

const monthOfIndex = (index: number): Moment => {
  const year = Math.floor(index / 12)
  return monthMoment(year, index - year * 12 + 1)
}

/** What `unit` the moment lies in: the week of 2015-07-06, its month, its year. */
export function containing(moment: Moment, unit: Unit): Moment {
  const first = firstDay(moment)
  const { year, month } = civilDay(first)
  switch (unit) {
    case 'millennium':
    case 'century':
      return { grain: 'century', year: Math.floor(year / 100) * 100 }
    case 'decade':
      return { grain: 'decade', year: Math.floor(year / 10) * 10 }
    case 'year':
      return yearMoment(moment.grain === 'week' || moment.grain === 'weekend' ? moment.year : year)
    case 'quarter':
      return quarterMoment(year, Math.ceil(month / 3))
    case 'season':
      return seasonMoment(year, (['WI', 'SP', 'SU', 'FA'] as const)[Math.floor((month % 12) / 3)])
    case 'month':
      return monthMoment(year, month)
    case 'fortnight':
    case 'week':
      return weekMoment(first)
    case 'weekend':
      return weekMoment(first, 'weekend')
    default:
      return momentOfDay(first)
  }
}

/** The moment `count` units away, at the precision of the unit: four years before 2015-07-06 is 2011. */
export function shifted(moment: Moment, count: number, unit: Unit): Moment {
  const whole = Math.round(count)
  switch (unit) {
    case 'millennium':
      return { grain: 'year', year: moment.year + Math.round(count * 1000) }
    case 'century':
      return { grain: 'century', year: Math.floor(moment.year / 100 + whole) * 100 }
    case 'decade':
      return { grain: 'year', year: moment.year + Math.round(count * 10) }
    case 'year':
      return Number.isInteger(count)
        ? yearMoment(civilDay(firstDay(moment)).year + count)
        : monthOfIndex(monthIndex(moment) + Math.round(count * 12))
    case 'season':
    case 'quarter': {
      const index = Math.floor(monthIndex(moment) / 3) + whole
      const year = Math.floor(index / 4)
      return quarterMoment(year, index - year * 4 + 1)
    }
    case 'month':
      return monthOfIndex(monthIndex(moment) + whole)
    case 'fortnight':
      return weekMoment(firstDay(moment) + Math.round(count * 14))
    case 'week':
      return weekMoment(firstDay(moment) + Math.round(count * 7))
    case 'weekend':
      return weekMoment(firstDay(moment) + Math.round(count * 7), 'weekend')
    case 'day':
      return momentOfDay(firstDay(moment) + whole)
    default:
      return shiftedClock(moment, count, unit)
  }
}

const SECONDS = { hour: 3600, minute: 60, second: 1 } as const

/** Hours and minutes can only be counted from a clock time; from a day they stay on that day. */
function shiftedClock(moment: Moment, count: number, unit: 'hour' | 'minute' | 'second'): Moment {
  if (moment.hour === undefined) return momentOfDay(firstDay(moment))
  const total =
    moment.hour * 3600 + (moment.minute ?? 0) * 60 + (moment.second ?? 0) + Math.round(count * SECONDS[unit])
  const days = Math.floor(total / 86_400)
  const rest = total - days * 86_400
  const { year, month, day } = civilDay(firstDay(moment) + days)
  return {
    ...moment,
    grain: moment.grain === 'hour' && unit !== 'hour' ? 'minute' : moment.grain,
    year,
    month,
    day,
    hour: Math.floor(rest / 3600),
    minute: moment.minute === undefined && rest % 3600 === 0 ? undefined : Math.floor((rest % 3600) / 60),
  }
}

/** The same moment in another year: the third quarter a year before 1989-Q3 is 1988-Q3. */
export function inYear(moment: Moment, year: number): Moment {
  if (moment.grain === 'week' || moment.grain === 'weekend') {
    return { ...moment, year, sub: Math.min(moment.sub ?? 1, 52) }
  }
  const { month, day } = moment
  return month !== undefined && day !== undefined
    ? { ...moment, year, day: Math.min(day, daysInMonth(year, month)) }
    : { ...moment, year }
}
