import { z } from 'zod'
import { parseVocabularyFile } from './parseVocabularyFile.ts'

const Words = z.array(z.string().min(1))

/** A word that says how many without a number, with its bounds and the reading taken for the best one. */
const VagueNumber = z
  .object({
    words: z.string().min(1),
    low: z.number().nonnegative(),
    best: z.number().nonnegative(),
    high: z.number().nonnegative().nullable(),
    example: z.string().min(1),
    nearMiss: z.string().min(1),
    takes: z
      .enum(['scale', 'of', 'noun'])
      .optional()
      .describe(
        'counts only before a scale ("half a dozen"), before "of" ("a pair of") or before a noun ("both drivers")',
      ),
  })
  .refine(({ low, best, high }) => low <= best && (high === null || best <= high), 'low <= best <= high')
export type VagueNumber = z.infer<typeof VagueNumber>

/** What words around a number do to its bounds. */
export const Bound = z.enum(['above', 'atLeast', 'upTo', 'below', 'nearly', 'about', 'odd'])
export type Bound = z.infer<typeof Bound>

export const DistanceUnit = z.enum(['km', 'm', 'mi', 'nmi', 'ft', 'yd'])
export type DistanceUnit = z.infer<typeof DistanceUnit>

/** How English text says how many and how far: `vocabulary/lexicons/quantities.json`. */
export const QuantityWords = z.object({
  numbers: z.record(z.string(), z.int().nonnegative()),
  scales: z.record(z.string(), z.int().positive()),
  vague: z.array(VagueNumber),
  plurals: z.array(VagueNumber).describe('scales in the plural, which count by themselves: "hundreds"'),
  bounds: z.record(Bound, Words).describe('before the number'),
  tails: z.partialRecord(Bound, Words).describe('after the number'),
  none: Words.describe('nobody: zero'),
  noneOf: Words.describe('lemmas that "no" counts: "no casualties"'),
  shares: z
    .array(z.object({ words: z.string().min(1), of: z.union([z.number().positive(), z.literal('majority')]) }))
    .describe('part of a number that is named: "half of the 40"'),
  sizes: Words.describe('words behind a hyphen that say how many a group has: "12-member", "300-strong"'),
  units: z.record(DistanceUnit, Words),
  notDistance: z.object({ before: Words, after: Words, journeys: Words }),
  notCounted: z.object({ time: Words, money: Words, share: Words, measure: Words }),
  months: Words,
  weekdays: Words,
  dayParts: Words,
  streets: Words.describe('ends of a street name: "48 Harbour Street"'),
  valuedAt: Words.describe('verbs whose "at" gives a figure: "the toll stood at 17"'),
  deedsToOne: Words.describe('verbs whose object "one" is a person counted: "killing one"'),
  labels: Words.describe('words whose number is a label: "room 12"'),
})
export type QuantityWords = z.infer<typeof QuantityWords>

export const parseQuantityWords = (json: string, file: string): QuantityWords =>
  parseVocabularyFile(QuantityWords, json, file)
