import { edtfDay } from '../edtfOf.ts'
import { ABOUT, stepOf } from '../fragments.ts'
import { standsAlone } from '../guards.ts'
import { firstDay, momentOfDay, type Unit } from '../Moment.ts'
import { aside, dated, INCIDENT, lasting, open, type Resolved, UNRESOLVED } from '../Resolved.ts'
import { after, before, type Rule, wordAfter, wordBefore } from '../Rule.ts'
import { withHalf } from '../readQuantity.ts'
import { counted, OPEN_UNIT, unitAt } from '../relativeDate.ts'
import type { Story } from '../Story.ts'
import { durationOf } from '../timexOf.ts'
import { words } from '../words.ts'

/** "the same time": the date said last; a report seldom means a date by it. */
function anaphora(story: Story): Resolved | undefined {
  if (!story.isHistory) return undefined
  const point = story.said()
  return point && dated(point.moment, point.anchor)
}

/** "a year earlier": of a quarter just spoken of, the same a year before; otherwise the year before. */
function yearBefore(story: Story, unit: Unit): Resolved {
  if (unit !== 'year') return counted(story.now, { count: 1, counted: false }, unit, -1)
  const near = story.saidOf('quarter', 12)
  if (near !== undefined) return aside({ ...near.moment, year: near.moment.year - 1 }, near.anchor)
  return counted(story.saidNearby('year', 0) ?? story.now, { count: 1, counted: false }, 'year', -1)
}

/** What has been done was done before the report appeared: "burned in May … arrested three weeks later", told on 20 June. */
function untilToday(resolved: Resolved, { tense, published }: Story): Resolved {
  const [from, to] = resolved.edtf.split('/')
  if (published === undefined || tense !== 'past' || !/^\d{4}-\d\d-\d\d$/.test(to ?? '')) return resolved
  const day = edtfDay(firstDay(published.moment))
  return from < day && day < to ? { ...resolved, edtf: `${from}/${day}` } : resolved
}

const BEFORE_TIME = words('at by during around since until till from before after in')

const BEFORE_INCIDENT = words('the a an it its his her their that this these those such another last he she they')

/** Dates reckoned from those said before, and lengths reckoned from another incident. */
export const narrativeRules: readonly Rule[] = [
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
      const grain = unit === 'day' || unit === 'week' ? 'day' : unit === 'year' ? 'year' : 'month'
      const step = stepOf(said.which)
      return unitAt(step < 0 ? story.recalled(grain) : story.onward(grain), unit, step)
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
    name: 'later',
    pattern: `${ABOUT} {n} [full] {unit} [and a <half:half>] <which:later|earlier|previously|before|prior>`,
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
      // "kidnapped in 2011 and freed 14 months later": the date of the sentence itself, however wide
      const beside = unit === 'month' ? story.saidNearby('century', 0) : undefined
      const later = said.which === 'later'
      const grain = unit === 'year' ? 'year' : unit === 'month' ? 'month' : 'day'
      const base = beside ?? (later ? story.onward(grain) : story.recalled(grain))
      const quantity = withHalf(slots.n!, said.half)
      // where no day has been named yet, only what is before the day of publication can be told
      const unknown = lasting(durationOf(quantity.count, unit), '', UNRESOLVED)
      if (later && base === undefined) return unknown
      const resolved = counted(base, quantity, unit, later ? 1 : -1, said.about !== undefined)
      if (resolved.moment === undefined && resolved.edtf.includes('/')) story.leave()
      if (!later) return resolved
      return story.isTooLate(resolved.moment) ? unknown : untilToday(resolved, story)
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
      const base = story.recalled()
      if (said.which === 'later' && story.onward('century') === undefined) return open('FUTURE_REF')
      return counted(base, { count: undefined, counted: true }, 'year', said.which === 'later' ? 1 : -1)
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
      !match.atoms[match.end - 1].joined &&
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
    pattern: 'the day <which:before|after> [<which2:last|next>] {weekday}',
    example: 'They met [the day before Friday].',
    nearMiss: 'They met the day before the vote on Friday.',
    mean({ slots, said }, story) {
      const point = story.weekday(slots.weekday!.weekday, said.which2 as 'last' | 'next' | undefined)
      if (point === undefined) return open('XXXX-XX-XX')
      return dated(momentOfDay(firstDay(point.moment) + (said.which === 'before' ? -1 : 1)), point.anchor)
    },
  },
  {
    name: 'after-incident',
    pattern: `${ABOUT} {n} {unit} [to the <day:day|week|month|year>] <which:after|before|following|since|into>`,
    example: 'Talks resumed [ten days] after the raid.',
    nearMiss: 'Talks resumed ten days later.',
    // "a year to the day after"
    trailing: ({ said }) => (said.day === undefined ? 1 : 4),
    when: (match) => after(match).kind !== 'break',
    // The span is the length alone; what it is counted from is another incident, which a later stage may find.
    mean: ({ slots }) => lasting(durationOf(slots.n!.count, slots.unit!.unit), '', INCIDENT),
  },
  {
    name: 'unit-by-incident',
    pattern: 'the {unit} <which:before|after>',
    example: 'He fled [the day] before the vote.',
    nearMiss: 'He fled the day before, and the year after.',
    trailing: 1,
    when: (match) => {
      const { unit, plural } = match.slots.unit!
      const next = after(match)
      return (
        !plural &&
        wordBefore(match) !== 'to' &&
        ['day', 'week', 'weekend', 'month', 'year'].includes(unit) &&
        !match.atoms[match.end - 1].joined &&
        next.kind === 'word' &&
        (BEFORE_INCIDENT.has(next.word) || next.capital)
      )
    },
    mean: ({ slots }) => ({ ...open(OPEN_UNIT[slots.unit!.unit]), anchor: INCIDENT }),
  },
  {
    name: 'at-that-time',
    pattern: '<which:that|this|the> <same:same|very> <what:time|moment|period>',
    example: 'In 1921 the mill closed; at [the same time] the mine did.',
    nearMiss: 'He did the same.',
    mean: (_match, story) => anaphora(story),
  },
  {
    name: 'at-the-time',
    pattern: 'the time',
    example: 'In 1921 the mill closed; the mine was open at [the time].',
    nearMiss: 'By the time he left it was shut; at the time of the raid; at the time when it burned.',
    when: (match) =>
      wordBefore(match) === 'at' && !['of', 'when', 'that', 'the', 'a', 'this', 'an'].includes(wordAfter(match)),
    mean(_match, story) {
      const told = anaphora(story)
      if (told !== undefined) return told
      const { published } = story
      if (published === undefined) return open('PAST_REF')
      return { ...open('PAST_REF', `/${edtfDay(firstDay(published.moment))}`), anchor: published.anchor }
    },
  },
  {
    name: 'that-time',
    pattern: '<which:that|this> <what:time|period|era|point>',
    example: 'In 1921 the mill closed. By [that time] the mine had too.',
    nearMiss: 'That is his time; they moved again, this time to Oslo.',
    when: (match) =>
      wordAfter(match) !== 'of' &&
      wordAfter(match) !== 'when' &&
      match.said.what !== 'point' &&
      // "again, this time led by …": which of several, and no date
      (match.said.which !== 'this' ||
        match.said.what !== 'time' ||
        before(match).xpos === 'IN' ||
        BEFORE_TIME.has(wordBefore(match))),
    mean: (_match, story) => anaphora(story),
  },
]
