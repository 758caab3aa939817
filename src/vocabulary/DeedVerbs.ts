import { z } from 'zod'
import { parseVocabularyFile } from './parseVocabularyFile.ts'
import { WordSet } from './WordSet.ts'

const DeedVerbsFile = z.object({
  always: WordSet.describe(
    'verbs that say what somebody did, whatever their object: "seized a radio", "stabbed two men"',
  ),
  things: WordSet.describe(
    'verbs of deed where their object is a thing, of speech where it is not: "attacked a post", "attacked the idea"',
  ),
  sayings: WordSet.describe(
    'nouns that leave a verb of `things` a verb of speech or finding: "attacked the plan", "found signs of fraud"',
  ),
})

/** Verbs that are no acts of saying where they govern a thing, a place or a person that something is done to. */
export type DeedVerbs = z.output<typeof DeedVerbsFile>

export const parseDeedVerbs = (json: string, file: string): DeedVerbs => parseVocabularyFile(DeedVerbsFile, json, file)
