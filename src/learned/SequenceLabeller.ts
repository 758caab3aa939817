import { feature } from './featureHash.ts'
import type { LinearModel } from './LinearModel.ts'

/** The template of the feature "the label before", reserved in models of sequences. */
const TRANSITION = 0x7a5

/** The feature whose weights are the transitions from `previous` (-1 at the start of a sequence). */
export const transitionFeature = (previous: number): number => feature(TRANSITION, previous)

/** Fills `out` with the features of position `i` of a sequence and returns how many there are. */
export type PositionFeatures = (i: number, out: Int32Array) => number

/** The most features a position may have. */
export const MOST_FEATURES = 512

/**
 * Labels a sequence so that the sum of the labels' scores and of the transitions between neighbours is highest
 * (first-order Viterbi). Transitions are weights of the same model, so they have its scale. Transitions that the
 * label scheme rules out (I-person after B-place) are passed as `allowed`.
 *
 *     const labeller = new SequenceLabeller(LinearModel.parse(bytes), allowedInBio)
 *     const labels = labeller.label(tokens.length, (i, out) => fill(tokens, i, out))
 *     labeller.model.classes[labels[0]]
 *
 * Train one with `training/trainSequenceLabeller.ts`: pass the same function for the features.
 */
export class SequenceLabeller {
  readonly model: LinearModel
  readonly #allowed: (previous: string | undefined, label: string) => boolean
  /** Read off the model with the first sequence. */
  #transitions: Float32Array | undefined
  readonly #features = new Int32Array(MOST_FEATURES)

  constructor(model: LinearModel, allowed: (previous: string | undefined, label: string) => boolean = () => true) {
    this.model = model
    this.#allowed = allowed
  }

  /** The best label (index into `model.classes`) of each position. */
  label(length: number, features: PositionFeatures): Int32Array {
    const size = this.model.classes.length
    const emissions = new Float32Array(length * size)
    for (let i = 0; i < length; i++) {
      this.model.scores(this.#features, features(i, this.#features), emissions.subarray(i * size, (i + 1) * size))
    }
    this.#transitions ??= transitionsOf(
      this.model.classes,
      (feature, out) => this.model.addScores(feature, out),
      this.#allowed,
    )
    return viterbi(emissions, length, size, this.#transitions)
  }
}

/** Row `previous + 1` has the scores of each label after `previous`; row 0 is the start. */
export function transitionsOf(
  classes: readonly string[],
  addScores: (feature: number, out: Float32Array) => void,
  allowed: (previous: string | undefined, label: string) => boolean,
): Float32Array {
  const size = classes.length
  const transitions = new Float32Array((size + 1) * size)
  for (let previous = -1; previous < size; previous++) {
    const row = transitions.subarray((previous + 1) * size, (previous + 2) * size)
    addScores(transitionFeature(previous), row)
    for (let c = 0; c < size; c++) if (!allowed(classes[previous], classes[c])) row[c] = Number.NEGATIVE_INFINITY
  }
  return transitions
}

/** The path of labels with the highest sum of `emissions[i * size + label]` and transitions (see `transitionsOf`). */
export function viterbi(emissions: Float32Array, length: number, size: number, transitions: Float32Array): Int32Array {
  const path = new Int32Array(length)
  if (length === 0) return path
  const back = new Int32Array(length * size)
  const { from, before, weights, open, reach } = allowedBefore(transitions, size)
  const near = new Int32Array(size)
  let scores = new Float64Array(size)
  let next = new Float64Array(size)
  for (let c = 0; c < size; c++) scores[c] = emissions[c] + transitions[c]
  for (let i = 1; i < length; i++) {
    let most = Number.NEGATIVE_INFINITY
    for (let p = 0; p < size; p++) if (scores[p] > most) most = scores[p]
    // What lies further behind the best than weights can make good stands before no label that may follow any.
    let count = 0
    for (let p = 0; p < size; p++) if (scores[p] + reach >= most) near[count++] = p
    for (let c = 0; c < size; c++) {
      let best = 0
      let score = Number.NEGATIVE_INFINITY
      if (open[c] === 1) {
        for (let k = 0; k < count; k++) {
          const p = near[k]
          const sum = scores[p] + transitions[(p + 1) * size + c]
          if (sum > score) {
            score = sum
            best = p
          }
        }
      } else {
        for (let at = from[c]; at < from[c + 1]; at++) {
          const p = before[at]
          const sum = scores[p] + weights[at]
          if (sum > score) {
            score = sum
            best = p
          }
        }
      }
      next[c] = score + emissions[i * size + c]
      back[i * size + c] = best
    }
    const spare = scores
    scores = next
    next = spare
  }
  let last = 0
  for (let c = 1; c < size; c++) if (scores[c] > scores[last]) last = c
  for (let i = length - 1; i >= 0; i--) {
    path[i] = last
    last = back[i * size + last]
  }
  return path
}

interface AllowedBefore {
  readonly from: Int32Array
  readonly before: Int32Array
  readonly weights: Float32Array
  /** 1 for the labels that may follow any */
  readonly open: Uint8Array
  /** more than the weights before any one of those differ by */
  readonly reach: number
}

/** Above what sums can be off by rounding. */
const MARGIN = 1e-3

const known = new WeakMap<Float32Array, AllowedBefore>()

/** The labels that may stand before each, with their scores: those of label `c` are `before[from[c]]` up to `before[from[c + 1]]`. Most may not. */
function allowedBefore(transitions: Float32Array, size: number): AllowedBefore {
  const made = known.get(transitions)
  if (made) return made
  const from = new Int32Array(size + 1)
  const before = new Int32Array(size * size)
  const weights = new Float32Array(size * size)
  let n = 0
  for (let c = 0; c < size; c++) {
    for (let p = 0; p < size; p++) {
      const weight = transitions[(p + 1) * size + c]
      if (weight === Number.NEGATIVE_INFINITY) continue
      before[n] = p
      weights[n++] = weight
    }
    from[c + 1] = n
  }
  const open = new Uint8Array(size)
  let reach = 0
  for (let c = 0; c < size; c++) {
    if (from[c + 1] - from[c] < size) continue
    open[c] = 1
    const own = weights.subarray(from[c], from[c + 1])
    reach = Math.max(reach, Math.max(...own) - Math.min(...own))
  }
  const allowed = { from, before, weights, open, reach: reach + MARGIN }
  known.set(transitions, allowed)
  return allowed
}
