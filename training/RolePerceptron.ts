import { encodeModel, type ModelRow } from '../src/learned/LinearModel.ts'
import { CUE, ROLE_CLASSES, ROLES, viterbiRoles } from '../src/stages/attributions/RoleLabeller.ts'
import type { RoleView } from '../src/stages/attributions/RoleView.ts'
import { borderFeatures, MOST_ROLE_FEATURES, roleFeatures } from '../src/stages/attributions/roleFeatures.ts'
import { random, shuffle } from './random.ts'

const SIZE = ROLES.length
const PAIRS = SIZE * SIZE

/** Features by their hash, numbered as they come; open addressing, since there are tens of millions of look-ups. */
class Numbering {
  #keys = new Int32Array(1 << 20)
  #numbers = new Int32Array(1 << 20).fill(-1)
  #counts = new Int32Array(1 << 19)
  size = 0

  numberOf(key: number): number {
    let slot = this.#slot(key)
    if (this.#numbers[slot] < 0) {
      if (this.size * 2 >= this.#keys.length) {
        this.#grow()
        slot = this.#slot(key)
      }
      this.#keys[slot] = key
      this.#numbers[slot] = this.size++
    }
    const number = this.#numbers[slot]
    this.#counts[number]++
    return number
  }

  /** New numbers for the features seen at least `least` times, -1 for the others; and the keys in the new order. */
  compact(least: number): { numbers: Int32Array; keys: Int32Array } {
    const numbers = new Int32Array(this.size).fill(-1)
    const keys: number[] = []
    for (let slot = 0; slot < this.#keys.length; slot++) {
      const number = this.#numbers[slot]
      if (number < 0 || this.#counts[number] < least) continue
      numbers[number] = keys.length
      keys.push(this.#keys[slot])
    }
    return { numbers, keys: Int32Array.from(keys) }
  }

  #slot(key: number): number {
    const mask = this.#keys.length - 1
    let slot = Math.imul(key, 0x9e3779b1) & mask
    while (this.#numbers[slot] >= 0 && this.#keys[slot] !== key) slot = (slot + 1) & mask
    return slot
  }

  #grow(): void {
    const [keys, numbers] = [this.#keys, this.#numbers]
    this.#keys = new Int32Array(keys.length * 2)
    this.#numbers = new Int32Array(keys.length * 2).fill(-1)
    const counts = new Int32Array(keys.length)
    counts.set(this.#counts)
    this.#counts = counts
    for (let old = 0; old < keys.length; old++) {
      if (numbers[old] < 0) continue
      const slot = this.#slot(keys[old])
      this.#keys[slot] = keys[old]
      this.#numbers[slot] = numbers[old]
    }
  }
}

interface Example {
  readonly cue: number
  readonly truth: Int8Array
  /** features of word k: words[starts[k]] … words[starts[k + 1] - 1]; likewise of the border before it */
  words: Int32Array
  readonly wordStarts: Int32Array
  borders: Int32Array
  readonly borderStarts: Int32Array
}

/**
 * Structured averaged perceptron (Collins 2002) over the roles of words and the borders between them. Features are worked out once and kept as
 * numbers, so that an iteration is a walk through arrays.
 */
export class RolePerceptron {
  readonly #words = new Numbering()
  readonly #borders = new Numbering()
  readonly #examples: Example[] = []

  /** One cue with the true role of every word of its view. */
  add(view: RoleView, truth: ArrayLike<number>): void {
    const n = view.to - view.from
    const buffer = new Int32Array(MOST_ROLE_FEATURES)
    const [words, borders]: [number[], number[]] = [[], []]
    const wordStarts = new Int32Array(n + 1)
    const borderStarts = new Int32Array(n + 1)
    for (let k = 0; k < n; k++) {
      const found = roleFeatures(view, view.from + k, buffer)
      for (let f = 0; f < found; f++) words.push(this.#words.numberOf(buffer[f]))
      wordStarts[k + 1] = words.length
      if (k > 0) {
        const between = borderFeatures(view, view.from + k, buffer)
        for (let f = 0; f < between; f++) borders.push(this.#borders.numberOf(buffer[f]))
      }
      borderStarts[k + 1] = borders.length
    }
    this.#examples.push({
      cue: view.cue - view.from,
      truth: Int8Array.from(truth),
      words: Int32Array.from(words),
      wordStarts,
      borders: Int32Array.from(borders),
      borderStarts,
    })
  }

  /** The trained model. Features seen less often than `least`, and weights below `lightest` steps of int8, are left out. */
  fit({ iterations, least, lightest }: { iterations: number; least: number; lightest: number }): Uint8Array {
    const words = this.#words.compact(least)
    const borders = this.#borders.compact(least)
    for (const example of this.#examples) {
      example.words = renumbered(example.words, example.wordStarts, words.numbers)
      example.borders = renumbered(example.borders, example.borderStarts, borders.numbers)
    }
    const wordWeights = new Float32Array(words.keys.length * SIZE)
    const wordSums = new Float64Array(wordWeights.length)
    const borderWeights = new Float32Array(borders.keys.length * PAIRS)
    const borderSums = new Float64Array(borderWeights.length)
    const next = random(7)
    const order = [...this.#examples]
    let now = 1
    for (let iteration = 1; iteration <= iterations; iteration++) {
      let wrong = 0
      for (const example of shuffle(order, next)) {
        const { cue, truth, wordStarts, borderStarts } = example
        const n = truth.length
        const emissions = new Float32Array(n * SIZE)
        const turns = new Float32Array(n * PAIRS)
        for (let k = 0; k < n; k++) {
          for (let at = wordStarts[k]; at < wordStarts[k + 1]; at++) {
            const f = example.words[at] * SIZE
            for (let role = 0; role < SIZE; role++) emissions[k * SIZE + role] += wordWeights[f + role]
          }
          for (let at = borderStarts[k]; at < borderStarts[k + 1]; at++) {
            const f = example.borders[at] * PAIRS
            for (let pair = 0; pair < PAIRS; pair++) turns[k * PAIRS + pair] += borderWeights[f + pair]
          }
        }
        for (let role = 0; role < SIZE; role++)
          if (role !== CUE) emissions[cue * SIZE + role] = Number.NEGATIVE_INFINITY
        const { roles } = viterbiRoles(emissions, turns, n)
        let right = true
        for (let k = 0; k < n; k++) {
          if (roles[k] !== truth[k]) {
            right = false
            for (let at = wordStarts[k]; at < wordStarts[k + 1]; at++) {
              const f = example.words[at] * SIZE
              wordWeights[f + truth[k]] += 1
              wordSums[f + truth[k]] += now
              wordWeights[f + roles[k]] -= 1
              wordSums[f + roles[k]] -= now
            }
          }
          if (k > 0 && (roles[k] !== truth[k] || roles[k - 1] !== truth[k - 1])) {
            const gain = truth[k - 1] * SIZE + truth[k]
            const loss = roles[k - 1] * SIZE + roles[k]
            for (let at = borderStarts[k]; at < borderStarts[k + 1]; at++) {
              const f = example.borders[at] * PAIRS
              borderWeights[f + gain] += 1
              borderSums[f + gain] += now
              borderWeights[f + loss] -= 1
              borderSums[f + loss] -= now
            }
          }
        }
        if (!right) wrong++
        now++
      }
      console.log(
        `roles, iteration ${iteration}: ${((100 * wrong) / order.length).toFixed(1)} % of ${order.length} cues wrong`,
      )
    }
    for (let i = 0; i < wordWeights.length; i++) wordWeights[i] -= wordSums[i] / now
    for (let i = 0; i < borderWeights.length; i++) borderWeights[i] -= borderSums[i] / now
    const scale = stepOf([wordWeights, borderWeights])
    const rows: ModelRow[] = []
    const collect = (keys: Int32Array, all: Float32Array, size: number, first: number) => {
      keys.forEach((key, i) => {
        const [classes, weights]: [number[], number[]] = [[], []]
        for (let c = 0; c < size; c++) {
          let weight = Math.round(all[i * size + c] / scale)
          if (Math.abs(weight) < lightest) continue
          // The few weights that int8 cannot hold are written in parts: the parts of a class add up.
          for (; weight !== 0; weight -= weights[weights.length - 1]) {
            classes.push(first + c)
            weights.push(Math.max(-127, Math.min(127, weight)))
          }
        }
        if (classes.length > 0) rows.push({ key, classes, weights })
      })
    }
    collect(words.keys, wordWeights, SIZE, 0)
    collect(borders.keys, borderWeights, PAIRS, SIZE)
    console.log(`roles: ${rows.length} features, a step is ${scale.toFixed(3)}`)
    return encodeModel(ROLE_CLASSES, scale, rows)
  }
}

/** The step of int8 that holds all but one in five hundred of the weights that are not tiny. */
function stepOf(weights: readonly Float32Array[]): number {
  const sizes: number[] = []
  for (const list of weights)
    for (let i = 0; i < list.length; i++) if (Math.abs(list[i]) > 0.1) sizes.push(Math.abs(list[i]))
  sizes.sort((a, b) => a - b)
  return (sizes[Math.floor(sizes.length * 0.998)] ?? 1) / 127
}

/** Features by their new numbers; `starts` is moved along. */
function renumbered(features: Int32Array, starts: Int32Array, numbers: Int32Array): Int32Array {
  const kept: number[] = []
  let from = 0
  for (let k = 0; k + 1 < starts.length; k++) {
    const to = starts[k + 1]
    for (let at = from; at < to; at++) if (numbers[features[at]] >= 0) kept.push(numbers[features[at]])
    from = to
    starts[k + 1] = kept.length
  }
  return Int32Array.from(kept)
}
