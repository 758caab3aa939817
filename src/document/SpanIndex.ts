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
      const buckets = new Set(spans.flatMap((span) => bucketsOf(span)))
      for (const bucket of buckets) {
        const held = this.#buckets.get(bucket)
        if (held) held.push(item)
        else this.#buckets.set(bucket, [item])
      }
    }
  }

  /** The items, in order, one of whose spans may share a code unit with this one; all that do are among them. */
  near(span: Span): number[] {
    const [first, ...rest] = bucketsOf(span)
    const items = this.#buckets.get(first) ?? []
    if (rest.length === 0) return items
    return [...new Set([...items, ...rest.flatMap((bucket) => this.#buckets.get(bucket) ?? [])])].sort((a, b) => a - b)
  }

  /** The items, in order, one of whose spans holds all of this one. */
  covering(span: Span): number[] {
    return this.near(span).filter((item) => this.#items[item].some((one) => covers(one, span)))
  }
}

function bucketsOf({ start, end }: Span): number[] {
  const first = Math.floor(start / BUCKET)
  const last = Math.floor(Math.max(start, end - 1) / BUCKET)
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}
