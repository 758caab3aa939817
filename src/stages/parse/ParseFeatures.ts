import type { Tag } from '../../document/Layers.ts'
import { feature, hashString } from '../../learned/featureHash.ts'
import type { WordClusters } from '../../learned/WordClusters.ts'
import { wordForm } from '../../learned/wordForm.ts'
import type { ArcHybrid } from './ArcHybrid.ts'

/** The most features a state has. */
export const MOST_PARSE_FEATURES = 160
const MOST_WORDS = 200_000

type Words = readonly { readonly text: string }[]

/**
 * What the next move rests on, after Zhang and Nivre (2011): words, tags and clusters on top of the stack and next in
 * line, their outermost children with the relations, how far apart they are and how many children they have.
 */
export class ParseFeatures {
  readonly #clusters: WordClusters
  readonly #index = new Map<string, number>()
  #known = new Int32Array(3 * 4096)
  // By word of the sentence, with the root and "none" at the end.
  #word = new Int32Array(512)
  #tag = new Int32Array(512)
  #coarse = new Int32Array(512)
  #cluster = new Int32Array(512)
  #group = new Int32Array(512)
  /** How many commas, verbs and quotation marks stand before each word. */
  #commas = new Int32Array(512)
  #verbs = new Int32Array(512)
  #quotes = new Int32Array(512)

  constructor(clusters: WordClusters) {
    this.#clusters = clusters
  }

