import type { Kernel } from '../Kernel.ts'
import { DenseLayer } from './DenseLayer.ts'
import type { TensorFile } from './TensorFile.ts'

/** Numbers of a direction that the layer gives a word: what is new, how much of the memory stays, how much of it shows. */
const GATES = 3
const DIRECTIONS = 2

/** Room that a recurrence works in, as addresses: rows of f32 as wide as its input, the same in i16, a scale a row, and its gates. */
export interface RecurrenceRoom {
  readonly mixed: number
  readonly whole: number
  readonly scales: number
  readonly gates: number
}

/** A layer of gated recurrence, forward and backward, in which each word has a look at its neighbours first. */
export class RecurrentLayer {
  readonly layer: DenseLayer
  /** Numbers a word gets, of both directions. */
  readonly width: number
  readonly #kernel: Kernel
  readonly #before: number
  readonly #after: number

  /** The arrays of `file` whose names begin with `name`. */
  constructor(kernel: Kernel, file: TensorFile, name: string) {
    this.#kernel = kernel
    this.layer = DenseLayer.of(kernel, file, name)
    this.width = this.layer.outputs / GATES
    this.#before = kernel.place(file.floats(`${name}.before`))
    this.#after = kernel.place(file.floats(`${name}.after`))
  }

  /** From the rows at `x` to those at `out`; where `shortcut` is not 0, what does not show of the memory shows of the rows there. */
  run(x: number, tokens: number, shortcut: number, out: number, { mixed, whole, scales, gates }: RecurrenceRoom): void {
    const { run } = this.#kernel
    run.neighbours(x, tokens, this.layer.width, this.#before, this.#after, mixed)
    run.quantize(mixed, tokens, this.layer.width, whole, scales)
    this.layer.run(whole, scales, tokens, gates)
    run.recur(gates, tokens, this.width / DIRECTIONS, shortcut, out)
  }
}
