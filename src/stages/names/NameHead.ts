import type { TokenVectors } from '../../document/Layers.ts'
import { Kernel } from '../../learned/Kernel.ts'
import { DenseLayer, rowsFor } from '../../learned/neural/DenseLayer.ts'
import { LONGEST_PIECE, piecesOf } from '../../learned/neural/piecesOf.ts'
import type { TensorFile } from '../../learned/neural/TensorFile.ts'
import { VectorReader } from '../../learned/neural/VectorReader.ts'
import type { NameGuesses } from './NameGuesses.ts'

/** How far the best label is ahead of the next, for the steps of sureness: wider than those of name_folds.py, whose students learn less long and are less sure. */
const AHEAD = [1.5, 3, 6, 10]

/** Reads names off the words' vectors, each sentence by itself: what the first look at a document finds. */
export class NameHead {
  readonly #kernel = new Kernel()
  readonly #hidden: DenseLayer
  readonly #label: DenseLayer
  readonly #input: VectorReader
  readonly #at: { readonly hidden: number; whole: number; scales: number; scores: number }

  constructor(file: TensorFile) {
    const kernel = this.#kernel
    this.#hidden = DenseLayer.of(kernel, file, 'hidden')
    this.#label = DenseLayer.of(kernel, file, 'label')
    this.#input = new VectorReader(kernel, this.#hidden.width, LONGEST_PIECE)
    const rows = rowsFor(LONGEST_PIECE)
    this.#at = {
      hidden: kernel.reserve(rows * this.#hidden.outputs * 4),
      whole: kernel.reserve(rows * this.#hidden.outputs * 2),
      scales: kernel.reserve(rows * 4),
      scores: kernel.reserve(rows * this.#label.outputs * 4),
    }
  }

  /** The best label of each token. */
  guess(vectors: TokenVectors, sentences: readonly { readonly from: number; readonly to: number }[]): NameGuesses {
    const size = vectors.scales.length
    const guesses = { labels: new Int32Array(size), sureness: new Uint8Array(size) }
    for (const sentence of sentences) {
      for (const [from, to] of piecesOf(sentence)) this.#guess(vectors, from, to, guesses)
    }
    return guesses
  }

  #guess(vectors: TokenVectors, from: number, to: number, { labels, sureness }: NameGuesses): void {
    const n = to - from
    const { hidden, whole, scales, scores } = this.#at
    const [width, { outputs }] = [this.#hidden.outputs, this.#label]
    this.#input.read(vectors, from, to)
    this.#hidden.run(this.#input.at, this.#input.scales, n, hidden, true)
    this.#kernel.run.quantize(hidden, n, width, whole, scales)
    this.#label.run(whole, scales, n, scores)
    const table = this.#kernel.floats(scores, n * outputs)
    for (let i = 0; i < n; i++) {
      let [best, next] = [0, Number.NEGATIVE_INFINITY]
      for (let c = 1; c < this.#label.rows; c++) {
        const score = table[i * outputs + c]
        if (score > table[i * outputs + best]) {
          next = table[i * outputs + best]
          best = c
        } else if (score > next) next = score
      }
      labels[from + i] = best
      const ahead = table[i * outputs + best] - next
      sureness[from + i] = AHEAD.filter((step) => ahead >= step).length
    }
  }
}
