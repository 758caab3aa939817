import fc from 'fast-check'
import { expect, it } from 'vitest'
import { viterbi } from './SequenceLabeller.ts'

/** The score of a path, by the definition. */
function scoreOf(path: readonly number[], emissions: Float32Array, size: number, transitions: Float32Array): number {
  let score = 0
  for (const [i, label] of path.entries())
    score += emissions[i * size + label] + transitions[((path[i - 1] ?? -1) + 1) * size + label]
  return score
}

function everyPath(length: number, size: number): number[][] {
  if (length === 0) return [[]]
  return everyPath(length - 1, size).flatMap((path) => Array.from({ length: size }, (_, label) => [...path, label]))
}

it('finds the best of all paths, whichever labels may follow which', () => {
  const weight = fc.integer({ min: -40, max: 40 }).map((number) => number / 4)
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 4 }),
      fc.array(weight, { minLength: 16, maxLength: 16 }),
      fc.array(weight, { minLength: 20, maxLength: 20 }),
      fc.array(fc.boolean(), { minLength: 16, maxLength: 16 }),
      (length, size, emitted, moved, barred) => {
        const emissions = Float32Array.from(emitted.slice(0, length * size))
        const transitions = Float32Array.from(moved.slice(0, (size + 1) * size))
        // the first label may stand anywhere, so that there always is a path
        for (let p = 0; p < size; p++)
          for (let c = 1; c < size; c++)
            if (barred[p * size + c]) transitions[(p + 1) * size + c] = Number.NEGATIVE_INFINITY
        const path = [...viterbi(emissions, length, size, transitions)]
        const best = Math.max(...everyPath(length, size).map((other) => scoreOf(other, emissions, size, transitions)))
        expect(scoreOf(path, emissions, size, transitions)).toBe(best)
      },
    ),
  )
})
