import type { QuantityWords } from '../../vocabulary/QuantityWords.ts'
import type { ReadNumber } from './readNumber.ts'

/** What stands around a number, in lower case, for telling counts from other numbers. */
export interface Surroundings {
  /** every token of the document in lower case */
  readonly words: readonly string[]
  readonly lemmas: readonly string[]
  readonly xpos: readonly string[]
  /** true where the token joins the one before without a space */
  readonly joined: readonly boolean[]
  /** the tokens of the sentence */
  readonly sentence: { readonly from: number; readonly to: number }
}

/** Tells whether the number at `[from, number.to)` counts things; `hedged` where words bound it ("more than"). */
export type CountTest = (around: Surroundings, from: number, number: ReadNumber, hedged: boolean) => boolean

const CURRENCY = /^(us|a|c|nz|hk|r|s)?[$€£¥₦₹₡₵₩₱฿]$/

/** Numbers that count nothing: years, dates, clock times, ages, money, shares, labels, telephone numbers. */
export function createCountTest(lexicon: QuantityWords): CountTest {
  const { time, money, share, measure } = lexicon.notCounted
  const measured = new Set([...time, ...money, ...share, ...measure, ...Object.values(lexicon.units).flat()])
  const months = new Set(lexicon.months)
  const labels = new Set(lexicon.labels)

  return function isCounted({ words, lemmas, xpos, joined, sentence }, from, number, hedged) {
    const { to, digits, amount } = number
    if (!Number.isInteger(amount.best) && amount.low === amount.high) return false
    const before = from > sentence.from ? words[from - 1] : ''
    const after = to < sentence.to ? words[to] : ''

    // "$20 million", "20%", "three days", "50 degrees"
    if (CURRENCY.test(before) || measured.has(after) || measured.has(lemmas[to] ?? '')) return false
    if (after === 'per' && words[to + 1] === 'cent') return false
    // "the last seven or eight years" has its unit further on; so has "two and a half years".
    if (/^(or|to|and)$/.test(after) && /^(half|quarter|third)$/.test(words[to + 2] ?? '')) return false
    // "five more years", "10 other days"
    if (/^(more|other|full|long|straight|consecutive|whole|additional|billion|million|trillion)$/.test(after)) {
      if (measured.has(lemmas[to + 1] ?? '')) return false
    }
    // "18-year-old", "22-member": the number is part of a longer word. "+" and "-plus" are read as bounds before.
    if (/^[-–/]$/.test(after) && joined[to] && joined[to + 1] && !/^(plus|odd)$/.test(words[to + 1])) return false
    if (/^[-–/]$/.test(before) && joined[from] && joined[from - 1]) return false
    // "10:30", "555-1234", "+216", "#5", "AK47"
    if (/^[:#+/'’]$/.test(before) && joined[from]) return false
    if (after === ':' && joined[to + 1] && digits) return false
    // "May 8", "8 May"
    if (months.has(before) || (months.has(after) && xpos[to] !== 'MD')) return false
    if ((after === 'of' || after === '-') && months.has(words[to + 1] ?? '')) return false
    if (digits) {
      // Telephone numbers: digits next to digits.
      if (/^\d[\d,.]*$/.test(before) && !hedged) return false
      if (/^\d[\d,.]*$/.test(after)) return false
      // Years: "in 2015", "2015 elections"; a count without a comma in that range is followed by what it counts.
      const bare = /^\d{4}$/.test(words[from])
      if (bare && amount.low >= 1400 && amount.low <= 2100 && !hedged) {
        if (!/^NNS?$/.test(xpos[to] ?? '') || !lemmaDiffers(words, lemmas, to)) return false
        if (/^(the|in|since|of|by|from|until|during|for|early|late|mid)$/.test(before)) return false
      }
      // "at 6", "resolution 1973", "Flight 370", "aged 22"
      if (/^at$/.test(before) && amount.low <= 24 && !/^NNS/.test(xpos[to] ?? '')) return false
      if (!hedged && (/^NNPS?$/.test(xpos[from - 1] ?? '') || labels.has(before)) && from > sentence.from) {
        if (before !== 'no' && !/^NNS/.test(xpos[to] ?? '')) return false
      }
      // "Ali Ben Salah, 42, a driver": an age
      if (before === ',' && /^([,;.)]|who|and|was|of|from)$/.test(after) && /^NNPS?$/.test(xpos[from - 2] ?? ''))
        return false
      if (before === '(' && after === ')') return false
      // "1. First", "2) Second" at the head of a line
      if (from === sentence.from && /^[.)]$/.test(after)) return false
    } else {
      // "aged seven"; "one another", "one day", "one thinks": no count.
      if (labels.has(before) && /^age[ds]?$/.test(before)) return false
      if (words[from] === 'one' && to === from + 1 && !hedged) return countsOne(words, xpos, lemmas, from, sentence)
      if (words[from] === 'zero' && !/^NN/.test(xpos[to] ?? '')) return false
    }
    return true
  }
}

/** "one soldier", "one of the gunmen"; not "one another", "this one", "no one", "one of the worst days". */
function countsOne(
  words: readonly string[],
  xpos: readonly string[],
  lemmas: readonly string[],
  at: number,
  sentence: Surroundings['sentence'],
): boolean {
  const before = at > sentence.from ? words[at - 1] : ''
  if (/^(this|that|no|the|each|every|any|which|another|other|good|last|first|next|only|every|some)$/.test(before))
    return false
  if (at + 1 >= sentence.to) return false
  if (words[at + 1] === 'of') return true
  // "one young man", "one man", "one Tunisian soldier"; "one single loss" is read too.
  for (let i = at + 1; i < Math.min(sentence.to, at + 4); i++) {
    if (/^NNP?$/.test(xpos[i]) && lemmas[i] !== 'another' && words[i] !== 'day') return true
    if (!/^(JJ|VBN|NNP|NN)/.test(xpos[i])) return false
  }
  return false
}

const lemmaDiffers = (words: readonly string[], lemmas: readonly string[], at: number): boolean =>
  words[at] !== lemmas[at]
