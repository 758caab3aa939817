import { feature } from '../../learned/featureHash.ts'

const KINDS = 6
const MOST = 0xff

/**
 * What gaps like the one asked about were so far in the document, by the words and looks around them. Where a letter lists
 * names with their numbers, or ends each item with a dash, the model learns from the first items of that very letter.
 */
export class GapHistory {
  /** For the gap asked last, in six ways of being alike: 0 none yet, 1 to 3 no ends (one, a few, many), 4 to 6 all ends, 7 and 8 mixed. */
  readonly past = new Uint8Array(KINDS)
  readonly #hash: Int32Array
  readonly #shape: (i: number) => number
  /** Ends so far times 256, and gaps that were none, both at most 255. */
  readonly #counts = new Map<number, number>()
  /** The kinds of the gaps asked since the sentence began. */
  #asked = new Int32Array(1 << 10)
  #count = 0
  #last = -1

  constructor(hash: Int32Array, shape: (i: number) => number) {
    this.#hash = hash
    this.#shape = shape
  }

  ask(k: number): void {
    const hash = this.#hash
    const [t1, t2] = [this.#shape(k + 1), this.#shape(k + 2)]
    const s1 = this.#shape(k)
    if (this.#count + KINDS > this.#asked.length) {
      const larger = new Int32Array(this.#asked.length * 2)
      larger.set(this.#asked)
      this.#asked = larger
    }
    const asked = this.#asked
    const at = this.#count
    asked[at] = feature(1, hash[k], t1)
    asked[at + 1] = feature(2, s1, t1)
    asked[at + 2] = feature(3, hash[k + 1])
    asked[at + 3] = feature(4, t1, t2)
    asked[at + 4] = feature(5, this.#shape(k - 1), s1, t1)
    asked[at + 5] = feature(6, s1, t1, t2 * 128 + this.#shape(k + 3))
    this.#count += KINDS
    for (let j = 0; j < KINDS; j++) this.past[j] = pastOf(this.#counts.get(asked[at + j]))
    this.#last = k
  }

  /** A sentence ends with word `k`: of the gaps asked since it began, only that one was an end. */
  end(k: number): void {
    const ends = this.#last === k ? this.#count - KINDS : this.#count
    for (let i = 0; i < this.#count; i++) {
      const count = this.#counts.get(this.#asked[i]) ?? 0
      if (i >= ends) {
        if (count >> 8 < MOST) this.#counts.set(this.#asked[i], count + 256)
      } else if ((count & MOST) < MOST) this.#counts.set(this.#asked[i], count + 1)
    }
    this.#count = 0
    this.#last = -1
  }
}

function pastOf(count: number | undefined): number {
  if (count === undefined) return 0
  const [ends, none] = [count >> 8, count & MOST]
  if (ends === 0) return none < 2 ? 1 : none < 4 ? 2 : 3
  if (none === 0) return ends < 2 ? 4 : ends < 4 ? 5 : 6
  return ends > none ? 7 : 8
}
