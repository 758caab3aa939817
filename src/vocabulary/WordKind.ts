import { z } from 'zod'
import { Term } from './Term.ts'

/** A kind of actor, target or instrument with the words that name it: lower case, singular unless only the plural is used. */
export const WordKind = z.strictObject({
  ...Term.shape,
  words: z.array(z.string().regex(/^[^A-Z]+$/, 'words are written in lower case')),
  actors: z.array(z.string()).optional().describe('for targets: the actor kinds whose people are of this kind'),
  mappings: z.record(z.string(), z.string()).optional(),
})
export type WordKind = z.infer<typeof WordKind>
