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

/** "30 or 40", "between 5 and 7": the best reading is the middle, rounded down. */
export const between = (a: Amount, b: Amount): Amount => ({
  low: a.low,
  best: Math.floor((a.best + b.best) / 2),
  high: b.high,
})

/**
 * What a bounding word does. "more than 20" is 21 and more, as counts are whole; "nearly" and "about" reach a tenth
 * below, and "about" a tenth above.
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
}

export const bounded = (amount: Amount, bound: Bound, whole = true): Amount => BOUNDED[bound](amount, whole)
