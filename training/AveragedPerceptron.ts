import { encodeModel, LinearModel, type ModelRow } from '../src/learned/LinearModel.ts'

/** What `toBytes` leaves out, to keep the model small. */
export interface Pruning {
  /** the least weight kept, in 127ths of the greatest; may be a fraction (default 1) */
  readonly least?: number
  /** features updated less often than this are dropped (default 1) */
  readonly updates?: number
}

/**
 * A multi-class averaged perceptron over hashed features, which grows as features come. Weights are averaged lazily:
 * each keeps the sum up to the last change and the time of it.
 *
 *     const perceptron = new AveragedPerceptron(['yes', 'no'])
 *     for (const example of shuffle(examples, random(1))) {
 *       perceptron.scores(features, n, scores)
 *       perceptron.update(features, n, truth, perceptron.best(scores))   // does nothing where they are equal
 *     }
 *     writeFileSync('models/x.bin', perceptron.toBytes({ least: 1, updates: 2 }))
 *
 * `LinearModel.parse` reads the bytes; its `scores` have the same meaning.
 */
export class AveragedPerceptron {
  readonly classes: readonly string[]
  /** Examples seen: the clock of the averages. */
  #now = 1
  #keys = new Int32Array(1 << 16)
  #rows = new Int32Array(1 << 16).fill(-1)
  #count = 0
  // per feature
  #start = new Int32Array(1 << 15)
  #length = new Int32Array(1 << 15)
  #room = new Int32Array(1 << 15)
  #updates = new Int32Array(1 << 15)
  // per weight, in rows
  #used = 0
  #class = new Uint16Array(1 << 18)
  #weight = new Float32Array(1 << 18)
  #sum = new Float64Array(1 << 18)
  #stamp = new Int32Array(1 << 18)

  constructor(classes: readonly string[]) {
    this.classes = classes
  }

  /** How many features have weights. */
  get features(): number {
    return this.#count
  }

  scores(features: Int32Array, n: number, out: Float32Array): void {
    out.fill(0)
    for (let i = 0; i < n; i++) this.addScores(features[i], out)
  }

