/** Day number of 1 Muharram of the year 1: 19 July 622 of the Gregorian calendar (civil epoch). */
const EPOCH = -492_148

/**
 * The day number of an Islamic date by the tabular calendar (30-year cycle, leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26,
 * 29). Real months begin with a sighting of the moon and may differ by a day or two: whoever uses this says "about".
 */
export function fromHijri(year: number, month: number, day: number): number {
  const leaps = Math.floor((3 + 11 * year) / 30)
  return EPOCH + (year - 1) * 354 + leaps + Math.ceil(29.5 * (month - 1)) + day - 1
}

/** The Islamic year that began before or in the Gregorian year, about. */
export const hijriYearOf = (year: number): number => Math.floor(((year - 622) * 33) / 32)
