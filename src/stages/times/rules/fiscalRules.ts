import { stepOf } from '../fragments.ts'
import { isYear } from '../guards.ts'
import { containing, inYear, type Moment, quarterMoment, yearMoment } from '../Moment.ts'
import { ABSOLUTE, aside, dated, open, type Point, type Resolved } from '../Resolved.ts'
import { after, type Match, type Rule, wordAfter, wordBefore } from '../Rule.ts'
import type { Story } from '../Story.ts'

/** Quarter or half of a year that the phrase names itself, absolutely or as last/this/next year. */
function partOfYear(match: Match, story: Story, grain: 'quarter' | 'half', sub: number): Resolved | undefined {
  const { year } = match.slots
  const { which } = match.said
  if (sub < 1 || sub > (grain === 'quarter' ? 4 : 2)) return undefined
  if (year !== undefined) return dated({ grain, year, sub }, ABSOLUTE)
  if (which !== undefined) {
    const point = which === 'that' ? story.same('year') : story.year(stepOf(which))
    return point
      ? dated({ grain, year: point.moment.year, sub }, point.anchor)
      : open(`XXXX-${grain === 'quarter' ? 'Q' : 'H'}${sub}`)
  }
  if (grain === 'quarter') {
    const point = story.quarter(sub)
    return point ? dated(point.moment, point.anchor) : open(`XXXX-Q${sub}`)
  }
  const base = story.here
  return base ? dated({ grain, year: base.moment.year, sub }, base.anchor) : open(`XXXX-H${sub}`)
}

/** The quarter before the one of publication: the last of which there are figures. */
function lastQuarter(story: Story): Point | undefined {
  const near = story.saidNearby('quarter', 3)
  if (near?.moment.grain === 'quarter') return near
  const { now } = story
  if (now === undefined) return undefined
  const here = containing(now.moment, 'quarter')
  const moment: Moment = here.sub === 1 ? quarterMoment(here.year - 1, 4) : quarterMoment(here.year, here.sub! - 1)
  return { moment, anchor: now.anchor }
}

const FISCAL = '[fiscal|financial|calendar]'

