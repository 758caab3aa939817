import { describe, expect, it } from 'vitest'
import { openingOf } from './openingOf.ts'

describe('openingOf', () => {
  it('is the heading, where the first line stands alone', () => {
    expect(openingOf('Fishermen question the harbour closure\n03:10 - Source: Radio Selene\n\nThe port …')).toBe(
      'Fishermen question the harbour closure',
    )
  })

  it('goes on over a line that only broke there', () => {
    expect(openingOf('The harbour master said that boats\nwould stay in port.')).toBe(
      'The harbour master said that boats would stay in port.',
    )
    expect(openingOf('PORT SELENE, 3 May —\nThe port was closed.')).toBe('PORT SELENE, 3 May — The port was closed.')
  })

  it('cuts what is long between two words', () => {
    const opening = openingOf(`${'harbour '.repeat(40)}.`)
    expect(opening.length).toBeLessThanOrEqual(82)
    expect(opening).toMatch(/harbour …$/)
  })

  it('takes time in step with the length of an odd text', () => {
    expect(openingOf('a '.repeat(5000)).length).toBeLessThanOrEqual(82)
    expect(openingOf('')).toBe('')
  })
})
