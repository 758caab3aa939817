import { finish, hashString, mix } from '../featureHash.ts'
import { wordForm } from '../wordForm.ts'

/** How many numbers stand for a token: its affixes in the first places, then its shape. Its word comes from a word list. */
export const AFFIXES = 8
/** Rows of the table that all affixes share, and of that of the shapes. */
export const AFFIX_ROWS = 16384
export const SHAPE_ROWS = 512

/** Longer words are read by their beginning and end. */
const LONGEST = 40

/**
 * Fills `out` at `at` with the rows of the affixes of a word ("bombings": its last one to four letters, its first one to three, and
 * the whole) and, after them, the row of its shape ("al-Shabaab": "x-Xx"). What a word list does not hold is known by these.
 */
export function fillTokenFeatures(text: string, out: Int32Array, at: number): void {
  const form = wordForm(text)
  const n = form.length
  let i = at
  for (let length = 1; length <= 4; length++) out[i++] = affixRow(length, form, Math.max(0, n - length), n)
  for (let length = 1; length <= 3; length++) out[i++] = affixRow(4 + length, form, 0, Math.min(n, length))
  out[i++] = affixRow(8, form, 0, n)
  out[i] = shapeRow(text)
}

function affixRow(slot: number, form: string, from: number, to: number): number {
  return finish(mix(slot, hashString(form, from, to))) & (AFFIX_ROWS - 1)
}

const [UPPER, LOWER, DIGIT] = [1, 2, 3]

/** Letters and digits by class, runs counted up to three: "U.S." is X.X., "Tunis" Xxxx and "2,015" d,ddd. */
function shapeRow(text: string): number {
  const end = Math.min(text.length, LONGEST)
  let hash = 0
  let [last, run] = [-1, 0]
  for (let i = 0; i < end; i++) {
    const kind = classOf(text, i)
    run = kind === last ? run + 1 : 1
    last = kind
    if (run <= 3) hash = mix(hash, kind)
  }
  return finish(hash) & (SHAPE_ROWS - 1)
}

function classOf(text: string, i: number): number {
  const code = text.charCodeAt(i)
  if (code >= 97 && code <= 122) return LOWER
  if (code >= 65 && code <= 90) return UPPER
  if (code >= 48 && code <= 57) return DIGIT
  if (code < 128) return code
  const letter = text[i]
  const [lower, upper] = [letter.toLowerCase(), letter.toUpperCase()]
  if (lower === upper) return code === 0x2019 ? 39 : code === 0x2013 || code === 0x2014 ? 45 : 128
  return letter === lower ? LOWER : UPPER
}
