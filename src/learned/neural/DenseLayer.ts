import type { Kernel } from '../Kernel.ts'
import type { SteppedTable, TensorFile } from './TensorFile.ts'

/** The kernel works on four tokens and eight outputs at a time. */
const [TOKENS, OUTPUTS, BLOCK] = [4, 8, 4]

/** Tokens that rows must be reserved for, so that the kernel can work on blocks: `rowsFor(30)` is 32. */
export const rowsFor = (tokens: number): number => Math.ceil(tokens / TOKENS) * TOKENS

/** A layer of a network, `weights * x + bias`, in the kernel's memory. */
export class DenseLayer {
  readonly width: number
  /** Numbers that the layer gives. */
  readonly rows: number
  /** `rows` filled up to a multiple of eight: a row of the output is that wide. */
  readonly outputs: number
  readonly #kernel: Kernel
  readonly #weights: number
  readonly #steps: number
  readonly #bias: number

  /** The layer whose weights and bias `file` has as `name` and `name.bias`. */
  static of(kernel: Kernel, file: TensorFile, name: string): DenseLayer {
    return new DenseLayer(kernel, file.table(name), file.floats(`${name}.bias`))
  }

  constructor(kernel: Kernel, { rows, columns, values, steps }: SteppedTable, bias: Float32Array) {
    this.#kernel = kernel
    this.width = columns
    this.rows = rows
    this.outputs = Math.ceil(rows / OUTPUTS) * OUTPUTS
    this.#weights = kernel.reserve(this.outputs * columns * 2)
    this.#steps = kernel.place(padded(steps, this.outputs))
    this.#bias = kernel.place(padded(bias, this.outputs))
    const weights = kernel.shorts(this.#weights, this.outputs * columns)
    for (let row = 0; row < rows; row++) {
      const block = Math.floor(row / BLOCK) * BLOCK * columns + (row % BLOCK) * 2
      for (let k = 0; k < columns; k++) weights[block + (k >> 1) * BLOCK * 2 + (k & 1)] = values[row * columns + k]
    }
  }

  /** From rows of i16 with their scales to rows of f32; negative values become 0 with `rectify`. Room for `rowsFor(tokens)` rows is needed. */
  run(inputs: number, scales: number, tokens: number, out: number, rectify = false): void {
    this.#kernel.run.layer(
      inputs,
      scales,
      tokens,
      this.width,
      this.#weights,
      this.#steps,
      this.#bias,
      this.outputs,
      out,
      rectify ? 1 : 0,
    )
  }
}

function padded(numbers: Float32Array, length: number): Float32Array {
  const result = new Float32Array(length)
  result.set(numbers)
  return result
}
