import { describe, expect, it } from 'vitest'
import { reportOf } from '../../model/Report.ts'
import { openEnglishReader } from '../../reader/openEnglishReader.ts'

const reader = openEnglishReader()
const namesIn = (text: string) => {
  const document = reader.annotate(reportOf({ text }))
  const mentions = document.get('mentions')
  return document
    .get('entities')
    .filter(({ kind, mentions: own }) => /group|organisation/.test(kind) && mentions[own[0]].form === 'name')
    .map(({ name }) => name)
}

describe('groups that are named only before their fighters', () => {
  it.each([
    ['Red Banner militants shot a policeman in Kano.', 'Red Banner'],
    ['On Monday three alleged River Path members burned a bus near Cusco.', 'River Path'],
  ])('%s', (text, name) => expect(namesIn(text)).toContain(name))

  it.each(['Kenyan militants shot a policeman in Kano.', 'On 5 March militants shot a policeman.'])(
    'not those of a people or a month: %s',
    (text) => expect(namesIn(text)).toEqual([]),
  )
})

describe('in capitals', () => {
  it('names of several words that ordinary words make up are names', () => {
    expect(namesIn('SHINING PATH GUERRILLAS KILLED THREE FARMERS NEAR THE RIVER.').map((n) => n.toLowerCase())).toEqual(
      ['shining path'],
    )
  })
})
