import { hashString } from '../../learned/featureHash.ts'
import type { Cuts } from './Tokenizer.ts'
import { isSingleStopShape, isStopShape, isWordShape, SHAPE, wordShape } from './wordShape.ts'

const LONGEST_WORD = 40
const OPENERS = '([{“«'
const CLOSERS = ')]}”»'
/** What a sentence may end with. */
const ENDER = /[.!?…:]["”')\]]{0,2}$/
/** How far ahead a stop is looked for. */
const FAR = 99

/** The words of the paragraphs of a document, one after the other, with what `BoundaryFeatures` asks of them. */
export class DocumentWords {
  readonly text: string
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  /** The words of paragraph `p` are those from `paragraphs[p]` up to `paragraphs[p + 1]`. */
  readonly paragraphs: readonly number[]
  readonly hash: Int32Array
  readonly shape: Uint8Array
  /** How many brackets are open after each word (at most 3), times 2, and 1 where a straight quote is. */
  readonly depth: Uint8Array
  /** How many words there are to the next stop of the paragraph, 99 without one. */
  readonly toStop: Uint8Array
  /** Words that come in lower case somewhere, and those that have a capital in the midst of a sentence. */
  readonly lowered: ReadonlySet<number>
  readonly capitalised: ReadonlySet<number>
  /** How the writer writes: paragraphs without a stop and without a capital in quarters, sentences without a capital. */
  readonly style: readonly [endless: number, low: number, lowAfterStop: number]

  /** Where `shouted(p)`, the paragraph is in capitals: only a word after a stop looks as if it had one. */
  constructor(text: string, cuts: Cuts, paragraphs: readonly number[], shouted: (paragraph: number) => boolean) {
    this.text = text
    this.starts = cuts.starts
    this.ends = cuts.ends
    this.paragraphs = paragraphs
    const n = cuts.starts.length
    this.hash = new Int32Array(n)
    this.shape = new Uint8Array(n)
    this.depth = new Uint8Array(n)
    this.toStop = new Uint8Array(n)
    const lowered = new Set<number>()
    const capitalised = new Set<number>()
    let [judged, endless, low, lowAfter, capitalAfter] = [0, 0, 0, 0, 0]
    for (let p = 0; p + 1 < paragraphs.length; p++) {
      const [from, to] = [paragraphs[p], paragraphs[p + 1]]
      this.#look(from, to, shouted(p))
      for (let i = from; i < to; i++) {
        const shape = this.shape[i]
        if (shape === SHAPE.lower) lowered.add(this.hash[i])
        if (i === from) continue
        const before = this.shape[i - 1]
        if (shape === SHAPE.title && isWordShape(before)) capitalised.add(this.hash[i])
        if (!isSingleStopShape(before)) continue
        if (shape === SHAPE.lower) lowAfter++
        else if (shape >= SHAPE.capital && shape <= SHAPE.mixed) capitalAfter++
      }
      if (to - from < 3) continue
      judged++
      if (isWordShape(this.shape[to - 1])) endless++
      if (this.shape[from] === SHAPE.lower) low++
    }
    this.lowered = lowered
    this.capitalised = capitalised
    const quarter = (count: number): number => Math.min(3, Math.floor((4 * count) / (judged + 1)))
    const lowStarts = lowAfter === 0 ? 0 : lowAfter * 4 < capitalAfter ? 1 : lowAfter < capitalAfter ? 2 : 3
    this.style = [quarter(endless), quarter(low), lowStarts]
  }

  #look(from: number, to: number, shouted: boolean): void {
    const { text, starts, ends, hash, shape, depth, toStop } = this
    let [open, quote] = [0, 0]
    for (let i = from; i < to; i++) {
      const [start, end] = [starts[i], ends[i]]
      hash[i] = hashString(text.slice(start, Math.min(end, start + LONGEST_WORD)).toLowerCase())
      shape[i] = wordShape(text, start, end)
      if (shouted && shape[i] >= SHAPE.capital && shape[i] <= SHAPE.mixed) {
        const opens = i === from || ENDER.test(text.slice(Math.max(0, ends[i - 1] - 3), ends[i - 1]))
        shape[i] = opens ? SHAPE.title : SHAPE.lower
      }
      if (end - start === 1) {
        const sign = text[start]
        if (sign === '"') quote ^= 1
        else if (OPENERS.includes(sign)) open = Math.min(3, open + 1)
        else if (CLOSERS.includes(sign)) open = Math.max(0, open - 1)
      }
      depth[i] = open * 2 + quote
    }
    let distance = FAR
    for (let i = to - 1; i >= from; i--) {
      distance = isStopShape(shape[i]) ? 0 : Math.min(FAR, distance + 1)
      toStop[i] = distance
    }
  }
}
