import fc from 'fast-check'
import { expect, it } from 'vitest'
import { edtfBounds, edtfReach } from './edtfBounds.ts'

it.each([
  ['2015-06-26', '2015-06-26', '2015-06-26'],
  ['2015-06-26T11:45', '2015-06-26', '2015-06-26'],
  ['2015-06~', '2015-06-01', '2015-06-30'],
  ['2016-02?', '2016-02-01', '2016-02-29'],
  ['2015', '2015-01-01', '2015-12-31'],
  ['201X', '2010-01-01', '2019-12-31'],
  ['2015-1X', '2015-10-01', '2015-12-31'],
  ['2015-06-XX', '2015-06-01', '2015-06-30'],
  ['2015-22', '2015-06-01', '2015-08-31'],
  ['2015-34', '2015-04-01', '2015-06-30'],
  ['2015-06-26/2015-07-06', '2015-06-26', '2015-07-06'],
  ['2015-06/..', '2015-06-01', '9999-12-31'],
  ['/2015', '0000-01-01', '2015-12-31'],
  ['2015-41', '2015-07-01', '2015-12-31'],
  ['[2015-06-14,2015-06-15]', '2015-06-14', '2015-06-15'],
])('%s is from %s to %s', (edtf, first, last) => expect(edtfBounds(edtf)).toEqual({ first, last }))

it.each(['', 'soon', '2015-13', '2015-06-40', '2015-07/2015-06', 'XXXX-05', '1/2/3', 'P3D'])(
  '%j has no bounds',
  (edtf) => expect(edtfBounds(edtf)).toBeUndefined(),
)

it.each([
  ['2015-06-26', '2015-06-26', '2015-06-26'],
  ['2015-06-26~', '2015-06-23', '2015-06-29'],
  ['2014-07~', '2014-05-31', '2014-08-31'],
  ['2014~', '2012-12-31', '2016-01-01'],
  ['2015-06-01/2015-06-10~', '2015-06-01', '2015-06-13'],
])('%s reaches from %s to %s', (edtf, first, last) => expect(edtfReach(edtf)).toEqual({ first, last }))

it('never fails, and never begins after its end', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0129X-/.~?T') }), (edtf) => {
      const bounds = edtfBounds(edtf)
      expect(bounds === undefined || bounds.first <= bounds.last).toBe(true)
    }),
  )
})
