import { describe, expect, it } from 'vitest'
import { reportOf } from '../../model/Report.ts'
import { openEnglishReader } from '../../reader/openEnglishReader.ts'

const reader = openEnglishReader()

const settings = (text: string): string[] =>
  reader
    .annotate(reportOf({ text, published: '2021-03-04' }))
    .get('incidentPropositions')
    .filter(({ by }) => by === 'rule:incidents/setting')
    .map(({ spans: [{ start, end }], certainty }) => `${certainty} ${text.slice(start, end)}`)

const news = 'Two years ago nine rangers were killed in one incident.'

describe('the place that a paragraph describes', () => {
  it.each([
    `The forest of Boni is dense and has few roads. ${news}`,
    `The forest of Boni is dense. Farmers in Gao say the rangers are tired. ${news}`,
  ])('is probably where what it tells then happened: %s', (text) => {
    expect(settings(text)).toEqual(['probable Boni'])
  })

  it.each([
    `The forest of Boni burned for a week. ${news}`,
    'The forest of Boni is dense. Two years ago nine rangers were killed in Gao.',
    `The forest of Boni is dense.\n\n${news}`,
    `The bishop of Boni is old. ${news}`,
    `Niger is dry. ${news}`,
  ])('is not where it happened: %s', (text) => {
    expect(settings(text)).toEqual([])
  })
})
