import { edtfDay, edtfOf } from './edtfOf.ts'
import {
  containing,
  edgesOf,
  firstDay,
  isAsFineAs,
  lastDay,
  type Moment,
  momentOfDay,
  rank,
  shifted,
  type Unit,
  yearMoment,
} from './Moment.ts'
import { ABSOLUTE, dated, lasting, open, type Point, type Resolved } from './Resolved.ts'
import type { Quantity } from './readQuantity.ts'
import { durationOf } from './timexOf.ts'

/** The value of a unit of which nothing else is known. */
export const OPEN_UNIT: Readonly<Record<Unit, string>> = {
  second: 'XXXX-XX-XXTXX:XX:XX',
  minute: 'XXXX-XX-XXTXX:XX',
  hour: 'XXXX-XX-XXTXX',
  day: 'XXXX-XX-XX',
  weekend: 'XXXX-WXX-WE',
  week: 'XXXX-WXX',
  fortnight: 'XXXX-WXX',
  month: 'XXXX-XX',
  quarter: 'XXXX-QX',
  season: 'XXXX-QX',
  year: 'XXXX',
  decade: 'XXX',
  century: 'XX',
  millennium: 'X',
}

/** "this week", "last month", "the next day": the unit around the point, moved by `step`. */
export function unitAt(point: Point | undefined, unit: Unit, step: number): Resolved {
  if (point === undefined) return open(OPEN_UNIT[unit])
  // "In May … the next day": a day of May or so
  const told = point.anchor.kind === 'date' && /^(?:year|season|month)$/.test(point.moment.grain)
  if (told && (unit === 'day' || unit === 'week')) {
    return { ...open(OPEN_UNIT[unit]), edtf: edtfOf(point.moment), anchor: point.anchor }
  }
  return dated(unitMoment(point.moment, unit, step), point.anchor)
}

function unitMoment(moment: Moment, unit: Unit, step: number): Moment {
  const here = containing(moment, unit)
  if (step === 0) return here
  const there = shifted(here, step, unit)
  return unit === 'decade' ? containing(there, 'decade') : there
}

/** "four years ago", "two days later": as exact as the unit; a vague count says only past or future. */
export function counted(
  point: Point | undefined,
  { count }: Quantity,
  unit: Unit,
  direction: 1 | -1,
  about = false,
): Resolved {
  if (count === undefined) {
    const resolved = open(direction < 0 ? 'PAST_REF' : 'FUTURE_REF')
    if (point === undefined) return resolved
    const edge = edtfDay(firstDay(point.moment))
    return { ...resolved, edtf: direction < 0 ? `/${edge}` : `${edge}/`, anchor: point.anchor }
  }
  if (point === undefined) return open(OPEN_UNIT[unit])
  const clock = unit === 'hour' || unit === 'minute' || unit === 'second'
  if (clock && point.moment.hour === undefined) {
    // a day is no clock: the day stands, the hour is open
    const days = unit === 'hour' ? Math.floor((count * direction) / 24) : 0
    if (count >= 24) return dated(shifted(containing(point.moment, 'day'), days, 'day'), point.anchor)
    return point.anchor.kind !== 'published'
      ? { ...dated(containing(point.moment, 'day'), point.anchor), type: 'TIME' }
      : { type: 'TIME', value: 'PAST_REF', edtf: edtfDay(firstDay(point.moment)), anchor: point.anchor }
  }
  const moment = shifted(point.moment, count * direction, unit)
  // counted from a month or a year, days and weeks cannot be told
  if (rank(moment.grain) > rank(point.moment.grain) && !isAsFineAs(point.moment.grain, 'day')) {
    return vaguer(point, moment, unit, count * direction)
  }
  const resolved = dated(moment, point.anchor, { about })
  const edtf = pointEdtf(point.moment, count * direction, unit)
  return edtf === undefined ? resolved : { ...resolved, edtf }
}

/**
 * "A year ago" is about this month a year before, and no calendar year; "two weeks ago" about that day, and no
 * Monday to Sunday. Of more than one year only the year is meant.
 */
function pointEdtf(from: Moment, count: number, unit: Unit): string | undefined {
  if (!isAsFineAs(from.grain, 'day')) return undefined
  if (unit === 'year' && Math.abs(count) === 1) return edtfOf(shifted(from, count * 12, 'month'), { about: true })
  if (unit !== 'week' && unit !== 'fortnight') return undefined
  const day = firstDay(from) + Math.round(count * (unit === 'week' ? 7 : 14))
  return `${edtfDay(day)}~`
}

