import { describe, expect, it } from 'vitest'
import { reportOf } from '../../../model/Report.ts'
import { openEnglishReader } from '../../../reader/openEnglishReader.ts'

const reader = openEnglishReader()

/** The mentions of each person, by name or description. */
function persons(text: string): string[][] {
  const document = reader.annotate(reportOf({ text }))
  const mentions = document.get('mentions')
  return document
    .get('entities')
    .filter(({ kind }) => kind === 'person')
    .map((entity) => entity.mentions.map((index) => text.slice(mentions[index].start, mentions[index].end)))
}

describe('persons in a list', () => {
  it('are as many as are named: who stands behind the last description is described by it', () => {
    expect(persons('Omar Tal and a Dutch aid worker, Ana Smit, landed in Bamako.')).toEqual([
      ['Omar Tal'],
      ['a Dutch aid worker', 'Ana Smit'],
    ])
  })

  it('also behind an office and a name', () => {
    expect(persons('The premier Omar Tal and a Dutch aid worker, Ana Smit, landed in Bamako.')).toContainEqual([
      'a Dutch aid worker',
      'Ana Smit',
    ])
  })

  it('are further ones where the list goes on', () => {
    expect(persons('A priest, Ana Smit and Omar Tal landed in Bamako.')).toContainEqual(['Omar Tal'])
  })
})
