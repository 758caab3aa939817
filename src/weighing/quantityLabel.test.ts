import { expect, it } from 'vitest'
import type { Count } from '../model/Value.ts'
import { quantityLabel } from './quantityLabel.ts'

const count = (words: string, of?: string): Count => ({
  type: 'count',
  low: 1,
  best: 1,
  high: null,
  words,
  ...(of === undefined ? {} : { of }),
})

it.each([
  [{ type: 'text', text: 'Most' } as const, 'most of them'],
  [{ type: 'text', text: 'perhaps in their hundreds' } as const, 'perhaps in their hundreds'],
  [count('At least one'), 'at least one of them'],
  [count('Several dozen', 'drivers'), 'several dozen drivers'],
  [count('an unknown number', 'drivers'), 'an unknown number of drivers'],
  [count('hundreds', 'drivers'), 'hundreds of drivers'],
  [count('two hundred drivers', 'drivers'), 'two hundred drivers'],
])('tells of how many: %j', (quantity, words) => {
  expect(quantityLabel(quantity)).toBe(words)
})
