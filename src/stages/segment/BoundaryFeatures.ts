import { feature } from '../../learned/featureHash.ts'
import type { DocumentWords } from './DocumentWords.ts'
import { GapHistory } from './GapHistory.ts'
import { COMMA_SHAPE, isWordShape, SHAPE } from './wordShape.ts'

/** What stands before the first and behind the last word of a paragraph. */
const [NO_WORD_BEFORE, NO_WORD_BEHIND, NO_SHAPE_BEFORE, NO_SHAPE_BEHIND] = [7, 8, 31, 32]

/** The most features of a gap, of either sort. */
export const MOST_FEATURES = 96

/**
 * Whether a sentence ends after word `k` is asked of the words around the gap, of the sentence so far, of the sentence
 * before, and of what such gaps were earlier in the document (in a list of names and numbers, each line ends as the last one
 * did). The trainer and the stage go through a document with it in the same way:
 *
 *     features.begin(paragraph)
 *     if (features.possible(k)) features.fill(k)     // for each gap in order
 *     features.end(k)                                // where a sentence ends
 *
 * `wide` are features for weights of their own, with combinations; `deep` are single ones, which the network combines.
 */
export class BoundaryFeatures {
  readonly wide = new Int32Array(MOST_FEATURES)
  readonly deep = new Int32Array(MOST_FEATURES)
  wideCount = 0
  deepCount = 0
  readonly #words: DocumentWords
  readonly #history: GapHistory
  #gap = 0
  #from = 0
  #to = 0
  #size = 0
  /** The first word of the sentence begun. */
  #first = 0
  /** First and last word of the sentence before in the paragraph; -1 without one. */
  #beforeFirst = -1
  #beforeLast = -1
  // What the sentence begun has up to and with word `#counted`.
  #counted = -1
  #low = 0
  #capitals = 0
  #numbers = 0
  #commas = 0

  constructor(words: DocumentWords) {
    this.#words = words
    this.#history = new GapHistory(words.hash, (i) => this.#shape(i))
  }

  begin(paragraph: number): void {
    this.#from = this.#words.paragraphs[paragraph]
    this.#to = this.#words.paragraphs[paragraph + 1]
    const size = this.#to - this.#from
    this.#size = size < 3 ? size : size < 6 ? 3 : size < 12 ? 4 : size < 25 ? 5 : size < 60 ? 6 : size < 120 ? 7 : 8
    this.#beforeFirst = -1
    this.#beforeLast = -1
    this.#open(this.#from)
  }

  /** False where no sentence ends: between two words, the second of which has no capital. */
  possible(k: number): boolean {
    const shape = this.#words.shape
    const before = shape[k]
    return !(isWordShape(before) && before !== SHAPE.web && before !== SHAPE.mail && shape[k + 1] === SHAPE.lower)
  }

  /** A sentence ends with word `k`. */
  end(k: number): void {
    this.#history.end(k)
    this.#beforeFirst = this.#first
    this.#beforeLast = k
    this.#open(k + 1)
  }

  /** Fills `wide` for the gap between the words `k` and `k + 1`. */
  fill(k: number): void {
    this.#count(k)
    this.#history.ask(k)
    this.#fillWide(k)
    this.#gap = k
  }

  /** Fills `deep` for the gap that `wide` was filled for last. */
  deepen(): void {
    this.#fillDeep(this.#gap)
  }

