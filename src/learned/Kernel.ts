import { KERNEL_CODE } from './kernelCode.ts'

/** What `kernel/assembly/kernel.ts` exports; addresses are bytes into the memory. */
export interface KernelExports {
  quantize(from: number, tokens: number, width: number, to: number, scales: number): void
  narrow(from: number, n: number, most: number, to: number): void
  widen(from: number, scales: number, tokens: number, width: number, out: number, stride: number): void
  spread(from: number, rows: number, width: number, to: number, stride: number): void
  sumRows(rows: number, n: number, table: number, width: number, out: number): void
  sumSteps(rows: number, n: number, table: number, steps: number, width: number, out: number): void
  addProducts(factors: number, n: number, table: number, width: number, out: number): void
  seenFrom(
    words: number,
    stride: number,
    tokens: number,
    head: number,
    chances: number,
    other: number,
    rows: number,
    each: number,
    table: number,
    width: number,
    out: number,
  ): void
  layer(
    inputs: number,
    scales: number,
    tokens: number,
    width: number,
    weights: number,
    steps: number,
    bias: number,
    outputs: number,
    out: number,
    rectify: number,
  ): void
  neighbours(x: number, tokens: number, width: number, before: number, after: number, out: number): void
  recur(gates: number, tokens: number, hidden: number, shortcut: number, out: number): void
  products(a: number, rows: number, b: number, columns: number, width: number, out: number): void
  addWeights(features: number, n: number, slots: number, shift: number, out: number, size: number, list: number): void
}

const PAGE = 65536
const ALIGN = 16

let compiled: WebAssembly.Module | undefined

/** The kernel's functions, working on this memory. */
export function kernelOver(memory: WebAssembly.Memory): KernelExports {
  compiled ??= new WebAssembly.Module(Uint8Array.from(atob(KERNEL_CODE), (character) => character.charCodeAt(0)))
  return new WebAssembly.Instance(compiled, { env: { memory } }).exports as unknown as KernelExports
}

/**
 * The compiled inner loops of the neural models with a memory of their own. A model reserves all it needs when it is made;
 * views stay good until the next `reserve`.
 */
export class Kernel {
  readonly run: KernelExports
  readonly #memory = new WebAssembly.Memory({ initial: 1 })
  /** Address 0 is left out: it stands for "none". */
  #next = ALIGN

  constructor() {
    this.run = kernelOver(this.#memory)
  }

  /** Takes `bytes` of the memory for good, all zero; returns their address. */
  reserve(bytes: number): number {
    const at = this.#next
    this.#next = Math.ceil((at + bytes) / ALIGN) * ALIGN
    const missing = this.#next - this.#memory.buffer.byteLength
    if (missing > 0) this.#memory.grow(Math.ceil(missing / PAGE))
    return at
  }

  /** Reserves room for these numbers and puts them there. */
  place(numbers: Float32Array): number {
    const at = this.reserve(numbers.byteLength)
    this.floats(at, numbers.length).set(numbers)
    return at
  }

  floats(at: number, length: number): Float32Array {
    return new Float32Array(this.#memory.buffer, at, length)
  }

  doubles(at: number, length: number): Float64Array {
    return new Float64Array(this.#memory.buffer, at, length)
  }

  bytes(at: number, length: number): Int8Array {
    return new Int8Array(this.#memory.buffer, at, length)
  }

  shorts(at: number, length: number): Int16Array {
    return new Int16Array(this.#memory.buffer, at, length)
  }

  /** Numbers of the rows of a table. */
  rows(at: number, length: number): Uint16Array {
    return new Uint16Array(this.#memory.buffer, at, length)
  }
}
