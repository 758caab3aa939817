import type { Context } from './Context.ts'
import type { RoleView } from './RoleView.ts'
import {
  borderPathFeatures,
  borderSide,
  borderTextFeatures,
  branchFeatures,
  longPathFeatures,
  MOST_ROLE_FEATURES,
  sameBranch,
  sameLongPath,
  wordFeatures,
} from './roleFeatures.ts'

/** What a word is to a cue. */
export const ROLES = ['other', 'source', 'cue', 'content'] as const
export const OTHER = 0
export const SOURCE = 1
export const CUE = 2
export const CONTENT = 3
const SIZE = ROLES.length

/** Classes of the model: the four roles, then every pair of roles at a border, `before * 4 + here`. */
export const ROLE_CLASSES: readonly string[] = [
  ...ROLES,
  ...ROLES.flatMap((before) => ROLES.map((here) => `${before} ${here}`)),
]

/** The scores a linear model gives; both the trained model and the one in training do. */
export interface Scores {
  scores(features: Int32Array, n: number, out: Float32Array): void
}

/** A labelled view: one role a word from `view.from` on, and by how much the best labelling leads on average. */
export interface Labelling {
  readonly roles: Int32Array
  readonly score: number
}

/** Borders whose scores are kept: more than lie in reach of a cue. */
const KEPT = 1024

/**
 * Labels every word in reach of a cue as source, cue, content or none of them: the sum of the scores of words and borders is highest
 * (first-order Viterbi; the cue's head is a cue word by force). What neighbours on one branch share, and what a border is whatever
 * the cue, is scored once.
 */
export class RoleLabeller {
  readonly #model: Scores
  readonly #context: Context
  readonly #features = new Int32Array(MOST_ROLE_FEATURES)
  readonly #branch = new Float32Array(ROLE_CLASSES.length)
  readonly #longPath = new Float32Array(ROLE_CLASSES.length)
  readonly #own = new Float32Array(ROLE_CLASSES.length)
  /** The scores of a border, by `border * 2 + side` modulo the number kept, and whose they are. */
  readonly #borders = new Float32Array(KEPT * ROLE_CLASSES.length)
  readonly #kept = new Int32Array(KEPT).fill(-1)

  constructor(model: Scores, context: Context) {
    this.#model = model
    this.#context = context
  }

  label(view: RoleView): Labelling {
    const n = view.to - view.from
    const words = new Float32Array(n * SIZE)
    const borders = new Float32Array(n * SIZE * SIZE)
    for (let k = 0; k < n; k++) {
      this.#scoreWord(view, view.from + k, words, k * SIZE)
      if (k > 0) this.#scoreBorder(view, view.from + k, borders, k * SIZE * SIZE)
    }
    const cue = view.cue - view.from
    for (let role = 0; role < SIZE; role++) if (role !== CUE) words[cue * SIZE + role] = Number.NEGATIVE_INFINITY
    return viterbiRoles(words, borders, n)
  }

  #scoreWord(view: RoleView, i: number, out: Float32Array, at: number): void {
    const model = this.#model
    const features = this.#features
    const isFirst = i === view.from
    if (isFirst || !sameBranch(view, i, i - 1)) model.scores(features, branchFeatures(view, i, features), this.#branch)
    if (isFirst || !sameLongPath(view, i, i - 1)) {
      model.scores(features, longPathFeatures(view, i, features), this.#longPath)
    }
    model.scores(features, wordFeatures(view, i, features), this.#own)
    for (let role = 0; role < SIZE; role++) {
      out[at + role] = this.#branch[role] + this.#longPath[role] + this.#own[role]
    }
  }

  #scoreBorder(view: RoleView, i: number, out: Float32Array, at: number): void {
    const model = this.#model
    const features = this.#features
    const side = borderSide(view, i)
    const key = i * 2 + side
    const kept = key % KEPT
    const size = ROLE_CLASSES.length
    if (this.#kept[kept] !== key) {
      const scores = this.#borders.subarray(kept * size, (kept + 1) * size)
      model.scores(features, borderTextFeatures(this.#context, i, side, features), scores)
      this.#kept[kept] = key
    }
    model.scores(features, borderPathFeatures(view, i, features), this.#own)
    for (let pair = SIZE; pair < size; pair++) {
      out[at + pair - SIZE] = this.#borders[kept * size + pair] + this.#own[pair]
    }
  }
}

/** The best roles for scores of words (`k * 4 + role`) and of the borders before them (`(k * 4 + before) * 4 + here`). */
export function viterbiRoles(words: Float32Array, borders: Float32Array, n: number): Labelling {
  const back = new Int8Array(n * SIZE)
  let best = new Float64Array(SIZE)
  let next = new Float64Array(SIZE)
  best.set(words.subarray(0, SIZE))
  for (let k = 1; k < n; k++) {
    for (let here = 0; here < SIZE; here++) {
      let score = Number.NEGATIVE_INFINITY
      let from = 0
      for (let before = 0; before < SIZE; before++) {
        const sum = best[before] + borders[(k * SIZE + before) * SIZE + here]
        if (sum > score) {
          score = sum
          from = before
        }
      }
      next[here] = score + words[k * SIZE + here]
      back[k * SIZE + here] = from
    }
    ;[best, next] = [next, best]
  }
  let role = 0
  for (let here = 1; here < SIZE; here++) if (best[here] > best[role]) role = here
  const score = best[role]
  const roles = new Int32Array(n)
  for (let k = n - 1; k >= 0; k--) {
    roles[k] = role
    role = back[k * SIZE + role]
  }
  return { roles, score: score / n }
}
