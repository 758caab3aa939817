import { withHead, writeVarint } from '../src/learned/binary.ts'
import { BOUNDARY_MAGIC, BOUNDARY_VERSION } from '../src/stages/segment/BoundaryModel.ts'
import { random } from './random.ts'

/** A gap between two words, with the features that `BoundaryFeatures` gave it. */
export interface Gap {
  readonly wide: Int32Array
  readonly deep: Int32Array
  readonly ends: boolean
  /** false for a gap of a copy: it counts less, and brings no feature that the originals do not have */
  readonly original: boolean
}

const EPOCHS = 10
const HIDDEN = 16
/** Share of features, and of hidden units, left out at random in each visit. */
const DROPOUT = 0.3
const [WIDE_RATE, DEEP_RATE] = [0.05, 0.02]
/** Features seen less often are dropped. */
const [LEAST_WIDE, LEAST_DEEP] = [2, 5]
/** Of the wide weights, so many of the greatest are kept. */
const MOST_WIDE = 90_000
/** The weight of a gap of a copy. */
const COPY = 0.5
const CERTAIN = 1e-4

/** Trains a linear model and a hidden layer together (Cheng et al. 2016, "wide and deep") with AdaGrad; returns `BoundaryModel`'s bytes. */
export function trainBoundaryModel(gaps: readonly Gap[], seed: number, progress: (epoch: number) => void): Uint8Array {
  const wideKeys = frequent(gaps, 'wide', LEAST_WIDE)
  const deepKeys = frequent(gaps, 'deep', LEAST_DEEP)
  const wides = gaps.map(({ wide }) => rowsOf(wide, wideKeys))
  const deeps = gaps.map(({ deep }) => rowsOf(deep, deepKeys))
  const next = random(seed)
  const wide = new Float32Array(wideKeys.size)
  const deep = Float32Array.from({ length: deepKeys.size * HIDDEN }, () => (next() - 0.5) * 0.2)
  const bias = new Float32Array(HIDDEN)
  const out = Float32Array.from({ length: HIDDEN }, () => (next() - 0.5) * 0.6)
  const wideSquares = new Float32Array(wide.length).fill(1e-3)
  const deepSquares = new Float32Array(deepKeys.size).fill(1e-3)
  const biasSquares = new Float32Array(HIDDEN).fill(1e-2)
  const outSquares = new Float32Array(HIDDEN).fill(1e-2)
  const means = [wide, deep, bias, out].map((weights) => ({ weights, sum: new Float64Array(weights.length) }))
  const hidden = new Float64Array(HIDDEN)
  const slopes = new Float64Array(HIDDEN)
  const order = Int32Array.from(gaps, (_, i) => i)
  const kept = 1 / (1 - DROPOUT)
  const keep = (rows: Int32Array): Int32Array => rows.filter(() => next() >= DROPOUT)
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const pace = 1 - (0.8 * epoch) / EPOCHS
    shuffleNumbers(order, next)
    for (const i of order) {
      const [wideRows, deepRows] = [keep(wides[i]), keep(deeps[i])]
      let score = 0
      for (const row of wideRows) score += wide[row] * kept
      for (let h = 0; h < HIDDEN; h++) hidden[h] = bias[h] / kept
      for (const row of deepRows) for (let h = 0; h < HIDDEN; h++) hidden[h] += deep[row * HIDDEN + h]
      for (let h = 0; h < HIDDEN; h++) {
        hidden[h] = next() >= DROPOUT && hidden[h] > 0 ? hidden[h] * kept : 0
        score += hidden[h] * out[h] * kept
      }
      const slope = (1 / (1 + Math.exp(-score)) - (gaps[i].ends ? 1 : 0)) * (gaps[i].original ? 1 : COPY)
      if (Math.abs(slope) < CERTAIN) continue
      for (const row of wideRows) {
        wideSquares[row] += slope * slope
        wide[row] -= (pace * WIDE_RATE * slope) / Math.sqrt(wideSquares[row])
      }
      let square = 0
      for (let h = 0; h < HIDDEN; h++) {
        slopes[h] = hidden[h] > 0 ? slope * out[h] * kept : 0
        if (hidden[h] <= 0) continue
        const outward = slope * hidden[h] * kept
        outSquares[h] += outward * outward
        out[h] -= (pace * DEEP_RATE * outward) / Math.sqrt(outSquares[h])
        biasSquares[h] += slopes[h] * slopes[h]
        bias[h] -= (pace * DEEP_RATE * slopes[h]) / Math.sqrt(biasSquares[h])
        square += slopes[h] * slopes[h]
      }
      if (square === 0) continue
      for (const row of deepRows) {
        deepSquares[row] += square / HIDDEN
        const rate = (pace * DEEP_RATE) / Math.sqrt(deepSquares[row])
        for (let h = 0; h < HIDDEN; h++) deep[row * HIDDEN + h] -= rate * slopes[h]
      }
    }
    // The mean over the later epochs is steadier than the last step.
    if (epoch * 2 >= EPOCHS)
      for (const { weights, sum } of means) for (let j = 0; j < sum.length; j++) sum[j] += weights[j]
    progress(epoch + 1)
  }
  for (const { weights, sum } of means) {
    for (let j = 0; j < sum.length; j++) weights[j] = sum[j] / Math.floor(EPOCHS / 2)
  }
  return encode(wideKeys, wide, deepKeys, deep, bias, out)
}

