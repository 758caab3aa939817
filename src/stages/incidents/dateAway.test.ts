import { expect, it } from 'vitest'
import { agreeInTime } from './agreeInTime.ts'
import { dateAway } from './dateAway.ts'

it.each([
  ['2015-06-26', 10, 'D', '2015-07-06'],
  ['2016-03-01', -1, 'D', '2016-02-29'],
  ['2015-06-26T11:45:00Z', 1, 'D', '2015-06-27'],
  ['2015-06-26', 6, 'W', '2015-08-07~'],
  ['2015-06-26', -1, 'M', '2015-05'],
  ['2015-01-31', -2, 'M', '2014-11'],
  ['2015-06-26', -1, 'Y', '2014-06~'],
  ['2015-06-26', -4, 'Y', '2011'],
  ['2015-05', 10, 'D', '2015-05~'],
  ['2015', 10, 'D', '2015~'],
  ['2015-03-02/2015-03-05', 2, 'D', '2015-03-04/2015-03-07'],
] as const)('from %s, %i%s is %s', (edtf, count, unit, away) => {
  expect(dateAway(edtf, { count, unit })).toBe(away)
})

it.each(['', '199X', '2015-21', 'soon'])('from %j nothing is counted', (edtf) => {
  expect(dateAway(edtf, { count: 1, unit: 'D' })).toBeUndefined()
})

it('lets what is about a date be near it, and what is exact be only itself', () => {
  expect(agreeInTime(['2014-07~'], ['2014-08-20'])).toBe(1)
  expect(agreeInTime(['2014-07'], ['2014-08-20'])).toBe(-1)
  expect(agreeInTime(['2014-07~'], ['2014-11-20'])).toBe(-1)
  expect(agreeInTime([''], ['2014-08-20'])).toBe(0)
})
