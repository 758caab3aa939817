import { filled } from '../../base/filled.ts'
import { feature, hashString } from '../../learned/featureHash.ts'
import type { WordClusters } from '../../learned/WordClusters.ts'
import { wordForm } from '../../learned/wordForm.ts'
import { FirstPass } from './FirstPass.ts'
import { LISTS, type NameDictionary } from './NameDictionary.ts'
import type { NameGuesses } from './NameGuesses.ts'
import { isCapital, isTitleCase, shapeOf } from './wordLooks.ts'

/** What the features are made from: words and tags of one document. */
export interface NameInput {
  readonly words: readonly string[]
  readonly xpos: readonly string[]
  /** sentence of each token */
  readonly sentences: readonly { readonly from: number; readonly to: number }[]
}

const NO_WORD = hashString('<none>')
const INSIDE_RUN = new Set([
  'of',
  'de',
  'del',
  'la',
  'al',
  'el',
  'bin',
  'ibn',
  'van',
  'von',
  'and',
  '&',
  'the',
  'for',
  '-',
  '’s',
  "'s",
  'da',
  'do',
  'di',
  'der',
  'y',
])
const MOST_IN_RUN = 12
const MOST_SMALL = 3
/** What may stand between a noun and the name of what it is. */
const NAMING = new Set([',', 'the', 'called', 'named', 'known', 'as', 'dubbed', 'a', '(', '"', '“', '‘', "'", '``'])
/** Features of a token that both passes take, or a few more. */
const USUALLY_KEPT = 64
/** Levels of word clusters. */
const LEVELS = 3

/** Bits of what stands around a word anywhere in the document: "President X" once says that X is a person everywhere. */
const AROUND = {
  title: 1,
  reporting: 2,
  in: 4,
  possessive: 8,
  the: 16,
  given: 32,
  organisation: 64,
  place: 128,
  age: 256,
  of: 512,
  facility: 1024,
  by: 2048,
  who: 4096,
  people: 8192,
}

/**
 * Features of each token for the name models: its word, shape and affixes, its neighbours, the capitalised run it stands in, the
 * lists it is on, how the document uses the word elsewhere, and in the second pass what the first pass made of the document.
 */
export class NameFeatures {
  readonly #words: readonly string[]
  readonly #lower: string[]
  readonly #word: Int32Array
  readonly #low: Int32Array
  readonly #shape: Int32Array
  readonly #tag: Int32Array
  readonly #lists: Int32Array
  /** bits: list * 2 + (opens the phrase ? 0 : 1) */
  readonly #phrases: Int32Array
  /** groups of each word, coarse, middle and fine, one after the other */
  readonly #groups: Int32Array
  readonly #runFrom: Int32Array
  readonly #runTo: Int32Array
  readonly #around: Int32Array
  readonly #usage: Int32Array
  readonly #titled: Uint8Array
  readonly #from: Int32Array
  readonly #to: Int32Array
  readonly #guesses: NameGuesses
  #first: FirstPass
  /** Features of tokens that both passes take, one token behind the other as they were asked for. */
  #kept: Int32Array
  #keptEnd = 0
  readonly #keptFrom: Int32Array
  readonly #keptTo: Int32Array

