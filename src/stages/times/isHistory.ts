import type { Match } from './Rule.ts'

/** How many years a date must lie from the day of publication to speak for a history. */
const FAR = 2

/**
 * A history tells dates one after another, most of them years away; a news report speaks of "yesterday" and "Friday". Told
 * by what the expressions are, before any of them is worked out.
 */
export function isHistory(matches: readonly Match[], published: string | undefined): boolean {
  if (published === undefined) return true
  const year = Number(published.slice(0, 4))
  let far = 0
  let near = 0
  for (const { slots, said, rule } of matches) {
    if (slots.year !== undefined) {
      if (Math.abs(slots.year - year) > FAR) far++
      else near++
    } else if (
      said.day !== undefined ||
      rule.name === 'weekday' ||
      rule.name === 'day-of-last-week' ||
      rule.name === 'this-unit'
    )
      near++
  }
  return far >= 8 && far > near * 2
}
