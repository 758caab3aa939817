import { z } from 'zod'
import { Certainty, Polarity } from '../model/Certainty.ts'
import { parseVocabularyFile } from './parseVocabularyFile.ts'

/** Words of estimative probability of Intelligence Community Directive 203 (2015); their bands are derived, never stored. */
export const Icd203 = z.enum([
  'almost no chance',
  'very unlikely',
  'unlikely',
  'roughly even chance',
  'likely',
  'very likely',
  'almost certain',
])
export type Icd203 = z.infer<typeof Icd203>

/** What kind of word it is that makes a content more or less sure. */
export const CertaintyWordKind = z.enum([
  'modal',
  'future',
  'adverb',
  'adjective',
  'noun',
  'evidential',
  'negation',
  'conditional',
  'plan',
])
export type CertaintyWordKind = z.infer<typeof CertaintyWordKind>

const Reading = z.object({
  kind: CertaintyWordKind,
  certainty: Certainty,
  polarity: Polarity,
  icd203: Icd203.optional(),
})
export type CertaintyWord = z.infer<typeof Reading>

/** Words and phrases in lower case, each with its readings: "likely" is an adverb and an adjective. */
export type CertaintyWords = ReadonlyMap<string, readonly CertaintyWord[]>

export const parseCertaintyWords = (json: string, file: string): CertaintyWords =>
  new Map(Object.entries(parseVocabularyFile(z.record(z.string(), z.array(Reading).min(1)), json, file)))
