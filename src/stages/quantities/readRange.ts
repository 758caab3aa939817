import { between, exactly } from './Amount.ts'
import type { NumberReader, ReadNumber } from './readNumber.ts'

/** One number, or two that bound one; `first` is where its first number stands, behind "between" or "from". */
export interface ReadRange extends ReadNumber {
  readonly first: number
  /** the second of two numbers */
  readonly last?: ReadNumber
}

export type RangeReader = (words: readonly string[], xpos: readonly string[], at: number) => ReadRange | undefined

const GLUED = /^(\d{1,6})[-–](\d{1,6})$/

/** Two numbers that bound one: "30 or 40", "between 5 and 7", "from 10 to 12", "5-7 men"; or a number by itself. */
export function createRangeReader(readNumber: NumberReader): RangeReader {
  return (words, xpos, at) => {
    const beforeNoun = (to: number) => /^(NN|JJ|VBN)/.test(xpos[to] ?? '')
    const glued = GLUED.exec(words[at])
    if (glued !== null && Number(glued[1]) < Number(glued[2]) && beforeNoun(at + 1)) {
      const amount = between(exactly(Number(glued[1])), exactly(Number(glued[2])))
      return { amount, to: at + 1, digits: true, first: at }
    }
    const opener = words[at] === 'between' || words[at] === 'from' ? words[at] : undefined
    const first = opener ? at + 1 : at
    const low = readNumber(words, first)
    if (!low) return undefined
    const joint = words[low.to] ?? ''
    const joins = opener === 'between' ? joint === 'and' : /^(or|to|-|–)$/.test(joint) && (joint !== 'or' || !opener)
    const high = joins ? readNumber(words, low.to + 1) : undefined
    if (!high || high.amount.best <= low.amount.best) return opener ? undefined : { ...low, first }
    // "20-30 men", not "555-1234"
    if (/^[-–]$/.test(joint) && !beforeNoun(high.to)) return { ...low, first }
    // "two or three hundred": the scale holds for both.
    const whole = low.amount.best < 100 && low.amount.best < high.amount.best / 100 ? scaleOf(high) : 1
    // … but not in "twenty to hundreds of thousands", which would end below its beginning.
    const scale = low.amount.best * whole < high.amount.best ? whole : 1
    const least = { ...low.amount, low: low.amount.low * scale, best: low.amount.best * scale }
    return {
      amount: between(least, high.amount),
      to: high.to,
      digits: low.digits && high.digits,
      first,
      last: high,
    }
  }
}

/** The power of ten that a number ends in words with: "three hundred" has 100. */
function scaleOf({ amount, digits }: ReadNumber): number {
  if (digits) return 1
  for (const scale of [1_000_000_000, 1_000_000, 1000, 100]) if (amount.best % scale === 0) return scale
  return 1
}
