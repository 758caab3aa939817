import { encodeModel, type ModelRow } from '../src/learned/LinearModel.ts'
import { FeatureNumbers } from './FeatureNumbers.ts'
import { random, shuffle } from './random.ts'

/** One thing that may be chosen. */
interface Alternative {
  /** positions of its features among those known */
  readonly features: Int32Array
  readonly right: boolean
  /** added to the score while learning: what is worse to choose must be kept further off */
  readonly cost: number
}

export interface ChoiceSettings {
  readonly epochs: number
  readonly rate?: number
  /** features seen in fewer choices are dropped (default 2) */
  readonly least?: number
  readonly decay?: number
  /** weights below this share of the greatest are left out */
  readonly smallest?: number
}

/**
 * Learns to choose among alternatives that are told by hashed features; one or more of them are right, and their shares are added up
 * (log-linear, AdaGrad, the weights of the later epochs averaged).
 */
export class ChoiceRegression {
  readonly #numbers = new FeatureNumbers()
  readonly #choices: Alternative[][] = []
  #open: Alternative[] = []

  /** Adds an alternative to the choice being put together. */
  alternative(features: Int32Array, n: number, right: boolean, cost: number): void {
    const own = this.#numbers.ofAll(features, n)
    this.#open.push({ features: own, right, cost: right ? 0 : cost })
  }

  /** Closes the choice being put together. */
  close(): void {
    if (this.#open.some(({ right }) => right) && this.#open.length > 1) this.#choices.push(this.#open)
    this.#open = []
  }

  get choices(): number {
    return this.#choices.length
  }

  fit({ epochs, rate = 0.1, least = 2, decay = 0, smallest = 0 }: ChoiceSettings): Uint8Array {
    const size = this.#numbers.keys.length
    const seen = new Int32Array(size)
    for (const choice of this.#choices) {
      const own = new Set<number>()
      for (const { features } of choice) for (const f of features) own.add(f)
      for (const f of own) seen[f]++
    }
    const weights = new Float32Array(size)
    const squares = new Float32Array(size).fill(1e-2)
    const sums = new Float64Array(size)
    const next = random(1)
    const order = [...this.#choices]
    for (let epoch = 0; epoch < epochs; epoch++) {
      for (const choice of shuffle(order, next)) {
        const slopes = slopesOf(choice, weights)
        for (const [a, { features }] of choice.entries()) {
          const slope = slopes[a]
          if (Math.abs(slope) < 1e-4) continue
          for (const f of features) {
            if (seen[f] < least) continue
            const gradient = slope + decay * weights[f]
            squares[f] += gradient * gradient
            weights[f] -= (rate * gradient) / Math.sqrt(squares[f])
          }
        }
      }
      if (epoch >= epochs / 2) for (let f = 0; f < size; f++) sums[f] += weights[f]
    }
    let greatest = 0
    for (const sum of sums) greatest = Math.max(greatest, Math.abs(sum))
    const scale = greatest / 127 ** 2 || 1
    const rows = this.#numbers.keys.map((key, f): ModelRow => {
      const weight = Math.sign(sums[f]) * Math.round(Math.sqrt(Math.abs(sums[f]) / scale))
      return Math.abs(sums[f]) <= smallest * greatest || weight === 0
        ? { key, classes: [], weights: [] }
        : { key, classes: [0], weights: [weight] }
    })
    return encodeModel(['score'], scale / (epochs - Math.ceil(epochs / 2)), rows, {}, 2)
  }
}

/** For each alternative, its share among all less its share among the right ones. */
function slopesOf(choice: readonly Alternative[], weights: Float32Array): Float64Array {
  const scores = Float64Array.from(choice, ({ features, cost }) => {
    let score = cost
    for (const f of features) score += weights[f]
    return score
  })
  let most = Number.NEGATIVE_INFINITY
  for (const score of scores) most = Math.max(most, score)
  let [all, right] = [0, 0]
  for (const [a, score] of scores.entries()) {
    scores[a] = Math.exp(score - most)
    all += scores[a]
    if (choice[a].right) right += scores[a]
  }
  return Float64Array.from(
    choice,
    (alternative, a) => scores[a] / all - (alternative.right ? scores[a] / Math.max(right, 1e-12) : 0),
  )
}
