import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parseTollWords } from './TollWords.ts'

const file = 'vocabulary/lexicons/toll-words.json'
const json = readFileSync(file, 'utf8')
const words = parseTollWords(json, file)

it('counts each state under a property of the vocabulary', () => {
  const properties = Object.keys(JSON.parse(readFileSync('vocabulary/properties.json', 'utf8')))
  expect(properties).toEqual(expect.arrayContaining([...words.states.values()]))
})

it('knows what became of everybody whom it counts among the harmed', () => {
  expect([...words.harmedNouns].filter((word) => !words.states.has(word))).toEqual([])
})

it('says which list is missing', () => {
  const { tollNouns: _, ...others } = JSON.parse(json)
  expect(() => parseTollWords(JSON.stringify(others), file)).toThrow('tollNouns')
})
