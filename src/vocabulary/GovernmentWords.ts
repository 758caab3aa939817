import { z } from 'zod'
import { parseVocabularyFile } from './parseVocabularyFile.ts'

const Words = z.array(z.string().min(1)).min(1)

const GovernmentWords = z.strictObject({
  seats: Words.describe('houses and towns that stand for a government although no country has its capital there'),
  verbs: Words.describe('lemmas of what a government does and a town does not: "Cairo denied"'),
  objectVerbs: Words.describe('lemmas of what is done to a government: "accused Cairo"'),
  adjectives: Words.describe('"Cairo is worried"'),
  nouns: Words.describe('what governments have with each other: "ties between Cairo and Ankara"'),
  possessed: Words.describe('"Cairo\'s position"'),
})

/** Words around the name of a capital or a country that make it the name of a government. */
export type GovernmentWords = { readonly [Key in keyof z.infer<typeof GovernmentWords>]: ReadonlySet<string> }

export function parseGovernmentWords(json: string, file: string): GovernmentWords {
  const words = parseVocabularyFile(GovernmentWords, json, file)
  return {
    seats: new Set(words.seats),
    verbs: new Set(words.verbs),
    objectVerbs: new Set(words.objectVerbs),
    adjectives: new Set(words.adjectives),
    nouns: new Set(words.nouns),
    possessed: new Set(words.possessed),
  }
}
