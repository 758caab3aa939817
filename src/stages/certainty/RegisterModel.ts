import type { TokenVectors } from '../../document/Layers.ts'
import type { Trees } from '../../document/Trees.ts'
import { Kernel } from '../../learned/Kernel.ts'
import { DenseLayer, rowsFor } from '../../learned/neural/DenseLayer.ts'
import type { TensorFile } from '../../learned/neural/TensorFile.ts'
import { VectorReader } from '../../learned/neural/VectorReader.ts'
import { REGISTER_COLUMNS, registerRows } from './registerRows.ts'

/** The words looked at to tell news from web text; a text that is longer has said enough by then. */
const WORDS = 400
/** Reports are news unless they read otherwise: log odds added before the text is looked at. */
const PRIOR = 2

/** Tells news from web text: people who judge them use the scale of certainty differently. */
export class RegisterModel {
  readonly #kernel = new Kernel()
  readonly #words: Float32Array
  readonly #vectors: VectorReader
  readonly #hidden: DenseLayer
  readonly #answer: Float32Array
  readonly #bias: number
  readonly #out: number

  constructor(file: TensorFile) {
    this.#words = file.values('registerWords')
    this.#hidden = DenseLayer.of(this.#kernel, file, 'registerHidden')
    this.#answer = file.values('registerAnswer')
    this.#bias = file.floats('registerAnswer.bias')[0]
    this.#vectors = new VectorReader(this.#kernel, this.#hidden.width, WORDS)
    this.#out = this.#kernel.reserve(rowsFor(WORDS) * this.#hidden.outputs * 4)
  }

  /** How likely a text is news, from 0 to 1. */
  newsShare(trees: Trees, vectors: TokenVectors): number {
    const n = Math.min(trees.length, WORDS)
    const rows = new Uint16Array(REGISTER_COLUMNS)
    let sum = PRIOR + n * this.#bias
    for (let i = 0; i < n; i++) {
      registerRows(trees, i, rows, 0)
      for (const row of rows) sum += this.#words[row]
    }
    this.#vectors.read(vectors, 0, n)
    this.#hidden.run(this.#vectors.at, this.#vectors.scales, n, this.#out, true)
    const { outputs } = this.#hidden
    const seen = this.#kernel.floats(this.#out, n * outputs)
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < this.#answer.length; j++) sum += seen[i * outputs + j] * this.#answer[j]
    }
    return 1 / (1 + Math.exp(-sum))
  }
}
