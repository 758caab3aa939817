import type { Kernel } from '../Kernel.ts'
import type { TokenRows } from './VectorReader.ts'

/** Brings rows of token vectors into a kernel's memory as f32, what a network of several inputs begins its rows with. */
export class VectorWidener {
  readonly #kernel: Kernel
  readonly #width: number
  readonly #values: number
  readonly #scales: number

  /** Reserves room for `most` tokens of `width` numbers. */
  constructor(kernel: Kernel, width: number, most: number) {
    this.#kernel = kernel
    this.#width = width
    this.#values = kernel.reserve(most * width)
    this.#scales = kernel.reserve(most * 4)
  }

  /** Reads the tokens `[from, to)` to the rows at the address `out`, which are `columns` numbers wide. */
  read({ values, scales }: TokenRows, from: number, to: number, out: number, columns: number): void {
    const width = this.#width
    this.#kernel.bytes(this.#values, (to - from) * width).set(values.subarray(from * width, to * width))
    this.#kernel.floats(this.#scales, to - from).set(scales.subarray(from, to))
    this.#kernel.run.widen(this.#values, this.#scales, to - from, width, out, columns * 4)
  }
}