/** Quarters, halves and fiscal years. Which months a fiscal year has is not known here: its quarters are written as plain ones. */
export const fiscalRules: readonly Rule[] = [
  {
    name: 'quarter',
    pattern: `[the|its|their|his] [<fiscal:fiscal|final|full>] {ord} ${FISCAL} <quarter:quarter|quarters> [ ( [of] [fiscal] {year} | [of|,] <which:last|this|next|that> [fiscal] year ) ]`,
    attributive: true,
    example: 'Exports fell in [the third quarter of 1990].',
    nearMiss: 'He ran a third quarter mile; the eighth quarter of town.',
    when: ({ slots, atoms, end }) => slots.ord! <= 4 && !['mile', 'finals', 'final'].includes(atoms[end].word),
    mean: (match, story) => partOfYear(match, story, 'quarter', match.slots.ord!),
  },
  {
    name: 'year-quarter',
    pattern: `[the] [fiscal] ( {year} | <which:last|this|next> year s ) ${FISCAL} {ord} quarter`,
    example: 'They matched [the 1994 second quarter].',
    nearMiss: 'They matched the 1994 team.',
    mean: (match, story) => partOfYear(match, story, 'quarter', match.slots.ord!),
  },
  {
    name: 'final-quarter',
    pattern: `[the] <nth:final|last|closing> ${FISCAL} quarter ( [of] [fiscal] {year} | of <which:last|this|next> [fiscal] year )`,
    example: 'Thefts rose in [the final quarter of last year].',
    nearMiss: 'They scored in the final quarter of the match.',
    mean: (match, story) => partOfYear(match, story, 'quarter', 4),
  },
  {
    name: 'letter-quarter',
    // the scanner parts letters and digits
    pattern: '<q:q> {num} [ [of|,] [fiscal] {year} ]',
    example: 'Exports fell in [Q3 2015].',
    nearMiss: 'Question Q 3 was hard; Q7 too.',
    when: ({ atoms, from, slots }) =>
      atoms[from].capital && atoms[from + 1].glued && slots.num! >= 1 && slots.num! <= 4,
    mean: (match, story) => partOfYear(match, story, 'quarter', match.slots.num!),
  },
  {
    name: 'half',
    pattern: `[the] <ord:first|second|latter> ${FISCAL} half [ ( [of] {year} | [of] <which:last|this|next|that> year | of the <which2:year|decade> ) ]`,
    example: 'Arrivals fell in [the first half of 2015].',
    nearMiss: 'They led in the first half of the match.',
    when: (match) => match.slots.year !== undefined || match.said.which !== undefined || match.said.which2 === 'year',
    mean(match, story) {
      return partOfYear(match, story, 'half', match.said.ord === 'first' ? 1 : 2)
    },
  },
  {
    name: 'quarters-of-year',
    pattern: '[the] <which2:first|last> <n:two|three> quarters [of] {year}',
    example: 'It grew in [the first two quarters of 1990].',
    nearMiss: 'It grew in two quarters.',
    mean({ slots, said }) {
      const first = said.which2 === 'first'
      return said.n === 'two' ? dated({ grain: 'half', year: slots.year!, sub: first ? 1 : 2 }, ABSOLUTE) : undefined
    },
  },
  {
    name: 'latest-quarter',
    pattern: `[the] <which:latest|recent|last|current|this|that|same|previous|next|year> ${FISCAL} <unit:quarter|period>`,
    example: 'Profit rose in [the latest quarter].',
    nearMiss: 'This period piece is fine.',
    when: ({ said, atoms, from }) => {
      if (said.which === 'year') return false
      if (said.unit === 'period') return said.which === 'latest' && atoms[from].word === 'the'
      return true
    },
    mean({ said }, story) {
      const { now } = story
      const { which } = said
      if (which === 'latest' || which === 'recent' || which === 'that' || which === 'same') {
        const point = lastQuarter(story)
        return point ? dated(point.moment, point.anchor) : open('XXXX-QX')
      }
      if (now === undefined) return open('XXXX-QX')
      const here = containing(now.moment, 'quarter')
      const index = here.year * 4 + here.sub! - 1 + stepOf(which)
      return dated(quarterMoment(Math.floor(index / 4), (index % 4) + 1), now.anchor)
    },
  },
  {
    name: 'year-ago-quarter',
    pattern:
      '[the] ( [comparable|corresponding|same] year - <which:ago|earlier> ( quarter|period ) | <what:quarter|period> a year <which2:ago|earlier> | <same:corresponding|comparable|same|like> quarter|period [of] <last:last> year | last year s [{ord}] quarter|period )',
    example: 'Earnings fell from [the year-ago quarter].',
    nearMiss: 'The year ended.',
    attributive: true,
    mean({ slots, said, atoms, end }, story) {
      const { ord } = slots
      // "the same period last year" where no quarter was spoken of
      if (said.same !== undefined && atoms[end - 3]?.word === 'period' && story.saidOf('quarter', 12) === undefined) {
        const year = story.year(-1)
        return year ? dated(year.moment, year.anchor) : open('XXXX')
      }
      const point = lastQuarter(story)
      if (point === undefined) return open(ord === undefined ? 'XXXX-QX' : `XXXX-Q${ord}`)
      const { now } = story
      if (ord !== undefined && now !== undefined) return aside(quarterMoment(now.moment.year - 1, ord), now.anchor)
      return aside(inYear(point.moment, point.moment.year - 1), point.anchor)
    },
  },
  {
    name: 'year-period',
    pattern: '[the] {year} <unit:quarter|period>',
    example: 'They earned more than in [the 1994 period].',
    nearMiss: 'They lived in the 1994 house.',
    when: ({ atoms, from }) => atoms[from].word === 'the',
    mean({ slots }, story) {
      const point = lastQuarter(story)
      return point?.moment.grain === 'quarter' && story.saidNearby('quarter', 3)
        ? aside(inYear(point.moment, slots.year!), point.anchor)
        : dated(yearMoment(slots.year!), ABSOLUTE)
    },
  },
  {
    name: 'fiscal-year',
    pattern: '[the] [first half of|end of] <fiscal:fiscal|financial> [year] {year}',
    example: 'The deficit grew in [fiscal 1994].',
    nearMiss: 'The fiscal stance of 1994.',
    when: isYear,
    mean: ({ slots }) => dated(yearMoment(slots.year!), ABSOLUTE),
  },
  {
    name: 'fy',
    pattern: '[the] ( <fy:fy> {year} [ - {num} ] | {year} - {num} fiscal|financial [year] )',
    example: 'Spending rose in [FY 2014-15].',
    nearMiss: 'Spending rose in 2014-15.',
    when: ({ slots }) => slots.num === undefined || slots.num === (slots.year! + 1) % 100,
    mean({ slots }) {
      const year = slots.year!
      const resolved = dated(yearMoment(year), ABSOLUTE)
      return slots.num === undefined
        ? resolved
        : { ...resolved, edtf: `${resolved.edtf}/${dated(yearMoment(year + 1), ABSOLUTE).edtf}` }
    },
  },
  {
    name: 'year-end',
    pattern: '[the] [about|around|by] [fiscal] <year:year> ( end | s end )',
    example: 'The bridge will open by [year-end].',
    nearMiss: 'The year ended badly.',
    when: (match) =>
      wordAfter(match) !== 'of' &&
      wordBefore(match) !== 'a' &&
      !after(match).joined &&
      match.atoms[match.from].word !== 'by',
    mean(_match, story) {
      const base = story.isHistory ? story.same('year') : story.now
      if (base === undefined) return open('XXXX-12-31')
      return dated({ grain: 'day', year: base.moment.year, month: 12, day: 31 }, base.anchor)
    },
  },
]
