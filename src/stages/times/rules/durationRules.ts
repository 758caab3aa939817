import { ABOUT, stepOf } from '../fragments.ts'
import { isLength, isRate } from '../lengthGuards.ts'
import { containing, yearMoment } from '../Moment.ts'
import { periodEnding } from '../periodEnding.ts'
import { dated, INCIDENT, lasting, open, type Resolved, recurring } from '../Resolved.ts'
import { after, before, isBeforeNoun, type Match, type Rule, wordAfter, wordBefore } from '../Rule.ts'
import type { Quantity } from '../readQuantity.ts'
import { lengthOf, OPEN_UNIT, window } from '../relativeDate.ts'
import type { Story } from '../Story.ts'
import { durationOf } from '../timexOf.ts'

const VAGUE: Quantity = { count: undefined, counted: true }

/** Words that may stand between the number and the unit: "two full days". */
const KIND =
  '[full|more|straight|consecutive|additional|extra|successive|whole|long|trading|working|business|calendar|further|brutal|bloody|fiscal|short|solid|entire|other]'

/** "the next two weeks" looks ahead, "the past two weeks" back; "the first two weeks" says neither. */
function windowOf(match: Match, story: Story, quantity: Quantity): Resolved {
  const { unit } = match.slots.unit!
  const { which } = match.said
  const back = which === 'last' || which === 'past' || which === 'recent'
  const ahead = which === 'next' || which === 'coming'
  if (!back && !ahead && stepOf(which) === 0) return lengthOf(quantity, unit)
  if (which === 'previous' || which === 'following' || which === 'preceding') {
    return window(story.recalled('day'), quantity, unit, which === 'following' ? 1 : -1)
  }
  const base = story.isHistory ? story.said() : story.now
  return window(base, quantity, unit, back ? -1 : 1)
}

/** Lengths of time. */
export const durationRules: readonly Rule[] = [
  {
    name: 'length',
    pattern: `${ABOUT} {n} ${KIND} {unit}`,
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
    name: 'part-of-century',
    pattern:
      '[nearly|almost|about|more than|over] <how:half|quarter|a|three> [half|quarter|quarters|-] [of] [a] century',
    example: '[A quarter of a century] of war ended; it took [half a century].',
    nearMiss: 'A century of war; the quarter of a city.',
    when: (match) =>
      match.atoms.slice(match.from, match.end).some(({ word }) => word === 'half' || word.startsWith('quarter')) &&
      !isBeforeNoun(match),
    mean({ atoms, from, end, said }) {
      const written = atoms.slice(from, end).map(({ word }) => word)
      return lasting(durationOf(written.includes('half') ? 50 : said.how === 'three' ? 75 : 25, 'year'))
    },
  },
  {
    name: 'period-of-length',
    pattern: 'a|an {n} {unit} period|term|span',
    example: 'It was paid over [a three-year period].',
    nearMiss: 'It was paid over the extra three-year period.',
    mean: ({ slots }) => lengthOf(slots.n!, slots.unit!.unit),
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
      match.slots.unit!.unit !== 'quarter' &&
      match.said.old !== 'a',
    mean: ({ slots }) => lengthOf(slots.n!, slots.unit!.unit),
  },
  {
    name: 'old-thing',
    pattern: '{n} - {unit} - old',
    example: 'The [5-month-old] truce broke.',
    nearMiss: 'The 5-month-old girl is safe, and so is the 18-year-old.',
    when: (match) => after(match).entry?.lasts === true,
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
    mean(match, story) {
      const { n, unit } = match.slots
      return periodEnding(lengthOf(n!, unit!.unit), match, n!.count, unit!.unit, story)
    },
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
    example: 'She will be home in [days or weeks].',
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
    nearMiss: 'The weeks of rest, two weeks, his days and 30 seconds; the days before were dry.',
    when(match) {
      const { slots, atoms, from } = match
      const { unit, plural } = slots.unit!
      if (unit === 'second' && !['took', 'takes', 'lasted', 'within'].includes(wordBefore(match))) return false
      if (!plural || unit === 'quarter' || unit === 'weekend' || atoms[from].joined) return false
      const previous = wordBefore(match)
      // "in the days before the vote"
      if (previous === 'the' && ['after', 'before'].includes(wordAfter(match))) return wordBefore(match, 2) === 'in'
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
    mean: (match) => {
      const length = lengthOf(VAGUE, match.slots.unit!.unit)
      return ['after', 'before'].includes(wordAfter(match)) ? { ...length, anchor: INCIDENT } : length
    },
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
      if (unit === 'year' && ['ended', 'ending'].includes(wordAfter(match)))
        return periodEnding(lasting('P1Y'), match, 1, unit, story)
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
]
