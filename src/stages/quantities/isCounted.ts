import type { QuantityWords } from '../../vocabulary/QuantityWords.ts'
import type { ReadRange } from './readRange.ts'
import type { Surroundings } from './Surroundings.ts'

/** Tells whether the number that begins at `from` counts things; words that bound it ("more than") begin at `start`. */
export type CountTest = (around: Surroundings, start: number, from: number, number: ReadRange) => boolean

const CURRENCY = /^(us|a|c|nz|hk|r|s)?[$€£¥₦₹₡₵₩₱฿]$/
const BETWEEN_UNIT = /^(more|other|full|long|straight|consecutive|whole|additional|billion|million|trillion)$/
const YEAR = /^(1[4-9]|20)\d\d$/
/** "1030" as wire reports write half past ten; "0930" is no number to begin with. */
const CLOCK = /^([01]\d|2[0-3])[0-5]\d$/

const TIME_BEFORE = /^(at|after|before|until|till|since|by|from|around)$/

/** "put the number of those killed at 17": how far before the figure the verb may stand. */
const VALUED_REACH = 8

/** Numbers that count nothing: years, dates, clock times, ages, money, shares, labels, addresses, telephone numbers. */
export function createCountTest(lexicon: QuantityWords): CountTest {
  const { time, money, share, measure } = lexicon.notCounted
  const measured = new Set([...time, ...money, ...share, ...measure, ...Object.values(lexicon.units).flat()])
  const months = new Set(lexicon.months)
  const labels = new Set(lexicon.labels)
  const streets = new Set(lexicon.streets)
  const valued = new Set(lexicon.valuedAt)
  const dayParts = new Set(lexicon.dayParts)
  const countsOne = createOneTest(new Set(lexicon.deedsToOne))

  /** "$20 million", "20%", "three days", "five more years", "dozens of times", "two and a half years" */
  function isMeasured({ words, lemmas, sentence }: Surroundings, from: number, to: number): boolean {
    const names = (i: number): boolean => i < sentence.to && (measured.has(words[i]) || measured.has(lemmas[i]))
    if (from > sentence.from && CURRENCY.test(words[from - 1])) return true
    if (names(to)) return true
    const after = to < sentence.to ? words[to] : ''
    if (after === 'per' && words[to + 1] === 'cent') return true
    if (/^(or|to|and)$/.test(after) && /^(half|quarter|third)$/.test(words[to + 2] ?? '')) return true
    return (BETWEEN_UNIT.test(after) || after === 'of') && names(to + 1)
  }

  /** "18-year-old", "555-1234", "10:30", "+216", "#5", "AK47": the number is part of something longer. */
  function isGlued({ words, joined }: Surroundings, from: number, { to, digits }: ReadRange): boolean {
    const [before, after] = [words[from - 1] ?? '', words[to] ?? '']
    // "+" and "-plus" are read as bounds before.
    if (/^[-–/]$/.test(after) && joined[to] && joined[to + 1] && !/^(plus|odd)$/.test(words[to + 1])) return true
    if (/^[-–/]$/.test(before) && joined[from] && joined[from - 1]) return true
    if (/^[:#+/'’]$/.test(before) && joined[from]) return true
    return after === ':' && joined[to + 1] && digits
  }

  /** "May 8", "8 May", "the 3rd of May" */
  function isDate({ words, xpos }: Surroundings, from: number, to: number): boolean {
    if (months.has(words[from - 1])) return true
    // "16 may die" is no date, but "on 16 May the bridge" is one whatever the tag.
    if (months.has(words[to]) && !(xpos[to] === 'MD' && /^(VB|RB)$/.test(xpos[to + 1] ?? ''))) return true
    return (words[to] === 'of' || words[to] === '-') && months.has(words[to + 1] ?? '')
  }

  /** "in 2015", "2015 elections", "between 1990 and 1993": a count of that size without a comma is followed by what it counts. */
  function isYear({ words, xpos, lemmas }: Surroundings, number: ReadRange, hedged: boolean): boolean {
    const { first, to, last } = number
    if (!YEAR.test(words[first])) return false
    const noun = /^NNP?S$/.test(xpos[to] ?? '') && words[to] !== lemmas[to]
    if (last) return YEAR.test(words[to - 1]) && !noun
    if (hedged) return false
    return !noun || /^(the|in|since|of|by|from|until|during|for|early|late|mid)$/.test(words[first - 1] ?? '')
  }

  /** "at 6", "at 1030", "between 0800 and 0900", "from 5 to 6 in the morning"; not "stood at 17", "at 3 sites" */
  function isTimeOfDay(around: Surroundings, start: number, from: number, number: ReadRange): boolean {
    const { first, to, digits, amount } = number
    const { words, lemmas, xpos, sentence } = around
    if (/^NNP?S/.test(xpos[to] ?? '')) return false
    if (words[to] === 'in' && words[to + 1] === 'the' && dayParts.has(words[to + 2]) && amount.best <= 12) return true
    if (words[to] === 'at' && words[to + 1] === 'night' && amount.best <= 12) return true
    const noun = /^(NN|JJ)/.test(xpos[to] ?? '')
    // "at approximately 1100", "after 1630"
    if (digits && CLOCK.test(words[first]) && !noun && TIME_BEFORE.test(words[start - 1] ?? '')) return true
    if (first !== from || words[from - 1] !== 'at') return false
    if (digits && CLOCK.test(words[from])) return true
    if (amount.low > 24 || noun) return false
    for (let i = from - 2; i >= sentence.from && i >= from - VALUED_REACH; i--) {
      if (xpos[i].startsWith('V') && valued.has(lemmas[i])) return false
    }
    return true
  }

  /** "48 Harbour Street" */
  function isAddress({ words, xpos, sentence }: Surroundings, to: number): boolean {
    for (let i = to; i < sentence.to && i < to + 4 && /^NNP$/.test(xpos[i]); i++) {
      if (i > to && streets.has(words[i])) return true
    }
    return false
  }

  /** "Ali Salah, 42, a driver", "two brothers, 17 and 22", "men aged 18 to 45", "boys of 12" is left to count */
  function isAge({ words, xpos, sentence }: Surroundings, from: number, { to, digits }: ReadRange): boolean {
    const before = words[from - 1] ?? ''
    if (/^age[ds]?$/.test(before) || (/^(of|between|from)$/.test(before) && /^ages?$/.test(words[from - 2] ?? '')))
      return true
    const closed = to >= sentence.to || /^([,;.)]|who|and|was|of|from)$/.test(words[to])
    if (!closed || !digits || from - 2 < sentence.from) return false
    if (before === 'and' && /^\d\d?$/.test(words[from - 2]) && words[from - 3] === ',') {
      return /^NN/.test(xpos[from - 4] ?? '') && /^[,;.)]$/.test(words[to] ?? '.')
    }
    if (before !== ',') return false
    if (/^NNPS?$/.test(xpos[from - 2])) return true
    // "two brothers, 17 and 22"
    return (
      /^NN/.test(xpos[from - 2]) && words[to] === 'and' && /^\d\d?$/.test(words[to + 1] ?? '') && endsAt(words, to + 2)
    )
  }

  /** Digits that name something: "flight 370", "resolution 1973", "law 18314", "555 1234", "(5)", "1. First" */
  function isLabel(around: Surroundings, from: number, { to, first }: ReadRange, hedged: boolean): boolean {
    const { words, xpos, sentence } = around
    const before = from > sentence.from ? words[from - 1] : ''
    const after = to < sentence.to ? words[to] : ''
    if (/^nos?\.$/.test(before)) return true
    if ((/^\d[\d,.]*$/.test(before) && !hedged) || /^\d[\d,.]*$/.test(after)) return true
    if (!hedged && (/^NNPS?$/.test(xpos[from - 1] ?? '') || labels.has(before)) && from > sentence.from) {
      if (before !== 'no' && !/^NNP?S/.test(xpos[to] ?? '')) return true
    }
    if (before === '(' && after === ')') return true
    return first === sentence.from && /^[.)]$/.test(after)
  }

  return function isCounted(around, start, from, number) {
    const hedged = start < from
    const { words, xpos, sentence } = around
    const { to, digits, amount } = number
    if (!Number.isInteger(amount.low) || (!Number.isInteger(amount.best) && amount.low === amount.high)) return false
    if (isMeasured(around, from, to) || isGlued(around, from, number) || isDate(around, from, to)) return false
    if (isTimeOfDay(around, start, from, number) || isAge(around, from, number)) return false
    if (digits) {
      return !isYear(around, number, hedged) && !isAddress(around, to) && !isLabel(around, from, number, hedged)
    }
    const [before, after] = [words[from - 1] ?? '', xpos[to] ?? '']
    // "a lone gunman", "both drivers", "both of them"; not "both the army and the police"
    if (number.takes === 'noun') {
      if (around.trees[from].deprel === 'cc:preconj' || xpos[from] === 'CC') return false
      return to < sentence.to && (words[to] === 'of' || /^(NNP?S|NN|JJ)$/.test(after))
    }
    // "the dozen prisoners", not "sold by the dozen"
    if (words[from] === 'dozen' && to === from + 1 && before === 'the' && !/^(NN|JJ|VBN)/.test(after)) return false
    if (words[from] === 'one' && to === from + 1 && !hedged) return countsOne(around, from)
    // "or, two, we approve it"
    if (before === ',' && words[to] === ',' && !hedged && amount.high === amount.low) return false
    return words[from] !== 'zero' || /^NN/.test(after)
  }
}

