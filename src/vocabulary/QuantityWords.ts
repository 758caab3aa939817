import { z } from 'zod'
import { parseVocabularyFile } from './parseVocabularyFile.ts'

const Words = z.array(z.string().min(1))

/** A word that says how many without a number, with its bounds and the reading taken for the best one. */
const VagueNumber = z
  .object({
    words: z.string().min(1),
    low: z.number().nonnegative(),
    best: z.number().nonnegative(),
    high: z.number().nonnegative(),
    example: z.string().min(1),
    nearMiss: z.string().min(1),
    needsScale: z.boolean().default(false).describe('counts only before a scale: "half a dozen"'),
  })
  .refine(({ low, best, high }) => low <= best && best <= high, 'low <= best <= high')
export type VagueNumber = z.infer<typeof VagueNumber>

/** What words around a number do to its bounds. */
export const Bound = z.enum(['above', 'atLeast', 'upTo', 'below', 'nearly', 'about'])
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
  units: z.record(DistanceUnit, Words),
  notCounted: z.object({ time: Words, money: Words, share: Words, measure: Words }),
  months: Words,
  labels: Words.describe('words whose number is a label: "room 12"'),
})
export type QuantityWords = z.infer<typeof QuantityWords>

export const parseQuantityWords = (json: string, file: string): QuantityWords =>
  parseVocabularyFile(QuantityWords, json, file)
