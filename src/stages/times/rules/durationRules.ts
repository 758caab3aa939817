import { ABOUT, stepOf } from '../fragments.ts'
import { containing, type Unit, yearMoment } from '../Moment.ts'
import { dated, lasting, open, type Resolved, recurring } from '../Resolved.ts'
import { after, before, type Match, type Rule, wordAfter, wordBefore } from '../Rule.ts'
import type { Quantity } from '../readQuantity.ts'
import { lengthOf, OPEN_UNIT, window } from '../relativeDate.ts'
import type { Story } from '../Story.ts'
import { durationOf } from '../timexOf.ts'

/** Of people an age is no time; of these it says how long they have lasted. */
const AGED = new Set([
  'truce',
  'ceasefire',
  'war',
  'conflict',
  'siege',
  'insurgency',
  'uprising',
  'rebellion',
  'civil',
  'dispute',
  'ban',
  'agreement',
  'accord',
  'treaty',
  'embargo',
  'strike',
  'blockade',
  'occupation',
  'campaign',
  'offensive',
  'operation',
  'crisis',
  'standoff',
  'regime',
  'government',
  'law',
  'feud',
  'struggle',
])

const VAGUE: Quantity = { count: undefined, counted: true }

/** Words that may stand between the number and the unit: "two full days". */
const KIND =
  '[full|more|straight|consecutive|additional|extra|successive|whole|long|trading|working|business|calendar|further|brutal|bloody|fiscal|short|solid|entire|other]'

/** "55 cents a share", "18 years old", "the year 1990", "the first years": no lengths. */
function isLength(match: Match): boolean {
  const { slots, atoms, end } = match
  const { unit, plural } = slots.unit!
  // "a three-year period", but "a year period" is nothing
  if (atoms[end - 1].entry?.unit === undefined && plural) return false
  const { count, counted, single } = slots.n!
  const next = after(match)
  if (next.word === 'old' || next.word === 'olds' || (next.word === 'of' && wordAfter(match, 1) === 'age')) return false
  const joined = atoms[end - 1].joined
  // "four second places", "a minute detail", "one quarter of the vote", "a second"
  if (unit === 'second' && (!plural || !counted) && !joined) return false
  if (unit === 'quarter' && (!plural || joined)) return false
  if (unit === 'quarter' && next.word === 'of') return false
  if (unit === 'quarter' && wordBefore(match) === 'and') return false
  if (unit === 'weekend' && !counted) return false
  if (
    unit === 'minute' &&
    !counted &&
    !plural &&
    next.kind === 'word' &&
    ['detail', 'amount', 'amounts'].includes(next.word)
  )
    return false
  // a bare "day": "one day he left", "a day" are seldom lengths, "one-day" is
  if (unit === 'day' && single === true && !plural && !joined) {
    return slots.n!.counted
      ? !['he', 'she', 'it', 'they', 'we', 'i', 'soon'].includes(next.word)
      : isRateOrLength(match)
  }
  if (!counted && !plural && wordBefore(match) === 'of' && unit === 'day') return false
  // "two year" without a hyphen is a length only before a noun
  return plural || single === true || joined || counted || count === undefined
}

const isRateOrLength = (match: Match): boolean =>
  ['for', 'within', 'than', 'in', 'about', 'after', 'over', 'lasted', 'nearly', 'almost'].includes(wordBefore(match))

/** "$30 a year", "four flights a week", "12 people a day": so much each time. */
function isRate(match: Match): boolean {
  const { atoms, from } = match
  if (atoms[from].word !== 'a' && atoms[from].word !== 'an') return false
  const previous = before(match)
  if (previous.kind === 'number') return true
  if (
    [
      'times',
      'twice',
      'once',
      'percent',
      'dollars',
      'million',
      'billion',
      'thrice',
      'barrels',
      'tons',
      'hours',
      'days',
      'flights',
      '%',
      'people',
      'cents',
      'years',
      'thousand',
      'hundred',
    ].includes(previous.word)
  )
    return true
  return false
}