/** Two days after some day of June 1918: the month stands, the day is open; three weeks after it is another stretch as long. */
function vaguer(point: Point, moment: Moment, unit: Unit, count: number): Resolved {
  // 14 months after some month of 2011: in 2012 or so
  if (unit === 'month' && point.moment.grain === 'year' && moment.year !== point.moment.year) {
    return dated(yearMoment(moment.year), point.anchor, { about: true })
  }
  const { year } = point.moment
  const known =
    point.moment.grain === 'month'
      ? `${String(year).padStart(4, '0')}-${String(moment.month ?? point.moment.month).padStart(2, '0')}`
      : String(year).padStart(4, '0')
  const value =
    unit === 'month'
      ? `${known}-XX`
      : point.moment.grain === 'month' && unit === 'day'
        ? `${known}-XX`
        : unit === 'week'
          ? `${String(year).padStart(4, '0')}-WXX`
          : known
  return { ...open(value), edtf: moved(point.moment, unit, count) ?? known, anchor: point.anchor }
}

const DAYS: Partial<Record<Unit, number>> = { day: 1, week: 7, fortnight: 14, month: 30 }

/** A month or a year, moved by so much that what lay in it may mostly not do so any more; undefined where it is less. */
function moved(from: Moment, unit: Unit, count: number): string | undefined {
  const [first, last] = edgesOf(from)
  const days = Math.round(count * (DAYS[unit] ?? 0))
  if (Math.abs(days) * 4 <= last - first) return undefined
  const [low, high] = [first + days, last + days]
  if (unit !== 'month') return `${edtfDay(low)}/${edtfDay(high)}`
  return `${edtfOf(containing(momentOfDay(low), 'month'))}/${edtfOf(containing(momentOfDay(high), 'month'))}`
}

/** "the past three months": a length, and as EDTF the stretch that ends or begins at the point. */
export function window(point: Point | undefined, quantity: Quantity, unit: Unit, direction: 1 | -1): Resolved {
  const value = durationOf(quantity.count, unit)
  if (point === undefined) return lasting(value, '', { kind: 'unresolved' })
  const here = firstDay(point.moment)
  if (quantity.count === undefined) {
    return lasting(value, direction < 0 ? `/${edtfDay(here)}` : `${edtfDay(here)}/`, point.anchor)
  }
  if (unit === 'hour' || unit === 'minute' || unit === 'second') return lasting(value, edtfDay(here), point.anchor)
  const far = sameDayAway(point.moment, quantity.count * direction, unit)
  if (far === here) return lasting(value, edtfDay(here), point.anchor)
  return lasting(
    value,
    direction < 0 ? `${edtfDay(far)}~/${edtfDay(here)}` : `${edtfDay(lastDay(point.moment))}/${edtfDay(far)}~`,
    point.anchor,
  )
}

/** The same day of the month some units away; for weeks and days plain counting. */
function sameDayAway(moment: Moment, count: number, unit: Unit): number {
  const { day = 1 } = containing(moment, 'day')
  const away = shifted(containing(moment, 'day'), count, unit)
  if (unit === 'day') return firstDay(away)
  if (unit === 'week' || unit === 'fortnight' || unit === 'weekend') {
    return firstDay(moment) + Math.round(count * (unit === 'fortnight' ? 14 : 7))
  }
  const year = away.year
  const month =
    unit === 'month'
      ? (away.month ?? 1)
      : unit === 'quarter'
        ? (away.sub ?? 1) * 3 - 2
        : (containing(moment, 'day').month ?? 1)
  const first = firstDay({ grain: 'month', year, month })
  return Math.min(first + day - 1, lastDay({ grain: 'month', year, month }))
}

/** "earlier this year": from the year's start to now; "later this year": from now to its end. */
export function partOfUnit(point: Point, now: Point | undefined, which: 'earlier' | 'later'): string {
  const { moment } = point
  const here = now && firstDay(now.moment)
  const [first, last] = [firstDay(moment), lastDay(moment)]
  if (here === undefined || here < first || here > last || first === last) return edtfOf(moment)
  return which === 'earlier' ? `${edtfDay(first)}/${edtfDay(here)}` : `${edtfDay(here)}/${edtfDay(last)}`
}

/** A plain length: "for three days". */
export const lengthOf = ({ count }: Quantity, unit: Unit): Resolved => lasting(durationOf(count, unit), '', ABSOLUTE)
