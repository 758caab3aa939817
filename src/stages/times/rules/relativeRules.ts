import { ABOUT, howOf, stepOf } from '../fragments.ts'
import { containing, firstDay, type Moment, momentOfDay, type Unit } from '../Moment.ts'
import { aside, dated, INCIDENT, lasting, open, type Resolved } from '../Resolved.ts'
import { after, before, type Match, type Rule, wordAfter, wordBefore } from '../Rule.ts'
import { counted, OPEN_UNIT, partOfUnit, unitAt, window } from '../relativeDate.ts'
import type { Story } from '../Story.ts'
import { durationOf } from '../timexOf.ts'

/** A day counted from the day of publication. */
function dayFromNow(story: Story, step: number, match?: Match): Resolved {
  const { now } = story
  return now
    ? dated(momentOfDay(firstDay(now.moment) + step), now.anchor, match ? howOf(match) : {})
    : open('XXXX-XX-XX')
}

const DAYS: Readonly<Record<string, number>> = { yesterday: -1, today: 0, tomorrow: 1 }

/** What follows a phrase that stands alone: a stop, a verb, nothing that it would belong to. */
const standsAlone = (match: Match): boolean => {
  const next = after(match)
  return (
    next.kind === 'mark' ||
    next.kind === 'break' ||
    [
      'in',
      'at',
      'on',
      'by',
      'and',
      'but',
      'when',
      'as',
      'with',
      'to',
      'from',
      'for',
      'that',
      'after',
      'before',
      'it',
      'he',
      'she',
      'they',
      'the',
      'was',
      'were',
      'had',
      'is',
      'would',
      'a',
      'an',
    ].includes(next.word)
  )
}

