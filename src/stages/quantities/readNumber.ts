import type { QuantityWords, VagueNumber } from '../../vocabulary/QuantityWords.ts'
import { type Amount, exactly, times } from './Amount.ts'
import { Phrases } from './Phrases.ts'

/** A number found at a place: the tokens `[at, to)`. */
export interface ReadNumber {
  readonly amount: Amount
  readonly to: number
  /** written in digits and nothing else: such a number may be a year or a label */
  readonly digits: boolean
  /** what must follow it, where it counts nothing by itself: "a pair [of]" */
  readonly takes?: VagueNumber['takes']
}

export type NumberReader = (words: readonly string[], at: number) => ReadNumber | undefined

// "22", "2,000", "1.5"; "0700" is a time of day
const DIGITS = /^(\d{1,3}(,\d{3})+|0|[1-9]\d{0,14}|0(?=\.))(\.\d+)?$/
// "twenty-two", "half-dozen"
const HYPHENATED = /^([a-z]+)-([a-z]+)$/
/** "nine hundred thousand million": no number of English has more scales than this. */
const MOST_SCALES = 6

/**
 * Reads one number at a place, without what bounds it: "22", "2,000", "1.5 million", "one hundred and fifty",
 * "twenty-two", "two dozen", "a hundred", "half a dozen", "several hundred", "a couple of hundred", "tens of thousands",
 * "two and a half".
 */
export function createNumberReader(lexicon: QuantityWords): NumberReader {
  const numbers = new Map(Object.entries(lexicon.numbers))
  const scales = new Map(Object.entries(lexicon.scales))
  const vague = new Phrases(lexicon.vague.map((entry) => [entry.words, entry]))
  const plurals = new Phrases(lexicon.plurals.map((entry) => [entry.words, entry]))

  /** "22", "seven", "forty-five" */
  function single(word: string | undefined): { n: number; digits: boolean } | undefined {
    if (word === undefined || word.length > 24) return undefined
    const spelled = numbers.get(word)
    if (spelled !== undefined) return { n: spelled, digits: false }
    if (DIGITS.test(word)) return { n: Number(word.replaceAll(',', '')), digits: true }
    const [, tens, ones] = HYPHENATED.exec(word) ?? []
    const [a, b] = [numbers.get(tens), numbers.get(ones)]
    if (a !== undefined && b !== undefined && a >= 20 && b > 0 && b < 10) return { n: a + b, digits: false }
    // "half-dozen"
    const scale = scales.get(ones)
    if (tens === 'half' && scale) return { n: scale / 2, digits: false }
    return undefined
  }

  /** A number below a thousand in words, from tens and ones: "twenty two", "forty - five". */
  function small(words: readonly string[], at: number): { n: number; to: number; digits: boolean } | undefined {
    const first = single(words[at])
    if (!first) return undefined
    if (!first.digits && first.n >= 20 && first.n % 10 === 0 && first.n < 100) {
      const skip = words[at + 1] === '-' ? 2 : 1
      const ones = numbers.get(words[at + skip])
      if (ones !== undefined && ones > 0 && ones < 10) return { n: first.n + ones, to: at + skip + 1, digits: false }
    }
    return { ...first, to: at + 1 }
  }

  /** "two and a half million", "two - and - a - half": where the half ends. */
  function halfAfter(words: readonly string[], at: number): number | undefined {
    let to = at
    for (const word of ['and', 'a', 'half']) {
      if (words[to] === '-') to++
      if (words[to] !== word && !(word === 'a' && words[to] === 'one')) return undefined
      to++
    }
    return to
  }

  /** "one hundred and fifty", "two thousand three hundred", "1.5 million", "two dozen" */
  function compound(words: readonly string[], at: number): ReadNumber | undefined {
    const article = (words[at] === 'a' || words[at] === 'an') && scales.has(words[at + 1])
    const first = article ? { n: 1, to: at + 1, digits: false } : small(words, at)
    if (!first) return undefined
    let { to, digits } = first
    let total = 0
    let current = first.n
    const half = article ? undefined : halfAfter(words, to)
    if (half !== undefined) [current, to, digits] = [current + 0.5, half, false]
    for (let count = 0; count < MOST_SCALES; count++) {
      const scale = scaleAt(words, to)
      if (scale === undefined) break
      current *= scale.value
      if (scale.value >= 1000) {
        total += current
        current = 0
      }
      to = scale.to
      digits = false
      const rest = scale.value >= 100 ? small(words, words[to] === 'and' ? to + 1 : to) : undefined
      // "two hundred and three thousand" goes on; "a hundred and two dozen" does not.
      if (rest && !rest.digits && rest.n > 0 && rest.n < scale.value && words[rest.to] !== 'dozen') {
        current += rest.n
        to = rest.to
      }
    }
    const n = roundedOff(total + current)
    return n <= Number.MAX_SAFE_INTEGER ? { amount: exactly(n), to, digits } : undefined
  }

  function scaleAt(words: readonly string[], at: number): { value: number; to: number } | undefined {
    const value = scales.get(words[at])
    // "score" alone is the result of a match.
    return value === undefined || words[at] === 'score' ? undefined : { value, to: at + 1 }
  }

  /** "tens of thousands", "hundreds of thousands", "hundreds" */
  function plural(words: readonly string[], at: number): ReadNumber | undefined {
    const found = plurals.at(words, at)
    if (!found) return undefined
    const to = at + found.length
    const of = words[to] === 'of' ? pluralScale(words, to + 1) : undefined
    if (of) return { amount: upToNext(times(found.value, of.value), of.value), to: of.to, digits: false }
    return found.value.takes === 'scale' ? undefined : { amount: amountOf(found.value), to, digits: false }
  }

  return function readNumber(words, at) {
    const many = plural(words, at)
    if (many) return many
    const word = vague.at(words, at)
    if (word) {
      let to = at + word.length
      // "a couple of hundred"; "some hundreds"
      const of = words[to] === 'of' && scaleAt(words, to + 1) ? 1 : 0
      const scale = scaleAt(words, to + of) ?? pluralScale(words, to + of)
      if (scale) {
        to = scale.to
        const next = scaleAt(words, to)
        const factor = next && next.value > scale.value ? scale.value * next.value : scale.value
        if (next && factor !== scale.value) to = next.to
        return { amount: times(amountOf(word.value), factor), to, digits: false }
      }
      const { takes } = word.value
      if (takes === undefined || takes === 'noun' || (takes === 'of' && words[to] === 'of'))
        return { amount: amountOf(word.value), to, digits: false, takes }
    }
    return compound(words, at)
  }

  function pluralScale(words: readonly string[], at: number): { value: number; to: number } | undefined {
    const word = words[at]
    const value = word?.endsWith('s') ? scales.get(word.slice(0, -1)) : undefined
    return value === undefined || word === 'scores' ? undefined : { value, to: at + 1 }
  }
}

const amountOf = ({ low, best, high }: Amount): Amount => ({ low, best, high })

/** "Hundreds of thousands" are fewer than a million: 999,999 at most, not 999,000. */
const upToNext = ({ low, best, high }: Amount, scale: number): Amount => ({
  low,
  best,
  high: high === null ? null : high + scale - 1,
})

/** 1.1 million is 1,100,000 and not 1,100,000.0000000001. */
const roundedOff = (n: number): number => (Math.abs(n - Math.round(n)) < 1e-6 ? Math.round(n) : n)
