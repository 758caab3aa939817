import type { z } from 'zod'
import { parseVocabularyFile } from './parseVocabularyFile.ts'
import { wordLists, wordSetsOf } from './WordList.ts'

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

const File = wordLists(WORD_LISTS)

/** The lists with their definitions, for the page of the vocabulary. */
export type AttributionWordLists = z.output<typeof File>

/** The words of each list. */
export type AttributionWords = Readonly<Record<(typeof WORD_LISTS)[number], ReadonlySet<string>>>

export const parseAttributionWordLists = (json: string, file: string): AttributionWordLists =>
  parseVocabularyFile(File, json, file)

export const parseAttributionWords = (json: string, file: string): AttributionWords =>
  wordSetsOf(WORD_LISTS, parseAttributionWordLists(json, file))
