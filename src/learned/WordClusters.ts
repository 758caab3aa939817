import { readVarint, withHead, writeVarint } from './binary.ts'
import { bodyOf } from './bodyOf.ts'

/** "ASCW": the first four bytes of a file of clusters. */
const MAGIC = 0x57435341
const VERSION = 1
const LEVELS = 3

/**
 * Words grouped by the company they keep: a word unseen in training is known by its likes. There are three levels from
 * coarse to fine, each group lying within one of the level above; groups are numbered from 1, and 0 is an unknown word.
 * Words are looked up by the hash of their form: `clusters.at(hashString(wordForm('Bombed')), 2)`.
 */
export class WordClusters {
  /** No clusters: every word is unknown. */
  static readonly none = new WordClusters(new Map(), new Uint16Array(0))

  readonly #groups: ReadonlyMap<number, number>
  /** The numbers of the two coarser levels of each group. */
  readonly #above: Uint16Array

  private constructor(groups: ReadonlyMap<number, number>, above: Uint16Array) {
    this.#groups = groups
    this.#above = above
  }

  /** The group of the word with the hash `form`, at level 0 (coarse), 1 or 2 (fine). */
  at(form: number, level: number): number {
    const group = this.#groups.get(form)
    if (group === undefined) return 0
    return level === LEVELS - 1 ? group + 1 : this.#above[group * 2 + level] + 1
  }

  /** Reads what `encodeClusters` wrote; `name` is for the complaint about bytes that are something else. */
  static parse(bytes: Uint8Array, name = 'clusters'): WordClusters {
    const body = bodyOf(bytes, MAGIC, VERSION, name)
    const cursor = { at: 0 }
    const above = new Uint16Array(readVarint(body, cursor) * 2)
    for (let i = 0; i < above.length; i++) above[i] = readVarint(body, cursor)
    const groups = new Map<number, number>()
    const words = readVarint(body, cursor)
    let key = 0
    for (let i = 0; i < words; i++) {
      key = (key + readVarint(body, cursor)) >>> 0
      groups.set(key | 0, readVarint(body, cursor))
    }
    return new WordClusters(groups, above)
  }
}

/** Writes clusters: `above[group]` has the two coarser numbers of a group, `words` pairs the hash of a form with its group. */
export function encodeClusters(
  above: readonly (readonly [number, number])[],
  words: ReadonlyMap<number, number>,
): Uint8Array {
  const body: number[] = []
  writeVarint(above.length, body)
  for (const [coarse, middle] of above) {
    writeVarint(coarse, body)
    writeVarint(middle, body)
  }
  writeVarint(words.size, body)
  let last = 0
  for (const [key, group] of [...words].sort(([a], [b]) => (a >>> 0) - (b >>> 0))) {
    writeVarint((key >>> 0) - last, body)
    writeVarint(group, body)
    last = key >>> 0
  }
  return withHead(MAGIC, VERSION, Uint8Array.from(body))
}
