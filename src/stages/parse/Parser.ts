import { filled } from '../../base/filled.ts'
import type { Arc, TokenVectors } from '../../document/Layers.ts'
import { Kernel } from '../../learned/Kernel.ts'
import { DenseLayer, rowsFor } from '../../learned/neural/DenseLayer.ts'
import { LONGEST_PIECE } from '../../learned/neural/piecesOf.ts'
import type { TensorFile } from '../../learned/neural/TensorFile.ts'
import { VectorReader } from '../../learned/neural/VectorReader.ts'
import { bestTree } from './bestTree.ts'

/** Subjects and objects: a verb has one of each. */
const [SUBJECT, OBJECT] = [1, 2]
const ONCE = [SUBJECT, OBJECT]
/** Prepositions, and what has one. */
const [CASE, OBLIQUE] = [3, 4]

function kindOf(relation: string): number {
  if (relation === 'nsubj' || relation === 'nsubj:pass') return SUBJECT
  if (relation === 'obj') return OBJECT
  if (relation === 'case') return CASE
  return relation === 'obl' ? OBLIQUE : 0
}

/**
 * Builds the tree of a sentence from the words' vectors: each pair of words is scored as word and head, the best tree is found, and each
 * arc gets its relation (after Dozat and Manning, "Deep Biaffine Attention for Neural Dependency Parsing", 2017).
 */
