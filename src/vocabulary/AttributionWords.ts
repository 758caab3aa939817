import { z } from 'zod'
import { parseVocabularyFile } from './parseVocabularyFile.ts'
import { Term } from './Term.ts'

/** A list of words that the rules for attributions go by, with what it is for. */
export const WordList = z.strictObject({
  ...Term.shape,
  words: z.array(z.string().regex(/^[^A-Z]+$/, 'words are written in lower case')).min(1),
})
export type WordList = z.infer<typeof WordList>

export const WORD_LISTS = [
  'hearsayNouns',
  'spreadingVerbs',
  'impersonalVerbs',
  'evidentWords',
  'accountNouns',
  'viewVerbs',
  'tellingVerbs',
  'emptyVerbs',
  'negations',
  'convictions',
  'intentions',
  'actionNouns',
  'prizes',
  'bodies',
  'spokespeople',
  'citingVerbs',
  'attitudeVerbs',
  'countNouns',
  'mentioningWords',
  'headingLabels',
  'spansOfTime',
] as const

const File = z.strictObject(Object.fromEntries(WORD_LISTS.map((key) => [key, WordList])) as WordLists)

type WordLists = Record<(typeof WORD_LISTS)[number], typeof WordList>

/** The lists with their definitions, for the page of the vocabulary. */
export type AttributionWordLists = z.output<typeof File>

/** The words of each list. */
export type AttributionWords = Readonly<Record<(typeof WORD_LISTS)[number], ReadonlySet<string>>>

export const parseAttributionWordLists = (json: string, file: string): AttributionWordLists =>
  parseVocabularyFile(File, json, file)

export function parseAttributionWords(json: string, file: string): AttributionWords {
  const lists = parseAttributionWordLists(json, file)
  return Object.fromEntries(WORD_LISTS.map((key) => [key, new Set(lists[key].words)])) as unknown as AttributionWords
}
