import type { Story } from './Story.ts'

/** '39 is 1939 in a history of the thirties, otherwise of the century nearest to the story. */
export function fullYear(year: number, story: Story): number {
  if (year >= 100) return year
  const base = story.here?.moment.year ?? 2000
  const distance = (other: number): number => Math.abs(other - base)
  return [1700, 1800, 1900, 2000].map((century) => century + year).sort((a, b) => distance(a) - distance(b))[0]
}