/** Dates that hang on the day of publication or on a date said before. */
export const relativeRules: readonly Rule[] = [
  {
    name: 'day-from-now',
    pattern: '[<slice:early|late>] [<part:earlier|later>] <day:yesterday|today|tomorrow>',
    example: 'The minister resigned [yesterday].',
    nearMiss: 'His day was long.',
    when: (match) => !(match.said.day === 'today' && before(match).glued && wordBefore(match) === 'usa'),
    mean(match, story) {
      const { said } = match
      // "Germany today is …" in a history speaks of no day
      if (said.day === 'today' && story.isHistory) return story.now ? open('PRESENT_REF', '') : open('PRESENT_REF')
      return dayFromNow(story, DAYS[said.day ?? 'today'])
    },
  },
  {
    name: 'two-days-from-now',
    pattern: 'the day <which:before|after> <day:yesterday|tomorrow>',
    example: 'They met [the day before yesterday].',
    nearMiss: 'They met the day before the vote.',
    mean: ({ said }, story) => dayFromNow(story, said.day === 'yesterday' ? -2 : 2),
  },
  {
    name: 'day-of-last-week',
    pattern: '[the] <which:last|next|this|past|coming> [<which2:past|coming>] {weekday} [ [,] {month} {day} ]',
    example: 'The court met [last Friday].',
    nearMiss: 'The last court met on Friday.',
    mean({ slots, said }, story) {
      const weekday = slots.weekday!
      if (weekday.plural) return undefined
      const step = stepOf(said.which2 ?? said.which)
      const { month, day } = slots
      const named = month !== undefined && day !== undefined ? story.day(month, day, weekday.weekday) : undefined
      if (named !== undefined) return dated(named.moment, named.anchor)
      const point = story.weekday(weekday.weekday, step < 0 ? 'last' : step > 0 ? 'next' : 'this')
      return point ? dated(point.moment, point.anchor) : open(`XXXX-WXX-${weekday.weekday}`)
    },
  },
  {
    name: 'weekday-of-week',
    pattern: '{weekday} [of] <which:last|this|next> week',
    example: 'He was seen on [Tuesday last week].',
    nearMiss: 'He was seen on Tuesday every week.',
    mean({ slots, said }, story) {
      const { weekday } = slots.weekday!
      const { now } = story
      if (now === undefined) return open(`XXXX-WXX-${weekday}`)
      const week = unitAt(now, 'week', stepOf(said.which)).moment!
      return dated(momentOfDay(firstDay(week) + weekday - 1), now.anchor)
    },
  },
  {
    name: 'weekday',
    pattern: '[<part:earlier|later|early|late|the>] [<part2:following|next|previous>] {weekday}',
    example: 'A bomb went off on [Friday] in the market.',
    nearMiss: 'The sun sat low.',
    when({ atoms, from, end, said }) {
      if (said.part === 'the' && said.part2 === undefined && end - from > 1) return false
      // "Sun" and "Sat" alone are more often something else
      if (!atoms[end - 1].word.includes('day')) return false
      // papers and bands: "The Sunday Times"
      const next = atoms[end]
      return !(
        ['times', 'telegraph', 'mail', 'herald', 'mirror', 'express', 'night'].includes(next.word) && next.capital
      )
    },
    mean(match, story) {
      const { slots, said } = match
      const weekday = slots.weekday!
      if (weekday.plural)
        return { type: 'SET', value: `XXXX-WXX-${weekday.weekday}`, edtf: '', anchor: { kind: 'none' } }
      const which = said.part2 === undefined ? undefined : said.part2 === 'previous' ? 'last' : 'next'
      // "They will appeal against Friday's ruling": what is named so has been
      const been = wordAfter(match) === 's' && which === undefined
      const point = story.weekday(weekday.weekday, which, been)
      return point ? dated(point.moment, point.anchor) : open(`XXXX-WXX-${weekday.weekday}`)
    },
  },
  {
    name: 'earlier-this-year',
    pattern: '<part:earlier|later> [in] <which:this|that|the|last|next> [<same:same|following|next>] {unit}',
    example: 'The network was broken up [earlier this year].',
    nearMiss: 'He came earlier than this man.',
    when: ({ slots, said }) =>
      !slots.unit!.plural &&
      (said.which !== 'the' || ['day', 'week', 'month', 'year', 'decade'].includes(slots.unit!.unit)) &&
      !(slots.unit!.unit === 'second' || slots.unit!.unit === 'minute'),
    mean({ slots, said }, story) {
      const { unit } = slots.unit!
      const anaphoric = said.which === 'that' || said.which === 'the'
      const base = anaphoric ? story.same(unit) : story.now
      if (base === undefined) return open(OPEN_UNIT[unit])
      const step = stepOf(said.same ?? said.which)
      const resolved = unitAt(base, unit, step)
      const now = anaphoric ? story.recalled('day') : story.now
      const edtf =
        step === 0
          ? partOfUnit({ ...base, moment: resolved.moment! }, now, said.part as 'earlier' | 'later')
          : resolved.edtf
      return { ...resolved, edtf }
    },
  },
  {
    name: 'early-this-week',
    pattern:
      '( <slice:early|late|mid> [in] | [the] <slice:end|beginning|start|middle|rest> of ) [the] <which:this|last|next|that|the|previous|following|current|coming> [<which2:same|following|next|previous|past|coming>] [fiscal] {unit}',
    example: 'Prices fell [late last week].',
    nearMiss: 'They were late in the evening.',
    when: ({ slots, said }) =>
      !slots.unit!.plural && !(said.slice === undefined) && !(slots.unit!.unit === 'day' && said.which === 'the'),
    mean(match, story) {
      const { unit } = match.slots.unit!
      const { which, which2 } = match.said
      const word = which2 ?? which
      const anaphoric =
        word === 'that' ||
        word === 'the' ||
        word === 'previous' ||
        word === 'following' ||
        word === 'same' ||
        which === 'the'
      const base = anaphoric ? story.recalled(unit === 'year' ? 'year' : 'month') : story.now
      if (base === undefined) return open(OPEN_UNIT[unit])
      const resolved = unitAt(base, unit, stepOf(word))
      return dated(resolved.moment!, base.anchor, howOf(match))
    },
  },
  {
    name: 'this-unit',
    pattern:
      '[the] [sometime] <which:last|this|next|coming|current|past> [<which2:past|coming>] [fiscal|calendar] {unit}',
    example: 'Two soldiers died [last month].',
    nearMiss: 'The last of this is gone.',
    when(match) {
      const { slots, said } = match
      const { unit, plural } = slots.unit!
      if (plural) return false
      if (unit === 'second' || unit === 'minute' || unit === 'hour' || (unit === 'day' && said.which !== 'next'))
        return false
      if (unit === 'quarter') return true
      return !(said.which === 'current' && wordAfter(match) === 'account')
    },
    mean({ slots, said, atoms, from }, story) {
      const { unit } = slots.unit!
      const step = stepOf(said.which2 ?? said.which)
      const anaphoric = atoms[from].word === 'the' && (said.which === 'next' || said.which === 'last')
      const near = anaphoric
        ? story.isHistory
          ? story.recalled(unit === 'day' ? 'day' : unit === 'year' ? 'year' : 'month')
          : unit === 'day'
            ? story.recalled('day')
            : story.now
        : unit === 'day' && said.which === 'next'
          ? story.recalled('day')
          : story.now
      // "the past year" is the stretch up to now
      if (said.which === 'past' && unit === 'year' && said.which2 === undefined) {
        return { ...unitAt(near, unit, -1), edtf: window(near, { count: 1, counted: false }, unit, -1).edtf }
      }
      if ((said.which === 'past' || said.which === 'last') && atoms[from].word === 'the' && said.which2 === undefined) {
        const length = window(near, { count: 1, counted: false }, unit, -1)
        return unit === 'year' || unit === 'week' || unit === 'month' || near === undefined
          ? { ...length, type: 'DURATION' }
          : length
      }
      return unitAt(near, unit, step)
    },
  },
  {
    name: 'that-unit',
    pattern: '[the|that] <which:that|same|previous|following|preceding|next|prior|next> [very] [fiscal] {unit}',
    example: 'He was freed [the following year].',
    nearMiss: 'The same men came.',
    when: ({ slots, said, atoms, from, end }) => {
      const { unit, plural } = slots.unit!
      if (plural || unit === 'second' || unit === 'minute' || unit === 'hour') return false
      if (said.which === 'next' && atoms[from].word === 'next' && unit !== 'day') return false
      return end - from > 1 || said.which === 'that'
    },
    mean({ slots, said }, story) {
      const { unit } = slots.unit!
      return unitAt(
        story.recalled(unit === 'day' ? 'day' : unit === 'year' ? 'year' : unit === 'week' ? 'day' : 'month'),
        unit,
        stepOf(said.which),
      )
    },
  },
  {
    name: 'ago',
    pattern: `${ABOUT} {n} [more] {unit} ( ago | <now:from> now | hence | back )`,
    example: 'The uprising began [four years ago].',
    nearMiss: 'The four years were long.',
    when: (match) => match.atoms[match.end - 1].word !== 'back' || standsAlone(match),
    mean({ slots, said }, story) {
      const future = said.now !== undefined
      return counted(story.now, slots.n!, slots.unit!.unit, future ? 1 : -1, said.about !== undefined)
    },
  },
  {
    name: 'year-ago',
    pattern: '{unit} - ago',
    example: 'The [year-ago] results were better.',
    nearMiss: 'A year of rest.',
    mean: ({ slots }, story) => yearBefore(story, slots.unit!.unit),
  },
  {
    name: 'ago-bare',
    pattern: '<n:years|months|weeks|days|decades|centuries|hours|minutes> ago',
    example: 'The well dried up [years ago].',
    nearMiss: 'The years went by.',
    mean(_match, story) {
      return counted(story.now, { count: undefined, counted: true }, 'year', -1)
    },
  },
  {
    name: 'later',
    pattern: `${ABOUT} {n} [full] {unit} <which:later|earlier|previously|before|prior>`,
    example: 'The mayor was shot [two days later].',
    nearMiss: 'Two days of later talks.',
    when: (match) => {
      const { which } = match.said
      if (which === 'later' || which === 'earlier' || which === 'previously') return wordAfter(match) !== 'than'
      return (
        standsAlone(match) &&
        !['the', 'that', 'it', 'he', 'she', 'they', 'a', 'an'].includes(wordAfter(match)) &&
        wordAfter(match) !== 'to'
      )
    },
    mean({ slots, said }, story) {
      const { unit } = slots.unit!
      if (unit === 'year' && slots.n!.single && said.which === 'earlier' && !story.isHistory)
        return yearBefore(story, 'year')
      const base = story.recalled(unit === 'year' ? 'year' : unit === 'month' ? 'month' : 'day')
      return counted(base, slots.n!, unit, said.which === 'later' ? 1 : -1, said.about !== undefined)
    },
  },
  {
    name: 'later-bare',
    pattern: '[just] <n:years|months|weeks|days|decades> <which:later|earlier|before>',
    example: 'The bridge fell [months later].',
    nearMiss: 'The months before were dry.',
    when: (match) =>
      !match.atoms[match.from].joined &&
      !['the', 'of', 'these', 'those', 'few', 'many'].includes(wordBefore(match)) &&
      (match.said.which !== 'before' || standsAlone(match)),
    mean({ said }, story) {
      return counted(story.recalled(), { count: undefined, counted: true }, 'year', said.which === 'later' ? 1 : -1)
    },
  },
  {
    name: 'year-earlier',
    pattern: '{unit} - earlier',
    example: 'Profit fell from the [year-earlier] figure.',
    nearMiss: 'A year of earlier talks.',
    mean: ({ slots }, story) => yearBefore(story, slots.unit!.unit),
  },
  {
    name: 'the-day-before',
    pattern: '[the] {unit} <which:before|after|earlier|afterwards>',
    example: 'Police had searched the house [the day before].',
    nearMiss: 'Police searched the house the day before the raid.',
    when: (match) =>
      ['day', 'week', 'month', 'year', 'night'].includes(match.slots.unit!.unit) &&
      !match.slots.unit!.plural &&
      match.atoms[match.from].word === 'the' &&
      ((after(match).kind === 'mark' && wordAfter(match) !== '"') ||
        after(match).kind === 'break' ||
        ['in', 'at', 'and', 'by', 'when'].includes(wordAfter(match))),
    mean({ slots, said }, story) {
      const { unit } = slots.unit!
      return unitAt(
        story.recalled(unit === 'day' ? 'day' : 'month'),
        unit,
        said.which === 'before' || said.which === 'earlier' ? -1 : 1,
      )
    },
  },
  {
    name: 'day-before-incident',
    pattern: 'the day <which:before|after> {weekday}',
    example: 'They met [the day before Friday].',
    nearMiss: 'They met the day before the vote on Friday.',
    mean({ slots, said }, story) {
      const point = story.weekday(slots.weekday!.weekday)
      if (point === undefined) return open('XXXX-XX-XX')
      return dated(momentOfDay(firstDay(point.moment) + (said.which === 'before' ? -1 : 1)), point.anchor)
    },
  },
  {
    name: 'after-incident',
    pattern: `${ABOUT} {n} {unit} <which:after|before|following|since|into>`,
    example: 'Talks resumed [ten days] after the raid.',
    nearMiss: 'Talks resumed ten days later.',
    trailing: 1,
    when: (match) => after(match).kind !== 'break',
    // The span is the length alone; what it is counted from is another incident, which a later stage may find.
    mean: ({ slots }) => lasting(durationOf(slots.n!.count, slots.unit!.unit), '', INCIDENT),
  },
  {
    name: 'weekend',
    pattern:
      '[<slice:early|late>] [the] <which:last|this|next|past|coming|previous|following> [<which2:past|coming>] weekend',
    example: 'Protests are planned for [next weekend].',
    nearMiss: 'The weekend paper said so.',
    mean: ({ said }, story) => weekend(story, said.which2 ?? said.which),
  },
  {
    name: 'the-weekend',
    pattern: '[early|late] [the] weekend',
    example: 'Fighting eased over [the weekend].',
    nearMiss: 'His weekend house burned.',
    when: ({ atoms, from }) => atoms[from].word === 'the',
    mean: (_match, story) => weekend(story, undefined),
  },
  {
    name: 'at-that-time',
    pattern: '<which:that|this|the> <same:same|very> <what:time|moment|period>',
    example: 'In 1921 the mill closed; at [the same time] the mine did.',
    nearMiss: 'He did the same.',
    mean: (_match, story) => anaphora(story),
  },
  {
    name: 'that-time',
    pattern: '<which:that|this> <what:time|period|era|point>',
    example: 'In 1921 the mill closed. By [that time] the mine had too.',
    nearMiss: 'That is his time.',
    when: (match) => wordAfter(match) !== 'of' && wordAfter(match) !== 'when' && match.said.what !== 'point',
    mean: (_match, story) => anaphora(story),
  },
]

