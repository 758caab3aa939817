import type { TokenVectors } from '../../document/Layers.ts'
import type { Trees } from '../../document/Trees.ts'
import { Kernel } from '../../learned/Kernel.ts'
import { DenseLayer, rowsFor } from '../../learned/neural/DenseLayer.ts'
import { LONGEST_PIECE, piecesOf } from '../../learned/neural/piecesOf.ts'
import { RecurrentLayer } from '../../learned/neural/RecurrentLayer.ts'
import type { TensorFile } from '../../learned/neural/TensorFile.ts'
import { VectorWidener } from '../../learned/neural/VectorWidener.ts'
import { type CertaintyView, certaintyRows, MOST_CERTAINTY_ROWS } from './certaintyRows.ts'

const [FLOAT, DOUBLE] = [4, 8]
/** The answers, in this order. */
const [WEB, NEWS] = [0, 1]

/**
 * Says of predicates how sure the text is of them, from -3 to +3, as readers of news and readers of web text would put it. A
 * gated recurrence reads the words' vectors; what comes out for the predicate and for its governor is put together with rows of a
 * table for what the tree, the words around and the rules say of it.
 */
export class CertaintyNetwork {
  readonly #kernel = new Kernel()
  readonly #vectors: VectorWidener
  /** Columns of the table of what is known of a predicate. */
  readonly #columns: number
  readonly #noHead: Float32Array
  readonly #context: RecurrentLayer
  readonly #project: DenseLayer
  readonly #answers: Float32Array
  readonly #answerBias: Float32Array
  readonly #hidden: number
  readonly #at: { readonly x: number; mixed: number; whole: number; scales: number; gates: number; out: number }
  /** Addresses of the table and its steps, of the layer over its sums (column by column), and of what is put together for a predicate. */
  readonly #tables: { readonly rows: number; steps: number; bag: number }
  readonly #own: { readonly found: number; sum: number; inner: number }
  readonly #found: Uint16Array
  readonly #inner: Float64Array

