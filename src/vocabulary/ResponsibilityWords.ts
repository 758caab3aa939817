import { z } from 'zod'
import { Certainty } from '../model/Certainty.ts'
import { parseVocabularyFile } from './parseVocabularyFile.ts'
import { wordLists, wordSetsOf } from './WordList.ts'

export const RESPONSIBILITY_LISTS = [
  'claimVerbs',
  'denyVerbs',
  'shares',
  'charges',
  'culpable',
  'deedVerbs',
  'traces',
  'works',
  'doers',
  'ranks',
  'voices',
  'messages',
  'media',
  'spreadingVerbs',
  'partisans',
] as const

/** A way of blaming: where in the clause of the verb stands who is blamed, and where for what. */
const BlameFrame = z.strictObject({
  verb: z.string(),
  with: z.string().optional().describe('a word that must stand by the verb: "laid the [blame] on"'),
  who: z.string().describe('obj, or the preposition before who is blamed'),
  what: z.array(z.string()).describe('obj, or the prepositions before the deed'),
  bare: z.boolean().default(false).describe('true where the deed may go without saying: "They suspect the militia."'),
  certainty: Certainty.default('certain'),
  example: z.string(),
  nearMiss: z.string(),
})
export type BlameFrame = z.output<typeof BlameFrame>

const File = z.strictObject({
  lists: wordLists(RESPONSIBILITY_LISTS),
  blame: z.array(BlameFrame),
})

/** Words by which somebody is said to have done it, as lemmas. */
export type ResponsibilityWords = Readonly<Record<(typeof RESPONSIBILITY_LISTS)[number], ReadonlySet<string>>> & {
  readonly blame: readonly BlameFrame[]
}

export function parseResponsibilityWords(json: string, file: string): ResponsibilityWords {
  const { lists, blame } = parseVocabularyFile(File, json, file)
  return { ...wordSetsOf(RESPONSIBILITY_LISTS, lists), blame }
}
