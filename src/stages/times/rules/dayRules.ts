import type { Atom } from '../Atom.ts'
import { daysInMonth } from '../dayNumber.ts'
import { howOf, SLICE, stepOf } from '../fragments.ts'
import { fullYear } from '../fullYear.ts'
import { endsDate, isMonth } from '../guards.ts'
import { dayMoment, type Moment, monthMoment } from '../Moment.ts'
import { openDay, two } from '../openDate.ts'
import { ABSOLUTE, dated, open, type Resolved } from '../Resolved.ts'
import { after, type Match, type Rule, wordBefore } from '../Rule.ts'
import type { Story } from '../Story.ts'

/** A full date, or month and year; the slots say which. */
export function fullDate({ slots, said }: Match, story: Story): Resolved | undefined {
  const { month = 1, day } = slots
  const year = fullYear(slots.year ?? 0, story)
  if (day !== undefined && day > daysInMonth(year, month)) return undefined
  return dated(
    day === undefined ? monthMoment(year, month) : dayMoment(year, month, day),
    ABSOLUTE,
    howOf({ slots, said }),
  )
}

/** Month and day without a year. */
function yearlessDay(match: Match, story: Story): Resolved | undefined {
  const { month = 1, day = 1, weekday } = match.slots
  if (day > daysInMonth(2000, month)) return undefined
  const point = story.day(month, day, weekday?.weekday)
  return point ? dated(point.moment, point.anchor, howOf(match)) : openDay(month, day)
}

/** Where the first day of a range stands: "June 6-9", "between March 3 and 5". */
const firstOfRange = (atoms: readonly Atom[], last: number): number =>
  !atoms[last].joined && ['to', 'and', 'through', 'until'].includes(atoms[last - 1]?.word) ? last - 2 : last - 1

const monthOfRange = (atoms: readonly Atom[], last: number): number | undefined => {
  const first = firstOfRange(atoms, last)
  return atoms[last].joined || first === last - 2 ? atoms[first - 1]?.entry?.month : undefined
}