const endsAt = (words: readonly string[], at: number): boolean => at >= words.length || /^[,;.)]$/.test(words[at])

/** "one soldier", "one of the gunmen", "killing one", "one was shot"; not "one another", "this one", "the number one suspect". */
function createOneTest(deeds: ReadonlySet<string>) {
  return ({ words, lemmas, xpos, sentence }: Surroundings, at: number): boolean => {
    const before = at > sentence.from ? words[at - 1] : ''
    if (
      /^(this|that|no|the|each|every|any|which|another|other|good|last|first|next|only|some|number|day)$/.test(before)
    )
      return false
    if (at + 1 >= sentence.to) return false
    const after = words[at + 1]
    // "one of the gunmen", "one of them"; not "one of anger"
    if (after === 'of') return xpos[at + 2] !== 'NN' || /^NNP?S$/.test(xpos[at + 3] ?? '')
    // "killing one and wounding three"
    if (at > sentence.from && deeds.has(lemmas[at - 1]) && /^([,.;]|and|or|in|at|on|near|during)$/.test(after))
      return true
    if (xpos[at] === 'CD' && /^(was|is|died|escaped|fled|survived|dead|killed|wounded|injured|missing)$/.test(after))
      return true
    // "one young man", "one man", "one Tunisian soldier"
    for (let i = at + 1; i < Math.min(sentence.to, at + 4); i++) {
      if (/^NNP?$/.test(xpos[i]) && lemmas[i] !== 'another' && words[i] !== 'day') return true
      if (!/^(JJ|VBN|NNP|NN)/.test(xpos[i])) return false
    }
    return false
  }
}
