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
  static readonly none = new WordClusters(new Uint32Array(0), new Uint16Array(0), new Uint16Array(0))

  /** Hashes of the forms in ascending order, with the group of each. */
  readonly #keys: Uint32Array
  readonly #groups: Uint16Array
  /** The numbers of the two coarser levels of each group. */
  readonly #above: Uint16Array
  /** The forms whose upper bits are `b` are those from `buckets[b]` up to `buckets[b + 1]`: one or two. */
  readonly #buckets: Uint32Array
  readonly #shift: number

  private constructor(keys: Uint32Array, groups: Uint16Array, above: Uint16Array) {
    this.#keys = keys
    this.#groups = groups
    this.#above = above
    const bits = Math.max(1, Math.ceil(Math.log2(Math.max(1, keys.length))))
    this.#shift = 32 - bits
    this.#buckets = new Uint32Array(2 ** bits + 1)
    let bucket = 0
    for (let i = 0; i < keys.length; i++) while (bucket < keys[i] >>> this.#shift) this.#buckets[++bucket] = i
    this.#buckets.fill(keys.length, bucket + 1)
  }

  /** The group of the word with the hash `form`, at level 0 (coarse), 1 or 2 (fine). */
  at(form: number, level: number): number {
    const key = form >>> 0
    const bucket = key >>> this.#shift
    let at = this.#buckets[bucket]
    const end = this.#buckets[bucket + 1]
    while (at < end && this.#keys[at] !== key) at++
    if (at === end) return 0
    const group = this.#groups[at]
    return level === LEVELS - 1 ? group + 1 : this.#above[group * 2 + level] + 1
  }

  /** Reads what `encodeClusters` wrote; `name` is for the complaint about bytes that are something else. */
  static parse(bytes: Uint8Array, name = 'clusters'): WordClusters {
    const body = bodyOf(bytes, MAGIC, VERSION, name)
    const cursor = { at: 0 }
    const above = new Uint16Array(readVarint(body, cursor) * 2)
    for (let i = 0; i < above.length; i++) above[i] = readVarint(body, cursor)
    const words = readVarint(body, cursor)
    const keys = new Uint32Array(words)
    const groups = new Uint16Array(words)
    let key = 0
    for (let i = 0; i < words; i++) {
      key = (key + readVarint(body, cursor)) >>> 0
      keys[i] = key
      groups[i] = readVarint(body, cursor)
    }
    return new WordClusters(keys, groups, above)
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
