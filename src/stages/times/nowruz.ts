import { dayNumber } from './dayNumber.ts'

/** 1 Farvardin of the year 1396 was 21 March 2017. */
const [YEAR, BEGAN] = [1396, dayNumber(2017, 3, 21)]

/** The Iranian calendar has 8 leap years in 33; this counts them to the beginning of a year. */
const leapsBefore = (year: number): number => Math.floor((8 * (year - 1) + 29) / 33)

/** Day number of Nowruz, the first of the Iranian year that begins in a Gregorian one: 20 or 21 March. */
export function nowruz(year: number): number {
  const iranian = year - 621
  return BEGAN + (iranian - YEAR) * 365 + leapsBefore(iranian) - leapsBefore(YEAR)
}
