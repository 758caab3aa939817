import { z } from 'zod'
import { parseVocabularyFile } from './parseVocabularyFile.ts'

const Words = z.array(z.string().min(1)).transform((words): ReadonlySet<string> => new Set(words))

const SupportVerbsFile = z.strictObject({
  lend: Words.describe('verbs that lend their subject to the noun they govern: "gunmen carried out the attack"'),
  suffer: Words.describe('verbs whose subject is who the noun happened to: "the minister survived an attack"'),
  strike: Words.describe('verbs by which the noun hits its object: "the blast rocked the market"'),
  happen: Words.describe('verbs that say no more than that it happened: "the attack that took place in Gulu"'),
})

/** Verbs that say little beside the noun they govern. */
export type SupportVerbs = z.output<typeof SupportVerbsFile>

export const parseSupportVerbs = (json: string, file: string): SupportVerbs =>
  parseVocabularyFile(SupportVerbsFile, json, file)
