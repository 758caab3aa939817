import { z } from 'zod'
import { Act } from '../model/Attribution.ts'
import { parseVocabularyFile } from './parseVocabularyFile.ts'
import { Term } from './Term.ts'

/** What a source can do with a content; every key of the model's `Act` has its term. */
export type Acts = Readonly<Record<Act, Term>>

export const parseActs = (json: string, file: string): Acts =>
  parseVocabularyFile(z.record(Act, Term), json, file) as Acts
