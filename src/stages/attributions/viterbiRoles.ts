/** What a word is to a cue. */
export const ROLES = ['other', 'source', 'cue', 'content'] as const
export const OTHER = 0
export const SOURCE = 1
export const CUE = 2
export const CONTENT = 3
const SIZE = ROLES.length

/** One role a word from the first of a view on, and the score of the whole. */
export interface Labelling {
  readonly roles: Int32Array
  readonly score: number
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
  return { roles, score }
}
