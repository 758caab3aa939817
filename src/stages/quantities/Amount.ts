import type { Bound } from '../../vocabulary/QuantityWords.ts'

/** Bounds and best reading; `high` is null where the words set no upper bound. */
export interface Amount {
  readonly low: number
  readonly best: number
  readonly high: number | null
}

export const exactly = (n: number): Amount => ({ low: n, best: n, high: n })

export const times = ({ low, best, high }: Amount, factor: number): Amount => ({
  low: low * factor,
  best: best * factor,
  high: high === null ? null : high * factor,
})

/** "30 or 40", "between 5 and 7": the best reading is the middle. */
export const between = (a: Amount, b: Amount): Amount => ({
  low: a.low,
  best: (a.best + b.best) / 2,
  high: b.high,
})

/** "most of the 40": more than half, and the middle of what is left as the best reading. */
export const majorityOf = ({ low, best, high }: Amount): Amount => {
  const [least, middle] = [Math.floor(low / 2) + 1, Math.floor(best / 2) + 1]
  return { low: Math.min(least, best), best: Math.max(least, Math.floor((middle + best) / 2)), high }
}

/**
 * What a bounding word does. "more than 20" is 21 and more, as counts are whole; "nearly" and "about" reach a tenth
 * below, and "about" a tenth above; "twenty-odd" is short of thirty.
 */
const BOUNDED: Record<Bound, (amount: Amount, whole: boolean) => Amount> = {
  above: ({ low, best }, whole) => ({ low: low + (whole ? 1 : 0), best: best + (whole ? 1 : 0), high: null }),
  atLeast: ({ low, best }) => ({ low, best, high: null }),
  upTo: ({ best, high }) => ({ low: 0, best, high }),
  below: ({ best, high }, whole) => ({
    low: 0,
    best: Math.max(0, best - (whole ? 1 : 0)),
    high: high === null ? null : Math.max(0, high - (whole ? 1 : 0)),
  }),
  nearly: ({ low, best, high }) => ({ low: Math.min(best, Math.ceil((low * 9) / 10)), best, high }),
  about: ({ low, best, high }) => ({
    low: Math.min(best, Math.floor((low * 9) / 10)),
    best,
    high: high === null ? null : Math.ceil((high * 11) / 10),
  }),
  odd: ({ low, best, high }) => ({ low, best, high: high === null ? null : high + roundTo(best) - 1 }),
}

export const bounded = (amount: Amount, bound: Bound, whole = true): Amount => BOUNDED[bound](amount, whole)

/** The power of ten that a number is rounded to: 10 for 120, 100 for 300, 1 for 24. */
function roundTo(n: number): number {
  let power = 1
  while (n > 0 && n % (power * 10) === 0) power *= 10
  return power
}
