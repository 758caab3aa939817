import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Kernel } from '../src/learned/Kernel.ts'
import { KERNEL_CODE } from '../src/learned/kernelCode.ts'
import { DenseLayer, rowsFor } from '../src/learned/neural/DenseLayer.ts'
import { compileKernel } from './compileKernel.ts'

describe('the kernel', () => {
  it('is the one that is compiled from its source', async () => {
    expect((await compileKernel()).toString('base64')).toBe(KERNEL_CODE)
  })

  it('narrows to eight bits as plain arithmetic does, for every number there is', () => {
    const kernel = new Kernel()
    const whole = Int16Array.from({ length: 64008 }, (_, i) => Math.min(i - 32000, 32000))
    const [from, to] = [kernel.reserve(whole.length * 2), kernel.reserve(whole.length)]
    kernel.shorts(from, whole.length).set(whole)
    kernel.run.narrow(from, whole.length, 127, to)
    const wrong = kernel.bytes(to, whole.length).findIndex((v, i) => v !== (Math.round((whole[i] * 127) / 32000) | 0))
    expect(wrong).toBe(-1)
  })

  it('widens rows, adds up rows of a table and puts words together as plain arithmetic does', () => {
    const kernel = new Kernel()
    const [tokens, width, each] = [3, 8, 2]
    const values = Int8Array.from({ length: tokens * width }, (_, i) => ((i * 37) % 255) - 127)
    const scales = Float32Array.from([0.5, 0.25, 2])
    const table = Float32Array.from({ length: 5 * width }, (_, i) => ((i * 7) % 11) - 5)
    const other = Float32Array.from({ length: width }, (_, i) => i - 3)
    const numbers = [4, 1, 0, 0, 2, 3]
    const from = kernel.reserve(values.length)
    const wide = kernel.reserve(tokens * width * 2 * 4)
    const rows = kernel.reserve(numbers.length * 2)
    const out = kernel.reserve(tokens * width * 4)
    const [scalesAt, tableAt, otherAt] = [scales, table, other].map((list) => kernel.place(list))
    kernel.bytes(from, values.length).set(values)
    kernel.rows(rows, numbers.length).set(numbers)
    // each row followed by the sum of four rows of the table
    kernel.run.widen(from, scalesAt, tokens, width, wide, width * 2 * 4)
    for (let t = 0; t < tokens; t++) kernel.run.sumRows(rows, 4, tableAt, width, wide + (t * 2 + 1) * width * 4)
    const sum = (list: readonly number[], j: number) => list.reduce((all, row) => all + table[row * width + j], 0)
    const word = (t: number, j: number) => values[t * width + j] * scales[t]
    const expected = Array.from({ length: tokens }, (_, t) =>
      Array.from({ length: width * 2 }, (_, j) => (j < width ? word(t, j) : sum(numbers.slice(0, 4), j - width))),
    )
    expect([...kernel.floats(wide, tokens * width * 2)]).toEqual(expected.flat())
    kernel.run.seenFrom(wide, width * 2 * 4, tokens, tableAt, scalesAt, otherAt, rows, each, tableAt, width, out)
    const seen = Array.from({ length: tokens * width }, (_, i) => {
      const [t, j] = [Math.floor(i / width), i % width]
      return Math.max(0, word(t, j) + table[j] + scales[t] * other[j] + sum(numbers.slice(t * each, (t + 1) * each), j))
    })
    expect([...kernel.floats(out, seen.length)]).toEqual(seen)
  })

  it('adds up rows in steps and rows times factors as plain arithmetic does, to the last bit, and sets rows apart', () => {
    const kernel = new Kernel()
    const [width, all, wide] = [12, 9, 8]
    const numbers = [4, 1, 8, 0, 4]
    const values = Int8Array.from({ length: all * width }, (_, i) => ((i * 37) % 255) - 127)
    const steps = Float32Array.from({ length: all }, (_, i) => Math.sqrt(i + 1) / 100)
    const bag = Float32Array.from({ length: width * wide }, (_, i) => 1 / (i + 3) - 0.1)
    const table = kernel.reserve(values.length)
    const rows = kernel.reserve(numbers.length * 2)
    const sum = kernel.reserve(width * 4)
    const inner = kernel.reserve(wide * 8)
    const apart = kernel.reserve(2 * wide * 4)
    const [stepsAt, bagAt] = [steps, bag].map((list) => kernel.place(list))
    kernel.bytes(table, values.length).set(values)
    kernel.rows(rows, numbers.length).set(numbers)
    const sums = new Float32Array(width)
    for (const row of numbers) for (let k = 0; k < width; k++) sums[k] += values[row * width + k] * steps[row]
    kernel.run.sumSteps(rows, numbers.length, table, stepsAt, width, sum)
    expect([...kernel.floats(sum, width)]).toEqual([...sums])
    const expected = Array.from({ length: wide }, (_, j) => 1 / (j + 1))
    kernel.doubles(inner, wide).set(expected)
    for (let k = 0; k < width; k++) for (let j = 0; j < wide; j++) expected[j] += sums[k] * bag[k * wide + j]
    kernel.run.addProducts(sum, width, bagAt, wide, inner)
    expect([...kernel.doubles(inner, wide)]).toEqual(expected)
    kernel.run.spread(bagAt, 2, 4, apart, wide * 4)
    expect([...kernel.floats(apart, 2 * wide)]).toEqual([
      ...bag.slice(0, 4),
      0,
      0,
      0,
      0,
      ...bag.slice(4, 8),
      0,
      0,
      0,
      0,
    ])
  })

  const numbers = fc.infiniteStream(fc.integer({ min: -1000, max: 1000 }))
  it('multiplies as plain arithmetic does, to within a rounding of its inputs', () => {
    fc.assert(
      fc.property(
        fc.nat(18),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 8 }),
        numbers,
        (t, rows, w, n) => {
          const [tokens, columns] = [t + 1, w * 4]
          const next = () => (n.next().value as number) / 1000
          const kernel = new Kernel()
          const values = Int8Array.from({ length: rows * columns }, () => next() * 127)
          const steps = Float32Array.from({ length: rows }, () => 0.01 + Math.abs(next()))
          const bias = Float32Array.from({ length: rows }, next)
          const layer = new DenseLayer(kernel, { rows, columns, values, steps }, bias)
          const x = Float32Array.from({ length: tokens * columns }, next)
          const at = kernel.place(x)
          const whole = kernel.reserve(rowsFor(tokens) * columns * 2)
          const scales = kernel.reserve(rowsFor(tokens) * 4)
          const out = kernel.reserve(rowsFor(tokens) * layer.outputs * 4)
          kernel.run.quantize(at, tokens, columns, whole, scales)
          layer.run(whole, scales, tokens, out)
          const found = kernel.floats(out, tokens * layer.outputs)
          for (let i = 0; i < tokens; i++) {
            for (let r = 0; r < rows; r++) {
              let sum = bias[r]
              for (let k = 0; k < columns; k++) sum += x[i * columns + k] * values[r * columns + k] * steps[r]
              expect(Math.abs(found[i * layer.outputs + r] - sum)).toBeLessThan(0.02 + Math.abs(sum) * 1e-3)
            }
          }
        },
      ),
      { numRuns: 40 },
    )
  })

  it('carries its memory both ways and lets what does not show pass by', () => {
    const [tokens, hidden] = [3, 4]
    const kernel = new Kernel()
    const gates = Float32Array.from({ length: tokens * hidden * 6 }, (_, i) => ((i * 37) % 23) / 10 - 1)
    const passed = Float32Array.from({ length: tokens * hidden * 2 }, (_, i) => i)
    const out = kernel.reserve(passed.byteLength)
    const at = kernel.place(gates)
    kernel.run.recur(at, tokens, hidden, kernel.place(passed), out)
    const gate = (x: number) => 0.5 + (0.5 * x) / Math.sqrt(1 + x * x)
    const expected = new Float32Array(passed.length)
    for (const direction of [0, 1]) {
      for (let k = 0; k < hidden; k++) {
        let memory = 0
        for (let step = 0; step < tokens; step++) {
          const t = direction === 0 ? step : tokens - 1 - step
          const [fresh, stay, show] = [0, 1, 2].map((p) => gates[t * hidden * 6 + (direction * 3 + p) * hidden + k])
          memory = gate(stay) * memory + (1 - gate(stay)) * fresh
          const to = t * hidden * 2 + direction * hidden + k
          expected[to] = gate(show) * memory + (1 - gate(show)) * passed[to]
        }
      }
    }
    for (const [i, value] of kernel.floats(out, expected.length).entries()) expect(value).toBeCloseTo(expected[i], 4)
  })
})
