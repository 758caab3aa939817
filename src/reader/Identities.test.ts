import { describe, expect, it } from 'vitest'
import { reportOf } from '../model/Report.ts'
import { openEnglishReader } from './openEnglishReader.ts'

const reader = openEnglishReader()

/** "name kind" of the source of each attribution, outermost first in its chain. */
const chains = (text: string, outlet?: string, author?: string): string[] => {
  const reading = reader.read(reportOf({ text, outlet, author }))
  const name = (id: string | undefined) => reading.sources.find((source) => source.id === id)?.name
  return reading.attributions.map(({ sourceId }) => `${name(sourceId)}`)
}
const outlets = (text: string, outlet?: string, author?: string) =>
  reader
    .read(reportOf({ text, outlet, author }))
    .sources.filter(({ kind }) => kind === 'outlet')
    .map(({ name }) => name)

describe('sources', () => {
  it('are one where the text ties them', () => {
    const [first, second] = chains(
      'The Lake Rights Centre said 21 people had died. The centre said it had spoken to nine survivors.',
    )
    expect(second).toBe(first)
    expect(new Set(chains('The lake mission said it could not tell. It has called for an inquiry.')).size).toBe(1)
    expect(
      new Set(chains('A customs official said the crates were full. The same official said they came from Dorvel.'))
        .size,
    ).toBe(1)
  })

  it('are two where it does not', () => {
    const reading = reader.read(
      reportOf({ text: 'A resident said gunmen burned the mill. A resident said it was an accident.' }),
    )
    expect(new Set(reading.attributions.map(({ sourceId }) => sourceId)).size).toBe(2)
  })

  it('go on with whoever spoke last', () => {
    const text = 'A boy who fled Orlo Venn’s camp described a trench. “We dug it by night,” he said.'
    expect(chains(text).at(-1)).toMatch(/^A boy/)
    const turn = 'A boy said the camp was empty. Governor Rosa Lim came to the gate on Monday. “Go home,” she said.'
    expect(chains(turn).at(-1)).toBe('Rosa Lim')
  })
})

describe('the agency that a report is credited to', () => {
  const text = 'DORVEL, March 12 (Lake Wire) -- A bomb killed two men on Monday, police said.'
  it('stands behind the outlet', () => {
    expect(outlets(text, 'The Courier')).toEqual(['The Courier', 'Lake Wire'])
    const reading = reader.read(reportOf({ text, outlet: 'The Courier' }))
    const names = new Map(reading.sources.map(({ id, name }) => [id, name]))
    expect(reading.statements.map(({ chain }) => chain.map(({ source }) => names.get(source)).join(' > '))).toContain(
      'The Courier > Lake Wire > police',
    )
  })
  it('is the outlet itself, or stands for one that is not told', () => {
    expect(outlets(text, 'Lake Wire')).toEqual(['Lake Wire'])
    expect(outlets(text)).toEqual(['Lake Wire'])
    expect(outlets('A bomb killed two men on Monday, police said.', 'The Courier', 'Lake Press Agency')).toEqual([
      'The Courier',
      'Lake Press Agency',
    ])
  })
  it('is told from a date and from a person', () => {
    expect(outlets('DORVEL (March 12) -- A bomb killed two men, police said.', 'The Courier')).toEqual(['The Courier'])
    expect(outlets('A bomb killed two men, police said.', 'The Courier', 'Mira Tan')).toEqual(['The Courier'])
  })
})

describe('what a source spoke through', () => {
  const medium = (text: string) =>
    reader
      .read(reportOf({ text }))
      .attributions.flatMap(({ medium = [] }) => medium.map(([start, end]) => text.slice(start, end)))
  it.each([
    ['Merrin wrote on Telegram that the bridge was gone.', 'on Telegram'],
    ['Via Twitter, the mayor warned of floods.', 'Via Twitter'],
    ['The army said in a statement that two men had died.', 'in a statement'],
  ])('is kept: %s', (text, words) => expect(medium(text)).toEqual([words]))
  it('is no time', () => {
    expect(medium('The mayor said on Friday that the bridge was gone.')).toEqual([])
  })
})
