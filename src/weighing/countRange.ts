import type { Count } from '../model/Value.ts'
import { comparable } from './areRivals.ts'

/** A count with what stands behind it, the best supported first in any list of them. */
export interface CountPosition {
  readonly value: Count
  readonly affirmed: boolean
}

/** The name of the rule, as it is shown beside every range. */
export const COUNT_RULE = 'most-sources'

/**
 * Low, best and high over all positions on one count. The rule `most-sources`: best is the best reading of the position with
 * the most independent sources (then the surest, then the one stated first: the order that positions come in); low and high
 * are the lowest and the highest that anyone affirms of the same thing. Undefined where nobody affirms any.
 */
export function countRange(
  positions: readonly CountPosition[],
): { low: number; best: number; high: number | null; rule: string } | undefined {
  const affirmed = positions.filter((position) => position.affirmed).map(({ value }) => value)
  const [best] = affirmed
  if (best === undefined) return undefined
  const counts = affirmed.filter((count) => comparable(best, count))
  return {
    low: Math.min(...counts.map(({ low }) => low)),
    best: best.best,
    high: counts.some(({ high }) => high === null) ? null : Math.max(...counts.map(({ high }) => high ?? 0)),
    rule: COUNT_RULE,
  }
}