  constructor(file: TensorFile) {
    const kernel = this.#kernel
    const { values, steps, columns } = file.table('rows')
    this.#columns = columns
    this.#noHead = file.floats('noHead')
    this.#hidden = this.#noHead.length
    this.#tables = {
      rows: kernel.reserve(values.length),
      steps: kernel.place(steps),
      bag: kernel.place(transposed(file.values('bag'), this.#hidden)),
    }
    this.#context = new RecurrentLayer(kernel, file, 'context')
    this.#project = DenseLayer.of(kernel, file, 'project')
    this.#answers = file.values('answer')
    this.#answerBias = file.floats('answer.bias')
    const most = rowsFor(LONGEST_PIECE)
    const { width } = this.#project
    this.#vectors = new VectorWidener(kernel, this.#context.layer.width, LONGEST_PIECE)
    this.#at = {
      x: kernel.reserve(most * width * FLOAT),
      mixed: kernel.reserve(most * width * FLOAT),
      whole: kernel.reserve(most * width * 2),
      scales: kernel.reserve(most * FLOAT),
      gates: kernel.reserve(most * Math.max(this.#context.layer.outputs, this.#project.outputs) * FLOAT),
      out: kernel.reserve(most * width * FLOAT),
    }
    this.#own = {
      found: kernel.reserve(MOST_CERTAINTY_ROWS * 2),
      sum: kernel.reserve(columns * FLOAT),
      inner: kernel.reserve(this.#hidden * DOUBLE),
    }
    kernel.bytes(this.#tables.rows, values.length).set(values)
    this.#found = kernel.rows(this.#own.found, MOST_CERTAINTY_ROWS)
    this.#inner = kernel.doubles(this.#own.inner, this.#hidden)
  }

  /** Fills `values` for the predicates, words of one sentence in text order; `news` is how likely the text is news. */
  read(
    view: CertaintyView,
    vectors: TokenVectors,
    sentence: { readonly from: number; readonly to: number },
    predicates: readonly number[],
    news: number,
    values: Float64Array,
  ): void {
    let p = 0
    for (const [from, to] of piecesOf(sentence)) {
      const first = p
      while (p < predicates.length && predicates[p] < to) p++
      if (p > first) this.#readPiece(view, vectors, from, to, predicates.slice(first, p), news, values)
    }
  }

  #readPiece(
    view: CertaintyView,
    vectors: TokenVectors,
    from: number,
    to: number,
    predicates: readonly number[],
    news: number,
    values: Float64Array,
  ): void {
    const { trees } = view
    const around = this.#around(vectors, from, to)
    const needed = wordsNeeded(trees, predicates, from, to)
    const projected = this.#projectedOf(needed, around, from)
    const width = this.#project.outputs
    const hidden = this.#hidden
    const { run } = this.#kernel
    const inner = this.#inner
    const place = new Map(needed.map((i, k) => [i, k]))
    for (const i of predicates) {
      const own = place.get(i)! * width
      const above = place.get(trees.head(i))
      for (let j = 0; j < hidden; j++)
        inner[j] = projected[own + j] + (above === undefined ? this.#noHead[j] : projected[above * width + hidden + j])
      const { rows, steps, bag } = this.#tables
      run.sumSteps(this.#own.found, certaintyRows(view, i, this.#found), rows, steps, this.#columns, this.#own.sum)
      run.addProducts(this.#own.sum, this.#columns, bag, hidden, this.#own.inner)
      let [web, plain] = [this.#answerBias[WEB], this.#answerBias[NEWS]]
      for (let j = 0; j < hidden; j++) {
        const value = inner[j]
        if (value <= 0) continue
        web += value * this.#answers[WEB * hidden + j]
        plain += value * this.#answers[NEWS * hidden + j]
      }
      values[i] = plain * news + web * (1 - news)
    }
  }

  /** The words `[from, to)`, each followed by what the recurrence makes of it, as rows in the kernel's memory. */
  #around(vectors: TokenVectors, from: number, to: number): { words: Float32Array; seen: Float32Array } {
    const kernel = this.#kernel
    const n = to - from
    this.#vectors.read(vectors, from, to, this.#at.x, vectors.width)
    const words = kernel.floats(this.#at.x, n * vectors.width)
    this.#context.run(this.#at.x, n, 0, this.#at.out, this.#at)
    return { words, seen: kernel.floats(this.#at.out, n * this.#context.width) }
  }

  #projectedOf(
    needed: readonly number[],
    { words, seen }: { words: Float32Array; seen: Float32Array },
    from: number,
  ): Float32Array {
    const kernel = this.#kernel
    const { width } = this.#project
    const inner = this.#context.width
    const outer = width - inner
    const both = kernel.floats(this.#at.mixed, needed.length * width)
    needed.forEach((i, k) => {
      both.set(words.subarray((i - from) * outer, (i - from + 1) * outer), k * width)
      both.set(seen.subarray((i - from) * inner, (i - from + 1) * inner), k * width + outer)
    })
    kernel.run.quantize(this.#at.mixed, needed.length, width, this.#at.whole, this.#at.scales)
    this.#project.run(this.#at.whole, this.#at.scales, needed.length, this.#at.gates)
    return kernel.floats(this.#at.gates, needed.length * this.#project.outputs)
  }
}

/** A table of `rows` rows, column by column. */
const transposed = (values: Float32Array, rows: number): Float32Array => {
  const columns = values.length / rows
  return values.map((_, i) => values[(i % rows) * columns + Math.floor(i / rows)])
}

/** The predicates and the words that govern them, each once. */
function wordsNeeded(trees: Trees, predicates: readonly number[], from: number, to: number): number[] {
  const needed = new Set(predicates)
  for (const i of predicates) {
    const head = trees.head(i)
    if (head >= from && head < to) needed.add(head)
  }
  return [...needed]
}
