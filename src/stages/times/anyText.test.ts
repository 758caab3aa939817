import edtf from 'edtf'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lexicon, timesIn } from '../../../test/timesOf.ts'

describe('whatever the text', () => {
  const words = lexicon.match(/[a-z]+/g) ?? []
  const piece = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...words) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        ...[
          'the',
          'a',
          'of',
          'in',
          'last',
          'next',
          'this',
          'ago',
          'later',
          'before',
          'after',
          'early',
          'mid',
          'end',
          'half',
          'and',
          'to',
          'every',
          'per',
          'about',
          'more',
          'than',
          'May',
          'March',
          'January',
          'Friday',
          'BC',
          'AD',
          'a.m.',
          'Q3',
          'Ramadan',
          "'s",
          '-',
          ',',
          '/',
          "'",
          '.',
          '(',
        ],
      ),
    },
    { weight: 3, arbitrary: fc.nat({ max: 3000 }).map(String) },
    { weight: 1, arbitrary: fc.nat({ max: 31 }).map((n) => `${n}th`) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
  )
  const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(' ').replace(/ - /g, '-'))
  const published = fc.constantFrom(undefined, '2015-07-06', '2000-02-29', '2015-01-01', '1998-12-31T23:59:00Z')

  it('spans lie in the text in order, never overlap, and touch the tokens they name', () => {
    fc.assert(
      fc.property(text, published, (words, day) => {
        let last = 0
        for (const { start, end, from, to } of timesIn(words, day)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(words.length)
          expect(to).toBeGreaterThan(from)
          last = end
        }
      }),
      { numRuns: 400 },
    )
  })

  it('EDTF is valid or empty, TIMEX3 values are well formed, and an unknown day of publication anchors nothing', () => {
    fc.assert(
      fc.property(text, published, (words, day) => {
        for (const time of timesIn(words, day)) {
          expect(time.value).toMatch(
            /^(?:(?:PAST|PRESENT|FUTURE)_REF|P[\dTXYMWDHSQECL.]+(?:WE)?|[\dXBC][\dXBCTWQHSPUFAIDNEMOVZ:+-]*)$/,
          )
          expect(time.value).not.toMatch(/NaN|undefined|Infinity/)
          if (time.edtf !== '')
            expect(() => edtf(time.edtf), `${time.edtf} for "${words.slice(time.start, time.end)}"`).not.toThrow()
          if (day === undefined) expect(time.anchor.kind).not.toBe('published')
        }
      }),
      { numRuns: 600 },
    )
  })

  it('takes time in proportion to the length, on garbage too', () => {
    for (const unit of [
      'one ',
      'hundred and ',
      'the last ',
      '1990-',
      'a ',
      'May ',
      "'",
      '12:',
      'the early late mid ',
      '- ',
      'x',
      '5 to ',
    ]) {
      const long = unit.repeat(10_000)
      const begun = process.cpuUsage()
      timesIn(long, '2015-07-06')
      const { user, system } = process.cpuUsage(begun)
      expect((user + system) / 1000, unit).toBeLessThan(2000)
    }
  })
})
