import { filled } from '../../base/filled.ts'
import { Kernel } from '../../learned/Kernel.ts'
import { DenseLayer, rowsFor } from '../../learned/neural/DenseLayer.ts'
import type { TensorFile } from '../../learned/neural/TensorFile.ts'
import { VectorWidener } from '../../learned/neural/VectorWidener.ts'
import type { FillerView, ViewedIncident } from './FillerView.ts'
import { incidentRows, MOST_WORD_ROWS, PAIR_COLUMNS, pairRows, wordRows } from './fillerRows.ts'

/** What a noun can be to an incident, in the order of the network's answers. */
export const FILLER_ROLES = ['none', 'perpetrator', 'perpetrator group', 'thing', 'person', 'instrument'] as const
const ROLE_COUNT = FILLER_ROLES.length

const FLOAT = 4
/** Words that the kernel works on at a time. */
const PIECE = 256

/** How likely a noun, the head of a phrase, is each of `FILLER_ROLES` to an incident. */
export interface FillerChances {
  readonly noun: number
  readonly chances: Float64Array
}

/** What the network says of one incident: how likely the report tells of it as news, and its possible fillers. */
export interface ReadIncident {
  readonly incident: ViewedIncident
  readonly salience: number
  readonly fillers: readonly FillerChances[]
}

/**
 * Says which nouns of a report have which part in its violent incidents. A word is its vector with rows of a table for what the tree and
 * the rules say of it; a sentence is the most of what its words show; a noun and an incident are put together with rows for the way
 * between them.
 */
export class FillerNetwork {
  readonly #kernel = new Kernel()
  readonly #vectors: VectorWidener
  readonly #bag: number
  readonly #pair: Float32Array
  readonly #incident: Float32Array
  readonly #sentence: DenseLayer
  readonly #project: DenseLayer
  readonly #document: Float32Array
  /** for each hidden number what it weighs for each role */
  readonly #roles: Float32Array
  readonly #roleBias: Float32Array
  readonly #salience: Float32Array
  readonly #salienceBias: number
  readonly #hidden: number
  readonly #at: { readonly x: number; whole: number; scales: number; out: number; rows: number; found: number }
  readonly #found: Uint16Array
  readonly #pairRows = new Uint16Array(PAIR_COLUMNS)

  constructor(file: TensorFile) {
    const kernel = this.#kernel
    this.#bag = file.table('rows').columns
    this.#pair = file.values('pair')
    this.#incident = file.values('incident')
    this.#sentence = DenseLayer.of(kernel, file, 'sentence')
    this.#project = DenseLayer.of(kernel, file, 'project')
    this.#document = file.values('document')
    const roles = file.values('roles')
    this.#roles = filled(
      new Float32Array(roles.length),
      (i) => roles[((i % ROLE_COUNT) * roles.length) / ROLE_COUNT + Math.floor(i / ROLE_COUNT)],
    )
    this.#roleBias = file.floats('roles.bias')
    this.#salience = file.values('salience')
    this.#salienceBias = file.floats('salience.bias')[0]
    this.#hidden = this.#salience.length
    const most = rowsFor(PIECE)
    const width = this.#project.width
    this.#vectors = new VectorWidener(kernel, this.#sentence.width - this.#bag, PIECE)
    this.#at = {
      rows: kernel.place(file.values('rows')),
      found: kernel.reserve(MOST_WORD_ROWS * 2),
      x: kernel.reserve(most * width * FLOAT),
      whole: kernel.reserve(most * width * 2),
      scales: kernel.reserve(most * FLOAT),
      out: kernel.reserve(most * Math.max(this.#sentence.outputs, this.#project.outputs) * FLOAT),
    }
    this.#found = kernel.rows(this.#at.found, MOST_WORD_ROWS)
  }

  read(view: FillerView): ReadIncident[] {
    const { incidents } = view
    if (incidents.length === 0) return []
    const { words, sentences } = this.#sentences(view)
    const near = incidents.map((incident) => view.nounsNear(incident))
    const needed = [...new Set([...near, ...incidents.map(({ tokens }) => tokens)].flat())].sort((a, b) => a - b)
    const projected = this.#projected(view, needed, words, sentences)
    const place = new Map(needed.map((i, k) => [i, k]))
    const whole = this.#wholeReport(sentences)
    return incidents.map((incident, index) => {
      const own = this.#meanOf(incident, projected, place)
      return {
        incident,
        salience: this.#salienceOf(view, incident, own, whole),
        fillers: near[index].map((noun) => ({
          noun,
          chances: this.#chances(view, incident, noun, own, projected, place.get(noun)!),
        })),
      }
    })
  }

