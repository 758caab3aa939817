import type { QuantityWords } from '../../vocabulary/QuantityWords.ts'
import { type Amount, exactly, times } from './Amount.ts'
import { Phrases } from './Phrases.ts'

/** A number found at a place: the tokens `[at, to)`. */
export interface ReadNumber {
  readonly amount: Amount
  readonly to: number
  /** written in digits and nothing else: such a number may be a year or a label */
  readonly digits: boolean
}

export type NumberReader = (words: readonly string[], at: number) => ReadNumber | undefined

// "22", "2,000", "1.5"
const DIGITS = /^(\d{1,3}(,\d{3})+|\d{1,15})(\.\d+)?$/
// "twenty-two", "half-dozen"
const HYPHENATED = /^([a-z]+)-([a-z]+)$/

/**
 * Reads one number at a place, without what bounds it: "22", "2,000", "1.5 million", "one hundred and fifty",
 * "twenty-two", "two dozen", "a hundred", "half a dozen", "several hundred", "a couple of hundred", "tens of thousands".
 */
export function createNumberReader(lexicon: QuantityWords): NumberReader {
  const numbers = new Map(Object.entries(lexicon.numbers))
  const scales = new Map(Object.entries(lexicon.scales))
  const vague = new Phrases(lexicon.vague.map((entry) => [entry.words, entry]))
  const plurals = new Phrases(lexicon.plurals.map((entry) => [entry.words, entry]))

  /** "22", "seven", "forty-five" */
  function single(word: string | undefined): { n: number; digits: boolean } | undefined {
    if (word === undefined || word.length > 24) return undefined
    if (DIGITS.test(word)) return { n: Number(word.replaceAll(',', '')), digits: true }
    const spelled = numbers.get(word)
    if (spelled !== undefined) return { n: spelled, digits: false }
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

  /** "one hundred and fifty", "two thousand three hundred", "1.5 million", "two dozen" */
  function compound(words: readonly string[], at: number): ReadNumber | undefined {
    const article = (words[at] === 'a' || words[at] === 'an') && scales.has(words[at + 1])
    const first = article ? { n: 1, to: at + 1, digits: false } : small(words, at)
    if (!first) return undefined
    let { to, digits } = first
    let total = 0
    let current = first.n
    for (let scale = scaleAt(words, to); scale !== undefined; scale = scaleAt(words, to)) {
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

  return function readNumber(words, at) {
    const plural = plurals.at(words, at)
    if (plural) {
      // "tens of thousands", "hundreds of thousands"
      const to = at + plural.length
      const of = words[to] === 'of' ? plurals.at(words, to + 1) : undefined
      if (of)
        return { amount: times(plural.value, scaleOf(of.value.words, scales)), to: to + 1 + of.length, digits: false }
      return plural.value.words === 'tens' ? undefined : { amount: amountOf(plural.value), to, digits: false }
    }
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
        if (factor !== scale.value) to = next!.to
        return { amount: times(word.value, factor), to, digits: false }
      }
      if (!word.value.needsScale) return { amount: amountOf(word.value), to, digits: false }
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

const scaleOf = (plural: string, scales: ReadonlyMap<string, number>): number => scales.get(plural.slice(0, -1)) ?? 1

/** 1.1 million is 1,100,000 and not 1,100,000.0000000001. */
const roundedOff = (n: number): number => (Math.abs(n - Math.round(n)) < 1e-6 ? Math.round(n) : n)
