import { z } from 'zod'
import { parseVocabularyFile } from './parseVocabularyFile.ts'
import { WordSet } from './WordSet.ts'

/** Words that decide to which incident a time, a place or a reason belongs; all as lemmas. */
const CircumstanceWordsFile = z.strictObject({
  telling: WordSet.describe(
    'a time under one of these says when it was told: "said on Monday that a bomb had exploded"',
  ),
  trends: WordSet.describe('what kinds of incidents do as a whole: "Kidnappings doubled last year" tells of none'),
  mind: WordSet.describe('a state of mind that is given as the reason for a deed: "He was mentally ill, police said"'),
  revenge: WordSet.describe(
    'what a deed is done in or for, with the deed that it answers: "in retaliation for the raid"',
  ),
  areas: WordSet.describe('stand between a preposition and the name: "in the region of Gulu"'),
})
export type CircumstanceWords = z.output<typeof CircumstanceWordsFile>

export const parseCircumstanceWords = (json: string, file: string): CircumstanceWords =>
  parseVocabularyFile(CircumstanceWordsFile, json, file)
