import type { RoleView } from './RoleView.ts'
import { borderFeatures, MOST_ROLE_FEATURES, roleFeatures } from './roleFeatures.ts'

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

/**
 * Labels every word in reach of a cue as source, cue, content or none of them: the sum of the scores of words and borders is highest
 * (first-order Viterbi; the cue's head is a cue word by force).
 */
export function labelRoles(model: Scores, view: RoleView): Labelling {
  const n = view.to - view.from
  const words = new Float32Array(n * SIZE)
  const borders = new Float32Array(n * SIZE * SIZE)
  const features = new Int32Array(MOST_ROLE_FEATURES)
  const scores = new Float32Array(ROLE_CLASSES.length)
  for (let k = 0; k < n; k++) {
    model.scores(features, roleFeatures(view, view.from + k, features), scores)
    words.set(scores.subarray(0, SIZE), k * SIZE)
    if (k === 0) continue
    model.scores(features, borderFeatures(view, view.from + k, features), scores)
    borders.set(scores.subarray(SIZE), k * SIZE * SIZE)
  }
  const cue = view.cue - view.from
  for (let role = 0; role < SIZE; role++) if (role !== CUE) words[cue * SIZE + role] = Number.NEGATIVE_INFINITY

  return viterbiRoles(words, borders, n)
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