/** Days of the calendar. */
export const dayRules: readonly Rule[] = [
  {
    name: 'iso-date',
    pattern: '{iso}',
    example: 'The log begins at [2015-07-06T10:35Z].',
    nearMiss: 'The part has the number 2015-77.',
    mean({ slots: { iso = '' } }) {
      const [, year, month, day, hour, minute, second, zone] =
        /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)[\d.]*)?(Z|[+-]\d\d:?\d\d)?)?$/.exec(iso) ?? []
      const date = dayMoment(Number(year), Number(month), Number(day))
      if (date.month! < 1 || date.month! > 12 || date.day! < 1 || date.day! > daysInMonth(date.year, date.month!))
        return undefined
      if (hour === undefined) return dated(date, ABSOLUTE)
      const clock: Moment = {
        ...date,
        grain: second === undefined ? 'minute' : 'second',
        hour: Number(hour),
        minute: Number(minute),
      }
      const offset = zone && zone !== 'Z' && !zone.includes(':') ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone
      return dated({ ...clock, ...(second && { second: Number(second) }), ...(offset && { zone: offset }) }, ABSOLUTE)
    },
  },
  {
    name: 'month-day-year',
    pattern: `${SLICE} [{weekday} [,]] {month} [the] {day} [,] [of] {year}`,
    example: 'They signed on [Monday, May 12, 1980].',
    nearMiss: 'On May 12 they fired 1980 shells.',
    when: (match) => endsDate(match) && !(after(match).entry?.plural === true),
    mean: fullDate,
  },
  {
    name: 'day-month-year',
    pattern: `${SLICE} [{weekday} [,] [the]] [the] {day} [day] [of] {month} [,] [of] {year}`,
    example: 'The town fell on [the 3rd of May, 1921].',
    nearMiss: 'The town fell on 3 May.',
    mean: fullDate,
  },
  {
    name: 'numeric-date',
    pattern: '{num} <mark:/|.> {num2} /|. {year}',
    example: 'Posted [24/06/2015] by staff.',
    nearMiss: 'The ratio was 24/6 before.',
    when: ({ said, atoms, from }) => atoms[from + 3].word === said.mark,
    mean({ slots: { num = 0, num2 = 0, year = 0 } }) {
      // both orders are in use; month first only where the numbers allow nothing else but it, or both: as American agencies do
      const [month, day] = num > 12 ? [num2, num] : [num, num2]
      if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined
      const resolved = dated(dayMoment(year, month, day), ABSOLUTE)
      // where both orders make a date, EDTF says that it is uncertain
      return day <= 12 && day !== month ? { ...resolved, edtf: `${resolved.edtf}?` } : resolved
    },
  },
  {
    name: 'day-of-this-year',
    pattern:
      '( {month} {day} | {day} {month} ) [,] [of] <which:last|this|next|that|the> [<which2:same|following|previous>] year',
    example: 'The law passed on [May 12 last year].',
    nearMiss: 'The law passed on May 12 every year.',
    mean(match, story) {
      const { month = 1, day = 1 } = match.slots
      const { which, which2 } = match.said
      if (which === 'the' && which2 === undefined) return undefined
      const point = which === 'that' || which === 'the' ? story.same('year') : story.year(0)
      if (point === undefined) return openDay(month, day)
      return dated(dayMoment(point.moment.year + stepOf(which2 ?? which), month, day), point.anchor)
    },
  },
  {
    name: 'month-day',
    pattern: `${SLICE} [{weekday} [,]] {month} [the] {day}`,
    example: 'The vote is on [Friday, May 12].',
    nearMiss: 'In May 12 people died.',
    when: (match) =>
      // "Dec. '14" is a year
      !match.atoms[match.end - 1].clipped &&
      endsDate(match) &&
      !(after(match).word === '-' && after(match, 1).kind === 'number'),
    mean: yearlessDay,
  },
  {
    name: 'day-month',
    attributive: true,
    pattern: `${SLICE} [{weekday} [,] [the]] [the] {day} [day] [of] {month}`,
    example: 'They met on [the 3rd of May] in Oslo.',
    nearMiss: 'The first may be late.',
    when: (match) => isMonth(match) || match.atoms[match.end - 2].kind === 'number',
    mean: yearlessDay,
  },
  {
    name: 'september-11',
    // the one attack that goes by its day alone
    pattern:
      '( 9 / 11 | <which:september|sept> 11 <what:attack|attacks|hijackings|hijackers|commission|terrorist|terror> )',
    example: 'He was jailed over the [9/11] plot.',
    nearMiss: 'The vote was 9 to 11 on September 11.',
    trailing: ({ said }) => (said.what === undefined ? 0 : 1),
    when: ({ said, atoms, from }) => said.which !== undefined || (atoms[from + 1].glued && atoms[from + 2].glued),
    mean: () => dated(dayMoment(2001, 9, 11), ABSOLUTE),
  },
  {
    name: 'day-of-month',
    pattern: '[the] [night of the] {day} [of <which:that|the|this> [same] month]',
    example: 'They left on [the 28th].',
    nearMiss: 'They left the 28th brigade.',
    when(match) {
      const { said, atoms, from, end } = match
      if (said.which !== undefined) return true
      const digits = atoms[end - 1].suffix !== '' && atoms[end - 1].kind === 'number' && atoms[end - 1].suffix !== 's'
      const next = after(match)
      return (
        digits &&
        atoms[from].word === 'the' &&
        ['on', 'until', 'by', 'to'].includes(wordBefore(match)) &&
        (next.kind === 'mark' || next.kind === 'break')
      )
    },
    mean({ slots: { day = 1 } }, story) {
      const point = story.dayOfMonth(day)
      return point ? dated(point.moment, point.anchor) : open(`XXXX-XX-${two(day)}`, `XXXX-XX-${two(day)}`)
    },
  },
  {
    name: 'one-day-or-the-other',
    pattern: 'the {day} or [the] {day2} [ [of] {month} [ [,] {year} ] ]',
    example: 'He vanished on [the 14th or 15th].',
    nearMiss: 'He was the 14th or last man; the 14th and 15th.',
    when: ({ slots, atoms, from, end }) =>
      slots.day2! > slots.day! &&
      atoms[from + 1].kind === 'number' &&
      (slots.month !== undefined || ['st', 'nd', 'rd', 'th'].includes(atoms[end - 1].suffix)),
    mean({ slots: { day = 1, day2 = 1, month, year } }, story) {
      const points = [day, day2].map((each) =>
        month === undefined
          ? story.dayOfMonth(each)
          : year === undefined
            ? story.day(month, each)
            : { moment: dayMoment(year, month, each), anchor: ABSOLUTE },
      )
      const [first, last] = points
      if (first === undefined || last === undefined) return open(`XXXX-XX-${two(day)}`)
      const resolved = dated(first.moment, first.anchor)
      return { ...resolved, edtf: `[${resolved.edtf},${dated(last.moment, last.anchor).edtf}]` }
    },
  },
  {
    name: 'first-day-of-range',
    // the month comes with the last day; the last day is left for the rules above
    pattern: '{num} ( - | -|– | and|to [the] ) {day2} [of] {month} [ [,] {year} ]',
    example: 'They held the bridge on [4]-9 June 1917.',
    nearMiss: 'They held 4 bridges on 9 June 1917.',
    trailing: ({ atoms, from, end }) => end - from - 1 + (atoms[from].kind === 'break' ? 1 : 0),
    when: ({ slots, atoms, from }) =>
      slots.num! >= 1 && slots.num! < slots.day2! && !['no', 'of', 'at'].includes(atoms[from - 1]?.word ?? ''),
    mean({ slots: { num = 1, month = 1, year } }, story) {
      if (year !== undefined) return dated(dayMoment(year, month, num), ABSOLUTE)
      const point = story.day(month, num)
      return point ? dated(point.moment, point.anchor) : openDay(month, num)
    },
  },
  {
    name: 'last-day-of-range',
    pattern: '{num} [ [,] {year} ]',
    example: 'They held the bridge from May 6-[9], and again from June 17 to [21].',
    nearMiss: 'They won 6-9 on May 6. Between March 3 and 5 people voted. From June 2 to 5 p.m.',
    when(match) {
      const { atoms, from, slots } = match
      const [month, first, last] = [monthOfRange(atoms, from), atoms[firstOfRange(atoms, from)], atoms[from]]
      const next = after(match)
      const whole = last.joined || (endsDate(match) && !['am', 'pm', 'or', 'of', '/'].includes(next.word))
      return (
        whole &&
        month !== undefined &&
        first?.kind === 'number' &&
        first.digits > 0 &&
        first.digits <= 2 &&
        slots.num! > first.value &&
        slots.num! <= 31
      )
    },
    mean({ atoms, from, slots: { num = 1, year } }, story) {
      const month = monthOfRange(atoms, from) ?? 1
      if (year !== undefined) return dated(dayMoment(year, month, num), ABSOLUTE)
      const point = story.day(month, num)
      return point ? dated(point.moment, point.anchor) : openDay(month, num)
    },
  },
]
