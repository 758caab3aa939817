import { edtfReach, meet } from '../../model/edtfBounds.ts'

/** 1 where two dates can be the same, 0 where nothing is known, -1 where they cannot. What is "about" a date reaches beyond it. */
export function agreeInTime(a: readonly string[], b: readonly string[]): -1 | 0 | 1 {
  const [left, right] = [a, b].map((list) => list.flatMap((edtf) => edtfReach(edtf) ?? []))
  if (left.length === 0 || right.length === 0) return 0
  return left.some((x) => right.some((y) => meet(x, y))) ? 1 : -1
}
