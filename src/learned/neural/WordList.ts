import { hashString } from '../featureHash.ts'
import { wordForm } from '../wordForm.ts'

/** Row numbers of known words, from 1; 0 is any other. Words are known by the hash of their form (see `wordForm`). */
export class WordList {
  readonly #keys: Int32Array
  readonly #rows: Int32Array
  readonly #mask: number

  /** `keys[i]` is the hash of the word of row i + 1. */
  constructor(keys: Uint32Array) {
    const size = 2 ** Math.ceil(Math.log2(keys.length * 2 + 1))
    this.#mask = size - 1
    this.#keys = new Int32Array(size)
    this.#rows = new Int32Array(size)
    for (const [i, key] of keys.entries()) {
      let at = key & this.#mask
      while (this.#rows[at] !== 0) at = (at + 1) & this.#mask
      this.#keys[at] = key
      this.#rows[at] = i + 1
    }
  }

  rowOf(word: string): number {
    const key = hashString(wordForm(word))
    let at = key & this.#mask
    while (this.#rows[at] !== 0 && this.#keys[at] !== key) at = (at + 1) & this.#mask
    return this.#rows[at]
  }
}
