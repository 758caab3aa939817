import { z } from 'zod'
import { Term } from './Term.ts'

/** A list of words that rules go by, with what it is for. */
export const WordList = z.strictObject({
  ...Term.shape,
  words: z.array(z.string().regex(/^[^A-Z]+$/, 'words are written in lower case')).min(1),
})
export type WordList = z.infer<typeof WordList>

/** The schema of an object with a list under each of the keys. */
export const wordLists = <Key extends string>(keys: readonly Key[]) =>
  z.strictObject(Object.fromEntries(keys.map((key) => [key, WordList])) as Record<Key, typeof WordList>)

/** The words of each list, for looking words up. */
export const wordSetsOf = <Key extends string>(
  keys: readonly Key[],
  lists: Readonly<Record<Key, WordList>>,
): Readonly<Record<Key, ReadonlySet<string>>> =>
  Object.fromEntries(keys.map((key) => [key, new Set(lists[key].words)])) as unknown as Record<Key, ReadonlySet<string>>