  /** Takes a sentence: the words `[from, to)` with their tags. */
  begin(words: Words, tags: readonly Pick<Tag, 'upos' | 'xpos'>[], from: number, to: number): void {
    const length = to - from
    if (this.#index.size > MOST_WORDS) this.#index.clear()
    if (length + 2 > this.#word.length) {
      const size = length * 2 + 2
      this.#word = new Int32Array(size)
      this.#tag = new Int32Array(size)
      this.#coarse = new Int32Array(size)
      this.#cluster = new Int32Array(size)
      this.#group = new Int32Array(size)
      this.#commas = new Int32Array(size)
      this.#verbs = new Int32Array(size)
      this.#quotes = new Int32Array(size)
    }
    let [commas, verbs, quotes] = [0, 0, 0]
    for (let i = 0; i < length; i++) {
      this.#commas[i] = commas
      this.#verbs[i] = verbs
      this.#quotes[i] = quotes
      const at = this.#row(words[from + i].text)
      this.#word[i] = this.#known[at]
      this.#cluster[i] = this.#known[at + 1]
      this.#group[i] = this.#known[at + 2]
      const { upos, xpos } = tags[from + i]
      this.#coarse[i] = hashString(upos)
      // "that" and "to" have one Penn tag and several universal ones.
      this.#tag[i] = (hashString(xpos) * 31 + this.#coarse[i]) | 0
      if (xpos === ',') commas++
      else if (xpos === '``' || xpos === "''") quotes++
      else if (upos === 'VERB') verbs++
    }
    for (const i of [length, length + 1]) {
      this.#commas[i] = commas
      this.#verbs[i] = verbs
      this.#quotes[i] = quotes
    }
    for (const [i, mark] of [
      [length, 1],
      [length + 1, 2],
    ]) {
      this.#word[i] = mark
      this.#tag[i] = mark
      this.#coarse[i] = mark
      this.#cluster[i] = -mark
      this.#group[i] = -mark
    }
  }

  /** Fills `out` with the features of a state. */
  fill(state: ArcHybrid, out: Int32Array): number {
    const { length, next, left, left2, right, right2, labels, lefts, rights, heads } = state
    const none = length + 1
    const [w, p, u, c, g] = [this.#word, this.#tag, this.#coarse, this.#cluster, this.#group]
    const s0 = state.peek(0)
    const s1 = state.peek(1)
    const s2 = state.peek(2)
    const b0 = next
    const b1 = next + 1 <= length ? next + 1 : none
    const b2 = next + 2 <= length ? next + 2 : none
    const [s0l, s0r, s1l, s1r, b0l] = [left[s0], right[s0], left[s1], right[s1], left[b0]]
    const [s0l2, s0r2, s1r2, b0l2] = [left2[s0], right2[s0], right2[s1], left2[b0]]
    const near = distance(s0, b0, none)
    const below = distance(s1, s0, none)
    const [ws0, ws1, wb0, wb1] = [w[s0], w[s1], w[b0], w[b1]]
    const [ps0, ps1, ps2, pb0, pb1, pb2] = [p[s0], p[s1], p[s2], p[b0], p[b1], p[b2]]
    const [us0, us1, ub0] = [u[s0], u[s1], u[b0]]
    const [cs0, cs1, cb0] = [c[s0], c[s1], c[b0]]
    const [gs0, gs1, gb0] = [g[s0], g[s1], g[b0]]
    // The word right before the next one: closes what is on the stack.
    const last = next > 0 ? next - 1 : none
    let n = 0
    // single words
    out[n++] = feature(1, ws0)
    out[n++] = feature(2, ps0)
    out[n++] = feature(3, ws0, ps0)
    out[n++] = feature(4, ws1)
    out[n++] = feature(5, ps1)
    out[n++] = feature(6, ws1, ps1)
    out[n++] = feature(7, wb0)
    out[n++] = feature(8, pb0)
    out[n++] = feature(9, wb0, pb0)
    out[n++] = feature(10, wb1, pb1)
    out[n++] = feature(11, pb1)
    out[n++] = feature(12, w[b2], pb2)
    out[n++] = feature(13, pb2)
    out[n++] = feature(14, w[s2], ps2)
    out[n++] = feature(15, cs0)
    out[n++] = feature(16, cs1)
    out[n++] = feature(17, cb0)
    out[n++] = feature(18, c[b1])
    out[n++] = feature(19, w[last], p[last])
    // pairs
    out[n++] = feature(20, ws0, wb0)
    out[n++] = feature(21, ws0, ps0, pb0)
    out[n++] = feature(22, ps0, wb0, pb0)
    out[n++] = feature(23, ps0, pb0)
    out[n++] = feature(24, ws0, wb0, mixed(ps0, pb0))
    out[n++] = feature(25, ps0, ps1)
    out[n++] = feature(26, ws0, ws1)
    out[n++] = feature(27, ws0, ps0, ps1)
    out[n++] = feature(28, ps0, ws1, ps1)
    out[n++] = feature(29, ps1, pb0)
    out[n++] = feature(30, ws1, pb0)
    out[n++] = feature(31, ps1, wb0)
    out[n++] = feature(32, pb0, pb1)
    out[n++] = feature(33, wb0, pb1)
    out[n++] = feature(34, pb0, wb1)
    out[n++] = feature(35, cs0, cb0)
    out[n++] = feature(36, cs0, pb0)
    out[n++] = feature(37, ps0, cb0)
    out[n++] = feature(38, cs0, cs1)
    out[n++] = feature(39, ps0, cs1)
    out[n++] = feature(40, cs0, ps1)
    out[n++] = feature(41, gs0, gb0, pb1)
    out[n++] = feature(42, gs0, gs1, pb0)
    out[n++] = feature(43, us0, us1, ub0)
    // three in a row
    out[n++] = feature(44, pb0, pb1, pb2)
    out[n++] = feature(45, ps0, pb0, pb1)
    out[n++] = feature(46, ps1, ps0, pb0)
    out[n++] = feature(47, ps2, ps1, ps0)
    out[n++] = feature(48, ws0, pb0, pb1)
    out[n++] = feature(49, ps0, wb0, pb1)
    out[n++] = feature(50, ws1, ps0, pb0)
    out[n++] = feature(51, ps1, ws0, pb0)
    out[n++] = feature(52, ps1, ps0, wb0)
    out[n++] = feature(53, mixed(ps1, ps0), pb0, pb1)
    out[n++] = feature(54, mixed(us1, us0), mixed(ub0, u[b1]), u[b2])
    // with children
    out[n++] = feature(55, ps0, p[s0l], pb0)
    out[n++] = feature(56, ps0, p[s0r], pb0)
    out[n++] = feature(57, ps0, pb0, p[b0l])
    out[n++] = feature(58, ps1, p[s1r], ps0)
    out[n++] = feature(59, ps1, p[s1l], ps0)
    out[n++] = feature(60, ps1, ps0, p[s0l])
    out[n++] = feature(61, ps1, ps0, p[s0r])
    out[n++] = feature(62, ps0, p[s0l], p[s0l2])
    out[n++] = feature(63, ps0, p[s0r], p[s0r2])
    out[n++] = feature(64, ps1, p[s1r], p[s1r2])
    out[n++] = feature(65, pb0, p[b0l], p[b0l2])
    out[n++] = feature(66, w[s0l], labels[s0l])
    out[n++] = feature(67, w[s0r], labels[s0r])
    out[n++] = feature(68, w[s1r], labels[s1r])
    out[n++] = feature(69, w[b0l], labels[b0l])
    out[n++] = feature(70, w[s1l], labels[s1l])
    out[n++] = feature(71, ps0, labels[s0l], labels[s0l2])
    out[n++] = feature(72, ps0, labels[s0r], labels[s0r2])
    out[n++] = feature(73, pb0, labels[b0l], labels[b0l2])
    out[n++] = feature(74, ps1, labels[s1r], labels[s1r2])
    out[n++] = feature(75, mixed(ps0, labels[s0l]), mixed(labels[s0r], pb0), labels[b0l])
    out[n++] = feature(76, mixed(ps1, labels[s1r]), mixed(ps0, labels[s0r]), pb0)
    out[n++] = feature(77, ps1, w[s0l], ps0)
    out[n++] = feature(78, ws0, w[s0l], pb0)
    out[n++] = feature(79, ws1, ps0, w[s0l])
    out[n++] = feature(80, mixed(ps1, labels[s1l]), mixed(ps0, labels[s0l]), labels[s0r])
    // distance and number of children
    out[n++] = feature(81, ps0, near)
    out[n++] = feature(82, ws0, near)
    out[n++] = feature(83, pb0, near)
    out[n++] = feature(84, wb0, near)
    out[n++] = feature(85, ps0, pb0, near)
    out[n++] = feature(86, ps1, ps0, below)
    out[n++] = feature(87, ws1, ps0, below)
    out[n++] = feature(88, mixed(ps1, ps0), pb0, near * 8 + below)
    const counts = Math.min(3, lefts[s0]) * 4 + Math.min(3, rights[s0])
    out[n++] = feature(89, ws0, counts)
    out[n++] = feature(90, ps0, counts, pb0)
    out[n++] = feature(91, ps1, Math.min(3, lefts[s1]) * 4 + Math.min(3, rights[s1]), ps0)
    out[n++] = feature(92, wb0, Math.min(3, lefts[b0]))
    out[n++] = feature(93, pb0, Math.min(3, lefts[b0]), ps0)
    out[n++] = feature(94, Math.min(4, state.height), pb0, ps0)
    // what stands between the top of the stack and the next word
    out[n++] = feature(95, ps0, p[last], pb0)
    out[n++] = feature(96, ps0, w[last], pb0)
    out[n++] = feature(97, mixed(ps1, ps0), w[last], pb0)
    out[n++] = feature(98, next > 0 && heads[last] === s0 ? labels[last] : -1, ps0, pb0)
    const after = this.#between(s0, b0)
    const under = this.#between(s1, s0)
    out[n++] = feature(99, ps0, pb0, after)
    out[n++] = feature(100, ps1, ps0, under)
    out[n++] = feature(101, mixed(us1, us0), ub0, after * 64 + under)
    out[n++] = feature(102, ws0, pb0, after)
    out[n++] = feature(103, ws1, ps0, under)
    out[n++] = feature(104, ps0, wb0, after)
    out[n++] = feature(105, mixed(ps1, labels[s1l]), mixed(ps0, labels[s0r]), under)
    out[n++] = feature(106, cs1, cs0, under & 3)
    out[n++] = feature(107, gs1, ps0, mixed(labels[s0l], labels[s0r]))
    return n
  }

  /** What stands between two words: commas, verbs and whether a quotation opens or closes. */
  #between(a: number, b: number): number {
    const commas = Math.min(3, this.#commas[b] - this.#commas[a])
    const verbs = Math.min(3, this.#verbs[b] - this.#verbs[a])
    return ((this.#quotes[b] - this.#quotes[a]) & 1) * 16 + verbs * 4 + commas
  }

  #row(word: string): number {
    const known = this.#index.get(word)
    if (known !== undefined) return known
    const at = this.#index.size * 3
    if (at + 3 > this.#known.length) {
      const larger = new Int32Array(this.#known.length * 2)
      larger.set(this.#known)
      this.#known = larger
    }
    this.#index.set(word, at)
    const form = wordForm(word)
    this.#known[at] = hashString(form)
    this.#known[at + 1] = this.#clusters.at(this.#known[at], 2)
    this.#known[at + 2] = this.#clusters.at(this.#known[at], 0)
    return at
  }
}

const mixed = (a: number, b: number): number => (Math.imul(a, 0x9e3779b1) ^ b) | 0

function distance(a: number, b: number, none: number): number {
  if (a === none || b === none) return 0
  const gap = b - a
  return gap < 5 ? gap : gap < 10 ? 5 : gap < 20 ? 6 : 7
}
