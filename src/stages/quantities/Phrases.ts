import { append } from '../../base/append.ts'
/**
 * Phrases of a few words to look up in a text: the longest that stands at a place.
 *
 *     const bounds = new Phrases([['more than', 'above'], ['over', 'above']])
 *     bounds.at(['well', 'more', 'than', '20'], 1)   // { value: 'above', length: 2 }
 */
export class Phrases<Value> {
  readonly #byFirst = new Map<string, { words: string[]; value: Value }[]>()

  constructor(entries: Iterable<readonly [phrase: string, value: Value]>) {
    for (const [phrase, value] of entries) {
      const words = phrase.split(' ')
      append(this.#byFirst, words[0], { words, value })
    }
    for (const list of this.#byFirst.values()) list.sort((a, b) => b.words.length - a.words.length)
  }

  at(words: readonly string[], at: number): { value: Value; length: number } | undefined {
    const found = this.#byFirst.get(words[at])?.find((entry) => entry.words.every((word, i) => words[at + i] === word))
    return found && { value: found.value, length: found.words.length }
  }
}
