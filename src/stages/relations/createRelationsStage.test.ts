import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { reportOf } from '../../model/Report.ts'
import { openEnglishReader } from '../../reader/openEnglishReader.ts'
import { loadVocabulary, VOCABULARY_FILES } from '../../vocabulary/loadVocabulary.ts'
import { parseRelationWords } from '../../vocabulary/RelationWords.ts'

const folder = join(import.meta.dirname, '../../../vocabulary')
const read = (file: string): string => readFileSync(join(folder, file), 'utf8')
const words = parseRelationWords(read('lexicons/relation-words.json'), 'relation-words.json')
const vocabulary = loadVocabulary(Object.fromEntries(VOCABULARY_FILES.map((file) => [file, read(file)])))
const rules = [...words.verbs, ...words.adjectives, ...words.nouns]
const reader = openEnglishReader()

/** The relations of a text as `subject property value`. */
function relationsIn(text: string): string[] {
  const document = reader.annotate(reportOf({ text, published: '2020-05-04' }))
  const entities = document.get('entities')
  return document.get('relations').map(({ subject, property, value }) => {
    const shown =
      value.type === 'entity' && typeof value.entity === 'number'
        ? entities[value.entity].name
        : value.type === 'count' || value.type === 'distance'
          ? value.words
          : value.type === 'text'
            ? value.text
            : value.type
    return `${entities[subject.index].name} ${property} ${shown}`
  })
}

const propertiesIn = (text: string): string[] =>
  relationsIn(text).map((line) => line.replace(/^.*? ([a-z]+(?:-[a-z]+)+) .*$/, '$1'))

describe('the words of relations', () => {
  it('name properties of entities that exist', () => {
    const unknown = rules.filter(
      ({ property }) => vocabulary.properties.get(property)?.domain.includes('incident') !== false,
    )
    expect(unknown).toEqual([])
  })

  it('nearly all find their relation in their example, and not in their near-miss', () => {
    const missed = rules.filter(({ property, example }) => !propertiesIn(example).includes(property))
    const wrong = rules.filter(({ property, nearMiss }) => propertiesIn(nearMiss).includes(property))
    expect(wrong.map(({ nearMiss }) => nearMiss)).toEqual([])
    // A few are lost to the tree or the name finder.
    expect(missed.length, missed.map(({ example }) => example).join('\n')).toBeLessThan(rules.length / 8)
  })
})
