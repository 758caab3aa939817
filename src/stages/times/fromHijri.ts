import { newMoonNear } from './newMoon.ts'

/** Day number of 1 Muharram of the year 1: 19 July 622 of the Gregorian calendar (civil epoch). */
const EPOCH = -492_148

/** The tabular calendar: 30-year cycle, leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29; a day or two beside the real months. */
function tabular(year: number, month: number): number {
  const leaps = Math.floor((3 + 11 * year) / 30)
  return EPOCH + (year - 1) * 354 + leaps + Math.ceil(29.5 * (month - 1))
}

/** Where the moon is new by this hour of the day in Mecca, the month begins the next day, otherwise a day later. */
const LAST_HOUR = 16
const MECCA = 3

/**
 * The day number of an Islamic date: the month begins the evening after the new moon, as the calendar of Saudi Arabia reckons it
 * (six of seven months fall on the same day, the others one beside it). Elsewhere the moon is sighted a day later or earlier:
 * whoever uses this says "about".
 */
export function fromHijri(year: number, month: number, day: number): number {
  const moon = newMoonNear(tabular(year, month) - 1)
  return Math.floor(moon + (24 - LAST_HOUR + MECCA) / 24) + day
}

/** The Islamic year that began before or in the Gregorian year, about. */
export const hijriYearOf = (year: number): number => Math.floor(((year - 622) * 33) / 32)
