import type { Terms } from './Vocabulary.ts'
import type { WordKind } from './WordKind.ts'

/**
 * Finds the kind that a phrase names by its last words: "army base" is military, "base" alone too, "database" is nothing.
 * The longest entry wins. Kinds have wider ones: a magistrate is of the judiciary, and that is government.
 */
export class KindLexicon {
  readonly #kinds = new Map<string, string>()
  /** How many words the longest entry with this last word has; most words of a text end none. */
  readonly #longest = new Map<string, number>()
  readonly #terms: Terms<WordKind>

  constructor(terms: Terms<WordKind>) {
    for (const [key, { words: entries }] of terms) {
      for (const entry of entries) {
        if (!this.#kinds.has(entry)) this.#kinds.set(entry, key)
        const words = entry.split(' ')
        const last = words[words.length - 1]
        this.#longest.set(last, Math.max(this.#longest.get(last) ?? 1, words.length))
      }
    }
    this.#terms = terms
  }

  /** The widest kind. `wordAt(0)` is the head, `wordAt(1)` the word before it, undefined where the phrase begins. */
  kindOf(wordAt: (before: number) => string | undefined): string | undefined {
    const finest = this.finestKindOf(wordAt)
    return finest === undefined ? undefined : this.kindsOver(finest).at(-1)
  }

  /** The kind itself: judiciary, where `kindOf` says government. */
  finestKindOf(wordAt: (before: number) => string | undefined): string | undefined {
    let phrase = wordAt(0)
    const longest = phrase === undefined ? undefined : this.#longest.get(phrase)
    if (phrase === undefined || longest === undefined) return undefined
    let found = this.#kinds.get(phrase)
    for (let before = 1; before < longest; before++) {
      const word = wordAt(before)
      if (word === undefined) break
      phrase = `${word} ${phrase}`
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
