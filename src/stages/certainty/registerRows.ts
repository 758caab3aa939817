import type { Trees } from '../../document/Trees.ts'
import { feature, hashString } from '../../learned/featureHash.ts'

/** Rows of the table of what tells news from web text, and how many a word takes. */
export const REGISTER_ROWS = 32768
export const REGISTER_COLUMNS = 3

/** Longer words are read by their beginning. */
const LONGEST = 40
const END = hashString('end')

/** "Tunis" Aa, "U.S." A.A., "2,015" 0,0. */
const shapeOf = (word: string): string =>
  word
    .replace(/\p{Ll}+/gu, 'a')
    .replace(/\p{Lu}+/gu, 'A')
    .replace(/\p{Nd}+/gu, '0')

/**
 * Rows of the table for a word: the word, its tag with the next one's, and its shape, apart at the beginning of a sentence. Fills
 * `REGISTER_COLUMNS` numbers of `out` from `at` on.
 */
export function registerRows(trees: Trees, i: number, out: Uint16Array, at: number): void {
  const { tokens, tags } = trees
  const isLast = i + 1 >= trees.length || tokens[i + 1].sentence !== tokens[i].sentence
  const lower = trees.lower(i)
  out[at] = (feature(2, hashString(lower, 0, Math.min(lower.length, LONGEST))) >>> 0) % REGISTER_ROWS
  const next = isLast ? END : hashString(tags[i + 1].xpos)
  out[at + 1] = (feature(3, hashString(tags[i].xpos), next) >>> 0) % REGISTER_ROWS
  const isFirst = i === 0 || tokens[i - 1].sentence !== tokens[i].sentence
  const shape = hashString(shapeOf(tokens[i].text.slice(0, LONGEST)))
  out[at + 2] = (feature(5, shape, isFirst ? 1 : 0) >>> 0) % REGISTER_ROWS
}
