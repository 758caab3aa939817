import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { PARTICIPANT_LISTS, parseParticipantWords } from './ParticipantWords.ts'

const file = 'vocabulary/lexicons/participant-words.json'
const json = readFileSync(file, 'utf8')

it('has words on every list', () => {
  const words = parseParticipantWords(json, file)
  for (const list of PARTICIPANT_LISTS) expect(words[list].size, list).toBeGreaterThan(0)
})

it('lists no word of the harmed twice', () => {
  const { harmed, harmedOneByOne } = parseParticipantWords(json, file)
  expect([...harmed].filter((word) => harmedOneByOne.has(word))).toEqual([])
})

it('says which list is missing', () => {
  const { vehicles: _, ...others } = JSON.parse(json)
  expect(() => parseParticipantWords(JSON.stringify(others), file)).toThrow('vehicles')
})
