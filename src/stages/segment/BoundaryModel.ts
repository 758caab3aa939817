import { readVarint } from '../../learned/binary.ts'
import { bodyOf } from '../../learned/bodyOf.ts'
import { type BoundaryFeatures, MOST_FEATURES } from './BoundaryFeatures.ts'

/** "ASCB": the first four bytes of the model. */
export const BOUNDARY_MAGIC = 0x42435341
export const BOUNDARY_VERSION = 1

/** Where the wide features alone say so much, the hidden layer never said otherwise (it did up to 2); three gaps of four. */
const CERTAIN = 6

/** Ends are missed more often than made up: chosen on the dev parts, where cross-validation points the same way. */
const LEAN = 0.2

/**
 * Says how much speaks for a sentence ending in a gap: weights of single features and their combinations ("wide") plus one
 * hidden layer over single features ("deep"). Trained by `training/trainBoundaryModel.ts`, which writes the format (little
 * endian, after the head of all models):
 *
 *     u32 count of wide features, of deep ones, of hidden units
 *     f32 scale of wide weights, of deep ones, bias and outgoing weight of each hidden unit
 *     wide hashes in ascending order (unsigned) as LEB128 differences, then an i8 each, to be squared with its sign
 *     deep hashes likewise, then an i8 for each hidden unit
 */
export class BoundaryModel {
  readonly #wide: FeatureTable
  readonly #wideWeights: Float32Array
  readonly #deep: FeatureTable
  readonly #deepWeights: Float32Array
  readonly #bias: Float32Array
  readonly #out: Float32Array
  readonly #hidden: Float32Array
  readonly #rows = new Int32Array(MOST_FEATURES)

  private constructor(body: Uint8Array) {
    const view = new DataView(body.buffer, body.byteOffset, body.byteLength)
    const [wide, deep, size] = [0, 4, 8].map((at) => view.getUint32(at, true))
    const [wideScale, deepScale] = [12, 16].map((at) => view.getFloat32(at, true))
    this.#bias = Float32Array.from({ length: size }, (_, h) => view.getFloat32(20 + h * 4, true))
    this.#out = Float32Array.from({ length: size }, (_, h) => view.getFloat32(20 + (size + h) * 4, true))
    this.#hidden = new Float32Array(size)
    const cursor = { at: 20 + size * 8 }
    const signed = (at: number): number => (body[at] << 24) >> 24
    this.#wide = new FeatureTable(body, cursor, wide)
    this.#wideWeights = new Float32Array(wide + 1)
    for (let i = 0; i < wide; i++) {
      const weight = signed(cursor.at + i)
      this.#wideWeights[i + 1] = wideScale * weight * Math.abs(weight)
    }
    cursor.at += wide
    this.#deep = new FeatureTable(body, cursor, deep)
    this.#deepWeights = new Float32Array((deep + 1) * size)
    for (let i = 0; i < deep * size; i++) this.#deepWeights[size + i] = deepScale * signed(cursor.at + i)
  }

  /** Reads the model; `name` is for the complaint when the bytes are not one, or are damaged. */
  static parse(bytes: Uint8Array, name = 'segmenter'): BoundaryModel {
    return new BoundaryModel(bodyOf(bytes, BOUNDARY_MAGIC, BOUNDARY_VERSION, name))
  }

  /** Above 0 where a sentence ends in the gap that `features` were filled for last. */
  score(features: BoundaryFeatures): number {
    const { wide, wideCount, deep } = features
    const rows = this.#rows
    let score = LEAN
    this.#wide.rowsOf(wide, wideCount, rows)
    for (let i = 0; i < wideCount; i++) score += this.#wideWeights[rows[i]]
    if (Math.abs(score) > CERTAIN) return score
    features.deepen()
    const [hidden, weights] = [this.#hidden, this.#deepWeights]
    const size = hidden.length
    hidden.set(this.#bias)
    this.#deep.rowsOf(deep, features.deepCount, rows)
    for (let i = 0; i < features.deepCount; i++) {
      const row = rows[i] * size
      if (row > 0) for (let h = 0; h < size; h++) hidden[h] += weights[row + h]
    }
    for (let h = 0; h < size; h++) if (hidden[h] > 0) score += hidden[h] * this.#out[h]
    return score
  }
}

/** Finds the row of a feature: 1, 2, … in the order of the file, 0 for one that is not there. */
class FeatureTable {
  /** A key and its row, one behind the other: they are looked up far apart from each other, and wait for memory once. */
  readonly #slots: Int32Array

  constructor(body: Uint8Array, cursor: { at: number }, count: number) {
    const size = 2 ** Math.ceil(Math.log2(Math.max(2, count * 2)))
    this.#slots = new Int32Array(size * 2)
    const slots = this.#slots
    const mask = slots.length - 1
    let key = 0
    for (let row = 1; row <= count; row++) {
      key = (key + readVarint(body, cursor)) | 0
      let slot = (key << 1) & mask
      while (slots[slot + 1] !== 0) slot = (slot + 2) & mask
      slots[slot] = key
      slots[slot + 1] = row
    }
  }

  /** Fills `rows` for the first `n` of `features`. */
  rowsOf(features: Int32Array, n: number, rows: Int32Array): void {
    const slots = this.#slots
    const mask = slots.length - 1
    // All first slots are asked for before one is looked into, so that none is waited for alone.
    for (let i = 0; i < n; i++) rows[i] = slots[((features[i] << 1) & mask) + 1]
    for (let i = 0; i < n; i++) {
      let slot = (features[i] << 1) & mask
      while (rows[i] !== 0 && slots[slot] !== features[i]) {
        slot = (slot + 2) & mask
        rows[i] = slots[slot + 1]
      }
    }
  }
}
