import { describe, expect, it } from 'vitest'
import { reportOf } from '../../model/Report.ts'
import { openEnglishReader } from '../../reader/openEnglishReader.ts'

const reader = openEnglishReader()

/** The mentions of the entity with this name, as the text has them. */
function mentionsOf(name: string, text: string): string[] {
  const { entities } = reader.read(reportOf({ text }))
  const entity = entities.find((one) => one.name === name || one.aliases.includes(name))
  return (entity?.mentions ?? []).map(({ start, end }) => text.slice(start, end))
}

describe('a description below a subject', () => {
  it.each([
    ['Omar Haddad', 'Omar Haddad is the cousin of a minister.', 'a minister'],
    ['Omar Haddad', 'The driver’s brother, Omar Haddad, said that the mayor had fled.', 'the mayor'],
  ])('is not %s in: %s', (name, text, other) => {
    expect(mentionsOf(name, text)).not.toContain(other)
  })

  it('is who the subject is said to be', () => {
    expect(mentionsOf('Omar Haddad', 'Omar Haddad is the mayor of Gulu.')).toContain('the mayor of Gulu')
  })
})

describe('what is told apart', () => {
  it('is told apart by its side, or by a name of its own', () => {
    const text =
      'The southern wing obeys the exiled president, Omar Haddad, while the northern wing fled with a commander known as Tariq.'
    expect(mentionsOf('Omar Haddad', text)).not.toContain('a commander known as Tariq')
    const { entities } = reader.read(reportOf({ text }))
    const wings = entities.filter(({ mentions }) =>
      mentions.some(({ start, end }) => /wing/.test(text.slice(start, end))),
    )
    expect(wings.length).toBe(2)
  })

  it('is one where the sides agree', () => {
    const text = 'The southern wing attacked a post on Monday. On Friday the southern wing attacked again.'
    const { entities } = reader.read(reportOf({ text }))
    const wings = entities.filter(({ mentions }) =>
      mentions.some(({ start, end }) => /wing/.test(text.slice(start, end))),
    )
    expect(wings.length).toBe(1)
  })
})