/** "the same time": the date said last; a report seldom means a date by it. */
function anaphora(story: Story): Resolved | undefined {
  if (!story.isHistory) return undefined
  const point = story.said()
  return point && dated(point.moment, point.anchor)
}

/** "the weekend": the one that is or was last, by the tense. */
function weekend(story: Story, which: string | undefined): Resolved {
  const { now } = story
  if (now === undefined) return open('XXXX-WXX-WE')
  const day = firstDay(now.moment)
  const here: Moment = containing(now.moment, 'weekend')
  const [saturday] = [firstDay(here)]
  const step =
    which === undefined
      ? story.tense === 'future' || day >= saturday
        ? 0
        : -1
      : which === 'this' || which === 'coming'
        ? 0
        : stepOf(which)
  return unitAt(now, 'weekend', step)
}

/** "a year earlier": of a quarter or a month just spoken of, the same a year before; otherwise the year before. */
function yearBefore(story: Story, unit: Unit): Resolved {
  if (unit !== 'year') return counted(story.now, { count: 1, counted: false }, unit, -1)
  const near = story.saidOf('quarter', 12)
  const { now } = story
  if (near !== undefined) return aside({ ...near.moment, year: near.moment.year - 1 }, near.anchor)
  const base = story.saidNearby('year', 0) ?? now
  return counted(base, { count: 1, counted: false }, 'year', -1)
}
