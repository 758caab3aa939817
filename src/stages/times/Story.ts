import type { HolidayDay } from '../../vocabulary/TimesLexicon.ts'
import { DatesTold, pointAt } from './DatesTold.ts'
import { civilDay, dayNumber, daysInMonth, weekdayOf } from './dayNumber.ts'
import { holidayMoments } from './holidayMoment.ts'
import {
  containing,
  dayMoment,
  firstDay,
  isAsFineAs,
  lastDay,
  type Moment,
  momentOfDay,
  monthIndex,
  monthMoment,
  quarterMoment,
  type Season,
  seasonMoment,
  yearMoment,
} from './Moment.ts'
import { ABSOLUTE, type Point } from './Resolved.ts'
import { timexOf } from './timexOf.ts'

/** For how many sentences a year named in passing may interrupt a story. */
const GOES_ON = 12

/** How many months ahead "until May" may lie when told in the past. */
const SOON = 3

/** How many months a bare month may lie before the date said last: after October 1940, "in June" is June 1940 still. */
const BACK = 5

/** Where the text is in time: what a date that names no year, or no day, means there. */
export class Story extends DatesTold {
  #year: number | undefined
  #day: Moment | undefined

  /** The year that the date linked to the one at hand says. */
  link(year: number | undefined): void {
    this.#year = year
  }

  /** The day that comes after a time of day and belongs to it: "6:20 p.m. (1520 GMT) on Friday". */
  expect(day: Moment | undefined): void {
    this.#day = day
  }

