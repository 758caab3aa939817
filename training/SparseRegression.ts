import { encodeModel, LinearModel, type ModelRow } from '../src/learned/LinearModel.ts'
import { FeatureNumbers } from './FeatureNumbers.ts'
import { random } from './random.ts'

/** `logistic`: y is 0 or 1; `huber`: any number, squared near the truth and absolute beyond `1`. */
export type Loss = 'logistic' | 'huber' | 'absolute'

export interface RegressionSettings {
  readonly loss: Loss
  readonly epochs: number
  readonly rate?: number
  /** weight decay, as a share of a weight each time its feature is seen */
  readonly decay?: number
  /** features seen less often are dropped (default 2) */
  readonly least?: number
  readonly seed?: number
}

/**
 * A linear regression of one number over hashed features, trained with AdaGrad. Examples are kept as feature lists, so
 * features are worked out once.
 *
 *     const regression = new SparseRegression()
 *     for (const example of examples) regression.add(features, n, example.isCue ? 1 : 0)
 *     const model = regression.fit({ loss: 'logistic', epochs: 6 })
 *     model.score(features, n)     // log odds
 */
export class SparseRegression {
  readonly #numbers = new FeatureNumbers()
  #features = new Int32Array(1 << 20)
  #used = 0
  readonly #starts: number[] = [0]
  readonly #truths: number[] = []
  readonly #weights: number[] = []

  get examples(): number {
    return this.#truths.length
  }

  add(features: Int32Array, n: number, truth: number, weight = 1): void {
    if (this.#used + n > this.#features.length) {
      const grown = new Int32Array(this.#features.length * 2)
      grown.set(this.#features)
      this.#features = grown
    }
    for (let f = 0; f < n; f++) this.#features[this.#used++] = this.#numbers.of(features[f])
    this.#starts.push(this.#used)
    this.#truths.push(truth)
    this.#weights.push(weight)
  }

  fit({ loss, epochs, rate = 0.1, decay = 0, least = 2, seed = 1 }: RegressionSettings): Fitted {
    const size = this.#numbers.keys.length
    const seen = new Int32Array(size)
    for (let at = 0; at < this.#used; at++) seen[this.#features[at]]++
    const weights = new Float32Array(size)
    const squares = new Float32Array(size).fill(1e-3)
    const mean = new Float64Array(size)
    const order = Int32Array.from({ length: this.examples }, (_, i) => i)
    const next = random(seed)
    for (let epoch = 0; epoch < epochs; epoch++) {
      for (let i = order.length - 1; i > 0; i--) {
        const j = Math.floor(next() * (i + 1))
        const item = order[i]
        order[i] = order[j]
        order[j] = item
      }
      for (const example of order) {
        const [from, to] = [this.#starts[example], this.#starts[example + 1]]
        let score = 0
        for (let at = from; at < to; at++) score += weights[this.#features[at]]
        const slope = slopeOf(loss, score, this.#truths[example]) * this.#weights[example]
        if (Math.abs(slope) < 1e-4) continue
        for (let at = from; at < to; at++) {
          const f = this.#features[at]
          if (seen[f] < least) continue
          const gradient = slope + decay * weights[f]
          squares[f] += gradient * gradient
          weights[f] -= (rate * gradient) / Math.sqrt(squares[f])
        }
      }
      // The mean over the later epochs is steadier than the last step.
      if (epoch >= epochs / 2) for (let f = 0; f < size; f++) mean[f] += weights[f]
    }
    const later = Math.max(1, epochs - Math.ceil(epochs / 2))
    return new Fitted(
      this.#numbers.keys,
      Float64Array.from(mean, (sum) => sum / later),
    )
  }
}

function slopeOf(loss: Loss, score: number, truth: number): number {
  if (loss === 'logistic') return 1 / (1 + Math.exp(-score)) - truth
  const error = score - truth
  if (loss === 'absolute') return Math.max(-1, Math.min(1, error * 4))
  return Math.max(-1, Math.min(1, error))
}

/** Weights by feature. */
export class Fitted {
  readonly #keys: readonly number[]
  readonly #weights: ArrayLike<number>

  constructor(keys: readonly number[], weights: ArrayLike<number>) {
    this.#keys = keys
    this.#weights = weights
  }

  /** The features with their weights. */
  entries(): Map<number, number> {
    return new Map(this.#keys.map((key, i) => [key, this.#weights[i]]))
  }

  /** The model in int8; its only class is `value`. */
  toBytes(meta: Readonly<Record<string, unknown>> = {}): Uint8Array {
    let greatest = 0
    for (let i = 0; i < this.#weights.length; i++) greatest = Math.max(greatest, Math.abs(this.#weights[i]))
    const scale = greatest / 127 || 1
    const rows = this.#keys.flatMap((key, i): ModelRow[] => {
      const weight = Math.round(this.#weights[i] / scale)
      return weight === 0 ? [] : [{ key, classes: [0], weights: [weight] }]
    })
    return encodeModel(['value'], scale, rows, meta)
  }

  toModel(meta: Readonly<Record<string, unknown>> = {}): LinearModel {
    return LinearModel.parse(this.toBytes(meta))
  }
}
