import { z } from 'zod'
import { parseVocabularyFile } from './parseVocabularyFile.ts'
import { WordSet } from './WordSet.ts'

const GovernmentWordsFile = z.strictObject({
  seats: WordSet.describe('houses and towns that stand for a government although no country has its capital there'),
  verbs: WordSet.describe('lemmas of what a government does and a town does not: "Cairo denied"'),
  objectVerbs: WordSet.describe('lemmas of what is done to a government: "accused Cairo"'),
  adjectives: WordSet.describe('"Cairo is worried"'),
  nouns: WordSet.describe('what governments have with each other: "ties between Cairo and Ankara"'),
  possessed: WordSet.describe('"Cairo\'s position"'),
})

/** Words around the name of a capital or a country that make it the name of a government. */
export type GovernmentWords = z.output<typeof GovernmentWordsFile>

export const parseGovernmentWords = (json: string, file: string): GovernmentWords =>
  parseVocabularyFile(GovernmentWordsFile, json, file)
