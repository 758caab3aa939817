import { describe, expect, it } from 'vitest'
import { reportOf } from '../../model/Report.ts'
import { openEnglishReader } from '../../reader/openEnglishReader.ts'

const reader = openEnglishReader()

const annotate = (text: string) => reader.annotate(reportOf({ text }))
const scare = (text: string) =>
  annotate(text)
    .get('scareQuotes')
    .map(({ start, end }) => text.slice(start, end))
const modes = (text: string) =>
  annotate(text)
    .get('attributions')
    .map(({ mode }) => mode)

describe('scare quotes', () => {
  it.each([
    ['Soldiers marched through the “liberated” town on Sunday.', '“liberated”'],
    ['The army’s “clean-up” of the valley left forty families without homes.', '“clean-up”'],
    ['The so-called “moderates” of the front burned the mill.', '“moderates”'],
    ['Three “spies” were shot in the square on Monday, residents said.', '“spies”'],
  ])('keep a distance from a word: %s', (text, word) => expect(scare(text)).toEqual([word]))

  it('are nobody’s utterance', () => {
    expect(modes('Soldiers marched through the “liberated” town on Sunday.')).toEqual([])
    expect(modes('Three “spies” were shot in the square on Monday, residents said.')).toEqual(['indirect'])
  })

  it.each([
    ['The minister said the talks had been “very fruitful”.', 'mixed'],
    ['The governor called the raid a “massacre”.', 'mixed'],
    ['“No,” said the guard.', 'direct'],
  ])('are told from words of a speaker: %s', (text, mode) => {
    expect(scare(text)).toEqual([])
    expect(modes(text)).toEqual([mode])
  })

  it('are told from titles', () => {
    expect(scare('The choir sang “The River” and “Night Ferry” at noon.')).toEqual([])
  })
})

describe('quotations that no verb introduces', () => {
  const spoken = (text: string) =>
    annotate(text)
      .get('attributions')
      .map(({ sourceName, mode, cue }) => `${sourceName} ${mode} ${cue.length}`)

  it('are spoken by the person the sentence before is about', () => {
    expect(spoken('Asked about the boxes, Commissioner Rafiq Anwar smiled. “What boxes do you mean?”').at(-1)).toMatch(
      /Rafiq Anwar direct/,
    )
  })
  it('are nobody’s where no person is there', () => {
    expect(spoken('The road was closed at noon. “What boxes do you mean?”')).toEqual([])
  })
})
