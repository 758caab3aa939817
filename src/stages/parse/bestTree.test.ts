import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestTree } from './bestTree.ts'

/** Sum of the scores of a choice of heads; -Infinity where it is no tree with one root. */
function worth(scores: Float32Array, heads: readonly number[]): number {
  const n = heads.length
  if (heads.filter((head) => head === 0).length !== 1) return Number.NEGATIVE_INFINITY
  for (let i = 0; i < n; i++) {
    let [at, steps] = [i + 1, 0]
    while (at > 0 && steps++ <= n) at = heads[at - 1]
    if (at !== 0) return Number.NEGATIVE_INFINITY
  }
  return heads.reduce((sum, head, i) => sum + scores[i * (n + 1) + head], 0)
}

/** Every choice of heads for n words. */
function* choices(n: number): Generator<number[]> {
  for (let code = 0; code < (n + 1) ** n; code++) {
    yield Array.from({ length: n }, (_, i) => Math.floor(code / (n + 1) ** i) % (n + 1))
  }
}

const score = fc.integer({ min: -50, max: 50 })
const sentence = (longest: number) =>
  fc
    .integer({ min: 1, max: longest })
    .chain((n) => fc.tuple(fc.constant(n), fc.array(score, { minLength: n * (n + 1), maxLength: n * (n + 1) })))

describe('the best tree', () => {
  it('is the best of all trees that have the same root', () => {
    fc.assert(
      fc.property(sentence(4), ([n, numbers]) => {
        const scores = Float32Array.from(numbers)
        const found = [...bestTree(scores, n)]
        let best = Number.NEGATIVE_INFINITY
        for (const heads of choices(n)) {
          if (heads.some((head, i) => head === i + 1) || heads.indexOf(0) !== found.indexOf(0)) continue
          best = Math.max(best, worth(scores, heads))
        }
        expect(worth(scores, found)).toBe(best)
      }),
      { numRuns: 300 },
    )
  })

  it('has one root and no circle, however long the sentence', () => {
    fc.assert(
      fc.property(sentence(40), ([n, numbers]) => {
        expect(worth(Float32Array.from(numbers), [...bestTree(Float32Array.from(numbers), n)])).toBeGreaterThan(
          -Infinity,
        )
      }),
      { numRuns: 100 },
    )
  })
})
