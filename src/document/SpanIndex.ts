import { covers, type Span } from '../model/Span.ts'

/** Code units a bucket: about a paragraph. */
const BUCKET = 1024

/** Finds the items near a place of the text without looking at all of them, so that a long report takes no longer a page than a short one. */
export class SpanIndex {
  readonly #items: readonly (readonly Span[])[]
  readonly #buckets = new Map<number, number[]>()

  /** `items[i]` are the spans of item i, in any order. */
  constructor(items: readonly (readonly Span[])[]) {
    this.#items = items
    for (const [item, spans] of items.entries()) {
      for (const span of spans) {
        const { first, last } = bucketsOf(span)
        for (let bucket = first; bucket <= last; bucket++) this.#put(bucket, item)
      }
    }
  }

  #put(bucket: number, item: number): void {
    const held = this.#buckets.get(bucket)
    if (held === undefined) this.#buckets.set(bucket, [item])
    // Items come in order: one that has several spans here is the last that was put.
    else if (held[held.length - 1] !== item) held.push(item)
  }

  /** The items, in order, one of whose spans may share a code unit with this one; all that do are among them. */
  near(span: Span): number[] {
    const { first, last } = bucketsOf(span)
    if (first === last) return this.#buckets.get(first) ?? []
    const items = new Set<number>()
    for (let bucket = first; bucket <= last; bucket++)
      for (const item of this.#buckets.get(bucket) ?? []) items.add(item)
    return [...items].sort((a, b) => a - b)
  }

  /** The items, in order, one of whose spans holds all of this one. */
  covering(span: Span): number[] {
    return this.near(span).filter((item) => this.#items[item].some((one) => covers(one, span)))
  }
}

/** The buckets that a span reaches into, from the first to the last. */
const bucketsOf = ({ start, end }: Span): { first: number; last: number } => ({
  first: Math.floor(start / BUCKET),
  last: Math.floor(Math.max(start, end - 1) / BUCKET),
})
