import { AscribeError } from '../../base/AscribeError.ts'
import { filled } from '../../base/filled.ts'
import { bodyOf } from '../bodyOf.ts'

/** "ASCN": the first four bytes of a neural model. */
const MAGIC = 0x4e435341
const VERSION = 1

interface TensorEntry {
  readonly type: 'i8' | 'f32' | 'u32'
  readonly shape: readonly number[]
  readonly at: number
}

/** A table of weights in steps: the value of row r, column c is `values[r * columns + c] * steps[r]`. */
export interface SteppedTable {
  readonly rows: number
  readonly columns: number
  readonly values: Int8Array
  readonly steps: Float32Array
}

/**
 * The arrays of a neural model, by name, and what else it tells of itself (labels). After the head that all models have (see `withHead`):
 * u32 length of a JSON object `{ meta, tensors: { name: { type, shape, at } } }`, the object, and the arrays, each at a multiple of four bytes.
 */
export class TensorFile {
  readonly meta: Readonly<Record<string, unknown>>
  readonly #tensors: Readonly<Record<string, TensorEntry>>
  readonly #bytes: Uint8Array
  readonly #name: string

  private constructor(
    meta: Record<string, unknown>,
    tensors: Record<string, TensorEntry>,
    bytes: Uint8Array,
    name: string,
  ) {
    this.meta = meta
    this.#tensors = tensors
    this.#bytes = bytes
    this.#name = name
  }

  /** Reads a model's bytes; `name` is for the complaint about bytes that are something else. */
  static parse(from: Uint8Array, name: string): TensorFile {
    const body = bodyOf(from, MAGIC, VERSION, name)
    const length = new DataView(body.buffer, body.byteOffset, body.byteLength).getUint32(0, true)
    const { meta, tensors } = JSON.parse(new TextDecoder().decode(body.subarray(4, 4 + length)))
    return new TensorFile(meta, tensors, body.subarray(Math.ceil((4 + length) / 4) * 4), name)
  }

  /** A list of names in `meta`. */
  strings(key: string): readonly string[] {
    const value = this.meta[key]
    if (!Array.isArray(value)) throw this.#complaint(key)
    return value
  }

  floats(name: string): Float32Array {
    return new Float32Array(this.#slice(name, 'f32', 4))
  }

  integers(name: string): Uint32Array {
    return new Uint32Array(this.#slice(name, 'u32', 4))
  }

  /** The array `name` with its steps, the array `name.steps`. */
  table(name: string): SteppedTable {
    const values = new Int8Array(this.#slice(name, 'i8', 1))
    const [rows, columns] = this.#tensors[name].shape
    return { rows, columns, values, steps: this.floats(`${name}.steps`) }
  }

  /** The values of the table `name`, row by row. */
  values(name: string): Float32Array {
    const { values, columns, steps } = this.table(name)
    return filled(new Float32Array(values.length), (i) => values[i] * steps[Math.floor(i / columns)])
  }

  #slice(name: string, type: TensorEntry['type'], size: number): ArrayBuffer {
    const entry = this.#tensors[name]
    if (entry?.type !== type) throw this.#complaint(name)
    const length = entry.shape.reduce((product, n) => product * n, 1) * size
    return this.#bytes.slice(entry.at, entry.at + length).buffer as ArrayBuffer
  }

  #complaint(what: string): AscribeError {
    return new AscribeError(
      'model-unreadable',
      `the model '${this.#name}' has no '${what}'`,
      'restore it from the repository, or train it',
    )
  }
}