/** Lengths of time and what comes again. */
export const durationRules: readonly Rule[] = [
  {
    name: 'length',
    pattern: `${ABOUT} {n} ${KIND} {unit} [period|term|span]`,
    example: 'The siege lasted [more than two years].',
    nearMiss: 'He is 18 years old and owns two dogs.',
    when: isLength,
    mean(match) {
      const { n, unit } = match.slots
      if (isRate(match)) return recurring(durationOf(1, unit!.unit))
      return lengthOf(n!, unit!.unit)
    },
  },
  {
    name: 'length-of-whole-and-part',
    // a minute and a half, one hour and twenty minutes
    pattern: `${ABOUT} {n} {unit} and ( a <half:half> | {n2} {unit2} )`,
    example: 'It was over in [a minute and a half].',
    nearMiss: 'It was over in a minute and a flash.',
    when: ({ slots }) =>
      slots.n?.count !== undefined &&
      (slots.unit2 === undefined || (slots.n2?.count !== undefined && slots.unit2.unit !== slots.unit!.unit)),
    mean({ slots, said }) {
      const { unit } = slots.unit!
      const count = slots.n!.count!
      if (said.half !== undefined) return lasting(durationOf(count + 0.5, unit))
      const first = durationOf(count, unit)
      const second = durationOf(slots.n2!.count!, slots.unit2!.unit).replace(/^PT?/, '')
      const needsT = !first.includes('T') && durationOf(1, slots.unit2!.unit).startsWith('PT')
      return lasting(`${first}${needsT ? 'T' : ''}${second}`)
    },
  },
  {
    name: 'length-as-adjective',
    pattern: `${ABOUT} {n} - {unit} [- <old:long|plus|a>]`,
    example: 'A [10-hour] curfew began; the [two-year] siege ended.',
    nearMiss: 'An 18-year-old was held.',
    when: (match) =>
      !(after(match).joined && (wordAfter(match) === 'old' || wordAfter(match) === 'olds')) &&
      wordAfter(match) !== 'old' &&
      !(match.slots.unit!.unit === 'second' && match.slots.n!.count === 1) &&
      match.said.old !== 'a',
    mean: ({ slots }) => lengthOf(slots.n!, slots.unit!.unit),
  },
  {
    name: 'old-thing',
    pattern: '{n} - {unit} - old',
    example: 'The [8-month-old] truce broke.',
    nearMiss: 'The 8-month-old girl is safe, and so is the 18-year-old.',
    when: (match) => AGED.has(wordAfter(match)),
    mean: ({ slots }) => lengthOf(slots.n!, slots.unit!.unit),
  },
  {
    name: 'long',
    pattern: '{unit} - long',
    example: 'The [decades-long] war went on.',
    nearMiss: 'A day so long.',
    mean: ({ slots }) => lengthOf(slots.unit!.plural ? VAGUE : { count: 1, counted: false }, slots.unit!.unit),
  },
  {
    name: 'these-units',
    pattern: `[the|these|those|his|her|its|their|all] [very] <which:last|past|next|coming|previous|preceding|following|first|final|recent|intervening|ensuing|succeeding|early|remaining|opening|closing|latest|nine> [about|nearly|almost|roughly] {n} [<which2:previous|following|fiscal|trading|full>] {unit}`,
    example: 'Prices rose for [the past three months].',
    nearMiss: 'The last three men left.',
    when: ({ slots }) => slots.unit!.plural || slots.n!.counted,
    mean: (match, story) => windowOf(match, story, match.slots.n!),
  },
  {
    name: 'the-n-units',
    pattern: `<which:the|these|those|all|its|her|his|their> {n} ${KIND} [<which2:previous|following|ended|last>] {unit}`,
    example: 'Sales fell for [the nine months] to March.',
    nearMiss: 'The nine men left.',
    when: ({ slots, atoms, from }) =>
      slots.unit!.plural &&
      (slots.n!.counted || false) &&
      !(slots.n!.count === undefined && atoms[from + 1].word !== 'few' && atoms[from + 1].word !== 'several'),
    mean: ({ slots }) => lengthOf(slots.n!, slots.unit!.unit),
  },
  {
    name: 'these-units-uncounted',
    pattern:
      '[the|these] <which:last|past|next|coming|previous|following|final|recent|intervening|ensuing|succeeding|early|latter> [<which2:few|several|couple>] [of] {unit}',
    example: 'In [recent weeks] the border was quiet.',
    nearMiss: 'The last weekly paper.',
    when: (match) => match.slots.unit!.plural,
    mean: (match, story) => windowOf(match, story, VAGUE),
  },
  {
    name: 'units-or-units',
    pattern: '{unit} or {unit2}',
    example: 'He died within [weeks or months] of his capture.',
    nearMiss: 'Year or no year.',
    when: ({ slots }) => slots.unit!.plural && slots.unit2!.plural,
    mean: ({ slots }) => lengthOf(VAGUE, slots.unit!.unit),
  },
  {
    name: 'uncounted',
    pattern: '[many|for] <about:within|many|several|some|few> [more] {unit}',
    example: 'It will take [many more months].',
    nearMiss: 'Within reach.',
    when: ({ slots, said, atoms, from }) => slots.unit!.plural && said.about !== 'within' && atoms[from].word !== 'for',
    mean: ({ slots }) => lengthOf(VAGUE, slots.unit!.unit),
  },
  {
    name: 'bare-units',
    pattern: '{unit}',
    example: 'The rebels held out for [weeks].',
    nearMiss: 'The weeks of rest, two weeks, his days and 30 seconds.',
    when(match) {
      const { slots, atoms, from } = match
      const { unit, plural } = slots.unit!
      if (!plural || unit === 'second' || unit === 'quarter' || unit === 'weekend' || atoms[from].joined) return false
      const previous = wordBefore(match)
      if (
        ![
          'for',
          'in',
          'within',
          'of',
          'after',
          'over',
          'took',
          'take',
          'only',
          'just',
          'spent',
          'lasted',
          'mere',
          'and',
          'until',
          'been',
          'than',
          'spend',
          'wait',
          'waited',
          'last',
          'through',
          'takes',
        ].includes(previous) &&
        !(before(match).kind === 'break')
      )
        return false
      return (
        wordAfter(match) !== 'ago' &&
        !['old', 'before', 'later', 'earlier'].includes(wordAfter(match)) &&
        previous !== 'and' &&
        !(
          previous === 'of' &&
          wordBefore(match, 2) !== 'number' &&
          wordBefore(match, 2) !== 'couple' &&
          wordBefore(match, 2) !== 'matter'
        )
      )
    },
    mean: ({ slots }) => lengthOf(VAGUE, slots.unit!.unit),
  },
  {
    name: 'the-year',
    pattern: '<the:the|this> [full|entire|whole|fiscal|calendar|current] {unit}',
    example: 'Profits rose for [the year].',
    nearMiss: 'The yearly sum.',
    when(match) {
      const { slots } = match
      const { unit, plural } = slots.unit!
      if (plural || !['year', 'month', 'week', 'quarter', 'decade'].includes(unit)) return false
      const next = wordAfter(match)
      if (after(match).joined) return false
      if (unit === 'decade' || unit === 'week')
        return !['of', 'that', 'before', 'after'].includes(next) && next !== 'when'
      return !['before', 'after', 'when', 'of'].includes(next) && after(match).kind !== 'number'
    },
    mean(match, story) {
      const { unit } = match.slots.unit!
      if (unit === 'year' && ['ended', 'ending'].includes(wordAfter(match))) return lasting('P1Y')
      if (unit === 'quarter') {
        const near = story.saidNearby('quarter', 3)
        if (near?.moment.grain === 'quarter') return dated(near.moment, near.anchor)
        const { now } = story
        if (now === undefined) return open('XXXX-QX')
        const here = containing(now.moment, 'quarter')
        const last = here.sub === 1 ? { ...here, year: here.year - 1, sub: 4 } : { ...here, sub: here.sub! - 1 }
        return dated(last, now.anchor)
      }
      const point = story.isHistory
        ? story.same(unit)
        : unit === 'year'
          ? (story.saidNearby('year', 0) ?? story.now)
          : story.now
      if (point === undefined) return open(OPEN_UNIT[unit])
      return dated(
        unit === 'year' ? yearMoment(containing(point.moment, 'year').year) : containing(point.moment, unit),
        point.anchor,
      )
    },
  },
  {
    name: 'every',
    pattern:
      '<every:every|each> ( [other] {unit} | {weekday} [{part}] | {part} | {month} | {season} | other {weekday} | {n} {unit} | single {unit} )',
    example: 'Prayers are held [every Friday].',
    nearMiss: 'Every man was searched.',
    when: ({ slots, atoms, end }) =>
      slots.unit === undefined ||
      !['second', 'minute'].includes(slots.unit.unit) ||
      slots.n !== undefined ||
      atoms[end].kind !== 'word',
    mean({ slots, atoms, from }) {
      const { unit, weekday, part, month, season, n } = slots
      if (unit !== undefined)
        return recurring(durationOf(n?.count ?? (atoms[from + 1].word === 'other' ? 2 : 1), unit.unit))
      if (weekday !== undefined) return recurring(`XXXX-WXX-${weekday.weekday}${part ? `T${part.part}` : ''}`)
      if (part !== undefined) return recurring(`XXXX-XX-XXT${part.part}`)
      if (month !== undefined) return recurring(`XXXX-${String(month).padStart(2, '0')}`)
      return recurring(`XXXX-${season}`)
    },
  },
  {
    name: 'rate',
    pattern: `[<often:once|twice|thrice>] <a:a|an|per> {unit}`,
    example: 'The bus comes [twice a day] and costs $30 [a year].',
    nearMiss: 'A day later he left; a second man.',
    when: (match) => {
      const { unit } = match.slots.unit!
      if (match.said.often !== undefined) return true
      if (match.slots.unit!.plural) return false
      return match.said.a === 'per'
        ? true
        : (unit === 'day' || unit === 'week' || unit === 'month' || unit === 'year') && isRate(match)
    },
    mean: ({ slots }) => recurring(durationOf(1, slots.unit!.unit)),
  },
  {
    name: 'times-a-day',
    pattern: '{n} times <a:a|an|per|each|every> {unit}',
    example: 'It rang [three times a day].',
    nearMiss: 'It rang three times.',
    mean: ({ slots }) => recurring(durationOf(1, slots.unit!.unit)),
  },
  {
    name: 'daily',
    pattern: '<word:daily|hourly|weekly|monthly|quarterly|yearly|annually|nightly|fortnightly|everyday|biweekly>',
    example: 'Shells fell [daily].',
    nearMiss: 'The Daily Star said so; the day was hot.',
    when: (match) => {
      const atom = match.atoms[match.from]
      const next = after(match)
      return (
        !atom.capital &&
        !atom.joined &&
        !(next.joined && match.said.word !== 'daily') &&
        match.said.word !== 'quarterly'
      )
    },
    mean({ said }) {
      const units: Record<string, Unit> = {
        daily: 'day',
        hourly: 'hour',
        weekly: 'week',
        monthly: 'month',
        quarterly: 'quarter',
        yearly: 'year',
        annually: 'year',
        nightly: 'day',
        fortnightly: 'fortnight',
        everyday: 'day',
        biweekly: 'fortnight',
      }
      return recurring(durationOf(1, units[said.word ?? 'daily']))
    },
  },
  {
    name: 'weekday-nights',
    pattern: '{weekday} {part}',
    example: 'Choirs sing on [Monday nights].',
    nearMiss: 'They sang on Monday night.',
    when: ({ slots }) => slots.part!.plural || slots.weekday!.plural,
    mean: ({ slots }) => recurring(`XXXX-WXX-${slots.weekday!.weekday}T${slots.part!.part}`),
  },
]

/** "the next two weeks" looks ahead, "the past two weeks" back; "the first two weeks" says neither. */
function windowOf(match: Match, story: Story, quantity: Quantity): Resolved {
  const { unit } = match.slots.unit!
  const { which } = match.said
  const back = which === 'last' || which === 'past' || which === 'recent'
  const ahead = which === 'next' || which === 'coming'
  if (!back && !ahead && stepOf(which) === 0) return lengthOf(quantity, unit)
  if (stepOf(which) !== 0 && (which === 'previous' || which === 'following' || which === 'preceding')) {
    return window(story.recalled('day'), quantity, unit, stepOf(which) < 0 ? -1 : 1)
  }
  const base = story.isHistory ? story.said() : story.now
  return window(base, quantity, unit, back ? -1 : 1)
}
