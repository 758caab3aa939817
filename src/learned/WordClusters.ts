import { AscribeError } from '../base/AscribeError.ts'

/**
 * Words grouped by the company they keep: a word has one number at each of a few levels, from coarse to fine, so that a
 * word unseen in training is known by its likes. Numbers are small positive integers; 0 is an unknown word.
 */
export class WordClusters {
  readonly levels: number
  readonly #index: ReadonlyMap<string, number>
  readonly #numbers: Uint16Array

  private constructor(levels: number, index: ReadonlyMap<string, number>, numbers: Uint16Array) {
    this.levels = levels
    this.#index = index
    this.#numbers = numbers
  }

  /** No clusters: every word is unknown at every level. */
  static readonly none = new WordClusters(3, new Map(), new Uint16Array(0))

  /** The number of a word (in lower case) at a level. */
  at(word: string, level: number): number {
    const row = this.#index.get(word)
    return row === undefined ? 0 : this.#numbers[row * this.levels + level]
  }

  /**
   * Reads clusters from text: a first line `levels=3`, then one line a group, its numbers and its words with blanks
   * between them: `3 17 211 attacked bombed raided`.
   */
  static parse(text: string, name = 'clusters'): WordClusters {
    const lines = text.split('\n')
    const levels = Number(/^levels=(\d)$/.exec(lines[0])?.[1] ?? 0)
    if (levels === 0) {
      throw new AscribeError(
        'model-unreadable',
        `'${name}' holds no clusters`,
        'restore it from the repository, or train it',
      )
    }
    const index = new Map<string, number>()
    const numbers: number[] = []
    for (let i = 1; i < lines.length; i++) {
      const parts = lines[i].split(' ')
      for (let p = levels; p < parts.length; p++) {
        index.set(parts[p], index.size)
        for (let level = 0; level < levels; level++) numbers.push(Number(parts[level]))
      }
    }
    return new WordClusters(levels, index, Uint16Array.from(numbers))
  }
}
