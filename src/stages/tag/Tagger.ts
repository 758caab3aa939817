import { filled } from '../../base/filled.ts'
import type { TokenVectors } from '../../document/Layers.ts'
import { Kernel } from '../../learned/Kernel.ts'
import { DenseLayer, rowsFor } from '../../learned/neural/DenseLayer.ts'
import { LONGEST_PIECE } from '../../learned/neural/piecesOf.ts'
import type { TensorFile } from '../../learned/neural/TensorFile.ts'
import { VectorReader } from '../../learned/neural/VectorReader.ts'

/** Chooses the tags of each word by its vector. Classes are pairs of tags, universal and of the Penn Treebank: "VERB VBD". */
export class Tagger {
  readonly classes: readonly string[]
  readonly #kernel = new Kernel()
  readonly #layer: DenseLayer
  readonly #input: VectorReader
  readonly #scores: number

  constructor(file: TensorFile) {
    this.classes = file.strings('classes')
    this.#layer = DenseLayer.of(this.#kernel, file, 'tag')
    this.#input = new VectorReader(this.#kernel, this.#layer.width, LONGEST_PIECE)
    this.#scores = this.#kernel.reserve(rowsFor(LONGEST_PIECE) * this.#layer.outputs * 4)
  }

  /** The class (index into `classes`) of each of the tokens `[from, to)`, at most `LONGEST_PIECE`. */
  tag(vectors: TokenVectors, from: number, to: number): Int32Array {
    this.#input.read(vectors, from, to)
    this.#layer.run(this.#input.at, this.#input.scales, to - from, this.#scores)
    const { outputs } = this.#layer
    const scores = this.#kernel.floats(this.#scores, (to - from) * outputs)
    const count = this.classes.length
    return filled(new Int32Array(to - from), (i) => {
      let best = 0
      for (let c = 1; c < count; c++) if (scores[i * outputs + c] > scores[i * outputs + best]) best = c
      return best
    })
  }
}
