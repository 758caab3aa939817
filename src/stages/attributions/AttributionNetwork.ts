import { Kernel } from '../../learned/Kernel.ts'
import { DenseLayer, rowsFor } from '../../learned/neural/DenseLayer.ts'
import { RecurrentLayer } from '../../learned/neural/RecurrentLayer.ts'
import type { TensorFile } from '../../learned/neural/TensorFile.ts'
import { VectorWidener } from '../../learned/neural/VectorWidener.ts'
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
  readonly #vectors: VectorWidener
  readonly #bag: number
  readonly #context: RecurrentLayer
  readonly #project: DenseLayer
  readonly #cue: Float32Array
  readonly #cueBias: number
  readonly #around: RecurrentLayer
  readonly #roles: DenseLayer
  readonly #at: { readonly x: number; mixed: number; whole: number; scales: number; gates: number; out: number }
  /** Addresses of the tables, of what is known of the words in reach of a cue, and of the numbers of rows to add up. */
  readonly #tables: { readonly rows: number; pair: number; otherCue: number }
  readonly #reach: { readonly words: number; chances: number }
  readonly #found: number
  readonly #foundRows: Uint16Array
  /** What is known of the words of the paragraph that was read last, from word `#from` on. */
  #from = 0
  #projected = new Float32Array(0)
  #chances = new Float32Array(0)

  constructor(file: TensorFile) {
    const kernel = this.#kernel
    this.#bag = file.table('rows').columns
    this.#tables = {
      rows: kernel.place(file.values('rows')),
      pair: kernel.place(file.values('pair')),
      otherCue: kernel.place(file.floats('otherCue')),
    }
    this.#context = new RecurrentLayer(kernel, file, 'context')
    this.#project = DenseLayer.of(kernel, file, 'project')
    this.#cue = file.values('cue')
    this.#cueBias = file.floats('cue.bias')[0]
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
    this.#vectors = new VectorWidener(kernel, this.#context.layer.width - this.#bag, LONGEST_PARAGRAPH)
    this.#reach = {
      words: kernel.reserve(LONGEST_PARAGRAPH * this.#project.outputs * FLOAT),
      chances: kernel.reserve(LONGEST_PARAGRAPH * FLOAT),
    }
    const mostRows = Math.max(MOST_WORD_ROWS, LONGEST_PARAGRAPH * PAIR_COLUMNS)
    this.#found = kernel.reserve(mostRows * 2)
    this.#foundRows = kernel.rows(this.#found, mostRows)
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
    const bag = this.#bag
    const inputs = this.#context.layer.width
    this.#vectors.read(context.vectors, from, to, this.#at.x, inputs)
    for (let k = 0; k < n; k++) {
      const found = wordRows(context, from + k, this.#foundRows)
      run.sumRows(this.#found, found, this.#tables.rows, bag, this.#at.x + ((k + 1) * inputs - bag) * FLOAT)
    }
    this.#context.run(this.#at.x, n, 0, this.#at.out, this.#at)
    // The words as they were read, each followed by what the recurrence makes of it.
    const seen = this.#context.width
    const stride = (inputs + seen) * FLOAT
    run.spread(this.#at.x, n, inputs, this.#at.mixed, stride)
    run.spread(this.#at.out, n, seen, this.#at.mixed + inputs * FLOAT, stride)
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
    const { words: reach, chances } = this.#reach
    const [from, to] = [view.from - this.#from, view.to - this.#from]
    kernel.floats(reach, n * width).set(this.#projected.subarray(from * width, to * width))
    kernel.floats(chances, n).set(this.#chances.subarray(from, to))
    for (let k = 0; k < n; k++) pairRows(view, view.from + k, this.#foundRows, k * PAIR_COLUMNS)
    // Of each word three parts: what it is in itself, to a cue and as a cue.
    kernel.run.seenFrom(
      reach + hidden * FLOAT,
      width * FLOAT,
      n,
      reach + ((view.cue - view.from) * width + 2 * hidden) * FLOAT,
      chances,
      this.#tables.otherCue,
      this.#found,
      PAIR_COLUMNS,
      this.#tables.pair,
      hidden,
      this.#at.x,
    )
    this.#around.run(this.#at.x, n, 0, this.#at.out, this.#at)
    kernel.run.quantize(this.#at.out, n, this.#roles.width, this.#at.whole, this.#at.scales)
    this.#roles.run(this.#at.whole, this.#at.scales, n, this.#at.gates)
    const scores = kernel.floats(this.#at.gates, n * this.#roles.outputs)
    const words = new Float32Array(n * ROLE_COUNT)
    const borders = new Float32Array(n * BORDERS)
    for (let k = 0; k < n; k++) {
      const at = k * this.#roles.outputs
      for (let j = 0; j < ROLE_COUNT; j++) words[k * ROLE_COUNT + j] = scores[at + j]
      for (let j = 0; j < BORDERS; j++) borders[k * BORDERS + j] = scores[at + ROLE_COUNT + j]
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