  /** "in May"; `ahead`: it may be still to come whatever the verb, "until May" */
  month(month: number, ahead = false): Point | undefined {
    const { here } = this
    if (this.#year !== undefined) return linked(monthMoment(this.#year, month))
    if (here === undefined) return undefined
    if (here.anchor.kind === 'published') {
      const distance = month - (here.moment.month ?? 1)
      // "a loan through January", told in November: what lasts until then lasts still
      if (ahead && (distance + 12) % 12 <= SOON) {
        return { moment: monthMoment(here.moment.year + (distance < 0 ? 1 : 0), month), anchor: here.anchor }
      }
      const year = here.moment.year + this.#yearShift(distance, 12, 0)
      return { moment: monthMoment(year, month), anchor: here.anchor }
    }
    return { moment: monthMoment(this.#yearOfStory(here.moment, month), month), anchor: here.anchor }
  }

  /** "May 12", "Friday, May 12" */
  day(month: number, day: number, weekday?: number): Point | undefined {
    const { here } = this
    if (this.#year !== undefined) return linked(dayMoment(this.#year, month, day))
    if (here === undefined) return undefined
    const at = (year: number): number => dayNumber(year, month, Math.min(day, daysInMonth(year, month)))
    if (here.anchor.kind !== 'published') {
      const year = withDay(this.#yearOfStory(here.moment, month, day), month, day)
      return { moment: dayMoment(year, month, day), anchor: here.anchor }
    }
    const { year } = here.moment
    const today = firstDay(here.moment)
    if (weekday !== undefined) {
      const fits = [0, -1, 1].map((shift) => year + shift).filter((other) => weekdayOf(at(other)) === weekday)
      if (fits.length > 0) return { moment: dayMoment(fits[0], month, day), anchor: here.anchor }
    }
    const named = withDay(year + this.#yearShift(at(year) - today, 365, 60), month, day, this.tense === 'past' ? -1 : 1)
    return { moment: dayMoment(named, month, day), anchor: here.anchor }
  }

  /**
   * The year of a bare date in a history. A year named in passing ("planned for 1931") does not hold up a story that goes on
   * day by day: where the date follows soon on the last day or month told, it is that story's.
   */
  #yearOfStory(last: Moment, month: number, day?: number): number {
    if (last.grain === 'year') {
      const told = this.lastTold(({ moment }) => isAsFineAs(moment.grain, 'month'))
      // "… on 3 March 1911, after the elections of 1908": what came before is told in passing
      const behind = told !== undefined && last.year < told.moment.year && this.lastTold()?.sentence === told.sentence
      if (behind) return yearNear(told.moment, month, day)
      if (told !== undefined && told.moment.year !== last.year && this.sentencesSince(told) <= GOES_ON) {
        const ahead =
          dayNumber(told.moment.year, month, day ?? daysInMonth(told.moment.year, month)) - firstDay(told.moment)
        if (ahead >= 0 && ahead <= 45) return told.moment.year
      }
    }
    return yearNear(last, month, day)
  }

  /**
   * The year of a date that comes every year, from how far it lies ahead in this one: the tense decides, unless the date is
   * so near that the tense may be another's.
   */
  #yearShift(distance: number, cycle: number, near: number): number {
    const { tense } = this
    if (tense === 'future') return distance < -near ? 1 : distance > cycle - near ? -1 : 0
    if (tense === 'past') return distance > near ? -1 : distance < near - cycle ? 1 : 0
    return distance > cycle / 2 ? -1 : distance < -cycle / 2 ? 1 : 0
  }

  /** "on Friday"; `which` as in "last Friday"; `been`: whatever the verb, it has been. */
  weekday(weekday: number, which?: 'last' | 'next' | 'this', been = false): Point | undefined {
    const here = this.isHistory ? (this.said('day') ?? this.published) : (this.published ?? this.saidNearby('day', 1))
    if (here === undefined) return undefined
    const today = firstDay(here.moment)
    const back = (weekdayOf(today) - weekday + 7) % 7
    const ahead = (7 - back) % 7
    const point = (days: number): Point => ({ moment: momentOfDay(days), anchor: here.anchor })
    if (which === 'last') return point(today - (back === 0 ? 7 : back))
    if (which === 'next') return point(today + (ahead === 0 ? 7 : ahead))
    if (here.anchor.kind !== 'published') return point(today + ahead)
    if (which === 'this') return point(been || this.tense === 'past' ? today - back : today + ahead)
    return point(been || this.tense === 'past' ? today - back : today + ahead)
  }

  /** "the summer" */
  season(season: Season): Point | undefined {
    const { here } = this
    if (this.#year !== undefined) return linked(seasonMoment(this.#year, season))
    if (here === undefined) return undefined
    const { year } = civilDay(firstDay(here.moment))
    if (here.anchor.kind !== 'published') return { moment: seasonMoment(year, season), anchor: here.anchor }
    const distance = firstDay(seasonMoment(year, season)) - firstDay(here.moment)
    const past = this.tense === 'past' || (this.tense === 'present' && distance > 120)
    const shift = past ? (distance > 0 ? -1 : 0) : distance < -92 ? 1 : 0
    return { moment: seasonMoment(year + shift, season), anchor: here.anchor }
  }

  /** "the third quarter" */
  quarter(quarter: number): Point | undefined {
    const { here } = this
    if (here === undefined) return undefined
    const current = containing(here.moment, 'quarter')
    const { year } = current
    const ahead = quarter - (current.sub ?? 1)
    // companies "expect to report" the quarter that is just over
    const shift = this.tense === 'future' ? (ahead < -1 ? 1 : 0) : ahead > 0 ? -1 : 0
    const sameYear = here.anchor.kind !== 'published'
    return { moment: quarterMoment(sameYear ? year : year + shift, quarter), anchor: here.anchor }
  }

  holiday(on: HolidayDay, year?: number): Point | undefined {
    const { here } = this
    if (year !== undefined) {
      const [moment] = holidayMoments(on, year)
      return moment && { moment, anchor: ABSOLUTE }
    }
    if (here === undefined) return undefined
    const base = civilDay(firstDay(here.moment)).year
    const today = firstDay(here.moment)
    const moments = [base - 1, base, base + 1].flatMap((other) => holidayMoments(on, other))
    const distance = (moment: Moment): number => {
      const days = firstDay(moment) - today
      const against = here.anchor.kind === 'published' && (this.tense === 'past' ? days > 30 : days < -30)
      return Math.abs(days) + (against ? 366 : 0)
    }
    const [nearest] = moments.sort((a, b) => distance(a) - distance(b))
    return nearest && { moment: nearest, anchor: here.anchor }
  }

  /** "the 20th": a day of the month said before. */
  dayOfMonth(day: number): Point | undefined {
    const month = this.recalled('month')
    if (month === undefined || !isAsFineAs(month.moment.grain, 'month')) return undefined
    const index = monthIndex(month.moment)
    const year = Math.floor(index / 12)
    return { moment: dayMoment(year, index - year * 12 + 1, day), anchor: month.anchor }
  }

  /** The day that a time of day without a date belongs to. */
  get clockDay(): Point | undefined {
    if (this.#day !== undefined) return pointAt(this.#day)
    return (
      this.saidNearby('day', 0) ?? (this.isHistory ? this.said('day') : (this.published ?? this.saidNearby('day', 2)))
    )
  }

  /** True where the day of a time of day stands behind it: "6:20 p.m. on Friday". */
  get isDayToCome(): boolean {
    return this.#day !== undefined
  }
}

/** The year itself, or for 29 February the next that has one, in the direction of the story. */
const withDay = (year: number, month: number, day: number, step = -1): number =>
  [0, 1, 2, 3, 4, 5, 6, 7, 8].map((away) => year + away * step).find((other) => day <= daysInMonth(other, month)) ??
  year

/** A date that takes its year from the next. */
const linked = (moment: Moment): Point => ({
  moment,
  anchor: { kind: 'date', value: timexOf(yearMoment(moment.year)) },
})

/** The year of a bare month in a story that has come as far as `moment`: stories mostly move on, at times a little back. */
function yearNear(moment: Moment, month: number, day = 15): number {
  const { year } = moment
  if (!isAsFineAs(moment.grain, 'season')) return year
  const reached = civilDay(Math.floor((firstDay(moment) + lastDay(moment)) / 2))
  const ahead = month - reached.month + (day - reached.day) / 31
  if (ahead < -BACK - 1) return reached.year + 1
  return ahead > 12 - BACK ? reached.year - 1 : reached.year
}
