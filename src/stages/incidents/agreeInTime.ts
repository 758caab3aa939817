import { type Bounds, edtfReach, meet } from '../../model/edtfBounds.ts'

/** 1 where two dates can be the same, 0 where nothing is known, -1 where they cannot. What is "about" a date reaches beyond it. */
export const agreeInTime = (a: readonly string[], b: readonly string[]): -1 | 0 | 1 =>
  a.length === 0 || b.length === 0 ? 0 : agreeInReach(reachesOf(a), reachesOf(b))

/** The same, of dates that were understood before. */
export function agreeInReach(a: readonly Bounds[], b: readonly Bounds[]): -1 | 0 | 1 {
  if (a.length === 0 || b.length === 0) return 0
  return a.some((x) => b.some((y) => meet(x, y))) ? 1 : -1
}

/** What each date reaches; without those that are not understood. */
export const reachesOf = (dates: readonly string[]): Bounds[] => dates.flatMap((edtf) => edtfReach(edtf) ?? [])
