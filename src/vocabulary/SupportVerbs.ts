import { z } from 'zod'
import { parseVocabularyFile } from './parseVocabularyFile.ts'
import { WordSet } from './WordSet.ts'

const SupportVerbsFile = z.strictObject({
  lend: WordSet.describe('verbs that lend their subject to the noun they govern: "gunmen carried out the attack"'),
  proclaim: WordSet.describe(
    'those of `lend` by which only public acts are done, and no violence: "called a strike", but "called the ambush an outrage"',
  ),
  suffer: WordSet.describe('verbs whose subject is who the noun happened to: "the minister survived an attack"'),
  strike: WordSet.describe('verbs by which the noun hits its object: "the blast rocked the market"'),
  happen: WordSet.describe('verbs that say no more than that it happened: "the attack that took place in Gulu"'),
})

/** Verbs that say little beside the noun they govern. */
export type SupportVerbs = z.output<typeof SupportVerbsFile>

export const parseSupportVerbs = (json: string, file: string): SupportVerbs =>
  parseVocabularyFile(SupportVerbsFile, json, file)
