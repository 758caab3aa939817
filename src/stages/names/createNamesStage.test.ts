import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { encode, tensorFile } from '../../../test/encodedDocument.ts'
import { taggedDocument } from '../../../test/taggedDocument.ts'
import type { Document } from '../../document/Document.ts'
import { LinearModel } from '../../learned/LinearModel.ts'
import { WordClusters } from '../../learned/WordClusters.ts'
import { parseNameWords, parseNationalities, parsePersonalNames } from '../../vocabulary/NameLexicon.ts'
import { createNamesStage } from './createNamesStage.ts'

const lexicon = (name: string): [string, string] => [readFileSync(`vocabulary/lexicons/${name}.json`, 'utf8'), name]
const model = (name: string) => LinearModel.parse(readFileSync(`models/${name}.bin`))

describe('the names stage', () => {
  let stage: ReturnType<typeof createNamesStage>
  beforeAll(() => {
    stage = createNamesStage({
      lexicon: {
        nationalities: parseNationalities(...lexicon('nationalities')),
        personal: parsePersonalNames(...lexicon('personal-names')),
        words: parseNameWords(...lexicon('name-words')),
      },
      clusters: WordClusters.parse(readFileSync('models/clusters.bin')),
      head: () => tensorFile('names-head'),
      first: model('names-first'),
      second: model('names-second'),
    })
  })
  const read = (document: Document) =>
    stage
      .run(document.add(encode.run(document)))
      .names.map(({ start, end, kind }) => `${document.text.slice(start, end)}: ${kind}`)

  it.each([
    [
      'President/NNP Amina/NNP Diallo/NNP met/VBD Algerian/JJ officials/NNS in/IN Oran/NNP ./.',
      ['Amina Diallo: Person', 'Algerian: NORP', 'Oran: Location'],
    ],
    [
      'Khalid/NNP bin/NNP Salman/NNP said/VBD the/DT Ministry/NNP of/IN Defence/NNP was/VBD wrong/JJ ./.',
      ['Khalid bin Salman: Person', 'Ministry of Defence: Organization'],
    ],
    ['The/DT village/NN was/VBD quiet/JJ on/IN Monday/NNP ./.', []],
  ])('reads %s', (line, expected) => {
    expect(read(taggedDocument(line))).toEqual(expected)
  })

  it('survives a word without end', () => {
    expect(read(taggedDocument(`${'A'.repeat(100_000)}/NNP ran/VBD`)).length).toBeLessThan(2)
  })
})
