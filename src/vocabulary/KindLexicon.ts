import type { Terms } from './Vocabulary.ts'
import type { WordKind } from './WordKind.ts'

/**
 * Finds the kind that a phrase names by its last words: "army base" is military, "base" alone too, "database" is nothing.
 * The longest entry wins. Kinds have wider ones: a magistrate is of the judiciary, and that is government.
 */
export class KindLexicon {
  readonly #kinds = new Map<string, string>()
  readonly #terms: Terms<WordKind>
  readonly #longest: number

  constructor(terms: Terms<WordKind>) {
    let longest = 1
    for (const [key, { words }] of terms) {
      for (const word of words) {
        if (!this.#kinds.has(word)) this.#kinds.set(word, key)
        longest = Math.max(longest, word.split(' ').length)
      }
    }
    this.#terms = terms
    this.#longest = longest
  }

  /** The widest kind. `wordAt(0)` is the head, `wordAt(1)` the word before it, undefined where the phrase begins. */
  kindOf(wordAt: (before: number) => string | undefined): string | undefined {
    const finest = this.finestKindOf(wordAt)
    return finest === undefined ? undefined : this.kindsOver(finest).at(-1)
  }

  /** The kind itself: judiciary, where `kindOf` says government. */
  finestKindOf(wordAt: (before: number) => string | undefined): string | undefined {
    let phrase = ''
    let found: string | undefined
    for (let before = 0; before < this.#longest; before++) {
      const word = wordAt(before)
      if (word === undefined) break
      phrase = before === 0 ? word : `${word} ${phrase}`
      found = this.#kinds.get(phrase) ?? found
    }
    return found
  }

  /** A kind and those wider than it, the finest first. */
  kindsOver(kind: string): string[] {
    const kinds: string[] = []
    for (let at: string | undefined = kind; at !== undefined; at = this.#terms.get(at)?.broader) kinds.push(at)
    return kinds
  }
}
