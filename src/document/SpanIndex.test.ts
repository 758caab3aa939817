import fc from 'fast-check'
import { expect, it } from 'vitest'
import { covers, overlaps } from '../model/Span.ts'
import { SpanIndex } from './SpanIndex.ts'

const span = fc
  .tuple(fc.nat(8000), fc.integer({ min: 1, max: 3000 }))
  .map(([start, length]) => ({ start, end: start + length }))

it('misses no item that shares a code unit with the span asked for', () => {
  fc.assert(
    fc.property(fc.array(fc.array(span, { maxLength: 3 }), { maxLength: 20 }), span, (items, asked) => {
      const near = new SpanIndex(items).near(asked)
      const sharing = items.flatMap((spans, index) => (spans.some((one) => overlaps(one, asked)) ? [index] : []))
      expect(sharing.filter((index) => !near.includes(index))).toEqual([])
      expect(near).toEqual([...new Set(near)].sort((a, b) => a - b))
    }),
  )
})

it('finds exactly the items that hold the span asked for', () => {
  const item = fc.array(span, { maxLength: 3 })
  fc.assert(
    fc.property(fc.array(item, { maxLength: 20 }), span, (items, asked) => {
      const holding = items.flatMap((spans, index) => (spans.some((one) => covers(one, asked)) ? [index] : []))
      expect(new SpanIndex(items).covering(asked)).toEqual(holding)
    }),
  )
})
