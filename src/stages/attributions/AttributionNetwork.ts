import { Kernel } from '../../learned/Kernel.ts'
import { DenseLayer, rowsFor } from '../../learned/neural/DenseLayer.ts'
import { RecurrentLayer } from '../../learned/neural/RecurrentLayer.ts'
import type { SteppedTable, TensorFile } from '../../learned/neural/TensorFile.ts'
import type { Context } from './Context.ts'
import { MOST_WORD_ROWS, PAIR_COLUMNS, pairRows, wordRows } from './networkFeatures.ts'
import type { RoleView } from './RoleView.ts'
import { CUE, type Labelling, OTHER, ROLES, viterbiRoles } from './viterbiRoles.ts'

/** Words of a paragraph that are read together at most. */
export const LONGEST_PARAGRAPH = 512

const ROLE_COUNT = ROLES.length
const BORDERS = ROLE_COUNT * ROLE_COUNT
const FLOAT = 4

/**
 * Finds the words that head cues, and what the words around a cue are to it. One gated recurrence reads a paragraph once: the words'
 * vectors, and what the tree and the quotations say of each. From it come the odds of each word that it heads a cue, and what it
 * is to a cue and as a cue; both are put together, with the way from the one to the other, for each cue and word in its
 * reach, and a small second recurrence goes over these.
 */
export class AttributionNetwork {
  readonly #kernel = new Kernel()
  readonly #rows: Float32Array
  readonly #pair: Float32Array
  readonly #bag: number
  readonly #context: RecurrentLayer
  readonly #project: DenseLayer
  readonly #cue: Float32Array
  readonly #cueBias: number
  readonly #otherCue: Float32Array
  readonly #around: RecurrentLayer
  readonly #roles: DenseLayer
  readonly #at: { readonly x: number; mixed: number; whole: number; scales: number; gates: number; out: number }
  readonly #found = new Uint16Array(MOST_WORD_ROWS)
  readonly #pairRows = new Uint16Array(PAIR_COLUMNS)
  /** What is known of the words of the paragraph that was read last, from word `#from` on. */
  #from = 0
  #projected = new Float32Array(0)
  #chances = new Float32Array(0)

