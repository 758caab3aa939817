/** Longer words are read by their beginning: what tells them apart stands there, and a huge one costs no more. */
const LONGEST = 64

/** A word as models know it: in lower case, with every digit a 0, quotes and dashes plain: "2,015" is "0,000". */
export function wordForm(text: string): string {
  const form = (text.length > LONGEST ? text.slice(0, LONGEST) : text).toLowerCase()
  return /[^a-z]/.test(form)
    ? form
        .replace(/[0-9]/g, '0')
        .replace(/[’‘`´ʼ]/g, "'")
        .replace(/[“”]|``|''/g, '"')
        .replace(/[–—]/g, '--')
    : form
}

/** The look of a word in a few classes: bit 0 initial capital, 1 all capitals, 2 digit, 3 hyphen, 4 no letter or digit, 5 inner stop, 6 inner capital, 7 apostrophe. */
export function wordShape(text: string): number {
  const word = text.length > LONGEST ? text.slice(0, LONGEST) : text
  let shape = 0
  if (/^\p{Lu}/u.test(word)) shape |= 1
  if (/^[^\p{Ll}]*\p{Lu}[^\p{Ll}]*$/u.test(word) && word.length > 1) shape |= 2
  if (/\d/.test(word)) shape |= 4
  if (word.includes('-')) shape |= 8
  if (!/[\p{L}\p{N}]/u.test(word)) shape |= 16
  if (/\p{L}\./u.test(word)) shape |= 32
  if (/\p{Ll}\p{Lu}/u.test(word)) shape |= 64
  if (/['’]/.test(word)) shape |= 128
  return shape
}
