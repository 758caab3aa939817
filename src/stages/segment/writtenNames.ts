import { append } from '../../base/append.ts'
/** Names of several words, by their first word in lower case: what a truecaser must not take for ordinary words ("shining path"). */
export type WrittenNames = ReadonlyMap<string, readonly (readonly string[])[]>

/** `names` in lower case; those of one word are left to the truecaser. */
export function writtenNames(names: Iterable<string>): WrittenNames {
  const byFirst = new Map<string, string[][]>()
  for (const name of names) {
    const words = name.toLowerCase().split(' ')
    if (words.length < 2) continue
    append(byFirst, words[0], words)
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.length - a.length)
  return byFirst
}

const SMALL = /^(?:of|the|and|for|de|del|la)$/

/** `words` with the names among them in their capitals: "the shining path" → "the Shining Path". */
export function withWrittenNames(words: readonly string[], names: WrittenNames): string[] {
  const written = [...words]
  for (let i = 0; i < words.length; i++) {
    const found = names
      .get(words[i].toLowerCase())
      ?.find((name) => name.every((part, k) => words[i + k]?.toLowerCase() === part))
    if (found === undefined) continue
    for (let k = 0; k < found.length; k++) {
      const word = written[i + k]
      if (word === word.toLowerCase() && !SMALL.test(word))
        written[i + k] = word.replace(/^\p{L}/u, (head) => head.toUpperCase())
    }
    i += found.length - 1
  }
  return written
}
