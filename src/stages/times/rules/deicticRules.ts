import type { Atom } from '../Atom.ts'
import { edtfOf } from '../edtfOf.ts'
import { ABOUT, howOf, stepOf } from '../fragments.ts'
import { standsAlone } from '../guards.ts'
import { containing, dayMoment, firstDay, momentOfDay } from '../Moment.ts'
import { ABSOLUTE, aside, dated, open, type Resolved } from '../Resolved.ts'
import { before, type Match, type Rule, wordAfter, wordBefore } from '../Rule.ts'
import { withHalf } from '../readQuantity.ts'
import { counted, OPEN_UNIT, partOfUnit, unitAt, window } from '../relativeDate.ts'
import type { Story } from '../Story.ts'
import { words } from '../words.ts'

/** A day counted from the day of publication. */
function dayFromNow(story: Story, step: number, match?: Match): Resolved {
  const { now } = story
  return now
    ? dated(momentOfDay(firstDay(now.moment) + step), now.anchor, match ? howOf(match) : {})
    : open('XXXX-XX-XX')
}

const isName = (atom: Atom | undefined): boolean =>
  atom?.kind === 'word' && atom.capital && atom.xpos.startsWith('NNP') && atom.entry === undefined && !atom.joined

const NAMED_DAYS = words('black bloody good holy easter cyber super palm red ash shrove maundy')

const DAYS: Readonly<Record<string, number>> = { yesterday: -1, today: 0, tomorrow: 1 }

/** "the weekend": the one that is or was last, by the tense. */
function weekend(story: Story, which: string | undefined): Resolved {
  const { now } = story
  if (now === undefined) return open('XXXX-WXX-WE')
  const begun = firstDay(now.moment) >= firstDay(containing(now.moment, 'weekend'))
  const bare = story.tense === 'future' || begun ? 0 : -1
  const named = which === 'this' || which === 'coming' ? 0 : stepOf(which)
  return unitAt(now, 'weekend', which === undefined ? bare : named)
}

/** Dates reckoned from the day of publication. */
export const deicticRules: readonly Rule[] = [
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
      // "Sun" and "Sat" alone are more often something else; with their stop, behind "on", they are days
      const cut = atoms[end - 1]
      const stopped = cut.end - cut.start > cut.word.length && atoms[from - 1]?.word === 'on'
      if (!cut.word.includes('day') && !stopped) return false
      // "Private Friday Okoro"
      const [title, family] = [atoms[from - 1], atoms[end]]
      if (end - from === 1 && isName(title) && isName(family) && title.sentence === cut.sentence) return false
      // Black Friday, Bloody Sunday, Palm Sunday
      const named = atoms[from - 1]
      if (named?.capital && NAMED_DAYS.has(named.word)) return false
      // papers and bands: "The Sunday Times"
      const next = atoms[end]
      return !(
        ['times', 'telegraph', 'mail', 'herald', 'mirror', 'express', 'night', 'mosque'].includes(next.word) &&
        next.capital
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
    name: 'week-of',
    pattern:
      'the <unit:week|weekend> of [the] ( {month} {day} [ -|to|and {num} ] [ [,] {year} ] | {day} [ - {num} ] [of] {month} [ [,] {year} ] )',
    example: 'Talks are set for [the week of June 8].',
    nearMiss: 'The weeks of June 8 talks.',
    mean({ slots, said }, story) {
      const { month = 1, day = 1, year } = slots
      const point =
        year === undefined ? story.day(month, day) : { moment: dayMoment(year, month, day), anchor: ABSOLUTE }
      if (point === undefined) return open(said.unit === 'week' ? 'XXXX-WXX' : 'XXXX-WXX-WE')
      return dated(containing(point.moment, said.unit === 'week' ? 'week' : 'weekend'), point.anchor)
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
      // "the end of the month": in a report the one it appeared in
      const plain = word === 'the' && story.today !== undefined
      // … unless it has just gone back in time: "an accord followed in 1991, but by the end of the decade"
      const told = plain && (unit === 'decade' || unit === 'century') ? story.past('year') : undefined
      const base = told ?? (anaphoric && !plain ? story.recalled(unit === 'year' ? 'year' : 'month') : story.now)
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
      const the = atoms[from].word === 'the'
      const told = the && story.isHistory && (said.which === 'next' || said.which === 'last')
      const near =
        unit === 'day' ? story.onward('day') : told ? story.recalled(unit === 'year' ? 'year' : 'month') : story.now
      // "the past year" is the stretch up to now; of a plain "last year" only the year is meant
      if (said.which === 'past' && unit === 'year' && said.which2 === undefined) {
        return { ...unitAt(near, unit, -1), edtf: window(near, { count: 1, counted: false }, unit, -1).edtf }
      }
      if ((said.which === 'past' || said.which === 'last') && the && said.which2 === undefined) {
        return window(near, { count: 1, counted: false }, unit, -1)
      }
      return unitAt(near, unit, step)
    },
  },
  {
    name: 'ago',
    pattern: `${ABOUT} {n} [more] {unit} [and a <half:half>] ( ago | <now:from> now | hence | back )`,
    example: 'The uprising began [four years ago].',
    nearMiss: 'The four years were long.',
    when: (match) => match.atoms[match.end - 1].word !== 'back' || standsAlone(match),
    mean({ slots, said }, story) {
      const future = said.now !== undefined
      // of a company's quarter, "a year ago" is the same quarter a year before
      const { single, count } = slots.n!
      const quarter = story.saidOf('quarter', 6)
      if (!future && single === true && count === 1 && slots.unit!.unit === 'year' && quarter !== undefined) {
        return aside({ ...quarter.moment, year: quarter.moment.year - 1 }, quarter.anchor)
      }
      const quantity = withHalf(slots.n!, said.half)
      const { unit } = slots.unit!
      const resolved = counted(story.now, quantity, unit, future ? 1 : -1, said.about !== undefined)
      // "less than a week ago": some time since
      const within = ['less', 'under', 'fewer'].includes(said.about ?? '') && quantity.count !== undefined
      return within ? { ...resolved, edtf: window(story.now, quantity, unit, future ? 1 : -1).edtf } : resolved
    },
  },
  {
    name: 'moments-ago',
    pattern: '[just|only|a] [few] moments|moment ago',
    example: 'He was stabbed [moments ago].',
    nearMiss: 'The moments that were long ago.',
    mean(_match, story) {
      const { now } = story
      return now
        ? { ...open('PRESENT_REF', edtfOf(now.moment), 'TIME'), anchor: now.anchor }
        : open('PRESENT_REF', '', 'TIME')
    },
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
]