  /** Each word as it goes in, and what each sentence shows. */
  #sentences(view: FillerView): { words: Float32Array; sentences: Float32Array[] } {
    const { scene } = view
    const { run } = this.#kernel
    const { x, rows, found } = this.#at
    const { width: wide, outputs } = this.#sentence
    const bag = this.#bag
    const vectors = scene.document.get('vectors')
    const count = scene.trees.length
    const words = new Float32Array(count * wide)
    const sentences = scene.document.get('sentences').map(() => new Float32Array(outputs))
    for (let from = 0; from < count; from += PIECE) {
      const n = Math.min(PIECE, count - from)
      this.#vectors.read(vectors, from, from + n, x, wide)
      for (let k = 0; k < n; k++)
        run.sumRows(found, wordRows(view, from + k, this.#found), rows, bag, x + ((k + 1) * wide - bag) * FLOAT)
      words.set(this.#kernel.floats(x, n * wide), from * wide)
      const out = this.#run(this.#sentence, n, true)
      for (let k = 0; k < n; k++) {
        const sentence = sentences[scene.sentenceOf(from + k)]
        for (let j = 0, at = k * outputs; j < outputs; j++, at++) if (out[at] > sentence[j]) sentence[j] = out[at]
      }
    }
    return { words, sentences }
  }

  #projected(
    { scene }: FillerView,
    needed: readonly number[],
    words: Float32Array,
    sentences: readonly Float32Array[],
  ): Float32Array {
    const { width, outputs } = this.#project
    const wide = words.length / scene.trees.length
    const result = new Float32Array(needed.length * outputs)
    for (let from = 0; from < needed.length; from += PIECE) {
      const piece = needed.slice(from, from + PIECE)
      const x = this.#kernel.floats(this.#at.x, piece.length * width)
      piece.forEach((i, k) => {
        x.set(words.subarray(i * wide, (i + 1) * wide), k * width)
        x.set(sentences[scene.sentenceOf(i)].subarray(0, width - wide), k * width + wide)
      })
      result.set(this.#run(this.#project, piece.length, false), from * outputs)
    }
    return result
  }

  #run(layer: DenseLayer, n: number, rectify: boolean): Float32Array {
    const { x, whole, scales, out } = this.#at
    this.#kernel.run.quantize(x, n, layer.width, whole, scales)
    layer.run(whole, scales, n, out, rectify)
    return this.#kernel.floats(out, n * layer.outputs)
  }

  /** What the words that speak of the incident show, on the average. */
  #meanOf({ tokens }: ViewedIncident, projected: Float32Array, place: ReadonlyMap<number, number>): Float32Array {
    const { outputs } = this.#project
    const mean = new Float32Array(outputs)
    for (const token of tokens) {
      const at = place.get(token)! * outputs
      for (let j = 0; j < outputs; j++) mean[j] += projected[at + j] / tokens.length
    }
    return mean
  }

  /** What all of the report shows, through its own weights. */
  #wholeReport(sentences: readonly Float32Array[]): Float32Array {
    const wide = this.#document.length / this.#hidden
    const most = new Float32Array(wide)
    for (const sentence of sentences) for (let j = 0; j < wide; j++) most[j] = Math.max(most[j], sentence[j])
    return new Float32Array(this.#hidden).map((_, h) => dot(this.#document, h * wide, most))
  }

  #salienceOf(view: FillerView, incident: ViewedIncident, own: Float32Array, whole: Float32Array): number {
    const hidden = this.#hidden
    const rows = incidentRows(view, incident)
    let sum = this.#salienceBias
    for (let h = 0; h < hidden; h++) {
      let value = own[2 * hidden + h] + whole[h]
      for (const row of rows) value += this.#incident[row * hidden + h]
      sum += Math.max(value, 0) * this.#salience[h]
    }
    return 1 / (1 + Math.exp(-sum))
  }

  #chances(
    view: FillerView,
    incident: ViewedIncident,
    noun: number,
    own: Float32Array,
    projected: Float32Array,
    at: number,
  ): Float64Array {
    const hidden = this.#hidden
    const { outputs } = this.#project
    const [rows, pair, roles] = [this.#pairRows, this.#pair, this.#roles]
    pairRows(view, incident, noun, rows)
    const scores = Float64Array.from(this.#roleBias)
    for (let h = 0; h < hidden; h++) {
      let value = projected[at * outputs + h] + own[hidden + h]
      for (let k = 0; k < PAIR_COLUMNS; k++) value += pair[rows[k] * hidden + h]
      if (value > 0) for (let r = 0; r < ROLE_COUNT; r++) scores[r] += value * roles[h * ROLE_COUNT + r]
    }
    let most = Number.NEGATIVE_INFINITY
    for (let r = 0; r < ROLE_COUNT; r++) most = Math.max(most, scores[r])
    let sum = 0
    for (let r = 0; r < ROLE_COUNT; r++) {
      scores[r] = Math.exp(scores[r] - most)
      sum += scores[r]
    }
    for (let r = 0; r < ROLE_COUNT; r++) scores[r] /= sum
    return scores
  }
}

function dot(weights: Float32Array, from: number, x: Float32Array): number {
  let sum = 0
  for (let j = 0; j < x.length; j++) sum += weights[from + j] * x[j]
  return sum
}
