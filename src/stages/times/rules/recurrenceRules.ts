import { isRate } from '../lengthGuards.ts'
import type { Unit } from '../Moment.ts'
import { recurring } from '../Resolved.ts'
import { after, before, type Rule } from '../Rule.ts'
import { durationOf } from '../timexOf.ts'

/** What comes again. */
export const recurrenceRules: readonly Rule[] = [
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
    name: 'day-of-every-unit',
    pattern: 'the <which:first|second|third|fourth|last|same> ( {weekday} | day ) of <every:every|each> {unit}',
    example: 'Families gather on [the first Monday of every month].',
    nearMiss: 'Families gather on the first Monday of the month.',
    when: ({ slots }) => !slots.unit!.plural,
    mean: ({ slots }) => recurring(durationOf(1, slots.unit!.unit)),
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
      const atom = match.atoms[match.end - 1]
      const next = after(match)
      // "Daily prayers" at the start of a sentence; "The Daily Star" is a paper
      const opens = before(match).kind === 'break' && next.kind === 'word' && !next.capital
      return (
        (!atom.capital || opens) &&
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
