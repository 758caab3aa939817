import { z } from 'zod'
import { parseVocabularyFile } from './parseVocabularyFile.ts'
import { WordSet } from './WordSet.ts'

const ByProperty = z
  .record(z.string(), WordSet)
  .transform(
    (lists): ReadonlyMap<string, string> =>
      new Map(
        Object.entries(lists).flatMap(([property, words]) => [...words].map((word) => [word, property] as const)),
      ),
  )

/** Words by which a text tells how many were killed, wounded or lost: `vocabulary/lexicons/toll-words.json`; all as lemmas. */
const TollWordsFile = z.strictObject({
  states: ByProperty.describe(
    'what became of those counted, by the property that counts them: "20 dead", "nine unaccounted for"',
  ),
  doneTo: ByProperty.describe(
    'participles that say so beside a word for a number only: "the number of those taken"; "taken" alone does not',
  ),
  harmedNouns: WordSet.describe('the harmed themselves: "20 dead", "three bodies"; "four unharmed" are none'),
  attackers: WordSet.describe('say by themselves that those counted did it: "five assailants fled"'),
  settingVerbs: WordSet.describe('set or change a toll: "put the toll at nine", "raised the figure to 11"'),
  tollNouns: WordSet.describe('what is so set: "put the losses at 15"; "put the rent at 15" is no toll'),
  findingVerbs: WordSet.describe('over what became of them: "left 12 people dead", "are feared dead"'),
  treatedFor: WordSet.describe(
    'shows that those treated were wounded: "treated for burns"; "treated for malaria" does not',
  ),
  violentCauses: WordSet.describe('of what one dies in an attack: "died of his wounds"; "died of malaria" is no toll'),
})
export type TollWords = z.output<typeof TollWordsFile>

export const parseTollWords = (json: string, file: string): TollWords => parseVocabularyFile(TollWordsFile, json, file)
