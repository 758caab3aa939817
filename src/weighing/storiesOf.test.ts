import { describe, expect, it } from 'vitest'
import { storiesOf } from './storiesOf.ts'

const words = (text: string) => text.toLowerCase().split(/\W+/)

describe('storiesOf', () => {
  it('puts two reports on one ferry fire together and one on an election apart', () => {
    const stories = storiesOf(
      [
        'A ferry caught fire near the harbour and passengers jumped into the water',
        'Passengers of the burning ferry jumped into the water near the harbour',
        'Voters elected a new mayor after a long campaign about taxes and schools',
      ].map(words),
    )
    expect(stories[0]).toBe(stories[1])
    expect(stories[2]).not.toBe(stories[0])
  })

  it('takes no reports and reports without words', () => {
    expect(storiesOf([])).toEqual([])
    expect(new Set(storiesOf([[], []])).size).toBe(2)
  })
})