  constructor(file: TensorFile) {
    const kernel = this.#kernel
    const rows = file.table('rows')
    this.#bag = rows.columns
    this.#rows = valuesOf(rows)
    this.#pair = valuesOf(file.table('pair'))
    this.#context = new RecurrentLayer(kernel, file, 'context')
    this.#project = DenseLayer.of(kernel, file, 'project')
    this.#cue = valuesOf(file.table('cue'))
    this.#cueBias = file.floats('cue.bias')[0]
    this.#otherCue = file.floats('otherCue')
    this.#around = new RecurrentLayer(kernel, file, 'around')
    this.#roles = DenseLayer.of(kernel, file, 'roles')
    const most = rowsFor(LONGEST_PARAGRAPH)
    const widest = this.#project.width
    this.#at = {
      x: kernel.reserve(most * widest * FLOAT),
      mixed: kernel.reserve(most * widest * FLOAT),
      whole: kernel.reserve(most * widest * 2),
      scales: kernel.reserve(most * FLOAT),
      gates: kernel.reserve(most * Math.max(this.#context.layer.outputs, this.#around.layer.outputs) * FLOAT),
      out: kernel.reserve(most * widest * FLOAT),
    }
  }

  /** Reads the words `[from, to)`, a paragraph, and sets their log odds of heading a cue; views of it can be labelled then. */
  read(context: Context, from: number, to: number, odds: Float64Array): void {
    const width = this.#project.outputs
    const hidden = this.#cue.length
    this.#from = from
    if (this.#projected.length < (to - from) * width) {
      this.#projected = new Float32Array((to - from) * width)
      this.#chances = new Float32Array(to - from)
    }
    for (let start = from; start < to; start += LONGEST_PARAGRAPH) {
      const end = Math.min(to, start + LONGEST_PARAGRAPH)
      this.#projected.set(this.#readPiece(context, start, end), (start - from) * width)
    }
    for (let i = from; i < to; i++) {
      const at = (i - from) * width
      let sum = this.#cueBias
      for (let j = 0; j < hidden; j++) {
        const value = this.#projected[at + j]
        if (value > 0) sum += value * this.#cue[j]
      }
      odds[i] = sum
      this.#chances[i - from] = 0.5 + (0.5 * sum) / Math.sqrt(1 + sum * sum)
    }
  }

  #readPiece(context: Context, from: number, to: number): Float32Array {
    const kernel = this.#kernel
    const { run } = kernel
    const n = to - from
    const { vectors } = context
    const [bag, table] = [this.#bag, this.#rows]
    const { layer } = this.#context
    const inputs = layer.width
    const x = kernel.floats(this.#at.x, n * inputs)
    for (let i = from; i < to; i++) {
      const at = (i - from) * inputs
      const scale = vectors.scales[i]
      for (let j = 0; j < vectors.width; j++) x[at + j] = vectors.values[i * vectors.width + j] * scale
      x.fill(0, at + vectors.width, at + inputs)
      const found = wordRows(context, i, this.#found)
      const into = at + vectors.width
      // Two rows at a time.
      for (let f = 0; f < found; f += 2) {
        const row = this.#found[f] * bag
        if (f + 1 === found) {
          for (let j = 0; j < bag; j++) x[into + j] += table[row + j]
        } else {
          const other = this.#found[f + 1] * bag
          for (let j = 0; j < bag; j++) x[into + j] += table[row + j] + table[other + j]
        }
      }
    }
    this.#context.run(this.#at.x, n, 0, this.#at.out, this.#at)
    // The words as they were read, each followed by what the recurrence makes of it.
    const seen = this.#context.width
    const around = kernel.floats(this.#at.out, n * seen)
    const both = kernel.floats(this.#at.mixed, n * (inputs + seen))
    for (let k = 0; k < n; k++) {
      both.set(x.subarray(k * inputs, (k + 1) * inputs), k * (inputs + seen))
      both.set(around.subarray(k * seen, (k + 1) * seen), k * (inputs + seen) + inputs)
    }
    run.quantize(this.#at.mixed, n, inputs + seen, this.#at.whole, this.#at.scales)
    this.#project.run(this.#at.whole, this.#at.scales, n, this.#at.out)
    return kernel.floats(this.#at.out, n * this.#project.outputs)
  }

  /** The best roles of the words in reach of a cue of the paragraph that was read last; the cue's head is a cue word by force. */
  label(view: RoleView): Labelling {
    const kernel = this.#kernel
    const n = view.to - view.from
    const hidden = this.#cue.length
    const width = this.#project.outputs
    const projected = this.#projected
    const head = (view.cue - this.#from) * width + 2 * hidden
    const x = kernel.floats(this.#at.x, n * hidden)
    const rows = this.#pairRows
    const pair = this.#pair
    const otherCue = this.#otherCue
    for (let k = 0; k < n; k++) {
      pairRows(view, view.from + k, rows, 0)
      const word = (view.from + k - this.#from) * width + hidden
      const chance = this.#chances[view.from + k - this.#from]
      const at = k * hidden
      const [r0, r1, r2] = [rows[0] * hidden, rows[1] * hidden, rows[2] * hidden]
      const [r3, r4, r5] = [rows[3] * hidden, rows[4] * hidden, rows[5] * hidden]
      for (let j = 0; j < hidden; j++) {
        const sum =
          projected[word + j] +
          projected[head + j] +
          chance * otherCue[j] +
          (pair[r0 + j] + pair[r1 + j] + pair[r2 + j]) +
          (pair[r3 + j] + pair[r4 + j] + pair[r5 + j])
        x[at + j] = Math.max(sum, 0)
      }
    }
    this.#around.run(this.#at.x, n, 0, this.#at.out, this.#at)
    kernel.run.quantize(this.#at.out, n, this.#roles.width, this.#at.whole, this.#at.scales)
    this.#roles.run(this.#at.whole, this.#at.scales, n, this.#at.gates)
    const scores = kernel.floats(this.#at.gates, n * this.#roles.outputs)
    const words = new Float32Array(n * ROLE_COUNT)
    const borders = new Float32Array(n * BORDERS)
    for (let k = 0; k < n; k++) {
      const at = k * this.#roles.outputs
      words.set(scores.subarray(at, at + ROLE_COUNT), k * ROLE_COUNT)
      borders.set(scores.subarray(at + ROLE_COUNT, at + ROLE_COUNT + BORDERS), k * BORDERS)
    }
    const cue = view.cue - view.from
    for (let role = 0; role < ROLE_COUNT; role++) {
      if (role !== CUE) words[cue * ROLE_COUNT + role] = Number.NEGATIVE_INFINITY
    }
    const { roles, score } = viterbiRoles(words, borders, n)
    return { roles, score: score - scoreOfNone(words, borders, n, cue) }
  }
}

/** The score of the labelling in which the cue's head has a role and no other word. */
function scoreOfNone(words: Float32Array, borders: Float32Array, n: number, cue: number): number {
  let sum = 0
  let before = OTHER
  for (let k = 0; k < n; k++) {
    const here = k === cue ? CUE : OTHER
    sum += words[k * ROLE_COUNT + here]
    if (k > 0) sum += borders[(k * ROLE_COUNT + before) * ROLE_COUNT + here]
    before = here
  }
  return sum
}

function valuesOf({ values, columns, steps }: SteppedTable): Float32Array {
  return Float32Array.from(values, (value, i) => value * steps[Math.floor(i / columns)])
}
