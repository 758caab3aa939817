import { withHead, writeVarint } from './binary.ts'
import { bodyOf } from './bodyOf.ts'

/** "ASCL": the first four bytes of a model. */
const MAGIC = 0x4c435341
const VERSION = 1

/**
 * A sparse linear classifier: each feature (a 32-bit hash, see `featureHash.ts`) has a short list of classes with an
 * int8 weight, and the score of a class is the sum over the features that are there. Features it does not know weigh
 * nothing.
 *
 *     const model = LinearModel.parse(bytes)
 *     const scores = new Float32Array(model.classes.length)
 *     features[n++] = feature(1, hashString('said'))
 *     model.scores(features, n, scores)
 *     model.classes[model.best(scores)]
 *
 * Models are trained by `training/AveragedPerceptron.ts`, whose `toBytes()` writes the format read here (little endian):
 *
 *     u32 magic, u32 version, u32 FNV-1a of all that follows, u32 length of the JSON
 *     JSON   { classes, scale, power, features, weights, ...anything the trainer wants to hand on as `meta` }
 *     keys   feature hashes in ascending order (unsigned), as LEB128 differences
 *     rows   how many weights each feature has, LEB128
 *     class  of each weight, u8 (u16 where there are more than 256 classes)
 *     weight of each weight, i8; times `scale` is its value; with power 2 squared first, which keeps its sign: small
 *            weights are then told apart as finely as large ones, whatever the largest is
 */
export class LinearModel {
  readonly classes: readonly string[]
  /** What the trainer handed on besides: tag dictionaries, thresholds. */
  readonly meta: Readonly<Record<string, unknown>>
  /** The value of one unit of weight. */
  readonly scale: number
  /** In ascending order (unsigned). */
  readonly #keys: Int32Array
  /** Feature `i` has the weights from `rows[i]` up to `rows[i + 1]`. */
  readonly #rows: Uint32Array
  /** The features whose upper bits are `b` are those from `buckets[b]` up to `buckets[b + 1]`: one or two. */
  readonly #buckets: Uint32Array
  readonly #shift: number
  readonly #class: Uint8Array | Uint16Array
  readonly #weight: Int16Array

