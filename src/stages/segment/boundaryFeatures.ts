import { feature, hashString } from '../../learned/featureHash.ts'
import { classAt, DIGIT, isLower, isUpper, LETTER } from './characters.ts'
import type { Cuts } from './Tokenizer.ts'

/** The most features a boundary has. */
export const MOST_BOUNDARY_FEATURES = 40

const LONGEST_WORD = 40
const OPENERS = '([{“«"'
/** What a sentence may end with. */
const ENDER = /[.!?…:]["”')\]]{0,2}$/
const CLOSERS = ')]}”»"'

/**
 * Whether a sentence ends after token `k` is asked of the words around the gap. This class holds what the answer rests on
 * for the tokens of one paragraph; the trainer and the stage use the same.
 */
export class BoundaryFeatures {
  readonly #text: string
  readonly #cuts: Cuts
  readonly #hash: Int32Array
  readonly #shape: Uint8Array
  /** How many brackets are open after each token (at most 3), and whether a straight quote is. */
  readonly #depth: Uint8Array

  /** In a text of capitals (`shouted`) only a word after a stop looks as if it had one. */
  constructor(text: string, cuts: Cuts, shouted = false) {
    this.#text = text
    this.#cuts = cuts
    const n = cuts.starts.length
    this.#hash = new Int32Array(n)
    this.#shape = new Uint8Array(n)
    this.#depth = new Uint8Array(n)
    let [open, quote] = [0, 0]
    for (let i = 0; i < n; i++) {
      const [start, end] = [cuts.starts[i], cuts.ends[i]]
      const word = text.slice(start, Math.min(end, start + LONGEST_WORD)).toLowerCase()
      this.#hash[i] = hashString(word)
      this.#shape[i] = shapeOf(text, start, end)
      if (shouted && this.#shape[i] > SHAPE.lower && this.#shape[i] < SHAPE.number) {
        this.#shape[i] =
          i === 0 || ENDER.test(text.slice(cuts.ends[i - 1] - 3, cuts.ends[i - 1])) ? SHAPE.title : SHAPE.lower
      }
      if (end - start === 1) {
        if (word === '"') quote ^= 1
        else if (OPENERS.includes(word)) open = Math.min(3, open + 1)
        else if (CLOSERS.includes(word)) open = Math.max(0, open - 1)
      }
      this.#depth[i] = open * 2 + quote
    }
  }

  /** False where no sentence ends: between two words, the second of which has no capital. */
  possible(k: number): boolean {
    return !(this.#shape[k] <= SHAPE.number && this.#shape[k + 1] === SHAPE.lower)
  }

  /** Fills `out` for the gap between tokens `k` and `k + 1`; `begun` is how many tokens the sentence has by then. */
  fill(k: number, begun: number, out: Int32Array): number {
    const { starts, ends } = this.#cuts
    const word = (i: number): number => (i < 0 || i >= starts.length ? 7 : this.#hash[i])
    const shape = (i: number): number => (i < 0 || i >= starts.length ? 31 : this.#shape[i])
    const [w1, w2, v1, v2] = [word(k), word(k - 1), word(k + 1), word(k + 2)]
    const [s1, s2, t1, t2] = [shape(k), shape(k - 1), shape(k + 1), shape(k + 2)]
    const gap = Math.min(3, starts[k + 1] - ends[k])
    const broken = gap > 0 && this.#text.slice(ends[k], Math.min(starts[k + 1], ends[k] + 8)).includes('\n') ? 1 : 0
    const length = begun < 4 ? begun : begun < 8 ? 4 : begun < 15 ? 5 : begun < 30 ? 6 : begun < 60 ? 7 : 8
    const stop = endsWithStop(this.#text, starts[k], ends[k]) ? Math.min(6, ends[k] - starts[k]) : 0
    const depth = this.#depth[k]
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
    out[n++] = feature(16, s2 * 32 + s1, t1 * 32 + t2, gap)
    out[n++] = feature(17, stop, t1, length)
    out[n++] = feature(18, stop, v1)
    out[n++] = feature(19, w2, t1, s1)
    out[n++] = feature(20, word(k - 2), w1, t1)
    out[n++] = feature(21, broken, s1, t1)
    out[n++] = feature(22, v1, v2, s1)
    out[n++] = feature(23, gap, w1, t1)
    return n
  }
}

const SHAPE = { lower: 1, capital: 2, title: 3, upper: 4, mixed: 5, number: 6 }

/** Words by their letters; a sign is a class of its own where it matters to sentences. */
function shapeOf(text: string, start: number, end: number): number {
  const first = classAt(text, start)
  if (first === DIGIT) return SHAPE.number
  if (first === LETTER) {
    if (!isUpper(text, start)) return SHAPE.lower
    if (end - start === 1) return SHAPE.capital
    const last = classAt(text, end - 1) === LETTER ? end - 1 : end - 2
    if (isLower(text, last)) return isLower(text, start + 1) ? SHAPE.title : SHAPE.mixed
    return isUpper(text, start + 1) ? SHAPE.upper : SHAPE.mixed
  }
  if (end - start > 1) return 7 + ('.!?-*=…'.indexOf(text[start]) + 1)
  const sign = '.!?:;,-–—"“”\'‘’()[]*…'.indexOf(text[start])
  return sign < 0 ? 15 : 16 + (sign % 15)
}

function endsWithStop(text: string, start: number, end: number): boolean {
  return end - start > 1 && text.charCodeAt(end - 1) === 0x2e
}
