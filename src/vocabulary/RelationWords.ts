import { z } from 'zod'
import { Certainty } from '../model/Certainty.ts'
import { parseVocabularyFile } from './parseVocabularyFile.ts'

/** What an argument must be: a kind of entity, or a word for a camp or an area that no gazetteer knows. */
const Kinds = z.array(z.string()).min(1)

const Rule = z.strictObject({
  word: z.string(),
  property: z.string().describe('key of the vocabulary properties'),
  subjectKinds: Kinds.optional(),
  valueKinds: Kinds.optional(),
  certainty: Certainty.optional().describe('where the word itself is less than sure'),
  example: z.string(),
  nearMiss: z.string(),
})

/** A word, lemma, that relates what stands on both sides of it; each with a sentence in which it does and one in which not. */
export const VerbRule = Rule.extend({
  subject: z.enum(['agent', 'patient']),
  value: z.union([z.enum(['agent', 'patient']), z.array(z.string()).min(1).describe('prepositions')]),
  with: z.array(z.string()).optional().describe('objects of which one must be there: "pledged allegiance to"'),
})
export type VerbRule = z.infer<typeof VerbRule>

export const WordRule = Rule.extend({ value: z.array(z.string()).min(1).describe('prepositions') })
export type WordRule = z.infer<typeof WordRule>

export const RelationWords = z.strictObject({
  verbs: z.array(VerbRule),
  adjectives: z.array(WordRule),
  nouns: z.array(WordRule),
  relatives: z.array(z.string()),
  camps: z.array(z.string()),
})
export type RelationWords = z.infer<typeof RelationWords>

export const parseRelationWords = (json: string, file: string): RelationWords =>
  parseVocabularyFile(RelationWords, json, file)