/** Features that the originals have at least `least` times, with the row of each. */
function frequent(gaps: readonly Gap[], kind: 'wide' | 'deep', least: number): Map<number, number> {
  const counts = new Map<number, number>()
  for (const gap of gaps) {
    if (gap.original) for (const key of gap[kind]) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const rows = new Map<number, number>()
  for (const [key, count] of counts) if (count >= least) rows.set(key, rows.size)
  return rows
}

const rowsOf = (features: Int32Array, rows: ReadonlyMap<number, number>): Int32Array =>
  features.map((key) => rows.get(key) ?? -1).filter((row) => row >= 0)

function shuffleNumbers(order: Int32Array, next: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1))
    const item = order[i]
    order[i] = order[j]
    order[j] = item
  }
}

function encode(
  wideKeys: ReadonlyMap<number, number>,
  wide: Float32Array,
  deepKeys: ReadonlyMap<number, number>,
  deep: Float32Array,
  bias: Float32Array,
  out: Float32Array,
): Uint8Array {
  const sizes = wide.map(Math.abs).sort()
  const least = sizes[Math.max(0, sizes.length - MOST_WIDE)]
  const wideScale = sizes[sizes.length - 1] / 127 ** 2
  const quantised = wide.map((weight) => Math.sign(weight) * Math.round(Math.sqrt(Math.abs(weight) / wideScale)))
  const wides = [...wideKeys].filter(([, row]) => Math.abs(wide[row]) >= least && quantised[row] !== 0).sort(byKey)
  const deeps = [...deepKeys].sort(byKey)
  const deepScale = deep.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127
  const head = new DataView(new ArrayBuffer(20 + 8 * HIDDEN))
  for (const [i, count] of [wides.length, deeps.length, HIDDEN].entries()) head.setUint32(i * 4, count, true)
  head.setFloat32(12, wideScale, true)
  head.setFloat32(16, deepScale, true)
  for (const [h, value] of [...bias, ...out].entries()) head.setFloat32(20 + h * 4, value, true)
  const body = [...new Uint8Array(head.buffer)]
  writeKeys(wides, body)
  for (const [, row] of wides) body.push(quantised[row] & 0xff)
  writeKeys(deeps, body)
  for (const [, row] of deeps) {
    for (let h = 0; h < HIDDEN; h++) body.push(Math.round(deep[row * HIDDEN + h] / deepScale) & 0xff)
  }
  return withHead(BOUNDARY_MAGIC, BOUNDARY_VERSION, Uint8Array.from(body))
}

const byKey = ([a]: readonly [number, number], [b]: readonly [number, number]): number => (a >>> 0) - (b >>> 0)

function writeKeys(entries: readonly (readonly [number, number])[], body: number[]): void {
  let last = 0
  for (const [key] of entries) {
    writeVarint((key >>> 0) - last, body)
    last = key >>> 0
  }
}
