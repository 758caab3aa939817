import { howOf, SLICE } from '../fragments.ts'
import { fullYear } from '../fullYear.ts'
import { isYear } from '../guards.ts'
import { yearMoment } from '../Moment.ts'
import { ABSOLUTE, dated } from '../Resolved.ts'
import { after, isBeforeNoun, type Rule, wordAfter, wordBefore } from '../Rule.ts'

/** Years, decades and centuries. */
export const yearRules: readonly Rule[] = [
  {
    name: 'year',
    pattern: `${SLICE} [the] [year|years] [of] {year}`,
    example: 'He had lived there since [the year 1961].',
    nearMiss: 'The plant employs 1961 people.',
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
    name: 'first-year-before-our-era',
    // the last year, with its era, is left for the rule above
    pattern: '{whole} -|to {whole2} <era:bc|bce>',
    example: 'The war of [264] to 241 BC was the first.',
    nearMiss: 'They lost 264 to 241 men.',
    trailing: ({ atoms, from, end }) => end - from - 1 + (atoms[from].kind === 'break' ? 1 : 0),
    when: ({ slots, atoms, from, end }) =>
      atoms[from].kind === 'number' && slots.whole! > slots.whole2! && atoms[end - 1].capital,
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
    nearMiss: 'He scored his second century of the match for 20th Century Rovers.',
    when(match) {
      const { slots, atoms, end, said } = match
      if (atoms[end - 1].capital && after(match).capital && said.era === undefined) return false
      return (slots.ord ?? 0) > 3 || (said.era !== undefined && atoms[end - 1].capital)
    },
    mean(match) {
      const { ord = 1 } = match.slots
      const first = (ord - 1) * 100
      const ancient = match.said.era === 'bc' || match.said.era === 'bce'
      return dated({ grain: 'century', year: ancient ? -(first + 99) : first }, ABSOLUTE, howOf(match))
    },
  },
]
