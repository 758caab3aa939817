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
      this.model.scores(this.#features, features(i, this.#features), emissions, i * size)
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
  const groups = groupsOf(transitions, size)
  const near = new Int32Array(size)
  let scores = new Float64Array(size)
  let next = new Float64Array(size)
  for (let c = 0; c < size; c++) scores[c] = emissions[c] + transitions[c]
  for (let i = 1; i < length; i++) {
    for (const { labels, before, reach } of groups) {
      let most = Number.NEGATIVE_INFINITY
      for (let k = 0; k < before.length; k++) if (scores[before[k]] > most) most = scores[before[k]]
      // What lies further behind the best than weights can make good stands before no label of the group: nearly all does.
      let count = 0
      for (let k = 0; k < before.length; k++) if (scores[before[k]] + reach >= most) near[count++] = before[k]
      for (let k = 0; k < labels.length; k++) {
        const c = labels[k]
        let best = 0
        let score = Number.NEGATIVE_INFINITY
        for (let at = 0; at < count; at++) {
          const p = near[at]
          const sum = scores[p] + transitions[(p + 1) * size + c]
          if (sum > score) {
            score = sum
            best = p
          }
        }
        next[c] = score + emissions[i * size + c]
        back[i * size + c] = best
      }
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

/** Labels that may stand behind the same ones: I-place and L-place behind B-place and I-place. */
interface LabelGroup {
  readonly labels: Int32Array
  readonly before: Int32Array
  /** more than the weights before any one of the labels differ by */
  readonly reach: number
}

/** Above what sums can be off by rounding. */
const MARGIN = 1e-3

const known = new WeakMap<Float32Array, readonly LabelGroup[]>()

function groupsOf(transitions: Float32Array, size: number): readonly LabelGroup[] {
  const made = known.get(transitions)
  if (made) return made
  const all = Array.from({ length: size }, (_, c) => c)
  const weight = (p: number, c: number): number => transitions[(p + 1) * size + c]
  const beforeOf = (c: number): number[] => all.filter((p) => weight(p, c) !== Number.NEGATIVE_INFINITY)
  const groups = [...Map.groupBy(all, (c) => beforeOf(c).join()).values()].map((labels): LabelGroup => {
    const before = beforeOf(labels[0])
    const reaches = labels.map((c) => {
      const weights = before.map((p) => weight(p, c))
      return Math.max(...weights) - Math.min(...weights)
    })
    return {
      labels: Int32Array.from(labels),
      before: Int32Array.from(before),
      reach: before.length === 0 ? 0 : Math.max(...reaches) + MARGIN,
    }
  })
  known.set(transitions, groups)
  return groups
}
