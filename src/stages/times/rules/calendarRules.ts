import { daysInMonth } from '../dayNumber.ts'
import { howOf, SLICE, stepOf } from '../fragments.ts'
import { dayMoment, type Moment, monthMoment, seasonMoment, yearMoment } from '../Moment.ts'
import { ABSOLUTE, dated, open, type Resolved } from '../Resolved.ts'
import { after, isBeforeNoun, type Match, type Rule, wordAfter, wordBefore } from '../Rule.ts'
import type { Story } from '../Story.ts'

const two = (value: number): string => String(value).padStart(2, '0')

/** '39 is 1939 in a history of the thirties, otherwise of the century nearest to the story. */
export function fullYear(year: number, story: Story): number {
  if (year >= 100) return year
  const base = story.here?.moment.year ?? 2000
  return [1700, 1800, 1900, 2000]
    .map((century) => century + year)
    .sort((a, b) => Math.abs(a - base) - Math.abs(b - base))[0]
}

/** A full date, or month and year; the slots say which. */
function fullDate({ slots, said }: Match, story: Story): Resolved | undefined {
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
  return point
    ? dated(point.moment, point.anchor, howOf(match))
    : open(`XXXX-${two(month)}-${two(day)}`, `XXXX-${two(month)}-${two(day)}`)
}

/** A number behind a date is a count of something: "May 3,000 people", "On March 8 people …". */
const endsDate = (match: Match): boolean => {
  const next = after(match)
  return (
    next.entry?.counted !== true &&
    !(next.entry?.unit !== undefined && !next.joined) &&
    next.word !== '%' &&
    next.word !== 'th'
  )
}

/** "Jan Kavan", "Jun Sato": a month cut short has its stop, or a number beside it. */
function isFirstName(match: Match): boolean {
  const atom = match.atoms[match.end - 1]
  const alone = match.end - match.from === 1
  return (
    alone &&
    atom.word.length === 3 &&
    atom.word !== 'may' &&
    atom.end - atom.start === 3 &&
    after(match).kind !== 'number'
  )
}

const TIED = new Set([
  'by',
  'in',
  'since',
  'until',
  'till',
  'before',
  'after',
  'from',
  'during',
  'of',
  'between',
  'through',
  'throughout',
  'to',
  'and',
  'late',
  'early',
  'mid',
  'around',
  'for',
  'on',
  'last',
  'next',
  'this',
  'every',
  'each',
  'or',
  'the',
  'at',
  'circa',
  'about',
  '(',
  ',',
  'per',
])

/** "may" and "march" are mostly verbs; at the start of a sentence, or in capitals, only a preposition makes them months. */
function isMonth(match: Match): boolean {
  if (isFirstName(match)) return false
  if (match.said.which !== undefined) return true
  const atom = match.atoms[match.end - 1]
  if (atom.entry?.capitalised !== true) return true
  const next = after(match)
  if (atom.word === 'august') return true
  if (next.word === 's' || next.kind === 'number') return true
  const previous = wordBefore(match)
  return TIED.has(previous) && !(previous === ',' && next.kind === 'word' && next.capital === false)
}

/** Four digits that count or number something are no year. */
export function isYear(match: Match): boolean {
  const atom = match.atoms[match.end - 1]
  if (atom.kind !== 'number' || atom.clipped) return true
  const previous = wordBefore(match)
  const next = after(match)
  if (
    [
      '$',
      '£',
      '€',
      '#',
      'no',
      'nos',
      'number',
      'p',
      'pp',
      'page',
      'lot',
      'room',
      'flight',
      'article',
      'resolution',
      'section',
      '.',
      ':',
      '+',
      '/',
    ].includes(previous) &&
    ((previous !== '.' && previous !== ':') || after(match, 0).glued)
  )
    return false
  if (next.entry?.counted === true || next.word === '%' || (next.kind === 'number' && !next.joined)) return false
  if (next.word === '.' && next.glued && after(match, 1).kind === 'number' && after(match, 1).glued) return false
  if (next.word === ':' && next.glued && after(match, 1).glued) return false
  if (atom.value >= 1500 && atom.value < 2100) return true
  return [
    'in',
    'by',
    'since',
    'until',
    'of',
    'from',
    'to',
    'between',
    'and',
    'before',
    'after',
    'during',
    'early',
    'late',
    'year',
    '(',
  ].includes(previous)
}

