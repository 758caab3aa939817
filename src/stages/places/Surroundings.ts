import type { Quantity, TokenRange } from '../../document/Layers.ts'
import type { Place } from '../../model/Place.ts'
import { joinCompass } from './compass.ts'
import type { PlaceText } from './PlaceText.ts'

/** A distance that stands before a place, with the words between the two. */
export interface Measure {
  readonly km: number
  readonly bound: Place['distanceBound']
  readonly between: string
}

/** "within 100 km of", "more than 100 km from": a bound, which a map may well stay clear of. */
const AT_MOST = /^(?:within|less than|fewer than|under|up to|no more than|not more than|at most|just under|barely)\b/i
const AT_LEAST = /^(?:more than|over|well over|at least|upwards of|beyond)\b/i
const ABOUT = /^(?:about|around|some|roughly|approximately|nearly|almost|an estimated|close to|a few|several)\b/i
const LEADING =
  /(?:^| )(within|less than|fewer than|under|up to|no more than|at most|just under|barely|more than|well over|over|at least|about|around|some|roughly|approximately|nearly|almost) $/i

const BORDER = /^(?:border|frontier|boundary)/

/** The words before and after the places of a document, within their sentences, as patterns read them. */
export class Surroundings {
  readonly text: PlaceText
  readonly ranges: readonly TokenRange[]
  readonly #distances: readonly Quantity[]
  readonly #borders = new Set<number>()
  readonly #before: string[] = []
  readonly #after: string[] = []

  constructor(text: PlaceText, ranges: readonly TokenRange[], quantities: readonly Quantity[]) {
    this.text = text
    this.ranges = ranges
    this.#distances = quantities.filter(({ value }) => value.type === 'distance')
    for (const token of text.tokens) if (BORDER.test(token.text)) this.#borders.add(token.sentence)
  }

  /** Whether the sentence of a token has a word for a border. */
  speaksOfBorder(at: number): boolean {
    return this.#borders.has(this.text.tokens[at].sentence)
  }

  /** The words of `[from, to)` within one sentence, each followed by a space; directions in one spelling. */
  words(from: number, to: number, sentence: number): string {
    const { tokens, sentences } = this.text
    const range = sentences[sentence]
    let words = ''
    for (let i = Math.max(range.from, from); i < Math.min(range.to, to); i++) {
      const { text } = tokens[i]
      // "Near Agadez": the capital is the sentence's.
      words += `${i === range.from ? text.toLowerCase() : text} `
    }
    return joinCompass(words)
  }

  /** Up to twelve words before a token. */
  before(at: number): string {
    return this.words(at - 12, at, this.text.tokens[at].sentence)
  }

  beforeRange(index: number): string {
    this.#before[index] ??= this.before(this.ranges[index].from)
    return this.#before[index]
  }

  /** Up to six words after a range. */
  afterRange(index: number): string {
    const { from, to } = this.ranges[index]
    this.#after[index] ??= this.words(to, to + 6, this.text.tokens[from].sentence)
    return this.#after[index]
  }

  /** The words between two ranges of one sentence; undefined where they stand in two. */
  between(first: number, second: number): string | undefined {
    const [a, b] = [this.ranges[first], this.ranges[second]]
    if (!a || !b || this.text.tokens[a.from].sentence !== this.text.tokens[b.from].sentence) return undefined
    return this.words(a.to, b.from, this.text.tokens[a.from].sentence)
  }

  /** The last distance in the few words before a token. */
  measureBefore(at: number): Measure | undefined {
    const found = this.#distanceBefore(at)
    if (found?.value.type !== 'distance') return undefined
    const { km, words } = found.value
    const { sentence } = this.text.tokens[at]
    return { km, bound: this.#boundOf(words, found.from, sentence), between: this.words(found.to, at, sentence) }
  }

  /** Where that distance begins. */
  measureStart(at: number): number | undefined {
    return this.#distanceBefore(at)?.from
  }

  #distanceBefore(at: number): Quantity | undefined {
    const { tokens } = this.text
    return this.#distances.findLast(
      ({ from, to }) => to <= at && at - to <= 11 && tokens[from].sentence === tokens[at].sentence,
    )
  }

  #boundOf(words: string, from: number, sentence: number): Place['distanceBound'] {
    const lead = LEADING.exec(this.words(from - 3, from, sentence))?.[1] ?? ''
    for (const phrase of [words, lead]) {
      if (AT_MOST.test(phrase)) return 'at-most'
      if (AT_LEAST.test(phrase)) return 'at-least'
      if (ABOUT.test(phrase)) return 'about'
    }
    return undefined
  }
}
