import { dayNumber, daysInMonth } from './dayNumber.ts'
import { firstDay, type Moment, momentOfDay } from './Moment.ts'
import { type Match, spanEnd } from './Rule.ts'

/** A place in capitals, with or without its country, up to the date: "KASSERINE, Tunisia, " */
const PLACE = /^\s*\p{Lu}{3}[\p{Lu}\s.'’-]*(?:,[^\n,:;()]{1,30}){0,2},\s*$/u
/** What closes a dateline: the agency, and a dash. */
const DASH = /^\s*(?:\([^()\n]{1,40}\)\s*)?(?:--|[-–—])\s/

/** A report is dated from its own day or one of these many before it appeared. */
const LATEST = 7

/**
 * The day in the dateline, where it is not the one of publication: what a report from 26 June calls "yesterday" is 25 June,
 * whatever day it was printed.
 *
 *     KASSERINE, Tunisia, June 26 (Wire) - Soldiers shot dead two men …
 *                         ^-----^
 */
export function datelineDay(
  text: string,
  [first]: readonly Match[],
  published: Moment | undefined,
): Moment | undefined {
  if (first === undefined) return undefined
  const { month, day, year } = first.slots
  if (month === undefined || day === undefined) return undefined
  const from = first.atoms[first.from].start
  const begins = text.lastIndexOf('\n', from) + 1
  const behind = text.slice(first.atoms[spanEnd(first) - 1].end).slice(0, 50)
  if (!PLACE.test(text.slice(begins, from)) || !DASH.test(behind)) return undefined
  if (published === undefined) return year === undefined || year < 1000 ? undefined : dayOf(year, month, day)
  const today = firstDay(published)
  const years = year === undefined ? [published.year, published.year - 1] : [year]
  return years
    .map((each) => dayOf(each, month, day))
    .find((moment) => moment !== undefined && firstDay(moment) < today && today - firstDay(moment) <= LATEST)
}

const dayOf = (year: number, month: number, day: number): Moment | undefined =>
  day <= daysInMonth(year, month) ? momentOfDay(dayNumber(year, month, day)) : undefined
