import { describe, expect, it } from 'vitest'
import type { Reading } from '../src/model/Reading.ts'
import { ExportedReport } from '../src/publishing/Export.ts'
import { ProtectedNames } from '../src/publishing/ProtectedNames.ts'
import { redact } from '../src/publishing/redact.ts'
import { exactly, handmade, on } from './support/handmade.ts'

const TEXT = `Miners' leader shot in Arlit

Two men shot a miner at the gate of the pit on Friday, police said. It was the third such attack.

Fatouma Diallo, a cook, saw two men run. "I knew one of them," Diallo said. She left town on 3 May. The pit employs 400 people, the company said.`
const DIALLO = { name: 'Fatouma Diallo', kind: 'person' as const, protected: 'private-individual' as const }

const { report, reading: plain } = handmade(
  {
    title: 'What Fatouma Diallo saw',
    author: 'Fatouma  DIALLO',
    outlet: 'Sahel Quarterly',
    text: TEXT,
    url: 'https://sahel.example/diallo',
  },
  {
    entities: [
      { name: 'Fatouma Diallo', kind: 'person' },
      { name: 'police', kind: 'public body' },
    ],
    incidents: [{ label: 'shot a miner', type: 'shooting' }],
    statements: [
      {
        about: 'shot a miner',
        property: 'perpetrators',
        value: exactly(2),
        words: 'Two men shot a miner',
        chain: [{ name: 'police', kind: 'role' }],
      },
      { about: 'shot a miner', property: 'perpetrators', value: exactly(2), words: 'saw two men run', chain: [DIALLO] },
      { about: 'Fatouma Diallo', property: 'left', value: on('2024-05-03'), words: 'She left town on 3 May' },
      {
        about: 'shot a miner',
        property: 'witness',
        value: { type: 'entity', entity: 'Fatouma Diallo' },
        words: 'Fatouma Diallo, a cook, saw two men run',
      },
      {
        about: 'shot a miner',
        property: 'composition',
        value: { type: 'text', text: 'two men whom Diallo knew' },
        words: 'It was the third such attack',
      },
      { about: 'shot a miner', property: 'employs', value: exactly(400), words: 'employs 400 people' },
    ],
  },
)
const reading: Reading = {
  ...plain,
  entities: plain.entities.map((entity) =>
    entity.name === 'Fatouma Diallo'
      ? {
          ...entity,
          mentions: [
            ...entity.mentions,
            { start: TEXT.indexOf('Diallo said'), end: TEXT.indexOf('Diallo said') + 6, form: 'name' },
          ],
        }
      : entity,
  ),
}
const [exported] = [redact(report, reading, new ProtectedNames())]
const [byPolice, byDiallo, ofDiallo, withDiallo, inWords, employs] = exported.statements

describe('an export', () => {
  it('has the published shape, and no trace of the name', () => {
    expect(ExportedReport.parse(exported)).toEqual(exported)
    expect(JSON.stringify(exported)).not.toMatch(/fatouma|diallo/i)
    const source = plain.sources.find(({ name }) => name === 'Fatouma Diallo')
    expect(JSON.stringify(exported)).not.toContain(source?.id)
    expect(JSON.stringify(exported)).not.toContain(source?.entity)
    expect(exported).toMatchObject({ title: 'What [protected source 1] saw', author: '[protected source 1]' })
  })

  it('says that someone vouches, and by what act, but not who nor in which words', () => {
    expect(byDiallo.chain.at(-1)).toMatchObject({
      name: 'protected source 1',
      source: 'protected-source-1',
      act: 'says',
    })
    expect(byDiallo).toMatchObject({
      property: 'perpetrators',
      valueLabel: '2',
      passages: [{ withheld: 'protected source' }],
    })
    expect(exported.sources.find(({ id }) => id === 'protected-source-1')).toMatchObject({
      kind: 'unnamed',
      protected: true,
    })
  })

  it('tells of the protected only the month', () => {
    expect(ofDiallo).toMatchObject({
      subjectLabel: 'protected source 1',
      value: { edtf: '2024-05', phrase: '' },
      passages: [{ withheld: 'protected source' }],
    })
    expect(withDiallo).toMatchObject({ value: { entity: 'protected-source-1' }, valueLabel: 'protected source 1' })
    expect(inWords.valueLabel).toBe('two men whom [protected source 1] knew')
  })

  it('leaves everything else as it is', () => {
    expect(byPolice.chain.at(-1)).toMatchObject({ name: 'police' })
    expect(byPolice.passages).toMatchObject([{ exact: 'Two men shot a miner' }])
    expect(employs.passages).toMatchObject([{ exact: 'employs 400 people' }])
  })

  it('withholds a passage that stands so near that its surroundings give the name', () => {
    expect(inWords.passages).toEqual([{ withheld: 'protected source' }])
  })

  it('numbers through all reports, and protects whom a reviewer protects', () => {
    const police = plain.sources.find(({ name }) => name === 'police')?.id ?? ''
    const names = new ProtectedNames([police])
    redact(report, reading, names)
    expect(names.count).toBe(2)
    expect(redact(report, reading, names).sources.map(({ name }) => name)).toEqual([
      'Sahel Quarterly',
      'protected source 3',
      'protected source 4',
    ])
  })

  it('does not take a description for a name', () => {
    const story = handmade(
      { text: 'A resident saw smoke. Later a resident was hurt, the mayor said.' },
      {
        incidents: [{ label: 'hurt', type: 'attack' }],
        statements: [
          {
            about: 'hurt',
            property: 'victim',
            value: { type: 'text', text: 'a resident' },
            words: 'was hurt, the mayor said',
            chain: [{ name: 'the mayor' }],
          },
          {
            about: 'hurt',
            property: 'smoke',
            value: exactly(1),
            words: 'A resident saw smoke',
            chain: [{ name: 'A resident', kind: 'unnamed', protected: 'private-individual' }],
          },
        ],
      },
    )
    expect(redact(story.report, story.reading, new ProtectedNames()).statements[0]).toMatchObject({
      valueLabel: 'a resident',
    })
  })
})
