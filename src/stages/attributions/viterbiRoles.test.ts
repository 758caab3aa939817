import { describe, expect, it } from 'vitest'
import { CONTENT, CUE, OTHER, ROLES, SOURCE, viterbiRoles } from './viterbiRoles.ts'

const SIZE = ROLES.length

/** Scores of words that would each have this role by themselves. */
const wordsFor = (...roles: number[]): Float32Array =>
  Float32Array.from(roles.flatMap((role) => ROLES.map((_, i) => (i === role ? 1 : 0))))

describe('the best roles', () => {
  it('are those of the words where borders say nothing', () => {
    const { roles, score } = viterbiRoles(wordsFor(SOURCE, CUE, CONTENT), new Float32Array(3 * SIZE * SIZE), 3)
    expect([...roles]).toEqual([SOURCE, CUE, CONTENT])
    expect(score).toBe(3)
  })

  it('give way to a border that asks for another', () => {
    const borders = new Float32Array(3 * SIZE * SIZE)
    borders[(2 * SIZE + CUE) * SIZE + OTHER] = 5
    const { roles } = viterbiRoles(wordsFor(SOURCE, CUE, CONTENT), borders, 3)
    expect([...roles]).toEqual([SOURCE, CUE, OTHER])
  })
})
