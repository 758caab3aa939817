import { edtfDay } from '../edtfOf.ts'
import { howOf, SLICE, stepOf } from '../fragments.ts'
import { isMonth, isMonthsYear } from '../guards.ts'
import { edgesOf, monthMoment, weekMoment } from '../Moment.ts'
import { openMonth } from '../openDate.ts'
import { ABSOLUTE, dated, type Point, type Resolved } from '../Resolved.ts'
import { type Rule, wordBefore } from '../Rule.ts'
import { fullDate } from './dayRules.ts'

/** The first week of a month is its first seven days, the last its last; halves meet in its middle. */
function partOfMonth({ moment, anchor }: Point, which: string, what: string): Resolved {
  const [first, last] = edgesOf(moment)
  const index = ['first', 'second', 'third', 'fourth'].indexOf(which)
  const length = what === 'half' ? 15 : what === 'ten' ? 10 : 7
  const begins =
    index < 0 || (what === 'half' && index > 0)
      ? what === 'half'
        ? first + 15
        : last - length + 1
      : first + index * length
  const ends = what === 'half' && begins > first ? last : begins + length - 1
  const about = what === 'weekend'
  const value = what === 'half' || what === 'ten' ? moment : weekMoment(begins + 3)
  return { ...dated(value, anchor), edtf: `${edtfDay(begins)}${about ? '~' : ''}/${edtfDay(ends)}${about ? '~' : ''}` }
}

/** Months, with their year and without. */
export const monthRules: readonly Rule[] = [
  {
    name: 'week-of-month',
    pattern:
      'the <which:first|second|third|fourth|last|final> <what:week|weekend|half|ten> [days] <of:of|in> {month} [ [,] [of] {year} ]',
    example: 'Four men were shot in [the first week of June].',
    nearMiss: 'Four men were shot in the first week of the war, and in the second in June.',
    when: ({ said }) => (said.what === 'half' ? ['first', 'second', 'last'].includes(said.which ?? '') : true),
    mean({ slots: { month = 1, year }, said }, story) {
      const point = year === undefined ? story.month(month) : { moment: monthMoment(year, month), anchor: ABSOLUTE }
      return point ? partOfMonth(point, said.which ?? 'first', said.what ?? 'week') : openMonth(month)
    },
  },
  {
    name: 'month-year',
    pattern: `${SLICE} {month} [,] [of] {year}`,
    example: 'It opened in [early May 1980].',
    nearMiss: 'It opened in May, 1980 people came. In May 1,980 left.',
    when: isMonthsYear,
    mean: fullDate,
  },
  {
    name: 'month-of-this-year',
    pattern: `${SLICE} {month} [,] [of] <which:last|this|next|that|the> [<which2:same|following|previous|next>] year`,
    example: 'He was held in [June last year].',
    nearMiss: 'He was held in June every year.',
    mean(match, story) {
      const { month = 1 } = match.slots
      const { which, which2 } = match.said
      if (which === 'the' && which2 === undefined) return undefined
      const step = stepOf(which2 ?? which)
      if (which === 'that' || which === 'the') {
        const same = story.same('year')
        return same ? dated(monthMoment(same.moment.year + step, month), same.anchor, howOf(match)) : openMonth(month)
      }
      const year = story.year(step)
      return year ? dated(monthMoment(year.moment.year, month), year.anchor, howOf(match)) : openMonth(month)
    },
  },
  {
    name: 'months-of-year',
    // "the first nine months of 1990" is a duration; see durationRules
    pattern: '[the] <which:last|same> {month}',
    example: 'He resigned [last April].',
    nearMiss: 'He resigned at last in April.',
    when: isMonth,
    mean({ slots: { month = 1 }, said }, story) {
      if (said.which === 'same') return undefined
      const { now } = story
      if (now === undefined) return openMonth(month)
      const { year } = now.moment
      return dated(monthMoment(month < (now.moment.month ?? 1) ? year : year - 1, month), now.anchor)
    },
  },
  {
    name: 'next-month-name',
    pattern: '[the] <which:next|this|coming|previous|following> [<which2:past|coming>] {month}',
    example: 'He will resign [next April].',
    nearMiss: 'He will resign in April.',
    when: isMonth,
    mean({ slots: { month = 1 }, said }, story) {
      const base = said.which === 'previous' || said.which === 'following' ? story.recalled('month') : story.now
      if (base === undefined) return openMonth(month)
      const { moment, anchor } = base
      const reached = moment.month ?? 1
      if (said.which === 'previous' || said.which2 === 'past') {
        return dated(monthMoment(month < reached ? moment.year : moment.year - 1, month), anchor)
      }
      if (said.which === 'this' && said.which2 === undefined) return dated(monthMoment(moment.year, month), anchor)
      return dated(monthMoment(month > reached ? moment.year : moment.year + 1, month), anchor)
    },
  },
  {
    name: 'month',
    attributive: true,
    pattern: `${SLICE} {month}`,
    example: 'Shelling began in [late September].',
    nearMiss: 'May we march on it?',
    when: (match) => isMonth(match),
    mean(match, story) {
      const { month = 1 } = match.slots
      const point = story.month(month, ['until', 'through', 'till'].includes(wordBefore(match)))
      return point ? dated(point.moment, point.anchor, howOf(match)) : openMonth(month)
    },
  },
]
