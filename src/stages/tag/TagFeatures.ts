import { feature, hashString } from '../../learned/featureHash.ts'
import type { WordClusters } from '../../learned/WordClusters.ts'
import { wordForm, wordShape } from '../../learned/wordForm.ts'

/** The most features a word has. */
export const MOST_TAG_FEATURES = 64

/** What is kept of each distinct word, by place in its row. */
const ROW = 14
const WORD = 0
const SUFFIX = 1 // to 4: of one to four letters
const PREFIX = 5 // to 7
const SHAPE = 8
const CLUSTER = 9 // to 11
const AMBIGUITY = 12
const LENGTH = 13
/** A reading of many reports does not keep every word it ever saw. */
const MOST_WORDS = 200_000

/**
 * What the tag of a word rests on: the word, its beginning and end, its looks, its clusters, the tags it was seen with
 * ("ambiguity"), the words around it, and the two tags before. The trainer and the tagger use the same.
 */
export class TagFeatures {
  readonly #clusters: WordClusters
  readonly #ambiguity: ReadonlyMap<string, number>
  readonly #index = new Map<string, number>()
  #rows = new Int32Array(ROW * 4096)
  /** Row of each word of the sentence, with two borders before and after it. */
  #words = new Int32Array(512)
  #length = 0

  constructor(clusters: WordClusters, ambiguity: ReadonlyMap<string, number>) {
    this.#clusters = clusters
    this.#ambiguity = ambiguity
  }

  /** Takes the words of a sentence. */
  begin(words: readonly string[]): void {
    if (this.#index.size > MOST_WORDS) this.#index.clear()
    if (words.length + 5 > this.#words.length) this.#words = new Int32Array(words.length * 2 + 5)
    this.#length = words.length
    const border = this.#row('')
    this.#words[0] = border
    this.#words[1] = border
    for (let i = 0; i < words.length; i++) this.#words[i + 2] = this.#row(words[i])
    for (let i = 2; i < 5; i++) this.#words[words.length + i] = border
  }

  /** Fills `out` for word `i`; `before` and `before2` are the tags (class numbers, -1 at the border) of the words before. */
  fill(i: number, before: number, before2: number, out: Int32Array): number {
    const rows = this.#rows
    const w = this.#words
    const [m2, m1, at, p1, p2] = [w[i], w[i + 1], w[i + 2], w[i + 3], w[i + 4]]
    const first = i === 0 ? 1 : this.#length === 1 ? 2 : 0
    const shape = rows[at + SHAPE] * 4 + first
    const word = rows[at + WORD]
    const [t1, t2] = [before + 1, before2 + 1]
    const [c0, c1] = [rows[at + CLUSTER + 2], rows[at + CLUSTER + 1]]
    const ambiguity = rows[at + AMBIGUITY]
    const next = rows[p1 + AMBIGUITY]
    let n = 0
    out[n++] = feature(1, word)
    out[n++] = feature(2, word, shape)
    out[n++] = feature(3, word, t1)
    out[n++] = feature(4, word, rows[m1 + WORD])
    out[n++] = feature(5, word, rows[p1 + WORD])
    out[n++] = feature(6, rows[at + SUFFIX], shape)
    out[n++] = feature(7, rows[at + SUFFIX + 1])
    out[n++] = feature(8, rows[at + SUFFIX + 2])
    out[n++] = feature(9, rows[at + SUFFIX + 3])
    out[n++] = feature(10, rows[at + SUFFIX + 2], shape)
    out[n++] = feature(11, rows[at + SUFFIX + 2], t1)
    out[n++] = feature(12, rows[at + PREFIX])
    out[n++] = feature(13, rows[at + PREFIX + 1])
    out[n++] = feature(14, rows[at + PREFIX + 2])
    out[n++] = feature(15, shape, rows[p1 + SHAPE])
    out[n++] = feature(16, shape, rows[m1 + SHAPE], t1)
    out[n++] = feature(17, rows[m1 + WORD])
    out[n++] = feature(18, rows[p1 + WORD])
    out[n++] = feature(19, rows[m2 + WORD])
    out[n++] = feature(20, rows[p2 + WORD])
    out[n++] = feature(21, t1)
    out[n++] = feature(22, t1, t2)
    out[n++] = feature(23, t1, t2, word)
    out[n++] = feature(24, t1, rows[p1 + WORD])
    out[n++] = feature(25, rows[m1 + WORD], rows[p1 + WORD])
    out[n++] = feature(26, rows[p1 + SUFFIX + 2], rows[at + SUFFIX + 1])
    out[n++] = feature(27, rows[m1 + SUFFIX + 2], rows[at + SUFFIX + 1])
    out[n++] = feature(28, rows[p1 + SUFFIX + 2])
    out[n++] = feature(29, ambiguity, t1, shape)
    out[n++] = feature(30, ambiguity, next, t1)
    out[n++] = feature(31, ambiguity, next, rows[p2 + AMBIGUITY])
    out[n++] = feature(32, ambiguity, rows[m1 + WORD])
    out[n++] = feature(33, ambiguity, rows[p1 + WORD])
    out[n++] = feature(34, rows[at + CLUSTER])
    out[n++] = feature(35, c1)
    out[n++] = feature(36, c0)
    out[n++] = feature(37, c0, t1)
    out[n++] = feature(38, c1, rows[p1 + CLUSTER + 1], t1)
    out[n++] = feature(39, rows[p1 + CLUSTER + 2])
    out[n++] = feature(40, rows[m1 + CLUSTER + 2])
    out[n++] = feature(41, c1, rows[m1 + CLUSTER + 1])
    out[n++] = feature(42, t1, rows[p1 + CLUSTER + 1], rows[p2 + CLUSTER + 1])
    out[n++] = feature(43, c1, shape, t1)
    out[n++] = feature(44, rows[at + LENGTH], shape, t1)
    return n
  }

  #row(word: string): number {
    const known = this.#index.get(word)
    if (known !== undefined) return known
    const at = this.#index.size * ROW
    if (at + ROW > this.#rows.length) {
      const larger = new Int32Array(this.#rows.length * 2)
      larger.set(this.#rows)
      this.#rows = larger
    }
    this.#index.set(word, at)
    const rows = this.#rows
    const form = wordForm(word)
    const size = form.length
    rows[at + WORD] = hashString(form)
    for (let k = 1; k <= 4; k++) rows[at + SUFFIX + k - 1] = hashString(form, Math.max(0, size - k))
    for (let k = 1; k <= 3; k++) rows[at + PREFIX + k - 1] = hashString(form, 0, Math.min(size, k))
    rows[at + SHAPE] = wordShape(word)
    for (let level = 0; level < 3; level++) rows[at + CLUSTER + level] = this.#clusters.at(rows[at + WORD], level)
    rows[at + AMBIGUITY] = this.#ambiguity.get(form) ?? 0
    rows[at + LENGTH] = Math.min(4, size)
    return at
  }
}
