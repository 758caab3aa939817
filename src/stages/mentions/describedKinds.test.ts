import { describe, expect, it } from 'vitest'
import { reportOf } from '../../model/Report.ts'
import { openEnglishReader } from '../../reader/openEnglishReader.ts'

const reader = openEnglishReader()

/** The kind of the entity with this name, as the whole reader has it. */
function kindOf(name: string, text: string): string | undefined {
  const { entities } = reader.read(reportOf({ text }))
  return entities.find((entity) => entity.name === name || entity.aliases.includes(name))?.kind
}

describe('what a report calls a group', () => {
  it.each([
    [
      'Sons of the Harbour',
      'A little-known group, the Sons of the Harbour, burned the mill. The Sons of the Harbour fled.',
    ],
    ['Night Watch', 'A militia called the Night Watch patrols the quay.'],
    ['Dark Path', 'The Dark Path is an offshoot of the Harbour Boys.'],
    ['Katiba of the Marsh', 'The Katiba of the Marsh, an Islamist faction, robbed the bank in Gulu.'],
  ])('is one: %s', (name, text) => {
    expect(kindOf(name, text)).toMatch(/group|organisation/)
  })

  it('is no group for standing beside a person or a town', () => {
    expect(kindOf('Oran', 'The mayor spoke in Oran, a port that the militia left in May.')).not.toMatch(
      /group|organisation/,
    )
    expect(kindOf('Karim Osman', 'The leader of the militia, Karim Osman, was arrested.')).toBe('person')
  })
})
