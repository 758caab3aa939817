import { Kernel } from '../../learned/Kernel.ts'
import { rowsFor } from '../../learned/neural/DenseLayer.ts'
import { AFFIXES, fillTokenFeatures } from '../../learned/neural/fillTokenFeatures.ts'
import { LONGEST_PIECE } from '../../learned/neural/piecesOf.ts'
import { RecurrentLayer } from '../../learned/neural/RecurrentLayer.ts'
import type { SteppedTable, TensorFile } from '../../learned/neural/TensorFile.ts'
import { WordList } from '../../learned/neural/WordList.ts'

/** How many words' rows are kept at hand, and of what length at most; when they are full, they are begun anew. */
const CACHE = { words: 8192, length: 40 }
/** What the kernel rounds to, and what is kept of it. */
const [STEPS, KEPT] = [32000, 127]

/**
 * Reads the words of a sentence, each by its vector, its affixes and its shape, and then with its neighbours, forward and backward,
 * by three layers of gated recurrence (those of Bradbury et al., "Quasi-Recurrent Neural Networks", 2016, with the shortcuts of Lei
 * et al., "Simple Recurrent Units", 2018). What comes out is what the tags, the trees and the names are read from.
 */
export class Encoder {
  /** Numbers a token gets. */
  readonly width: number
  readonly #kernel = new Kernel()
  readonly #words: WordList
  readonly #tables: { word: SteppedTable; affix: SteppedTable; shape: SteppedTable }
  readonly #inputs: number
  readonly #recurrences: readonly RecurrentLayer[]
  readonly #at: {
    readonly x: number
    mixed: number
    whole: number
    kept: number
    scales: number
    gates: number
    out: number
  }
  readonly #x: Float32Array
  readonly #kept: Int8Array
  readonly #scales: Float32Array
  readonly #cache = new Map<string, Float32Array>()

  constructor(file: TensorFile) {
    this.#words = new WordList(file.integers('words'))
    this.#tables = { word: file.table('word'), affix: file.table('affix'), shape: file.table('shape') }
    const { word, affix, shape } = this.#tables
    this.#inputs = word.columns + affix.columns + shape.columns
    const kernel = this.#kernel
    this.#recurrences = file.strings('layers').map((name) => new RecurrentLayer(kernel, file, name))
    this.width = this.#recurrences[0].width
    const widest = Math.max(this.#inputs, this.width)
    const rows = rowsFor(LONGEST_PIECE)
    this.#at = {
      x: kernel.reserve(rows * widest * 4),
      mixed: kernel.reserve(rows * widest * 4),
      whole: kernel.reserve(rows * widest * 2),
      kept: kernel.reserve(rows * this.width),
      scales: kernel.reserve(rows * 4),
      gates: kernel.reserve(rows * this.width * 3 * 4),
      out: kernel.reserve(rows * widest * 4),
    }
    this.#x = kernel.floats(this.#at.x, rows * widest)
    this.#kept = kernel.bytes(this.#at.kept, rows * this.width)
    this.#scales = kernel.floats(this.#at.scales, rows)
  }

  /** Fills rows `from` … of `values` and `scales` for the words of a sentence or a piece of one (at most `LONGEST_PIECE`). */
  encode(words: readonly string[], values: Int8Array, scales: Float32Array, from: number): void {
    const { run } = this.#kernel
    const n = words.length
    for (const [i, word] of words.entries()) this.#x.set(this.#rowOf(word), i * this.#inputs)
    const { whole, kept, scales: steps } = this.#at
    let { x, out } = this.#at
    for (const [i, recurrence] of this.#recurrences.entries()) {
      recurrence.run(x, n, i === 0 ? 0 : x, out, this.#at)
      ;[x, out] = [out, x]
    }
    run.quantize(x, n, this.width, whole, steps)
    run.narrow(whole, n * this.width, KEPT, kept)
    values.set(this.#kept.subarray(0, n * this.width), from * this.width)
    for (let i = 0; i < n; i++) scales[from + i] = (this.#scales[i] * STEPS) / KEPT
  }

  #rowOf(text: string): Float32Array {
    const known = this.#cache.get(text)
    if (known) return known
    const { word, affix, shape } = this.#tables
    const row = new Float32Array(this.#inputs)
    add(row, 0, word, this.#words.rowOf(text))
    const features = new Int32Array(AFFIXES + 1)
    fillTokenFeatures(text, features, 0)
    for (let i = 0; i < AFFIXES; i++) add(row, word.columns, affix, features[i])
    add(row, word.columns + affix.columns, shape, features[AFFIXES])
    if (text.length > CACHE.length) return row
    if (this.#cache.size >= CACHE.words) this.#cache.clear()
    this.#cache.set(text, row)
    return row
  }
}

function add(row: Float32Array, at: number, { columns, values, steps }: SteppedTable, index: number): void {
  const step = steps[index]
  const start = index * columns
  for (let i = 0; i < columns; i++) row[at + i] += values[start + i] * step
}
