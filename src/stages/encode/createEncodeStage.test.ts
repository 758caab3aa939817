import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodedDocument } from '../../../test/encodedDocument.ts'

const rowsOf = (sentence: string): number[][] => {
  const { width, values, scales } = encodedDocument(sentence).get('vectors')
  return Array.from(scales, (scale, i) => Array.from(values.subarray(i * width, (i + 1) * width), (v) => v * scale))
}

/** Cosine of the angle between two words. */
function likeness(a: readonly number[], b: readonly number[]): number {
  const dot = (x: readonly number[], y: readonly number[]) => x.reduce((sum, v, i) => sum + v * y[i], 0)
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b))
}

describe('the vectors of words', () => {
  it('tell the same word in another use', () => {
    const [verb] = rowsOf('They attack convoys .').slice(1)
    const [verb2] = rowsOf('We attack them .').slice(1)
    const [noun] = rowsOf('The attack failed .').slice(1)
    expect(likeness(verb, verb2)).toBeGreaterThan(likeness(verb, noun))
  })

  const word = fc.oneof(
    fc.string({ minLength: 1, unit: 'binary' }),
    fc.constantFrom('said', 'x'.repeat(5000), '\ud800', '٣'),
  )
  it('are numbers, the same at every reading, whatever the words', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), (words) => {
        const sentence = words.map((text) => text.replaceAll(' ', '') || '-').join(' ')
        const rows = rowsOf(sentence)
        expect(rows.flat().every(Number.isFinite)).toBe(true)
        rowsOf('The attack failed .')
        expect(rowsOf(sentence)).toEqual(rows)
      }),
      { numRuns: 50 },
    )
  })
})
