import type { HolidayDay } from '../../vocabulary/TimesLexicon.ts'
import { dayNumber, daysInMonth, weekdayOf } from './dayNumber.ts'
import { fromHijri, hijriYearOf } from './fromHijri.ts'
import { dayMoment, type Moment, momentOfDay, monthMoment } from './Moment.ts'
import { newMoonFrom } from './newMoon.ts'
import { nowruz } from './nowruz.ts'

/** The days of a year that a holiday may be: for "Eid" alone there are two. */
export const holidayMoments = (on: HolidayDay, year: number): Moment[] =>
  ('eid' in on ? EIDS : [on]).map((one) => holidayMoment(one, year)).filter((moment) => moment !== undefined)

const EIDS = [
  { hijriMonth: 10, hijriDay: 1 },
  { hijriMonth: 12, hijriDay: 10 },
]

/** When a holiday falls in a year. Islamic holidays move: the first that begins in the year, as near as tables tell. */
export function holidayMoment(on: Exclude<HolidayDay, { eid: string }>, year: number): Moment | undefined {
  if ('calendar' in on) return momentOfDay(nowruz(year))
  if ('newMoonFrom' in on) {
    const { month, day } = on.newMoonFrom
    return momentOfDay(Math.floor(newMoonFrom(dayNumber(year, month, day), on.hoursAhead)) + on.days)
  }
  if ('easter' in on) return momentOfDay(easterSunday(year) + on.easter)
  if ('hijriMonth' in on) return islamicHoliday(on, year)
  if ('day' in on) return dayMoment(year, on.month, on.day)
  const { month, weekday, nth, after = 0 } = on
  if (nth < 0) {
    const last = dayNumber(year, month, daysInMonth(year, month))
    return momentOfDay(last - ((weekdayOf(last) - weekday + 7) % 7))
  }
  const first = dayNumber(year, month, 1 + after)
  return momentOfDay(first + ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7)
}

/** Ramadan is named by the month in which it begins: its edges are a day uncertain anyway. */
function islamicHoliday(on: { hijriMonth: number; hijriDay?: number | undefined }, year: number): Moment | undefined {
  const guess = hijriYearOf(year)
  for (const hijriYear of [guess - 1, guess, guess + 1, guess + 2]) {
    const moment = momentOfDay(fromHijri(hijriYear, on.hijriMonth, on.hijriDay ?? 1))
    if (moment.year !== year) continue
    return on.hijriDay === undefined ? monthMoment(moment.year, moment.month ?? 1) : moment
  }
  return undefined
}

/** Day number of Easter Sunday. The "Anonymous Gregorian algorithm" (Nature, 1876), as given by Meeus. */
export function easterSunday(year: number): number {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const g = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const l = (32 + 2 * e + 2 * i - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  return dayNumber(year, month, ((h + l - 7 * m + 114) % 31) + 1)
}