  addScores(feature: number, out: Float32Array): void {
    const row = this.#rows[this.#slot(feature)]
    if (row < 0) return
    const start = this.#start[row]
    const end = start + this.#length[row]
    for (let at = start; at < end; at++) out[this.#class[at]] += this.#weight[at]
  }

  /** The class with the highest score; the first of equals. */
  best(scores: Float32Array): number {
    let best = 0
    for (let c = 1; c < scores.length; c++) if (scores[c] > scores[best]) best = c
    return best
  }

  /** One example learnt: rewards `truth`, punishes `guess`; nothing where they are the same. Moves the clock on. */
  update(features: Int32Array, n: number, truth: number, guess: number, amount = 1): void {
    if (truth !== guess) {
      for (let i = 0; i < n; i++) {
        this.add(features[i], truth, amount)
        this.add(features[i], guess, -amount)
      }
    }
    this.tick()
  }

  /** Moves the clock of the averages on; `update` does it by itself. */
  tick(): void {
    this.#now++
  }

  /** Changes one weight now. */
  add(feature: number, c: number, amount: number): void {
    const row = this.#rowOf(feature)
    this.#updates[row]++
    const start = this.#start[row]
    const end = start + this.#length[row]
    let at = start
    while (at < end && this.#class[at] !== c) at++
    if (at === end) at = this.#append(row, c)
    this.#sum[at] += this.#weight[at] * (this.#now - this.#stamp[at])
    this.#stamp[at] = this.#now
    this.#weight[at] += amount
  }

  /** The averaged weights as squares of int8, the scale taken from the greatest; `meta` is handed on to `LinearModel.meta`. */
  toBytes({ least = 1, updates = 1 }: Pruning = {}, meta: Readonly<Record<string, unknown>> = {}): Uint8Array {
    const average = (at: number): number =>
      (this.#sum[at] + this.#weight[at] * (this.#now - this.#stamp[at])) / this.#now
    const kept = Array.from(this.#rows.keys())
      .map((slot) => ({ row: this.#rows[slot], key: this.#keys[slot] }))
      .filter(({ row }) => row >= 0 && this.#updates[row] >= updates)
    let greatest = 0
    for (const { row } of kept) {
      for (let at = this.#start[row]; at < this.#start[row] + this.#length[row]; at++) {
        greatest = Math.max(greatest, Math.abs(average(at)))
      }
    }
    const scale = greatest / 127 ** 2 || 1
    const threshold = ((least - 0.5) * greatest) / 127
    const rows = kept.map(({ row, key }): ModelRow => {
      const [classes, weights]: [number[], number[]] = [[], []]
      for (let at = this.#start[row]; at < this.#start[row] + this.#length[row]; at++) {
        const value = average(at)
        const weight = Math.sign(value) * Math.round(Math.sqrt(Math.abs(value) / scale))
        if (Math.abs(value) < threshold || weight === 0) continue
        classes.push(this.#class[at])
        weights.push(weight)
      }
      return { key, classes, weights }
    })
    return encodeModel(this.classes, scale, rows, meta, 2)
  }

  /** The model as it will run, for trying it on held-out data during training. */
  toModel(pruning: Pruning = {}, meta: Readonly<Record<string, unknown>> = {}): LinearModel {
    return LinearModel.parse(this.toBytes(pruning, meta))
  }

  #slot(feature: number): number {
    const mask = this.#keys.length - 1
    let slot = feature & mask
    while (this.#rows[slot] >= 0 && this.#keys[slot] !== feature) slot = (slot + 1) & mask
    return slot
  }

  #rowOf(feature: number): number {
    let slot = this.#slot(feature)
    if (this.#rows[slot] >= 0) return this.#rows[slot]
    if (this.#count * 2 >= this.#keys.length) {
      this.#rehash()
      slot = this.#slot(feature)
    }
    if (this.#count === this.#start.length) {
      this.#start = grown(this.#start, Int32Array)
      this.#length = grown(this.#length, Int32Array)
      this.#room = grown(this.#room, Int32Array)
      this.#updates = grown(this.#updates, Int32Array)
    }
    const row = this.#count++
    this.#keys[slot] = feature
    this.#rows[slot] = row
    this.#room[row] = 2
    this.#start[row] = this.#reserve(2)
    return row
  }

  #rehash(): void {
    const [keys, rows] = [this.#keys, this.#rows]
    this.#keys = new Int32Array(keys.length * 2)
    this.#rows = new Int32Array(rows.length * 2).fill(-1)
    for (let old = 0; old < keys.length; old++) {
      if (rows[old] < 0) continue
      const slot = this.#slot(keys[old])
      this.#keys[slot] = keys[old]
      this.#rows[slot] = rows[old]
    }
  }

  /** Adds a class to a row, which moves to a place twice as large when it is full. */
  #append(row: number, c: number): number {
    if (this.#length[row] === this.#room[row]) {
      const from = this.#start[row]
      const to = this.#reserve(this.#room[row] * 2)
      for (const list of [this.#class, this.#weight, this.#sum, this.#stamp]) {
        list.copyWithin(to, from, from + this.#length[row])
      }
      this.#start[row] = to
      this.#room[row] *= 2
    }
    const at = this.#start[row] + this.#length[row]++
    this.#class[at] = c
    this.#weight[at] = 0
    this.#sum[at] = 0
    this.#stamp[at] = this.#now
    return at
  }

  #reserve(room: number): number {
    const at = this.#used
    this.#used += room
    while (this.#used > this.#class.length) {
      this.#class = grown(this.#class, Uint16Array)
      this.#weight = grown(this.#weight, Float32Array)
      this.#sum = grown(this.#sum, Float64Array)
      this.#stamp = grown(this.#stamp, Int32Array)
    }
    return at
  }
}

function grown<A extends { length: number; set(from: A): void }>(list: A, Kind: new (length: number) => A): A {
  const larger = new Kind(list.length * 2)
  larger.set(list)
  return larger
}
