import { describe, expect, it } from 'vitest'
import { scoreChains } from './scoreChains.ts'

describe('scoreChains', () => {
  it('gives full marks to equal chains', () => {
    const chains = [[1, 2, 3], [4], [5, 6]]
    for (const { f1 } of Object.values(scoreChains([{ gold: chains, found: chains }]))) expect(f1).toBeCloseTo(1)
  })

  // The example of Luo (2005), section 2: one gold chain of five mentions and two more, found as one.
  it('agrees with figures worked out by hand', () => {
    const gold = [
      [1, 2, 3, 4, 5],
      [6, 7],
      [8, 9, 10, 11, 12],
    ]
    const found = [
      [1, 2, 3, 4, 5],
      [6, 7, 8, 9, 10, 11, 12],
    ]
    const { muc, b3, ceafe } = scoreChains([{ gold, found }])
    expect(muc.r).toBeCloseTo(1)
    expect(muc.p).toBeCloseTo(9 / 10)
    expect(b3.r).toBeCloseTo(1)
    expect(b3.p).toBeCloseTo((5 + 4 / 7 + 25 / 7) / 12)
    expect(ceafe.p).toBeCloseTo((1 + 10 / 12) / 2)
    expect(ceafe.r).toBeCloseTo((1 + 10 / 12) / 3)
  })
})
