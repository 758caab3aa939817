import type { HolidayDay } from '../../../vocabulary/TimesLexicon.ts'
import { civilDay } from '../dayNumber.ts'
import { edtfDay } from '../edtfOf.ts'
import { stepOf } from '../fragments.ts'
import { fromHijri } from '../fromHijri.ts'
import { dayMoment, firstDay, type Moment, momentOfDay, monthMoment, yearMoment } from '../Moment.ts'
import { openDay } from '../openDate.ts'
import { ABSOLUTE, dated, open, type Resolved } from '../Resolved.ts'
import { after, type Match, type Rule } from '../Rule.ts'
import { timexOf } from '../timexOf.ts'
import { words } from '../words.ts'

/** Places and events that have their name from a holiday. */
const NAMED_AFTER = words('island islands rising uprising offensive carol massacre killings')

/** Things of a holiday, which say little of the day: "the Christmas market opened in November". */
const THINGS = words('market markets tree trees card cards tale tales carols bonus gift gifts present presents')

/** Real months of the Islamic calendar begin with the moon: a day or two beside the table. */
const MOON = 1

/** Holidays and dates of the Islamic calendar. */
export const festivalRules: readonly Rule[] = [
  {
    name: 'hijri-date',
    pattern:
      '( [the] {day} [of] {hijrimonth} [,] {whole2} [ah] | {hijrimonth} {day} [,] {whole2} [ah] | {hijrimonth} [,] {whole2} [ah] )',
    example: 'The letter is dated [15 Ramadan 1436].',
    nearMiss: 'In Ramadan 2015 the market was shut.',
    when: ({ slots }) => slots.whole2! >= 1200 && slots.whole2! <= 1600 && (slots.day ?? 1) <= 30,
    mean({ slots }) {
      const { hijrimonth = 1, day: named, whole2 = 1 } = slots
      const first = fromHijri(whole2, hijrimonth, named ?? 1)
      const last = named === undefined ? fromHijri(whole2, hijrimonth, 29) : first
      const { year, month, day } = civilDay(first)
      const moment = named === undefined ? monthMoment(year, month) : dayMoment(year, month, day)
      return {
        ...dated(moment, ABSOLUTE),
        value: timexOf(moment),
        edtf: `${edtfDay(first - MOON)}~/${edtfDay(last + MOON)}~`,
      }
    },
  },
  {
    name: 'hijri-year',
    pattern: '{whole} <ah:ah|hijri>',
    example: 'The mosque was built in [1436 AH].',
    nearMiss: 'He said 1436, ah well.',
    when: ({ slots, atoms, end, said }) =>
      (atoms[end - 1].capital || said.ah === 'hijri') && slots.whole! > 0 && slots.whole! < 1600,
    mean({ slots: { whole = 1 } }) {
      const first = fromHijri(whole, 1, 1)
      const last = fromHijri(whole + 1, 1, 1) - 1
      const moment = yearMoment(civilDay(first).year)
      return { ...dated(moment, ABSOLUTE), edtf: `${edtfDay(first)}~/${edtfDay(last)}~` }
    },
  },
  {
    name: 'holiday',
    pattern:
      '[ the <nth:first|second|third|last> day of | the <eve:eve> of ] [<slice:early|late>] [<which:last|this|next>] {holiday} [ [,|in|of] {year} | [of] <year:last|this|next> year ]',
    example: 'The truce held until [Good Friday].',
    nearMiss: 'The christmas tree; a good Friday meal; a Christmas market.',
    when(match) {
      const next = after(match)
      // Easter Island, Christmas Island, the Independence Day Parade
      return !(
        next.kind === 'word' &&
        (NAMED_AFTER.has(next.word) || (THINGS.has(next.word) && match.slots.year === undefined))
      )
    },
    mean({ slots, said }, story) {
      const on = slots.holiday!
      const { today } = story
      const year = slots.year ?? (said.year === undefined ? undefined : story.year(stepOf(said.year))?.moment.year)
      const feast = story.holiday(on, year)
      const named = said.year === undefined ? undefined : story.year(0)?.anchor
      const point = feast && { moment: feast.moment, anchor: named ?? feast.anchor }
      if (point === undefined) {
        return 'day' in on ? openDay(on.month, on.day) : open('XXXX-XX-XX')
      }
      const islamic = 'hijriMonth' in on || 'eid' in on
      const day = dayOfFeast(said, on, point.moment)
      if (day !== undefined) return dated(momentOfDay(day), point.anchor, { about: islamic })
      const step = stepOf(said.which)
      if (said.which !== undefined && today !== undefined && step !== 0) {
        const here = today.moment.year
        const years = step < 0 ? [here, here - 1] : [here, here + 1]
        const days = years.map((other) => story.holiday(on, other)?.moment).filter((moment) => moment !== undefined)
        const before = (moment: { year: number; month?: number; day?: number }): number =>
          moment.year * 400 + (moment.month ?? 1) * 32 + (moment.day ?? 1)
        const fits = days.find((moment) =>
          step < 0 ? before(moment) < before(today.moment) : before(moment) > before(today.moment),
        )
        if (fits !== undefined) return dated(fits, today.anchor, { about: islamic })
      }
      return 'hijriMonth' in on && on.hijriDay === undefined
        ? ramadan(on.hijriMonth, point.moment.year, point.anchor)
        : dated(point.moment, point.anchor, { about: islamic })
    },
  },
]

/** "The first day of Eid", "the eve of Ramadan": a day counted from where the feast begins; undefined where none is named. */
function dayOfFeast(said: Match['said'], on: HolidayDay, moment: Moment): number | undefined {
  const month = 'hijriMonth' in on && on.hijriDay === undefined ? monthOfFeast(on.hijriMonth, moment.year) : undefined
  const first = month?.first ?? firstDay(moment)
  if (said.eve !== undefined) return first - 1
  if (said.nth === undefined) return undefined
  const length = month?.length ?? ('hijriMonth' in on ? (on.days ?? 1) : 1)
  return first + (said.nth === 'last' ? length - 1 : ['first', 'second', 'third'].indexOf(said.nth))
}

/** The Islamic month that begins in a year: its first day and its length. */
function monthOfFeast(month: number, year: number): { readonly first: number; readonly length: number } | undefined {
  for (let hijri = year - 583; hijri <= year - 576; hijri++) {
    const first = fromHijri(hijri, month, 1)
    if (civilDay(first).year !== year) continue
    const next = month === 12 ? fromHijri(hijri + 1, 1, 1) : fromHijri(hijri, month + 1, 1)
    return { first, length: next - first }
  }
  return undefined
}

/** The month of Ramadan that begins in a year, as an interval of days. */
function ramadan(month: number, year: number, anchor: Resolved['anchor']): Resolved {
  const found = monthOfFeast(month, year)
  if (found === undefined) return open('XXXX-XX')
  const begins = civilDay(found.first)
  const edtf = `${edtfDay(found.first - MOON)}~/${edtfDay(found.first + found.length - 1 + MOON)}~`
  return { ...dated(monthMoment(begins.year, begins.month), anchor), edtf }
}
