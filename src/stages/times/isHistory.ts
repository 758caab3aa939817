import type { Match } from './Rule.ts'

/** Expressions that hang on the day of publication, or on the day someone speaks. */
const DEICTIC = new Set([
  'day-from-now',
  'weekday',
  'day-of-last-week',
  'weekday-of-week',
  'part-of-named-day',
  'this-unit',
  'this-morning',
  'tonight',
  'overnight',
  'ago',
  'earlier-this-year',
])

/** So many written years make a history, and so many times more than there are words like "Friday" and "last week". */
const LEAST_YEARS = 6
const TIMES_MORE = 4

/**
 * A history tells dates one after another, with their years; a news report speaks of "yesterday" and "Friday". Told by what
 * the expressions are, before any of them is worked out.
 */
export function isHistory(matches: readonly Match[]): boolean {
  const years = yearsIn(matches).length
  const deictic = matches.filter(({ rule }) => DEICTIC.has(rule.name)).length
  return years >= LEAST_YEARS && years >= deictic * TIMES_MORE
}

/** The years written out, in order of the text; before our era below 1. */
function yearsIn(matches: readonly Match[]): number[] {
  return matches.flatMap(({ slots, rule }) => {
    if (rule.name === 'year-before-our-era' && slots.whole !== undefined) return [1 - slots.whole]
    return slots.year !== undefined && slots.year >= 100 ? [slots.year] : []
  })
}

/** A year this far from the middle of the story is told of in passing. */
const ASIDE = 15

/**
 * Between which years the story goes: a history of 1920 may mention 1812 and 2004, but its "September" is neither's. All
 * years where there are too few to tell.
 */
export function spanOfStory(matches: readonly Match[]): readonly [first: number, last: number] {
  const years = yearsIn(matches).sort((a, b) => a - b)
  if (years.length < LEAST_YEARS) return [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  const at = (part: number): number => years[Math.floor((years.length - 1) * part)]
  const margin = Math.max(ASIDE, at(0.75) - at(0.25))
  return [at(0.25) - margin, at(0.75) + margin]
}
