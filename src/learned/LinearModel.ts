import { withHead, writeVarint } from './binary.ts'
import { bodyOf } from './bodyOf.ts'
import { type LinearLists, LinearTable } from './LinearTable.ts'

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
  /** The lists of the file, until the first score is asked for. */
  #lists: LinearLists | undefined
  #table: LinearTable | undefined
  readonly #feature = new Int32Array(1)

  private constructor({ classes, scale, power, features, weights, ...meta }: Header, bytes: Uint8Array) {
    this.classes = classes
    this.scale = scale
    this.meta = meta
    this.#lists = { bytes, classes: classes.length, features, weights, power: power ?? 1 }
  }

  /** Reads a model; `name` is for the complaint when the bytes are not one, or are damaged. */
  static parse(bytes: Uint8Array, name = 'model'): LinearModel {
    const body = bodyOf(bytes, MAGIC, VERSION, name)
    const length = new DataView(body.buffer, body.byteOffset, body.byteLength).getUint32(0, true)
    const json = new TextDecoder().decode(body.subarray(4, 4 + length))
    return new LinearModel(JSON.parse(json), body.subarray(4 + length))
  }

  /** Sets `out[at + class]` to the score of each class, for the first `n` of `features`; in units of `scale`. */
  scores(features: Int32Array, n: number, out: Float32Array, at = 0): void {
    const table = this.#table ?? this.#open()
    table.scores(features, n, out, at)
  }

  /** Adds the weights of one feature to `out`. */
  addScores(feature: number, out: Float32Array): void {
    const own = new Float32Array(this.classes.length)
    this.#feature[0] = feature
    this.scores(this.#feature, 1, own)
    for (let c = 0; c < own.length; c++) out[c] += own[c]
  }

  /** Models that a text has no use for (recasing, the second opinion on certainty) are never laid out. */
  #open(): LinearTable {
    this.#table = new LinearTable(this.#lists!)
    this.#lists = undefined
    return this.#table
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
  readonly [meta: string]: unknown
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
