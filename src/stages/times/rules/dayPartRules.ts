import { DATE, dayIn, openDay } from '../dayInPhrase.ts'
import { edtfOf } from '../edtfOf.ts'
import { stepOf } from '../fragments.ts'
import { dayMoment, firstDay, isAsFineAs, type Moment, momentOfDay } from '../Moment.ts'
import { two } from '../openDate.ts'
import { partOf } from '../partOfDay.ts'
import { ABSOLUTE, dated, open, type Point, type Resolved } from '../Resolved.ts'
import { after, before, isBeforeNoun, type Rule, wordAfter, wordBefore } from '../Rule.ts'
import { words } from '../words.ts'

/** Parts of the day that are moments: they need no article. */
const TURNS_OF_DAY = words('dawn daybreak sunrise midday lunchtime dusk nightfall sunset sundown')

/** Words that lead on behind a whole time: "the night before and fled". */
const AND = words('and but in at by when')

/** Mornings, evenings, nights. */
export const dayPartRules: readonly Rule[] = [
  {
    name: 'part-of-named-day',
    pattern: '[<slice:early|late|mid>] [<which:last|next|this>] {weekday} [<slice:early|late>] {part}',
    example: 'Gunfire was heard [Friday evening].',
    nearMiss: 'Gunfire was heard on Friday.',
    when: ({ slots }) => !slots.part!.plural && !slots.weekday!.plural,
    mean({ slots, said }, story) {
      const { weekday } = slots.weekday!
      const which = said.which === 'last' || said.which === 'next' ? said.which : undefined
      return partOf(story.weekday(weekday, which), slots.part!.part, `XXXX-WXX-${weekday}`)
    },
  },
  {
    name: 'part-of-day-from-now',
    pattern:
      '( [<slice:early|late|mid>] <day:yesterday|today|tomorrow> {part} | [<slice:early|late|mid>] {part} <day:yesterday|today|tomorrow> )',
    example: 'Shells fell in the [late evening yesterday].',
    nearMiss: 'Shells fell yesterday.',
    mean: (match, story) => partOf(dayIn(match, story), match.slots.part!.part, 'XXXX-XX-XX'),
  },
  {
    name: 'this-morning',
    pattern: '[earlier|later|early|late] <which:this|last|that> [same|very] [early|late] {part}',
    example: 'A mine killed two men [this morning].',
    nearMiss: 'This man was out in the morning.',
    when: ({ slots, said }) => !slots.part!.plural && !(said.which === 'last' && slots.part!.part === 'MO'),
    mean({ slots, said }, story) {
      const { part } = slots.part!
      if (said.which === 'that') {
        const base = story.recalled('day')
        return partOf(base && isAsFineAs(base.moment.grain, 'day') ? base : undefined, part, 'XXXX-XX-XX')
      }
      const base = story.today
      if (base === undefined || said.which === 'this') return partOf(base, part, 'XXXX-XX-XX')
      return partOf({ ...base, moment: momentOfDay(firstDay(base.moment) - 1) }, part, 'XXXX-XX-XX')
    },
  },
  {
    name: 'tonight',
    pattern: '[early|late|later|earlier] tonight',
    example: 'The talks go on [tonight].',
    nearMiss: 'The night is long.',
    mean: (_match, story) => partOf(story.today, 'NI', 'XXXX-XX-XX'),
  },
  {
    name: 'overnight',
    pattern: 'overnight',
    example: 'Three villages were shelled [overnight].',
    nearMiss: 'It was an overnight success.',
    when: (match) => {
      const next = after(match)
      return (
        next.kind !== 'word' ||
        [
          'in',
          'on',
          'by',
          'after',
          'and',
          'from',
          'near',
          'as',
          'when',
          'with',
          'into',
          'at',
          'between',
          'but',
          'to',
        ].includes(next.word)
      )
    },
    mean(_match, story) {
      const { today } = story
      // the night before the day the report appeared, unless the story is on another day
      if (today === undefined) return partOf(undefined, 'NI', 'XXXX-XX-XX')
      const last = momentOfDay(firstDay(today.moment) - 1)
      const resolved = partOf({ ...today, moment: last }, 'NI', 'XXXX-XX-XX')
      return { ...resolved, edtf: `${resolved.edtf}/${dated(today.moment, today.anchor).edtf}` }
    },
  },
  {
    name: 'overnight-on-day',
    pattern: `( overnight [on|from] {weekday} [ to|into|and {weekday2} ] | {weekday} overnight )`,
    example: 'Two depots burned down [overnight on Friday].',
    nearMiss: 'Two depots burned down on Friday.',
    mean({ slots }, story) {
      const { weekday } = slots.weekday!
      const point = story.weekday(weekday)
      if (point === undefined) return partOf(undefined, 'NI', `XXXX-WXX-${weekday}`)
      const resolved = partOf(point, 'NI', '')
      const next = dated(momentOfDay(firstDay(point.moment) + 1), point.anchor)
      return { ...resolved, edtf: `${resolved.edtf}/${next.edtf}` }
    },
  },
  {
    name: 'early-hours',
    pattern: `the <which:early|small|late|predawn> [morning|night|evening] hours [ of|on [the] ( ${DATE} | <which2:this|the> {part} ) ]`,
    example: 'Gunmen came in [the early hours of Sunday].',
    nearMiss: 'He works long hours on Sunday.',
    mean(match, story) {
      const { weekday, day, part } = match.slots
      const named = weekday !== undefined || day !== undefined || match.said.day !== undefined
      const point = named ? dayIn(match, story) : story.clockDay
      const when = part?.part ?? (match.said.which === 'late' ? 'NI' : 'MO')
      return partOf(point, when, named ? openDay(match) : 'XXXX-XX-XX')
    },
  },
  {
    name: 'dawn',
    pattern: `{part} [on|of] ( {weekday} | {month} {day} | {day} {month} )`,
    example: 'Soldiers came at [dawn on Sunday].',
    nearMiss: 'Soldiers came on the night Sunday was over.',
    when: ({ atoms, from }) => TURNS_OF_DAY.has(atoms[from].word),
    mean: (match, story) => partOf(dayIn(match, story), match.slots.part!.part, openDay(match)),
  },
  {
    name: 'bare-dawn',
    pattern: '{part}',
    example: 'Soldiers came at [dawn].',
    nearMiss: 'Soldiers came at night; the dawn chorus; a new dawn.',
    when: (match) =>
      TURNS_OF_DAY.has(match.atoms[match.from].word) &&
      ['at', 'before', 'by', 'until', 'since', 'after'].includes(wordBefore(match)) &&
      (wordBefore(match) === 'at' || !isBeforeNoun(match)),
    mean: ({ slots }, story) => partOf(story.clockDay, slots.part!.part, 'XXXX-XX-XX'),
  },
  {
    name: 'next-morning',
    pattern: 'the <which:next|following|same|previous> {part}',
    example: 'He was dead [the next morning].',
    nearMiss: 'He was in the next room.',
    when: ({ slots }) => !slots.part!.plural,
    mean({ slots, said }, story) {
      const base = said.which === 'previous' ? story.recalled('day') : story.onward('day')
      const { part } = slots.part!
      if (base === undefined || !isAsFineAs(base.moment.grain, 'day')) return somewhereIn(base, part)
      return partOf({ ...base, moment: momentOfDay(firstDay(base.moment) + stepOf(said.which)) }, part, 'XXXX-XX-XX')
    },
  },
  {
    name: 'night-before',
    pattern: 'the <part:night|evening|morning|afternoon> <which:before|after>',
    example: 'Men with rifles had come [the night before].',
    nearMiss: 'Men with rifles came the night before the raid.',
    when: (match) => after(match).kind !== 'word' || AND.has(wordAfter(match)),
    mean({ said }, story) {
      const part = ({ night: 'NI', evening: 'EV', morning: 'MO' } as const)[said.part!] ?? 'AF'
      const base = said.which === 'before' ? story.recalled('day') : story.onward('day')
      if (base === undefined || !isAsFineAs(base.moment.grain, 'day') || base.anchor.kind === 'published')
        return somewhereIn(base, part)
      const step = said.which === 'before' ? -1 : 1
      return partOf({ ...base, moment: momentOfDay(firstDay(base.moment) + step) }, part, 'XXXX-XX-XX')
    },
  },
  {
    name: 'night-of-day',
    pattern: `[the] [early|late] {part} [hours] [of|on|,] [the] ${DATE}`,
    example: 'The bridge was blown up on [the night of May 12, 1980].',
    nearMiss: 'The night of the long knives.',
    when: ({ slots, atoms, from, said, end }) => {
      if (slots.part!.plural || said.day !== undefined) return false
      // "night on Friday" without an article: only after of
      return atoms[from].word === 'the' || atoms.slice(from, end).some(({ word }) => word === 'of')
    },
    mean: (match, story) => partOf(dayIn(match, story), match.slots.part!.part, openDay(match)),
  },
  {
    name: 'night-between-days',
    pattern:
      'the night of [the] ( {day} -|to|and [the] {day2} [of] {month} [ [,] {year} ] | {month} {day} -|to|and {num} [ [,] {year} ] )',
    example: 'A car bomb went off on [the night of 3 to 4 July].',
    nearMiss: 'It went off on the night of 3 July, and on the night of July 3 and 40 died.',
    when: ({ slots }) => (slots.day2 ?? slots.num) === slots.day! + 1,
    mean({ slots: { day = 1, month = 1, year } }, story) {
      const point =
        year === undefined ? story.day(month, day) : { moment: dayMoment(year, month, day), anchor: ABSOLUTE }
      if (point === undefined) return partOf(undefined, 'NI', `XXXX-${two(month)}-${two(day)}`)
      const resolved = partOf(point, 'NI', '')
      const next = dated(momentOfDay(firstDay(point.moment) + 1), point.anchor)
      return { ...resolved, edtf: `${resolved.edtf}/${next.edtf}` }
    },
  },
  {
    name: 'day-and-part',
    pattern: '{month} {day} [ [,] {year} ] [,] {part}',
    example: 'It began on the [May 12 evening] shift.',
    nearMiss: 'It began on May 12.',
    when: ({ slots }) => !slots.part!.plural,
    mean: (match, story) => partOf(dayIn(match, story), match.slots.part!.part, openDay(match)),
  },
  {
    name: 'at-night',
    pattern: '<how:at|by|one> {part}',
    example: 'In 1921, on 3 May, [one night], they fled.',
    nearMiss: 'They fled at one.',
    when: ({ said, slots, atoms, end }) => said.how === 'one' && !slots.part!.plural && atoms[end].kind !== 'word',
    mean({ slots }, story) {
      return story.isHistory
        ? partOf(story.said('day'), slots.part!.part, 'XXXX-XX-XX')
        : open(`XXXX-XX-XXT${slots.part!.part}`, '', 'TIME')
    },
  },
  {
    name: 'part-of-day',
    pattern: '( the [<how2:early|late>] {part} | <how:early|late|mid> {part} ) [hours]',
    example: 'Shots rang out late in [the evening].',
    nearMiss: 'The evening paper; the night watch.',
    when: (match) => {
      const { from, end, slots } = match
      if (slots.part!.plural || end - from < 2) return false
      const next = after(match)
      return (
        ['in', 'during', 'by', 'until', 'for'].includes(wordBefore(match)) &&
        (next.kind === 'mark' || next.kind === 'break') &&
        before(match, 2).kind !== 'number'
      )
    },
    mean({ slots }, story) {
      const near = story.saidNearby('day', 1)
      return partOf(near ?? (story.isHistory ? undefined : story.today), slots.part!.part, 'XXXX-XX-XX')
    },
  },
]

/** "In November 2019 he drove into the crowd. He was shot the same evening": an evening of that month; of the day of publication none. */
function somewhereIn(base: Point | undefined, part: Moment['part']): Resolved {
  const resolved = partOf(undefined, part, 'XXXX-XX-XX')
  if (base === undefined || base.anchor.kind === 'published') return resolved
  return { ...resolved, edtf: edtfOf(base.moment), anchor: base.anchor }
}
