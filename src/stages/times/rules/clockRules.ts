import { DATE, dayIn, openDay } from '../dayInPhrase.ts'
import { standsAlone } from '../guards.ts'
import { containing, firstDay, type Moment, momentOfDay } from '../Moment.ts'
import { two } from '../openDate.ts'
import { dated, open, type Point, type Resolved } from '../Resolved.ts'
import { after, type Match, type Rule, wordAfter, wordBefore } from '../Rule.ts'
import type { Story } from '../Story.ts'
import type { ClockTime } from '../slots.ts'

const ZONE =
  '[ ( {zone} | {townzone} time | local [time] | <given:gmt|utc> | [local] time | <universal:eastern|central|pacific> [standard|daylight] time ) ]'

const clockText = ({ hour, minute, second }: ClockTime): string =>
  `T${two(hour)}${minute === undefined ? '' : `:${two(minute)}`}${second === undefined ? '' : `:${two(second)}`}`

function clockAt(point: Point | undefined, clock: ClockTime, zone: string | undefined, openValue: string): Resolved {
  if (point === undefined) return open(`${openValue}${clockText(clock)}`, '', 'TIME')
  const { hour, minute, second } = clock
  const day = containing(point.moment, 'day')
  const moment: Moment = {
    ...day,
    grain: second !== undefined ? 'second' : minute !== undefined ? 'minute' : 'hour',
    hour,
    ...(minute !== undefined && { minute }),
    ...(second !== undefined && { second }),
  }
  const resolved = dated(moment, point.anchor)
  return zone === undefined
    ? resolved
    : { ...resolved, edtf: dated({ ...moment, zone }, point.anchor).edtf, moment: { ...moment, zone } }
}

/**
 * The day of a time of day that names none. Midnight of a day that is over began it; "23:47 … 00:12", "from 8 p.m. to 4 a.m.":
 * an early hour told behind a late one is the next day's.
 */
function dayOf({ hour }: ClockTime, story: Story): Point | undefined {
  const day = story.clockDay
  if (day === undefined || story.isDayToCome) return day
  const shifted = (days: number): Point => ({ ...day, moment: momentOfDay(firstDay(day.moment) + days) })
  const last = story.clockBefore
  if (last !== undefined && last >= LATE && hour <= EARLY) return shifted(1)
  return hour === 24 && day.anchor.kind === 'published' && story.tense === 'past' ? shifted(-1) : day
}

const LATE = 18
const EARLY = 8

/** A clock of a town whose offset changes with the season says its own time, and no offset. */
const zoneOf = ({ zone, townzone }: Match['slots']): string | undefined => zone ?? (townzone || undefined)

/** Digits with a colon may be a score or a ratio: they are a time with am or pm, a zone, or a preposition of time. */
function isClock(match: Match): boolean {
  const { atoms, from, end, slots } = match
  const first = atoms[from]
  if (first.word === 'noon' || first.word === 'midnight') return true
  if (end - from > 1) return true
  if (slots.zone !== undefined) return true
  const previous = wordBefore(match)
  return (
    [
      'at',
      'around',
      'about',
      'by',
      'until',
      'since',
      'after',
      'before',
      'from',
      'approximately',
      'to',
      'and',
      'between',
      'till',
    ].includes(previous) && after(match).word !== ':'
  )
}

/** Times of day. */
export const clockRules: readonly Rule[] = [
  {
    name: 'clock',
    pattern: `{clock} ${ZONE}`,
    example: 'The bomb went off at [10:35 a.m. GMT].',
    nearMiss: 'They won 10:35 and gave 1000 dollars.',
    when: isClock,
    mean(match, story) {
      const { slots } = match
      const clock = slots.clock!
      const day = dayOf(clock, story)
      // "between midnight and 3 a.m. on Saturday": the midnight that Saturday begins with
      const begins = clock.hour === 24 && story.isDayToCome && ['and', 'to', 'until'].includes(wordAfter(match))
      const named = begins && day ? { ...day, moment: momentOfDay(firstDay(day.moment) - 1) } : day
      return clockAt(named, clock, zoneOf(slots), 'XXXX-XX-XX')
    },
  },
  {
    name: 'half-past',
    pattern: '<half:half|quarter> <which:past|to> {whole}',
    example: 'By [half past eight] the banks were shut.',
    nearMiss: 'Half past the post; a quarter to one side; half past 1990.',
    when: (match) =>
      match.slots.whole! >= 1 && match.slots.whole! <= 12 && (match.said.half === 'half' || standsAlone(match)),
    mean({ slots, said }, story) {
      const hour = said.which === 'to' ? (slots.whole! + 11) % 12 : slots.whole!
      const minute = said.half === 'half' ? 30 : said.which === 'to' ? 45 : 15
      const resolved = clockAt(story.clockDay, { hour, minute }, undefined, 'XXXX-XX-XX')
      // whether before or after noon is not said
      return { ...resolved, edtf: resolved.edtf.replace(/T.*/, '') }
    },
  },
  {
    name: 'clock-on-day',
    pattern: `{clock} ${ZONE} [,] ${DATE}`,
    example: 'Voting ends at [8 p.m. EST, Oct. 3].',
    nearMiss: 'Voting ends at 8 p.m. sharp.',
    mean: (match, story) => clockAt(dayIn(match, story), match.slots.clock!, zoneOf(match.slots), openDay(match)),
  },
  {
    name: 'day-with-clock',
    pattern: `${DATE} [,] {clock} ${ZONE}`,
    example: 'The convoy left on [May 12, 1980, 10:35 a.m.].',
    nearMiss: 'The convoy left on May 12, 1980.',
    when: ({ atoms, end }) => atoms[end - 1].kind !== 'number',
    mean: (match, story) => clockAt(dayIn(match, story), match.slots.clock!, zoneOf(match.slots), openDay(match)),
  },
  {
    name: 'hour-in-the-morning',
    pattern: '( {whole} | {clock} ) in the {part}',
    example: 'They came at [4 in the morning].',
    nearMiss: 'Four in ten the morning.',
    when: ({ slots }) =>
      slots.clock !== undefined ||
      (slots.whole !== undefined && slots.whole >= 1 && slots.whole <= 12 && Number.isInteger(slots.whole)),
    mean({ slots }, story) {
      const { part } = slots.part!
      const given = slots.clock ?? { hour: slots.whole! }
      const late = (part === 'AF' || part === 'EV' || (part === 'NI' && given.hour > 5)) && given.hour < 12
      return clockAt(story.clockDay, late ? { ...given, hour: given.hour + 12 } : given, undefined, 'XXXX-XX-XX')
    },
  },
]
