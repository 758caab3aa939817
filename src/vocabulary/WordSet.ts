import { z } from 'zod'

/** A list of words of the vocabulary, for looking words up. */
export const WordSet = z
  .array(z.string().min(1))
  .min(1)
  .transform((words): ReadonlySet<string> => new Set(words))
