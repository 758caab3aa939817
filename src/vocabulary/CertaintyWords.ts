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
  negated: z
    .object({ certainty: Certainty, polarity: Polarity })
    .optional()
    .describe(
      'what is left under negation, where that is not the same with the other polarity: "not clear that", "cannot"',
    ),
  obligation: z.literal(true).optional().describe('of what ought to be, unless the verb is perfect: "must leave"'),
  verbsOnly: z
    .literal(true)
    .optional()
    .describe('bears on a predicate only before a verb: "nearly drowned", not "nearly full"'),
})
export type CertaintyWord = z.infer<typeof Reading>

const STRENGTH = { certain: 3, probable: 2, possible: 1, unknown: 0 } as const

/** A word's certainty with its polarity as a number from -3 to +3. */
export const strengthOf = ({ certainty, polarity }: Pick<CertaintyWord, 'certainty' | 'polarity'>): number =>
  polarity === 'denied' ? -STRENGTH[certainty] : STRENGTH[certainty]

/** Words and phrases in lower case, each with its readings: "likely" is an adverb and an adjective. */
export type CertaintyWords = ReadonlyMap<string, readonly CertaintyWord[]>

export const parseCertaintyWords = (json: string, file: string): CertaintyWords =>
  new Map(Object.entries(parseVocabularyFile(z.record(z.string(), z.array(Reading).min(1)), json, file)))
