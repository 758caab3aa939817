/** True where a word begins with a capital letter. */
export const isCapital = (word: string): boolean => {
  const code = word.charCodeAt(0)
  if (code < 128) return code >= 65 && code <= 90
  return word[0] !== word[0].toLowerCase()
}

/** "McAllister" is XxXx, "2015" is 00, "al-Hilal" is x-Xx: runs are shortened to two. */
export function shapeOf(word: string): string {
  let shape = ''
  for (let i = 0; i < word.length && i < 24; i++) {
    const c = word[i]
    const kind = /\d/.test(c) ? '0' : c !== c.toLowerCase() ? 'X' : c !== c.toUpperCase() ? 'x' : c
    if (shape.endsWith(kind + kind)) continue
    shape += kind
  }
  return shape
}

/** A heading in which nearly every longer word has a capital. */
export function isTitleCase(words: readonly string[], from: number, to: number): boolean {
  let [capitals, all] = [0, 0]
  for (let i = from; i < to; i++) {
    if (words[i].length < 4 || !/^\p{L}/u.test(words[i])) continue
    all++
    if (isCapital(words[i])) capitals++
  }
  return all >= 3 && capitals / all > 0.7
}
