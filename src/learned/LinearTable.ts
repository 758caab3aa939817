import { type KernelExports, kernelOver } from './Kernel.ts'

/** What a table is made of: the lists of a model file as they lie there, see `LinearModel`. */
export interface LinearLists {
  readonly bytes: Uint8Array
  readonly classes: number
  readonly features: number
  readonly weights: number
  readonly power: 1 | 2
}

/** The most features that are added up at once. */
const AT_ONCE = 1024
/** Classes are added up eight at a time. */
const LANES = 8
/** Rows with weights for more than this share of the classes are kept whole. */
const WHOLE = 0.3
const PAGE = 65536

/**
 * The weights of a linear model in the memory of its inner loop (`addWeights` in `kernel/assembly/kernel.ts`), which is two to three times as fast as the same
 * loop in JavaScript: features in an open hash table in order of their keys, rows with weights for many classes whole.
 */
export class LinearTable {
  readonly #add: KernelExports['addWeights']
  readonly #words: Int32Array
  readonly #classes: number
  readonly #shift: number
  readonly #out: number
  readonly #list: number
  readonly #slots: number
  /** Bytes of a whole row. */
  readonly #row: number

  constructor(lists: LinearLists) {
    const { classes, features, weights } = lists
    const bits = Math.min(26, Math.max(1, Math.ceil(Math.log2(Math.max(1, features * (4 / 3))))))
    this.#classes = classes
    this.#shift = 32 - bits
    this.#row = Math.ceil(classes / LANES) * LANES * 2
    this.#out = AT_ONCE * 4
    this.#list = this.#out + this.#row * 2
    this.#slots = this.#list + AT_ONCE * 2 * 4
    // Room for the worst case, all keys in the last slots and all rows whole: memory that is not written to costs nothing.
    const rows = this.#slots + (2 ** bits + features + 1) * 8
    const memory = new WebAssembly.Memory({ initial: Math.ceil((rows + weights * (2 / WHOLE) + this.#row) / PAGE) })
    this.#words = new Int32Array(memory.buffer)
    fill(lists, this.#words, new Int16Array(memory.buffer), this.#shift, this.#slots, rows, this.#row)
    this.#add = kernelOver(memory).addWeights
  }

  /** Sets `out[at + class]` to the sum over the first `n` of `features`. */
  scores(features: Int32Array, n: number, out: Float32Array, at: number): void {
    const words = this.#words
    const classes = this.#classes
    const from = this.#out >> 2
    for (let done = 0; done < n || done === 0; done += AT_ONCE) {
      const now = Math.min(AT_ONCE, n - done)
      for (let i = 0; i < now; i++) words[i] = features[done + i]
      this.#add(0, now, this.#slots, this.#shift, this.#out, this.#row, this.#list)
      if (done === 0) for (let c = 0; c < classes; c++) out[at + c] = words[from + c]
      else for (let c = 0; c < classes; c++) out[at + c] += words[from + c]
    }
  }
}

/** Lays the lists of a file out in a memory, see `addWeights`. Written out for speed: the first reading waits for it. */
function fill(
  { bytes, classes, features, weights, power }: LinearLists,
  words: Int32Array,
  shorts: Int16Array,
  shift: number,
  slots: number,
  rows: number,
  row: number,
): void {
  const whole = classes < LANES ? Number.POSITIVE_INFINITY : classes * WHOLE
  const keys = new Int32Array(features)
  let at = 0
  let key = 0
  for (let i = 0; i < features; i++) {
    let byte = bytes[at++]
    let difference = byte & 127
    for (let bits = 7; byte > 127; bits += 7) {
      byte = bytes[at++]
      difference |= (byte & 127) << bits
    }
    key = (key + difference) | 0
    keys[i] = key
  }
  const wide = classes > 256
  const square = power === 2
  let weightAt = bytes.length - weights
  let classAt = weightAt - (wide ? weights * 2 : weights)
  let slot = slots >> 2
  const first = slot
  slot -= 2
  let free = rows
  for (let i = 0; i < features; i++) {
    let length = bytes[at++]
    if (length > 127) length = (length & 127) | (bytes[at++] << 7)
    const feature = keys[i]
    const home = first + ((feature >>> shift) << 1)
    slot = home > slot ? home : slot + 2
    words[slot] = feature
    const isWhole = length > whole
    words[slot + 1] = isWhole ? free | 2 : free
    for (let left = length; left > 0; left--) {
      let weight = (bytes[weightAt++] << 24) >> 24
      if (square) weight = weight < 0 ? -weight * weight : weight * weight
      let place = bytes[classAt++]
      if (wide) place |= bytes[classAt++] << 8
      if (isWhole) shorts[(free >> 1) + place] += weight
      else if (length === 1) words[slot + 1] = (weight << 16) | (place << 2) | 1
      else {
        words[free >> 2] = (weight << 16) | (place << 2) | (left === 1 ? 1 : 0)
        free += 4
      }
    }
    if (isWhole) free += row
  }
}
