import { SLICE, stepOf } from '../fragments.ts'
import { fullYear } from '../fullYear.ts'
import { isSeason, isYear } from '../guards.ts'
import { seasonMoment } from '../Moment.ts'
import { ABSOLUTE, dated, open } from '../Resolved.ts'
import { type Rule, wordAfter } from '../Rule.ts'

/** Seasons, with their year and without. */
export const seasonRules: readonly Rule[] = [
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
]