export class Parser {
  readonly #relations: readonly string[]
  readonly #root: number
  /** what is asked of each relation: `ONCE`, `CASE`, `OBLIQUE` or 0 */
  readonly #kinds: Int8Array
  readonly #kernel = new Kernel()
  readonly #input: VectorReader
  /** A word as one that looks for its head, and as one that may be a head; and both again for the relation. */
  readonly #layers: { readonly dependent: DenseLayer; head: DenseLayer; below: DenseLayer; above: DenseLayer }
  readonly #match: number
  readonly #relation: DenseLayer
  readonly #headBias: Float32Array
  readonly #rootHead: Float32Array
  readonly #rootAbove: Float32Array
  readonly #at: {
    readonly dependent: number
    head: number
    turned: number
    below: number
    above: number
    scores: number
  }
  readonly #pairs: { readonly rows: number; whole: number; scales: number; scores: number }

  constructor(file: TensorFile) {
    const kernel = this.#kernel
    this.#relations = file.strings('relations')
    this.#root = this.#relations.indexOf('root')
    this.#kinds = Int8Array.from(this.#relations, kindOf)
    const layer = (name: string): DenseLayer => DenseLayer.of(kernel, file, name)
    this.#layers = { dependent: layer('dependent'), head: layer('head'), below: layer('below'), above: layer('above') }
    this.#relation = layer('relation')
    this.#headBias = file.floats('headBias')
    this.#rootHead = file.floats('rootHead')
    this.#rootAbove = file.floats('rootAbove')
    const { width } = this.#relation
    this.#match = kernel.place(file.floats('match'))
    this.#input = new VectorReader(kernel, this.#layers.head.width, LONGEST_PIECE)
    const rows = rowsFor(LONGEST_PIECE + 1)
    const room = (): number => kernel.reserve(rows * width * 4)
    this.#at = {
      dependent: room(),
      head: room(),
      turned: room(),
      below: room(),
      above: room(),
      scores: kernel.reserve(rows * rows * 4),
    }
    this.#pairs = {
      rows: room(),
      whole: kernel.reserve(rows * width * 2),
      scales: kernel.reserve(rows * 4),
      scores: kernel.reserve(rows * this.#relation.outputs * 4),
    }
  }

  /** The arcs of the tokens `[from, to)`, at most `LONGEST_PIECE`; heads are indices of the whole list. */
  parse(vectors: TokenVectors, from: number, to: number): Arc[] {
    const n = to - from
    const { run } = this.#kernel
    const { width } = this.#relation
    const { dependent, head, turned, below, above, scores } = this.#at
    this.#input.read(vectors, from, to)
    const { at, scales } = this.#input
    // Row 0 of heads is the root, which is no word.
    this.#layers.dependent.run(at, scales, n, dependent, true)
    this.#layers.head.run(at, scales, n, head + width * 4, true)
    this.#kernel.floats(head, width).set(this.#rootHead)
    this.#layers.below.run(at, scales, n, below)
    this.#layers.above.run(at, scales, n, above + width * 4)
    this.#kernel.floats(above, width).set(this.#rootAbove)

    run.products(dependent, n, this.#match, width, width, turned)
    run.products(turned, n, head, n + 1, width, scores)
    const table = this.#kernel.floats(scores, n * (n + 1))
    const heads = this.#kernel.floats(head, (n + 1) * width)
    for (let h = 0; h <= n; h++) {
      let bias = 0
      for (let k = 0; k < width; k++) bias += heads[h * width + k] * this.#headBias[k]
      for (let i = 0; i < n; i++) table[i * (n + 1) + h] += bias
    }
    const tree = bestTree(table, n)
    const relations = this.#relationsOf(tree)
    return Array.from(tree, (h, i) => ({ head: h === 0 ? -1 : from + h - 1, deprel: this.#relations[relations[i]] }))
  }

  #relationsOf(tree: Int32Array): Int32Array {
    const n = tree.length
    const { width, outputs } = this.#relation
    const { rows, whole, scales, scores } = this.#pairs
    const below = this.#kernel.floats(this.#at.below, n * width)
    const above = this.#kernel.floats(this.#at.above, (n + 1) * width)
    const pairs = this.#kernel.floats(rows, n * width)
    for (let i = 0; i < n; i++) {
      for (let k = 0; k < width; k++)
        pairs[i * width + k] = Math.max(0, below[i * width + k] + above[tree[i] * width + k])
    }
    this.#kernel.run.quantize(rows, n, width, whole, scales)
    this.#relation.run(whole, scales, n, scores)
    const table = this.#kernel.floats(scores, n * outputs)
    const found = filled(new Int32Array(n), (i) => (tree[i] === 0 ? this.#root : this.#bestRelation(table, i)))
    this.#askForCases(tree, found, table)
    for (const once of ONCE) this.#keepNearest(once, tree, found, table)
    return found
  }

  /** "killing at least four traders": what no preposition marks is the object, whatever "at" stands before. */
  #askForCases(tree: Int32Array, found: Int32Array, table: Float32Array): void {
    const marked = new Set<number>()
    for (let i = 0; i < tree.length; i++) if (this.#kinds[found[i]] === CASE) marked.add(tree[i] - 1)
    for (let i = 0; i < tree.length; i++) {
      if (this.#kinds[found[i]] !== OBLIQUE || marked.has(i)) continue
      const other = this.#bestRelation(table, i, [OBLIQUE])
      if (this.#kinds[other] === OBJECT) found[i] = other
    }
  }

  /** The relation with the highest score but for the root's and those of the barred kinds. */
  #bestRelation(table: Float32Array, i: number, barred: readonly number[] = []): number {
    const from = i * this.#relation.outputs
    let best = -1
    let most = Number.NEGATIVE_INFINITY
    for (let c = 0; c < this.#relations.length; c++) {
      // Barred are few: nearly all are left out by their score.
      if (best >= 0 && !(table[from + c] > most)) continue
      if (c === this.#root || barred.includes(this.#kinds[c])) continue
      best = c
      most = table[from + c]
    }
    return best
  }

  /** "Hours later a group claimed": of two subjects of a verb the one next to it stays, the other gets its next best relation. */
  #keepNearest(once: number, tree: Int32Array, found: Int32Array, table: Float32Array): void {
    const nearest = new Map<number, number>()
    for (let i = 0; i < tree.length; i++) {
      if (this.#kinds[found[i]] !== once) continue
      const head = tree[i] - 1
      const other = nearest.get(head)
      const isNearer = other === undefined || Math.abs(head - i) < Math.abs(head - other)
      const loser = isNearer ? other : i
      if (loser !== undefined) found[loser] = this.#bestRelation(table, loser, ONCE)
      if (isNearer) nearest.set(head, i)
    }
  }
}
