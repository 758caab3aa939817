import { describe, expect, it } from 'vitest'
import { attributionLines } from '../../../test/attributionLines.ts'
import { openEnglishReader } from '../../reader/openEnglishReader.ts'

const reader = openEnglishReader()

const read = (text: string): string[] => attributionLines(reader, text)

describe('a view that no verb tells of', () => {
  it('is that of those for whom it is so', () => {
    expect(read('For the villagers, the toll is a tax.')).toEqual(['the villagers | For | the toll is a tax'])
    expect(read('For two years, the toll was a tax.')).toEqual([])
    expect(read('For the villagers, the guards built a fence.')).toEqual([])
  })

  it('is in the words of somebody', () => {
    expect(read('The toll is, in the words of one carter, a tax.')).toEqual([
      'one carter | in the words of | The toll is … a tax',
    ])
    expect(read('The error was in the words of the song.')).toEqual([])
  })

  it('is told by an account', () => {
    expect(read("By the carter's account, nobody paid.")).toEqual(['the carter | account | nobody paid'])
    expect(read("The thief emptied the carter's account.")).toEqual([])
  })
})

describe('who is left out', () => {
  it('holds a belief all the same', () => {
    expect(read('The carter is thought to have fled by boat.')).toEqual([
      ' | is thought | The carter … to have fled by boat',
    ])
    expect(read('The carter is paid to mend the road.')).toEqual([])
  })

  it('is no one where an agent is named', () => {
    expect(read('The carter, regarded by officers as the planner, was shot in spring.')).toEqual([
      'officers | regarded | The carter … as the planner',
    ])
    expect(read('The carter, hired by officers as a guide, was shot in spring.')).toEqual([])
  })
})
