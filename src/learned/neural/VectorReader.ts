import type { Kernel } from '../Kernel.ts'
import { rowsFor } from './DenseLayer.ts'

/** Rows of numbers in eight bits, each with its scale. */
export interface TokenRows {
  readonly values: Int8Array
  readonly scales: Float32Array
}

/** Brings rows of token vectors into a kernel's memory, as what a layer reads: `at` and `scales` are their addresses. */
export class VectorReader {
  readonly at: number
  readonly scales: number
  readonly #kernel: Kernel
  readonly #width: number

  /** Reserves room for `most` tokens of `width` numbers. */
  constructor(kernel: Kernel, width: number, most: number) {
    const rows = rowsFor(most)
    this.#kernel = kernel
    this.#width = width
    this.at = kernel.reserve(rows * width * 2)
    this.scales = kernel.reserve(rows * 4)
  }

  /** Reads the tokens `[from, to)`. */
  read({ values, scales }: TokenRows, from: number, to: number): void {
    const width = this.#width
    this.#kernel.shorts(this.at, (to - from) * width).set(values.subarray(from * width, to * width))
    this.#kernel.floats(this.scales, to - from).set(scales.subarray(from, to))
  }
}
