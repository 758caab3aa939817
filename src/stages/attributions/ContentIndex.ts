import type { Candidate } from './candidates.ts'
import { has } from './has.ts'

/** Words a bucket. */
const BUCKET = 32

/** Candidates by the words of their content, so that the thousandth of a long report is not compared with all before it. */
export class ContentIndex {
  readonly #buckets = new Map<number, Candidate[]>()

  constructor(candidates: readonly Candidate[] = []) {
    for (const candidate of candidates) this.add(candidate)
  }

  add(candidate: Candidate): void {
    let last = -1
    for (const word of candidate.content) {
      const bucket = Math.floor(word / BUCKET)
      if (bucket === last) continue
      last = bucket
      const held = this.#buckets.get(bucket)
      if (held === undefined) this.#buckets.set(bucket, [candidate])
      else held.push(candidate)
    }
  }

  /** Those whose content has the word, in the order in which they were added. */
  holding(word: number): Candidate[] {
    return (this.#buckets.get(Math.floor(word / BUCKET)) ?? []).filter(({ content }) => has(content, word))
  }
}
