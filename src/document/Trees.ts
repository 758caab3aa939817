import { filled } from '../base/filled.ts'
import type { Document } from './Document.ts'
import type { Arc, Tag, Token } from './Layers.ts'

/**
 * The words of a document with their trees, for walking up and down:
 *
 *     Officials said the bridge was closed .
 *     nsubj     root det nsubj  aux ccomp  punct
 *
 *     trees.child(said, 'ccomp')  → closed      trees.left(closed), trees.right(closed)  → the … closed
 *
 * A tree that is broken (a head out of range, a circle) is cut there, so that every walk ends.
 */
export class Trees {
  readonly tokens: readonly Token[]
  readonly tags: readonly Tag[]
  readonly arcs: readonly Arc[]
  readonly #head: Int32Array
  readonly #depth: Int32Array
  readonly #left: Int32Array
  readonly #right: Int32Array
  readonly #children: readonly (readonly number[])[]
  // Filled as they are asked for.
  readonly #plain: (string | undefined)[]
  readonly #lemmas: string[]
  readonly #lower: string[]
  readonly #prepositions: string[]

  constructor(tokens: readonly Token[], tags: readonly Tag[], arcs: readonly Arc[]) {
    this.tokens = tokens
    this.tags = tags
    this.arcs = arcs
    const n = tokens.length
    this.#head = filled(new Int32Array(n), (i) => {
      const head = arcs[i]?.head ?? -1
      return head >= 0 && head < n && head !== i ? head : -1
    })
    this.#depth = depthsOf(this.#head)
    const children: number[][] = new Array(n)
    for (let i = 0; i < n; i++) children[i] = []
    for (let i = 0; i < n; i++) if (this.#head[i] >= 0) children[this.#head[i]].push(i)
    this.#children = children
    this.#left = filled(new Int32Array(n), (i) => i)
    this.#right = this.#left.slice()
    for (const i of deepestFirst(this.#depth)) {
      const head = this.#head[i]
      if (head < 0) continue
      this.#left[head] = Math.min(this.#left[head], this.#left[i])
      this.#right[head] = Math.max(this.#right[head], this.#right[i])
    }
    this.#plain = new Array(n)
    this.#lemmas = new Array(n)
    this.#lower = new Array(n)
    this.#prepositions = new Array(n)
  }

  /** The trees of a document, made once: layers do not change. */
  static of(document: Document): Trees {
    let trees = OF_DOCUMENT.get(document)
    if (trees === undefined) {
      trees = new Trees(document.get('tokens'), document.get('tags'), document.get('trees'))
      OF_DOCUMENT.set(document, trees)
    }
    return trees
  }

  get length(): number {
    return this.tokens.length
  }

  /** The governor of a word, -1 at a root. */
  head(i: number): number {
    return this.#head[i]
  }

  /** The words of a span: those from `from` on that begin before `end`, `[from, to)`. */
  within({ start, end }: { readonly start: number; readonly end: number }): { from: number; to: number } {
    const from = this.#firstWhere((token) => token.end > start)
    return {
      from,
      to: Math.max(
        from,
        this.#firstWhere((token) => token.start >= end),
      ),
    }
  }

  /** The word of a span that its others hang on, the first if there are several; -1 where the span holds none. */
  headIn(span: { readonly start: number; readonly end: number }): number {
    const { from, to } = this.within(span)
    for (let i = from; i < to; i++) {
      const head = this.#head[i]
      if ((head < from || head >= to) && this.tags[i].upos !== 'PUNCT') return i
    }
    return -1
  }

  /** Of words in text order, the first of which `holds` is true. */
  #firstWhere(holds: (token: Token) => boolean): number {
    let [low, high] = [0, this.tokens.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (holds(this.tokens[middle])) high = middle
      else low = middle + 1
    }
    return low
  }

  /** Steps up to the root. */
  depth(i: number): number {
    return this.#depth[i] ?? 0
  }

  /** The relation to the governor, with its subtype: `nsubj:pass`. */
  relation(i: number): string {
    return this.arcs[i]?.deprel ?? 'dep'
  }

  /** The relation without its subtype: `nsubj` for `nsubj:pass`. */
  plainRelation(i: number): string {
    const known = this.#plain[i]
    if (known !== undefined) return known
    const relation = this.relation(i)
    const colon = relation.indexOf(':')
    const plain = colon < 0 ? relation : relation.slice(0, colon)
    if (i >= 0 && i < this.length) this.#plain[i] = plain
    return plain
  }

  /** The lemma in lower case; empty for no word (-1), as `child` gives where there is none. */
  lemma(i: number): string {
    if (i < 0 || i >= this.length) return ''
    this.#lemmas[i] ??= this.tags[i]?.lemma.toLowerCase() ?? ''
    return this.#lemmas[i]
  }

  /** The word in lower case; empty for no word. */
  lower(i: number): string {
    if (i < 0 || i >= this.length) return ''
    this.#lower[i] ??= this.tokens[i].text.toLowerCase()
    return this.#lower[i]
  }

  /** The preposition of a phrase: "on" for "bridge" in "on the bridge"; several words are joined: "in front of". Empty where it has none. */
  preposition(i: number): string {
    if (i < 0 || i >= this.length) return ''
    this.#prepositions[i] ??= this.#prepositionOf(i)
    return this.#prepositions[i]
  }

  #prepositionOf(i: number): string {
    let words = ''
    for (const child of this.children(i)) {
      if (child >= i || this.plainRelation(child) !== 'case') continue
      words += words === '' ? this.lower(child) : ` ${this.lower(child)}`
      for (const inner of this.children(child))
        if (this.plainRelation(inner) === 'fixed') words += ` ${this.lower(inner)}`
    }
    return words
  }

  /** The dependents of a word in text order. */
  children(i: number): readonly number[] {
    return this.#children[i] ?? []
  }

  /** The first dependent in one of the relations; `nsubj` also finds `nsubj:pass`. */
  child(i: number, ...relations: readonly string[]): number {
    for (const c of this.children(i)) {
      const relation = this.relation(c)
      if (relations.includes(relation)) return c
      const plain = this.plainRelation(c)
      if (plain !== relation && relations.includes(plain)) return c
    }
    return -1
  }

  /** The leftmost word of the subtree. */
  left(i: number): number {
    return this.#left[i] ?? i
  }

  /** The rightmost word of the subtree. */
  right(i: number): number {
    return this.#right[i] ?? i
  }

  /** True where `below` stands in the subtree of `above`, or is it. */
  dominates(above: number, below: number): boolean {
    let i = below
    while (i >= 0 && this.#depth[i] > this.#depth[above]) i = this.#head[i]
    return i === above
  }

  /** The lowest word above both, -1 where they stand in different trees. */
  meet(a: number, b: number): number {
    let [i, j] = [a, b]
    while (i !== j && i >= 0 && j >= 0) {
      if (this.#depth[i] >= this.#depth[j]) i = this.#head[i]
      else j = this.#head[j]
    }
    return i === j ? i : -1
  }
}

const OF_DOCUMENT = new WeakMap<Document, Trees>()

/** The words in order of their depth, the deepest first, counted out: a sort would take longer the longer the report. */
function deepestFirst(depth: Int32Array): Int32Array {
  let deepest = 0
  for (const d of depth) deepest = Math.max(deepest, d)
  const from = new Int32Array(deepest + 2)
  for (const d of depth) from[deepest - d + 1]++
  for (let d = 0; d <= deepest; d++) from[d + 1] += from[d]
  const words = new Int32Array(depth.length)
  for (let i = 0; i < depth.length; i++) words[from[deepest - depth[i]]++] = i
  return words
}

/** Depth of every word; the arc that closes a circle is cut (its word becomes a root). */
function depthsOf(head: Int32Array): Int32Array {
  const depth = new Int32Array(head.length).fill(-1)
  const path: number[] = []
  for (let start = 0; start < head.length; start++) {
    let i = start
    while (i >= 0 && depth[i] === -1) {
      depth[i] = -2
      path.push(i)
      i = head[i]
    }
    if (i >= 0 && depth[i] === -2) {
      head[path.at(-1)!] = -1
      i = -1
    }
    let above = i >= 0 ? depth[i] : -1
    while (path.length > 0) depth[path.pop()!] = ++above
  }
  return depth
}