  #open(first: number): void {
    this.#first = first
    this.#counted = first - 1
    this.#low = 0
    this.#capitals = 0
    this.#numbers = 0
    this.#commas = 0
  }

  #count(k: number): void {
    while (this.#counted < k) {
      const shape = this.#words.shape[++this.#counted]
      if (shape === SHAPE.lower) this.#low++
      else if (shape >= SHAPE.capital && shape <= SHAPE.mixed) this.#capitals++
      else if (shape === SHAPE.number || (shape >= SHAPE.numberedStop && shape <= SHAPE.clock)) this.#numbers++
      else if (shape === COMMA_SHAPE) this.#commas++
    }
  }

  #word(i: number): number {
    return i < this.#from ? NO_WORD_BEFORE : i >= this.#to ? NO_WORD_BEHIND : this.#words.hash[i]
  }

  #shape(i: number): number {
    return i < this.#from ? NO_SHAPE_BEFORE : i >= this.#to ? NO_SHAPE_BEHIND : this.#words.shape[i]
  }

  #fillWide(k: number): void {
    const { text, starts, ends, depth: depths } = this.#words
    const out = this.wide
    const first = this.#first
    const [w1, w2, v1, v2] = [this.#word(k), this.#word(k - 1), this.#word(k + 1), this.#word(k + 2)]
    const [s1, s2, t1, t2] = [this.#shape(k), this.#shape(k - 1), this.#shape(k + 1), this.#shape(k + 2)]
    const gap = Math.min(1, starts[k + 1] - ends[k])
    const begun = k + 1 - first
    const length = begun < 4 ? begun : begun < 8 ? 4 : begun < 15 ? 5 : begun < 30 ? 6 : begun < 60 ? 7 : 8
    const size = ends[k] - starts[k]
    const stop = size > 1 && text.charCodeAt(ends[k] - 1) === 0x2e ? Math.min(6, size) : 0
    const depth = depths[k]
    let n = 0
    out[n++] = feature(1)
    out[n++] = feature(2, w1)
    out[n++] = feature(3, v1)
    out[n++] = feature(4, w1, v1)
    out[n++] = feature(5, w1, t1)
    out[n++] = feature(6, s1, v1)
    out[n++] = feature(7, s1, t1, gap)
    out[n++] = feature(8, w2, w1)
    out[n++] = feature(9, s2, w1, t1)
    out[n++] = feature(10, w1, v1, t2)
    out[n++] = feature(11, t1, v2)
    out[n++] = feature(12, w1, length)
    out[n++] = feature(13, w1, t1, length)
    out[n++] = feature(14, w1, depth)
    out[n++] = feature(15, w1, t1, depth)
    out[n++] = feature(16, s2 * 128 + s1, t1 * 128 + t2, gap)
    out[n++] = feature(17, stop, t1, length)
    out[n++] = feature(18, stop, v1)
    out[n++] = feature(19, w2, t1, s1)
    out[n++] = feature(20, this.#word(k - 2), w1, t1)
    out[n++] = feature(21, v1, v2, s1)
    out[n++] = feature(22, gap, w1, t1)
    // like the sentence begun, and like the one before
    out[n++] = feature(30, this.#word(first) === v1 ? 1 : 0, s1, t1)
    out[n++] = feature(31, this.#shape(first) === t1 ? 1 : 0, this.#shape(first + 1) === t2 ? 1 : 0, t1 * 128 + s1)
    if (this.#beforeFirst < 0) out[n++] = feature(32, s1, t1, length)
    else {
      const [bf, bl] = [this.#beforeFirst, this.#beforeLast]
      out[n++] = feature(33, this.#word(bf) === v1 ? 1 : 0, this.#shape(bl) === s1 ? 1 : 0, t1)
      out[n++] = feature(34, this.#shape(bf), t1, s1)
      out[n++] = feature(35, this.#shape(bl), s1, t1)
      out[n++] = feature(36, this.#word(bl) === w1 ? 1 : 0, s1, t1)
      out[n++] = feature(37, Math.min(12, bl + 1 - bf), length, s1 * 128 + t1)
    }
    // what such gaps were so far
    const past = this.#history.past
    for (let j = 0; j < past.length; j++) {
      out[n++] = feature(40 + j, past[j], s1, t1)
      out[n++] = feature(50 + j, past[j])
    }
    out[n++] = feature(56, past[0] * 10 + past[2], past[1] * 10 + past[3], past[4] * 10 + past[5])
    out[n++] = feature(57, past[0], past[3], past[4])
    // what the sentence begun has
    const low = this.#low < 2 ? this.#low : this.#low < 4 ? 2 : 3
    out[n++] = feature(60, this.#word(first), s1, t1)
    out[n++] = feature(61, this.#shape(first), s1 * 128 + t1, length)
    out[n++] = feature(62, low, Math.min(3, this.#capitals), s1 * 128 + t1)
    out[n++] = feature(63, low, Math.min(3, this.#numbers), s1 * 128 + t1)
    out[n++] = feature(64, low, length, w1)
    this.wideCount = n
  }

  #fillDeep(k: number): void {
    const { starts, ends, depth, toStop, style, lowered, capitalised, paragraphs } = this.#words
    const out = this.deep
    const first = this.#first
    const begun = k + 1 - first
    const next = this.#word(k + 1)
    let n = 0
    for (let j = -3; j <= 4; j++) out[n++] = feature(104 + j, this.#word(k + j))
    for (let j = -5; j <= 6; j++) out[n++] = feature(126 + j, this.#shape(k + j))
    out[n++] = feature(
      150,
      begun < 12 ? begun : begun < 16 ? 12 : begun < 20 ? 13 : begun < 30 ? 14 : begun < 60 ? 15 : 16,
    )
    out[n++] = feature(151, depth[k])
    out[n++] = feature(152, Math.min(1, starts[k + 1] - ends[k]))
    out[n++] = feature(153, this.#word(first))
    out[n++] = feature(154, this.#shape(first))
    out[n++] = feature(155, this.#shape(first + 1))
    out[n++] = feature(156, this.#word(first) === next ? 1 : 0)
    out[n++] = feature(157, this.#shape(first) === this.#shape(k + 1) ? 1 : 0)
    if (this.#beforeFirst < 0) out[n++] = feature(160)
    else {
      const [bf, bl] = [this.#beforeFirst, this.#beforeLast]
      out[n++] = feature(161, this.#shape(bf))
      out[n++] = feature(162, this.#shape(bl))
      out[n++] = feature(163, this.#word(bf) === next ? 1 : 0)
      out[n++] = feature(164, this.#word(bl) === this.#word(k) ? 1 : 0)
      out[n++] = feature(165, this.#shape(bl) === this.#shape(k) ? 1 : 0)
      out[n++] = feature(166, this.#shape(bf) === this.#shape(k + 1) ? 1 : 0)
      out[n++] = feature(167, Math.min(20, bl + 1 - bf))
    }
    out[n++] = feature(170, Math.min(6, this.#low))
    out[n++] = feature(171, Math.min(4, this.#capitals))
    out[n++] = feature(172, Math.min(3, this.#numbers))
    out[n++] = feature(173, Math.min(3, this.#commas))
    const stop = toStop[k + 1]
    out[n++] = feature(174, stop < 10 ? stop : stop < 20 ? 10 : stop < 40 ? 11 : stop < 99 ? 12 : 13)
    const rest = this.#to - k - 1
    out[n++] = feature(175, rest < 12 ? rest : rest < 25 ? 12 : 13)
    let low = 0
    for (let i = k + 2; i <= k + 8; i++) if (this.#shape(i) === SHAPE.lower) low++
    out[n++] = feature(176, low)
    for (let j = 0; j < style.length; j++) out[n++] = feature(180 + j, style[j])
    out[n++] = feature(183, this.#size)
    out[n++] = feature(184, isWordShape(this.#shape(this.#to - 1)) ? 0 : 1)
    out[n++] = feature(185, paragraphs.length < 3 ? 0 : paragraphs.length < 6 ? 1 : 2)
    out[n++] = feature(186, lowered.has(next) ? 1 : 0)
    out[n++] = feature(187, capitalised.has(next) ? 1 : 0)
    this.deepCount = n
  }
}
