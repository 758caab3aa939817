import { expect, it } from 'vitest'
import type { Act } from '../model/Attribution.ts'
import type { Certainty } from '../model/Certainty.ts'
import { responsibilityMode } from './responsibilityMode.ts'

const mode = (act: Act, certainty: Certainty = 'certain', polarity: 'affirmed' | 'denied' = 'affirmed') =>
  responsibilityMode({
    property: 'perpetrator',
    polarity,
    certainty,
    chain: [
      { source: 'outlet', act: 'says' },
      { source: 'police', act, attribution: 'a' },
    ],
  })

it('tells how somebody is held to have done it', () => {
  expect(mode('claims-responsibility')).toBe('claimed')
  expect(mode('denies', 'certain', 'denied')).toBe('denied')
  expect(mode('accuses')).toBe('accused')
  expect(mode('believes', 'probable')).toBe('suspected')
  expect(mode('says', 'possible')).toBe('possible')
})

it('takes what the outlet, or the agency it is credited to, tells by itself for reported', () => {
  const own = { property: 'perpetrator', polarity: 'affirmed', certainty: 'certain' } as const
  const outlet = { source: 'outlet', act: 'says' } as const
  expect(responsibilityMode({ ...own, chain: [outlet] })).toBe('reported')
  expect(responsibilityMode({ ...own, chain: [outlet, { source: 'agency', act: 'says' }] })).toBe('reported')
  expect(responsibilityMode({ ...own, chain: [outlet, { source: 'police', act: 'says', attribution: 'a' }] })).toBe(
    'accused',
  )
  expect(responsibilityMode({ ...own, property: 'target', chain: [outlet] })).toBeUndefined()
})
