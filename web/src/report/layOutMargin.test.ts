import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layOutMargin } from './layOutMargin.ts'

describe('the margin', () => {
  it('leaves notes that do not touch where they want to stand', () => {
    expect(
      layOutMargin(
        [
          { wanted: 10, height: 20 },
          { wanted: 100, height: 20 },
        ],
        8,
      ),
    ).toEqual([10, 100])
  })

  it('shares the distance among notes that want the same line', () => {
    expect(
      layOutMargin(
        [
          { wanted: 100, height: 20 },
          { wanted: 100, height: 20 },
        ],
        10,
      ),
    ).toEqual([85, 115])
  })

  it('puts a note that insists on its line, and moves the others', () => {
    const [first, second] = layOutMargin(
      [
        { wanted: 100, height: 20 },
        { wanted: 100, height: 20, weight: 1e6 },
      ],
      10,
    )
    expect(second).toBeCloseTo(100, 2)
    expect(first).toBeCloseTo(70, 2)
  })

  it('never lets notes overlap, nor stand above the page', () => {
    const note = fc.record({
      wanted: fc.integer({ min: -50, max: 2000 }),
      height: fc.integer({ min: 1, max: 200 }),
      weight: fc.constantFrom(1, 1000),
    })
    fc.assert(
      fc.property(fc.array(note, { maxLength: 60 }), (notes) => {
        const places = layOutMargin(notes, 8)
        places.forEach((place, index) => {
          expect(place).toBeGreaterThanOrEqual(0)
          if (index > 0) expect(place).toBeGreaterThanOrEqual(places[index - 1] + notes[index - 1].height + 8 - 1e-6)
        })
      }),
    )
  })
})
