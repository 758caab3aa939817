import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ArcHybrid, LEFT, RIGHT, SHIFT } from '../src/stages/parse/ArcHybrid.ts'
import { ArcHybridOracle } from './ArcHybridOracle.ts'
import { projectivize } from './projectivize.ts'

/** Trees over a few words, heads chosen at random; the root's head is n. */
const trees = fc.array(fc.nat(), { minLength: 1, maxLength: 9 }).map((numbers) => {
  const n = numbers.length
  const order = numbers.map((_, i) => i).sort((a, b) => numbers[a] - numbers[b] || a - b)
  const heads = new Array<number>(n)
  for (const [k, word] of order.entries()) heads[word] = k === 0 ? n : order[numbers[word] % k]
  return heads
})

describe('ArcHybridOracle', () => {
  it('finds moves without cost that build any projective tree', () => {
    fc.assert(
      fc.property(trees, (tree) => {
        const heads = projectivize(tree)
        const oracle = new ArcHybridOracle(heads)
        const state = new ArcHybrid()
        state.begin(heads.length)
        while (!state.done) {
          const move = [LEFT, RIGHT, SHIFT].find((m) => state.allows(m) && oracle.cost(state, m) === 0)
          expect(move).toBeDefined()
          state.apply(move ?? SHIFT, 1)
        }
        expect([...state.heads.slice(0, heads.length)]).toEqual(heads)
      }),
    )
  })

  it('counts the arcs that a wrong move loses', () => {
    // "Troops left": Troops < left < root
    const oracle = new ArcHybridOracle([1, 2])
    const state = new ArcHybrid()
    state.begin(2)
    state.apply(SHIFT, 0)
    expect(oracle.cost(state, LEFT)).toBe(0)
    expect(oracle.cost(state, SHIFT)).toBe(1)
  })
})

describe('projectivize', () => {
  it('leaves a projective tree as it is, and lifts a crossing arc', () => {
    expect(projectivize([1, 2])).toEqual([1, 2])
    // The arc of 0 to 2 stands across word 1, which hangs on the root: 0 moves up to 3 and, still across, to 1.
    expect(projectivize([2, 4, 3, 1])).toEqual([1, 4, 3, 1])
  })
})
