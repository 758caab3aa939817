import { encodeModel, type ModelRow } from '../src/learned/LinearModel.ts'
import { FeatureNumbers } from './FeatureNumbers.ts'
import { random, shuffle } from './random.ts'

export interface SoftmaxSettings {
  readonly epochs: number
  readonly rate?: number
  /** features seen less often are dropped (default 2) */
  readonly least?: number
  /** weight decay, each time a feature is seen */
  readonly decay?: number
  /** weights below this share of the greatest are left out */
  readonly smallest?: number
}

/**
 * Logistic regression of one class among a few over hashed features, trained with AdaGrad; the weights of the later epochs are averaged.
 *
 *     const regression = new SoftmaxRegression(['none', 'person'])
 *     for (const example of examples) regression.add(features, n, 1)
 *     LinearModel.parse(regression.toBytes({ epochs: 8 }))     // its scores are log odds, up to a common summand
 */
export class SoftmaxRegression {
  readonly #classes: readonly string[]
  readonly #numbers = new FeatureNumbers()
  readonly #examples: { readonly features: Int32Array; readonly truth: number }[] = []

  constructor(classes: readonly string[]) {
    this.#classes = classes
  }

  add(features: Int32Array, n: number, truth: number): void {
    const own = this.#numbers.ofAll(features, n)
    this.#examples.push({ features: own, truth })
  }

  toBytes({ epochs, rate = 0.1, least = 2, decay = 0, smallest = 0 }: SoftmaxSettings): Uint8Array {
    const classes = this.#classes.length
    const seen = new Int32Array(this.#numbers.keys.length)
    for (const { features } of this.#examples) for (const f of features) seen[f]++
    const weights = new Float32Array(this.#numbers.keys.length * classes)
    const squares = new Float32Array(weights.length).fill(1e-2)
    const sums = new Float64Array(weights.length)
    const scores = new Float64Array(classes)
    const next = random(1)
    const order = [...this.#examples]
    for (let epoch = 0; epoch < epochs; epoch++) {
      for (const { features, truth } of shuffle(order, next)) {
        scores.fill(0)
        for (const f of features) for (let c = 0; c < classes; c++) scores[c] += weights[f * classes + c]
        softmax(scores)
        scores[truth] -= 1
        for (const f of features) {
          if (seen[f] < least) continue
          for (let c = 0; c < classes; c++) {
            const at = f * classes + c
            const gradient = scores[c] + decay * weights[at]
            if (Math.abs(gradient) < 1e-5) continue
            squares[at] += gradient * gradient
            weights[at] -= (rate * gradient) / Math.sqrt(squares[at])
          }
        }
      }
      if (epoch >= epochs / 2) for (let at = 0; at < sums.length; at++) sums[at] += weights[at]
    }
    const later = epochs - Math.ceil(epochs / 2)
    const mean = (f: number, c: number): number => sums[f * classes + c] / later
    let greatest = 0
    for (const sum of sums) greatest = Math.max(greatest, Math.abs(sum / later))
    const scale = greatest / 127 ** 2 || 1
    const rows = this.#numbers.keys.map((key, f): ModelRow => {
      const row: { key: number; classes: number[]; weights: number[] } = { key, classes: [], weights: [] }
      for (let c = 0; c < classes; c++) {
        const weight = Math.sign(mean(f, c)) * Math.round(Math.sqrt(Math.abs(mean(f, c)) / scale))
        if (weight === 0 || Math.abs(mean(f, c)) < smallest * greatest) continue
        row.classes.push(c)
        row.weights.push(weight)
      }
      return row
    })
    return encodeModel(this.#classes, scale, rows, {}, 2)
  }
}

/** Scores to probabilities, in place. */
export function softmax(scores: Float64Array): void {
  let most = Number.NEGATIVE_INFINITY
  for (const score of scores) most = Math.max(most, score)
  let sum = 0
  for (let c = 0; c < scores.length; c++) {
    scores[c] = Math.exp(scores[c] - most)
    sum += scores[c]
  }
  for (let c = 0; c < scores.length; c++) scores[c] /= sum
}