  private constructor(header: Header, body: Uint8Array) {
    this.classes = header.classes
    this.scale = header.scale
    this.meta = header.meta
    const count = header.features
    const bits = Math.min(24, Math.max(1, Math.ceil(Math.log2(Math.max(1, count)))))
    this.#shift = 32 - bits
    this.#keys = new Int32Array(count)
    this.#rows = new Uint32Array(count + 1)
    this.#buckets = new Uint32Array(2 ** bits + 1)

    // Written out rather than by `readVarint`: these loops are what opening Ascribe waits for.
    let at = 0
    let key = 0
    let bucket = 0
    for (let i = 0; i < count; i++) {
      let byte = body[at++]
      let difference = byte & 127
      for (let bits = 7; byte > 127; bits += 7) {
        byte = body[at++]
        difference |= (byte & 127) << bits
      }
      key = (key + difference) | 0
      this.#keys[i] = key
      for (const own = key >>> this.#shift; bucket < own; ) this.#buckets[++bucket] = i
    }
    this.#buckets.fill(count, bucket + 1)
    let start = 0
    for (let i = 0; i < count; i++) {
      let row = body[at++]
      if (row > 127) row = (row & 127) | (body[at++] << 7)
      this.#rows[i] = start
      start += row
    }
    this.#rows[count] = start
    const wide = header.classes.length > 256
    const classes = body.slice(at, at + header.weights * (wide ? 2 : 1))
    this.#class = wide ? new Uint16Array(classes.buffer) : classes
    at += classes.length
    this.#weight = new Int16Array(header.weights)
    for (let i = 0; i < header.weights; i++) {
      const weight = (body[at + i] << 24) >> 24
      this.#weight[i] = header.power === 2 ? (weight < 0 ? -weight * weight : weight * weight) : weight
    }
  }

  /** Reads a model; `name` is for the complaint when the bytes are not one, or are damaged. */
  static parse(bytes: Uint8Array, name = 'model'): LinearModel {
    const body = bodyOf(bytes, MAGIC, VERSION, name)
    const length = new DataView(body.buffer, body.byteOffset, body.byteLength).getUint32(0, true)
    const json = new TextDecoder().decode(body.subarray(4, 4 + length))
    const { classes, scale, power, features, weights, ...meta } = JSON.parse(json)
    return new LinearModel({ classes, scale, power, features, weights, meta }, body.subarray(4 + length))
  }

  /** Sets `out[class]` to the score of each class, for the first `n` of `features`; in units of `scale`. */
  scores(features: Int32Array, n: number, out: Float32Array): void {
    out.fill(0)
    const [buckets, keys, rows, classes, weights] = [this.#buckets, this.#keys, this.#rows, this.#class, this.#weight]
    for (let f = 0; f < n; f++) {
      const feature = features[f]
      const bucket = feature >>> this.#shift
      const last = buckets[bucket + 1]
      for (let i = buckets[bucket]; i < last; i++) {
        if (keys[i] !== feature) continue
        const end = rows[i + 1]
        for (let at = rows[i]; at < end; at++) out[classes[at]] += weights[at]
        break
      }
    }
  }

  /** Adds the weights of one feature to `out`. */
  addScores(feature: number, out: Float32Array): void {
    const bucket = feature >>> this.#shift
    const last = this.#buckets[bucket + 1]
    for (let i = this.#buckets[bucket]; i < last; i++) {
      if (this.#keys[i] !== feature) continue
      const classes = this.#class
      const weights = this.#weight
      const end = this.#rows[i + 1]
      for (let at = this.#rows[i]; at < end; at++) out[classes[at]] += weights[at]
      return
    }
  }

  /** The class with the highest score; the first of equals. */
  best(scores: Float32Array): number {
    let best = 0
    for (let c = 1; c < scores.length; c++) if (scores[c] > scores[best]) best = c
    return best
  }
}

interface Header {
  readonly classes: readonly string[]
  readonly scale: number
  readonly power?: 1 | 2
  readonly features: number
  readonly weights: number
  readonly meta: Readonly<Record<string, unknown>>
}

/** One feature with its weights, as `encodeModel` takes them. */
export interface ModelRow {
  readonly key: number
  readonly classes: readonly number[]
  /** int8 */
  readonly weights: readonly number[]
}

/** Writes the format that `LinearModel.parse` reads. Rows without weights are left out. */
export function encodeModel(
  classes: readonly string[],
  scale: number,
  rows: readonly ModelRow[],
  meta: Readonly<Record<string, unknown>> = {},
  power: 1 | 2 = 1,
): Uint8Array {
  const kept = rows.filter((row) => row.weights.length > 0).sort((a, b) => (a.key >>> 0) - (b.key >>> 0))
  const count = kept.reduce((sum, row) => sum + row.weights.length, 0)
  const header = new TextEncoder().encode(
    JSON.stringify({ classes, scale, power, features: kept.length, weights: count, ...meta }),
  )
  const body: number[] = []
  let last = 0
  for (const row of kept) {
    writeVarint((row.key >>> 0) - last, body)
    last = row.key >>> 0
  }
  for (const row of kept) writeVarint(row.weights.length, body)
  for (const row of kept) {
    for (const c of row.classes) {
      body.push(c & 255)
      if (classes.length > 256) body.push(c >>> 8)
    }
  }
  for (const row of kept) for (const weight of row.weights) body.push(weight & 255)

  const bytes = new Uint8Array(4 + header.length + body.length)
  new DataView(bytes.buffer).setUint32(0, header.length, true)
  bytes.set(header, 4)
  bytes.set(body, 4 + header.length)
  return withHead(MAGIC, VERSION, bytes)
}