  constructor(input: NameInput, guesses: NameGuesses, dictionary: NameDictionary, clusters: WordClusters) {
    const { words, xpos, sentences } = input
    const size = words.length
    this.#lower = words.map((word) => word.toLowerCase().replaceAll('’', "'"))
    this.#words = words
    this.#word = filled(new Int32Array(size), (i) => hashString(words[i]))
    this.#low = filled(new Int32Array(size), (i) => hashString(this.#lower[i]))
    this.#shape = filled(new Int32Array(size), (i) => hashString(shapeOf(words[i])))
    this.#tag = filled(new Int32Array(size), (i) => hashString(xpos[i]))
    this.#lists = filled(new Int32Array(size), (i) => dictionary.lists(this.#lower[i]))
    this.#groups = new Int32Array(size * LEVELS)
    for (let i = 0; i < size; i++) {
      const form = hashString(wordForm(words[i]))
      for (let level = 0; level < LEVELS; level++) this.#groups[i * LEVELS + level] = clusters.at(form, level)
    }
    this.#phrases = new Int32Array(size)
    this.#from = new Int32Array(size)
    this.#to = new Int32Array(size)
    this.#titled = new Uint8Array(size)
    for (const { from, to } of sentences) {
      this.#from.fill(from, from, to)
      this.#to.fill(to, from, to)
      if (isTitleCase(words, from, to)) this.#titled.fill(1, from, to)
    }
    for (let i = 0; i < size; i++) {
      dictionary.phrasesAt(this.#lower, i, (list, length) => {
        if (length === 1 && !isCapital(words[i])) return
        this.#phrases[i] |= 1 << (list * 2)
        for (let k = 1; k < length; k++) this.#phrases[i + k] |= 1 << (list * 2 + 1)
      })
    }
    this.#runFrom = new Int32Array(size)
    this.#runTo = new Int32Array(size)
    this.#findRuns(sentences)
    this.#around = new Int32Array(size)
    this.#usage = new Int32Array(size)
    this.#lookAround()
    this.#guesses = guesses
    this.#kept = new Int32Array(size * USUALLY_KEPT)
    this.#keptFrom = new Int32Array(size)
    this.#keptTo = new Int32Array(size)
    this.#first = new FirstPass(guesses.labels, this.#lower)
  }

  /** Gives the second pass the labels of the first, in place of the guesses. */
  takeFirstPass(labels: Int32Array): void {
    this.#first = new FirstPass(labels, this.#lower)
  }

  /** Runs of capitalised words, with "of", "al" and the like inside. */
  #findRuns(sentences: NameInput['sentences']): void {
    const words = this.#words
    for (const { from, to } of sentences) {
      let i = from
      while (i < to) {
        if (!isCapital(words[i])) {
          this.#runFrom[i] = i
          this.#runTo[i] = i
          i++
          continue
        }
        let end = i + 1
        while (end < to && end - i < MOST_IN_RUN) {
          if (isCapital(words[end])) end++
          else {
            // "Army of the Poor": up to three small words before the next capital.
            let next = end
            while (next < to && next - end < MOST_SMALL && INSIDE_RUN.has(words[next])) next++
            if (next === end || next >= to || !isCapital(words[next])) break
            end = next + 1
          }
        }
        this.#runFrom.fill(i, i, end)
        this.#runTo.fill(end, i, end)
        i = end
      }
    }
  }

  /** Collects over the document what stands around each capitalised word, and how often it is written small. */
  #lookAround(): void {
    const bits = new Map<number, number>()
    const small = new Map<number, number>()
    const large = new Map<number, number>()
    const lower = this.#lower
    for (let i = 0; i < lower.length; i++) {
      const low = this.#low[i]
      if (!isCapital(this.#words[i])) {
        small.set(low, (small.get(low) ?? 0) + 1)
        continue
      }
      if (i > this.#from[i] && this.#titled[i] === 0) large.set(low, (large.get(low) ?? 0) + 1)
      bits.set(low, (bits.get(low) ?? 0) | this.#bitsAround(i))
    }
    for (let i = 0; i < lower.length; i++) {
      const low = this.#low[i]
      this.#around[i] = bits.get(low) ?? 0
      this.#usage[i] = Math.min(2, small.get(low) ?? 0) * 3 + Math.min(2, large.get(low) ?? 0)
    }
  }

  #bitsAround(i: number): number {
    const has = (at: number, list: (typeof LISTS)[number]): boolean =>
      at >= this.#from[i] && at < this.#to[i] && (this.#lists[at] & (1 << LISTS.indexOf(list))) !== 0
    const word = (at: number): string => (at >= this.#from[i] && at < this.#to[i] ? this.#lower[at] : '')
    const before = word(i - 1)
    const after = word(i + 1)
    let bits = 0
    if (has(i - 1, 'title')) bits |= AROUND.title
    if (has(i + 1, 'reporting') || (before === ',' && has(i - 2, 'reporting')) || has(i - 1, 'reporting'))
      bits |= AROUND.reporting
    if (before === 'in') bits |= AROUND.in
    if (before === 'of') bits |= AROUND.of
    if (before === 'by') bits |= AROUND.by
    if (before === 'the') bits |= AROUND.the
    if (after === "'s") bits |= AROUND.possessive
    if (after === 'who' || (after === ',' && word(i + 2) === 'who')) bits |= AROUND.who
    if (after === ',' && /^\d\d$/.test(word(i + 2))) bits |= AROUND.age
    if (has(i - 1, 'given') && isCapital(this.#words[i - 1])) bits |= AROUND.given
    if (has(i + 1, 'organisation head') && isCapital(this.#words[i + 1])) bits |= AROUND.organisation
    if (has(i + 1, 'place head') && isCapital(this.#words[i + 1])) bits |= AROUND.place
    if (has(i + 1, 'facility head') && isCapital(this.#words[i + 1])) bits |= AROUND.facility
    if (/^(people|citizens|government|president|authorities|officials|troops|army)$/.test(after)) bits |= AROUND.people
    return bits
  }

  /** Writes the features of token `i` and returns how many there are. */
  fill(i: number, out: Int32Array): number {
    const n = this.#keptTo[i] > 0 ? this.#recall(i, out) : this.#keep(i, out, this.#fillOwn(i, out))
    return this.#first.fill(i, this.#from[i], this.#to[i], this.#low, out, n)
  }

  /** Keeps the first `n` of `out` for the second pass. */
  #keep(i: number, out: Int32Array, n: number): number {
    const from = this.#keptEnd
    this.#keptEnd += n
    if (this.#keptEnd > this.#kept.length) {
      const longer = new Int32Array(this.#keptEnd * 2)
      longer.set(this.#kept)
      this.#kept = longer
    }
    for (let k = 0; k < n; k++) this.#kept[from + k] = out[k]
    this.#keptFrom[i] = from
    this.#keptTo[i] = this.#keptEnd
    return n
  }

  #recall(i: number, out: Int32Array): number {
    const from = this.#keptFrom[i]
    const n = this.#keptTo[i] - from
    for (let k = 0; k < n; k++) out[k] = this.#kept[from + k]
    return n
  }

  /** The features that are the same in both passes. */
  #fillOwn(i: number, out: Int32Array): number {
    const [from, to] = [this.#from[i], this.#to[i]]
    const low = (at: number): number => (at < from || at >= to ? NO_WORD : this.#low[at])
    const shape = (at: number): number => (at < from || at >= to ? NO_WORD : this.#shape[at])
    const tag = (at: number): number => (at < from || at >= to ? NO_WORD : this.#tag[at])
    let n = 0
    out[n++] = feature(1)
    out[n++] = feature(2, this.#word[i])
    for (let k = -2; k <= 2; k++) out[n++] = feature(3 + k + 2, low(i + k))
    out[n++] = feature(10, low(i - 1), low(i))
    out[n++] = feature(11, low(i), low(i + 1))
    out[n++] = feature(12, low(i - 1), low(i + 1))
    out[n++] = feature(13, low(i - 2), low(i - 1))
    out[n++] = feature(14, low(i + 1), low(i + 2))
    out[n++] = feature(15, shape(i))
    out[n++] = feature(16, shape(i - 1), shape(i))
    out[n++] = feature(17, shape(i), shape(i + 1))
    out[n++] = feature(18, shape(i - 1), shape(i), shape(i + 1))
    out[n++] = feature(19, low(i - 1), shape(i))
    out[n++] = feature(20, low(i + 1), shape(i))
    out[n++] = feature(21, i === from ? 1 : 0, shape(i))
    out[n++] = feature(22, this.#titled[i], shape(i))
    out[n++] = feature(23, this.#usage[i], isCapital(this.#words[i]) ? 1 : 0)
    out[n++] = feature(24, this.#usage[i], i === from ? 1 : 0, this.#titled[i])
    n = this.#fillAffixes(i, out, n)
    for (let k = -1; k <= 1; k++) out[n++] = feature(30 + k + 1, tag(i + k))
    out[n++] = feature(33, tag(i - 1), tag(i))
    out[n++] = feature(34, tag(i), tag(i + 1))
    n = this.#fillLists(i, out, n)
    n = this.#fillRun(i, out, n)
    n = this.#fillClusters(i, out, n)
    for (let bits = this.#around[i]; bits !== 0; bits &= bits - 1) out[n++] = feature(40, bits & -bits)
    return this.#fillGuesses(i, out, n)
  }

  /** What the vectors say, with what the word is and how sure they are. */
  #fillGuesses(i: number, out: Int32Array, start: number): number {
    const { labels, sureness } = this.#guesses
    const [before, label, after] = [
      i > this.#from[i] ? labels[i - 1] : -1,
      labels[i],
      i + 1 < this.#to[i] ? labels[i + 1] : -1,
    ]
    let n = start
    out[n++] = feature(120, label, sureness[i])
    out[n++] = feature(121, label, sureness[i], this.#shape[i])
    out[n++] = feature(122, label, sureness[i], this.#lists[i])
    out[n++] = feature(123, before, label, sureness[i])
    out[n++] = feature(124, label, after, sureness[i])
    out[n++] = feature(125, label, sureness[i], this.#tag[i])
    return n
  }

  #fillAffixes(i: number, out: Int32Array, start: number): number {
    const word = this.#lower[i]
    const { length } = word
    let n = start
    for (let k = 1; k <= 5 && k <= length; k++) {
      out[n++] = feature(25, k, hashString(word, length - k, length))
      out[n++] = feature(26, k, hashString(word, 0, k))
    }
    for (const k of [-1, 1]) {
      const at = i + k
      if (at < this.#from[i] || at >= this.#to[i]) continue
      const other = this.#lower[at]
      out[n++] = feature(27, k, hashString(other, Math.max(0, other.length - 3), other.length))
    }
    return n
  }

  #fillLists(i: number, out: Int32Array, start: number): number {
    let n = start
    for (let k = -2; k <= 2; k++) {
      const at = i + k
      if (at < this.#from[i] || at >= this.#to[i]) continue
      const capital = isCapital(this.#words[at]) ? 1 : 0
      for (let bits = this.#lists[at]; bits !== 0; bits &= bits - 1)
        out[n++] = feature(50 + k + 2, bits & -bits, capital)
      for (let bits = this.#phrases[at]; bits !== 0; bits &= bits - 1) out[n++] = feature(55 + k + 2, bits & -bits)
    }
    out[n++] = feature(60, this.#lists[i], i > this.#from[i] ? this.#lists[i - 1] : -1)
    out[n++] = feature(61, this.#lists[i], i + 1 < this.#to[i] ? this.#lists[i + 1] : -1)
    return n
  }

  /** "the [Ministry of Interior] said": what the run begins and ends with, and what stands before and after it. */
  #fillRun(i: number, out: Int32Array, start: number): number {
    const [first, end] = [this.#runFrom[i], this.#runTo[i]]
    let n = start
    if (end <= first) return n
    const low = (at: number): number => (at < this.#from[i] || at >= this.#to[i] ? NO_WORD : this.#low[at])
    const length = Math.min(5, end - first)
    const place = Math.min(3, i - first) * 4 + Math.min(3, end - 1 - i)
    out[n++] = feature(70, low(end - 1), Math.min(2, end - 1 - i))
    out[n++] = feature(71, low(first), Math.min(2, i - first))
    out[n++] = feature(72, low(first - 1), place)
    out[n++] = feature(73, low(end), place)
    out[n++] = feature(74, length, place)
    out[n++] = feature(75, low(first - 1), low(end))
    out[n++] = feature(76, low(first - 1), low(first - 2))
    out[n++] = feature(77, low(end), low(end + 1))
    for (let bits = this.#describedBefore(first); bits !== 0; bits &= bits - 1)
      out[n++] = feature(80, bits & -bits, Math.min(1, i - first))
    for (let bits = this.#describedBehind(end); bits !== 0; bits &= bits - 1)
      out[n++] = feature(81, bits & -bits, Math.min(1, i - first))
    for (let bits = this.#lists[end - 1]; bits !== 0; bits &= bits - 1)
      out[n++] = feature(78, bits & -bits, i === end - 1 ? 1 : 0)
    for (let bits = this.#lists[first]; bits !== 0; bits &= bits - 1)
      out[n++] = feature(79, bits & -bits, i === first ? 1 : 0)
    return n
  }

  /** "a group called | X", "the militia, the | X": the lists of the noun that the run is said to be. */
  #describedBefore(first: number): number {
    let at = first - 1
    const from = Math.max(this.#from[first], first - 4)
    while (at >= from && NAMING.has(this.#lower[at])) at--
    return at >= from && at < first - 1 && !isCapital(this.#words[at]) ? this.#lists[at] : 0
  }

  /** "X, a little-known | militia": the lists of the nouns that an apposition behind the run may be about. */
  #describedBehind(end: number): number {
    const to = this.#to[end - 1]
    if (end + 2 >= to || this.#lower[end] !== ',' || !/^(?:an?|the|one|another)$/.test(this.#lower[end + 1])) return 0
    let bits = 0
    for (let at = end + 2; at < Math.min(to, end + 6) && !/^[,.]$/.test(this.#lower[at]); at++) {
      if (!isCapital(this.#words[at])) bits |= this.#lists[at]
    }
    return bits
  }

  #fillClusters(i: number, out: Int32Array, start: number): number {
    const [from, to] = [this.#from[i], this.#to[i]]
    let n = start
    for (let k = -2; k <= 2; k++) {
      const at = i + k
      if (at < from || at >= to) continue
      for (let level = 0; level < LEVELS; level++) {
        const group = this.#groups[at * LEVELS + level]
        if (group !== 0) out[n++] = feature(90 + k + 2, level, group)
      }
    }
    const group = this.#groups[i * LEVELS + 1]
    out[n++] = feature(95, group, this.#shape[i])
    out[n++] = feature(96, group, i > from ? this.#groups[(i - 1) * LEVELS + 1] : -1)
    out[n++] = feature(97, group, i + 1 < to ? this.#groups[(i + 1) * LEVELS + 1] : -1)
    return n
  }
}