/** Dates of the calendar: days, months, years. */
export const calendarRules: readonly Rule[] = [
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
      return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
        ? dated(dayMoment(year, month, day), ABSOLUTE)
        : undefined
    },
  },
  {
    name: 'month-year',
    pattern: `${SLICE} {month} [,] [of] {year}`,
    example: 'It opened in [early May 1980].',
    nearMiss: 'It opened in May, 1980 people came.',
    when: (match) => isYear(match) && endsDate(match),
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
        return same
          ? dated(monthMoment(same.moment.year + step, month), same.anchor, howOf(match))
          : open(`XXXX-${two(month)}`, `XXXX-${two(month)}`)
      }
      const year = story.year(step)
      return year
        ? dated(monthMoment(year.moment.year, month), year.anchor, howOf(match))
        : open(`XXXX-${two(month)}`, `XXXX-${two(month)}`)
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
      if (point === undefined) return open(`XXXX-${two(month)}-${two(day)}`, `XXXX-${two(month)}-${two(day)}`)
      return dated(dayMoment(point.moment.year + stepOf(which2 ?? which), month, day), point.anchor)
    },
  },
  {
    name: 'month-day',
    pattern: `${SLICE} [{weekday} [,]] {month} [the] {day}`,
    example: 'The vote is on [Friday, May 12].',
    nearMiss: 'In May 12 people died.',
    when: (match) => endsDate(match) && !(after(match).word === '-' && after(match, 1).kind === 'number'),
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
    name: 'months-of-year',
    // "the first nine months of 1990" is a duration; see durationRules
    pattern: '[the] <which:last|same> {month}',
    example: 'He resigned [last April].',
    nearMiss: 'He resigned at last in April.',
    when: isMonth,
    mean({ slots: { month = 1 }, said }, story) {
      if (said.which === 'same') return undefined
      const { now } = story
      if (now === undefined) return open(`XXXX-${two(month)}`, `XXXX-${two(month)}`)
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
      if (base === undefined) return open(`XXXX-${two(month)}`, `XXXX-${two(month)}`)
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
      const point = story.month(month)
      return point ? dated(point.moment, point.anchor, howOf(match)) : open(`XXXX-${two(month)}`, `XXXX-${two(month)}`)
    },
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
    name: 'first-day-of-range',
    // the month comes with the last day; the last day is left for the rules above
    pattern: '{num} ( - | and|to [the] ) {day2} [of] {month} [ [,] {year} ]',
    example: 'They held the bridge on [6]-7 January 1916.',
    nearMiss: 'They held 6 bridges on 7 January 1916.',
    trailing: ({ atoms, from, end }) => end - from - 1 + (atoms[from].kind === 'break' ? 1 : 0),
    when: ({ slots, atoms, from }) =>
      slots.num! >= 1 && slots.num! < slots.day2! && !['no', 'of', 'at'].includes(atoms[from - 1]?.word ?? ''),
    mean({ slots: { num = 1, month = 1, year } }, story) {
      if (year !== undefined) return dated(dayMoment(year, month, num), ABSOLUTE)
      const point = story.day(month, num)
      return point
        ? dated(point.moment, point.anchor)
        : open(`XXXX-${two(month)}-${two(num)}`, `XXXX-${two(month)}-${two(num)}`)
    },
  },
  {
    name: 'last-day-of-range',
    pattern: '{num} [ [,] {year} ]',
    example: 'They held the bridge from May 6-[9].',
    nearMiss: 'They won 6-9 on May 6.',
    when({ atoms, from, slots }) {
      const [month, first, last] = [atoms[from - 2], atoms[from - 1], atoms[from]]
      return (
        last.joined &&
        month?.entry?.month !== undefined &&
        first.kind === 'number' &&
        slots.num! > first.value &&
        slots.num! <= 31
      )
    },
    mean({ atoms, from, slots: { num = 1, year } }, story) {
      const month = atoms[from - 2].entry?.month ?? 1
      if (year !== undefined) return dated(dayMoment(year, month, num), ABSOLUTE)
      const point = story.day(month, num)
      return point
        ? dated(point.moment, point.anchor)
        : open(`XXXX-${two(month)}-${two(num)}`, `XXXX-${two(month)}-${two(num)}`)
    },
  },
  {
    name: 'season-year',
    pattern: `${SLICE} [the] [early|late] {season} [,] [of] {year}`,
    example: 'The siege of [the winter of 1915] was long.',
    nearMiss: 'The fall of 1,915 trees was loud.',
    when: isYear,
    mean(match, story) {
      const { season = 'SU', year = 0 } = match.slots
      return dated(seasonMoment(fullYear(year, story), season), ABSOLUTE)
    },
  },
  {
    name: 'season-of-this-year',
    pattern: '[the] {season} [of] <which:last|this|next|that|the> [<which2:same|following|previous>] year',
    example: 'It happened in [the spring of last year].',
    nearMiss: 'It happened in the spring of every year.',
    mean({ slots: { season = 'SU' }, said }, story) {
      const { which, which2 } = said
      if (which === 'the' && which2 === undefined) return undefined
      const point = which === 'that' || which === 'the' ? story.same('year') : story.year(0)
      if (point === undefined) return open(`XXXX-${season}`)
      return dated(seasonMoment(point.moment.year + stepOf(which2 ?? which), season), point.anchor)
    },
  },
  {
    name: 'season',
    pattern:
      '[the] [early|late|mid|middle] [of|in] [the|this|that] <which:last|this|next|coming|past|previous|following|same> [<which2:past|coming>] {season}',
    example: 'Talks broke down [last summer].',
    nearMiss: 'Talks broke down in the last fall of the dice.',
    when: (match) => !(wordAfter(match) === 'of' && match.atoms[match.end - 1].word === 'fall'),
    mean({ slots: { season = 'SU' }, said }, story) {
      const word = said.which2 ?? said.which
      const base = word === 'previous' || word === 'following' || word === 'same' ? story.recalled('year') : story.now
      if (base === undefined) return open(`XXXX-${season}`)
      const { moment, anchor } = base
      const year = moment.year
      const started = { SP: 3, SU: 6, FA: 9, WI: 12 }[season]
      const month = moment.month ?? 6
      // the last summer is the last that is over, this summer the one of the year
      const over = month > started + 2
      if (word === 'last' || word === 'past' || word === 'previous')
        return dated(seasonMoment(over ? year : year - 1, season), anchor)
      if (word === 'next' || word === 'coming' || word === 'following')
        return dated(seasonMoment(month < started ? year : year + 1, season), anchor)
      return dated(seasonMoment(year, season), anchor)
    },
  },
  {
    name: 'bare-season',
    attributive: true,
    pattern: `${SLICE} [the] [early|late|following] {season}`,
    example: 'The front froze in [the winter].',
    nearMiss: 'The fall of the town came with spring water.',
    when: isSeason,
    mean(match, story) {
      const { season = 'SU' } = match.slots
      const point = story.season(season)
      return point ? dated(point.moment, point.anchor) : open(`XXXX-${season}`)
    },
  },
  {
    name: 'year',
    pattern: `${SLICE} [the] [year|years] [of] {year}`,
    example: 'He had lived there since [the year 1956].',
    nearMiss: 'The plant employs 1956 people.',
    when: (match) => {
      const { atoms, from, end } = match
      const words = end - from
      // "the 1990 accord": the article belongs to what follows
      if (words > 1 && atoms[end - 2].word === 'the' && match.said.slice === undefined) return false
      if (words > 1 && match.said.slice !== undefined && isBeforeNoun(match)) return false
      if (
        words > 1 &&
        atoms[end - 2].word === 'of' &&
        match.said.slice === undefined &&
        atoms[from].word !== 'the' &&
        atoms[from].word !== 'year'
      )
        return false
      return isYear(match)
    },
    mean(match, story) {
      const { year = 0 } = match.slots
      return dated(yearMoment(fullYear(year, story)), ABSOLUTE, howOf(match))
    },
  },
  {
    name: 'clipped-year',
    pattern: '{num}',
    example: 'The war of 1914-[18] ended it.',
    nearMiss: 'The score was 14-18.',
    when({ atoms, from, slots: { num = 0 } }) {
      const previous = atoms[from - 1]
      const atom = atoms[from]
      return (
        atom.joined &&
        atom.digits === 2 &&
        previous?.kind === 'number' &&
        previous.digits === 4 &&
        previous.value >= 1400 &&
        previous.value < 2100 &&
        num > previous.value % 100
      )
    },
    mean: ({ atoms, from, slots: { num = 0 } }) =>
      dated(yearMoment(Math.floor(atoms[from - 1].value / 100) * 100 + num), ABSOLUTE),
  },
  {
    name: 'year-before-our-era',
    pattern: '[about|around|circa] {whole} <era:bc|bce>',
    example: 'The city was sacked in [218 BC].',
    nearMiss: 'The city of 218 Bedford Road.',
    when: ({ atoms, end }) => atoms[end - 1].capital,
    mean: ({ slots: { whole = 0 } }) =>
      whole > 0 && whole < 10_000 ? dated(yearMoment(1 - whole), ABSOLUTE) : undefined,
  },
  {
    name: 'year-of-our-era',
    pattern: '( <era:ad|ce> {whole} | {whole} <era:ad|ce> )',
    example: 'The temple fell in [AD 70].',
    nearMiss: 'The ad cost 70 dollars.',
    when: ({ atoms, from, end }) =>
      atoms[from].entry === undefined && atoms[from].kind === 'word' ? atoms[from].capital : atoms[end - 1].capital,
    mean: ({ slots: { whole = 0 } }) => (whole > 0 && whole < 3000 ? dated(yearMoment(whole), ABSOLUTE) : undefined),
  },
  {
    name: 'decade',
    pattern: '[the] [<slice:early|mid|late|middle>] [to late|mid] {decade}',
    example: 'Fighting flared in [the late 1970s].',
    nearMiss: 'A man in his seventies; 1970 votes.',
    when: (match) => {
      const { decade = 0 } = match.slots
      if (decade >= 1000) return true
      if (
        ['his', 'her', 'their', 'my', 'your', 'our', 'its'].includes(wordBefore(match)) ||
        (match.atoms[match.end - 1].kind === 'number' && !match.atoms[match.end - 1].clipped)
      )
        return false
      return match.atoms[match.from].word === 'the' && wordAfter(match) !== 'percent'
    },
    mean(match, story) {
      const { decade = 0 } = match.slots
      const base = story.here?.moment.year ?? 2000
      const year = decade >= 100 ? decade : Math.floor((base - decade) / 100) * 100 + decade
      return dated({ grain: 'decade', year }, ABSOLUTE, howOf(match))
    },
  },
  {
    name: 'century',
    pattern: `${SLICE} [the] [<slice:early|mid|late>] {ord} <century:century|centuries> [<era:bc|bce|ad|ce>]`,
    example: 'The fort dates from [the early 19th century].',
    nearMiss: 'He scored his second century of the match.',
    when: ({ slots: { ord = 0 }, atoms, end, said }) => ord > 3 || (said.era !== undefined && atoms[end - 1].capital),
    mean(match) {
      const { ord = 1 } = match.slots
      const first = (ord - 1) * 100
      const ancient = match.said.era === 'bc' || match.said.era === 'bce'
      return dated({ grain: 'century', year: ancient ? -(first + 99) : first }, ABSOLUTE, howOf(match))
    },
  },
]

/** "spring" and "fall" are more often something else; "summer" and "winter" seldom. */
function isSeason(match: Match): boolean {
  const { atoms, from, end } = match
  const atom = atoms[end - 1]
  const next = after(match)
  if (['olympics', 'games', 'olympic'].includes(next.word) || atom.joined) return false
  if (
    atom.word === 'summer' ||
    atom.word === 'winter' ||
    atom.word === 'autumn' ||
    atom.word === 'summertime' ||
    atom.word === 'wintertime' ||
    atom.word === 'springtime'
  ) {
    return !(atom.capital && from === end - 1 && next.capital) || next.word === 'offensive'
  }
  if (atom.capital && next.capital) return next.word === 'offensive' && from === end - 1
  if (next.word === 'of' || next.kind === 'number') return false
  const whole = end - from > 1
  const previous = wordBefore(match)
  if (atom.word === 'fall')
    return (
      whole &&
      ['in', 'during', 'by', 'since', 'until'].includes(previous) &&
      (next.kind === 'mark' || next.kind === 'break')
    )
  return whole
    ? ['in', 'during', 'by', 'since', 'until', 'through', 'for', 'of'].includes(previous)
    : ['in', 'by', 'until', 'during', 'since'].includes(previous) || next.word === 'offensive'
}
