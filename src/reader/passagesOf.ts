import type { Document } from '../document/Document.ts'
import type { SpanIndex } from '../document/SpanIndex.ts'
import { type Passage, passageOf } from '../model/Passage.ts'
import { overlaps, type Span } from '../model/Span.ts'

/** From the start of the first span to the end of the last. */
export const bounds = (spans: readonly Span[]): Span => ({
  start: Math.min(...spans.map(({ start }) => start)),
  end: Math.max(...spans.map(({ end }) => end)),
})

/** One passage a sentence: from the first to the last word in it that carries the proposition. */
export function passagesOf(document: Document, spans: readonly Span[], bySentence: SpanIndex): Passage[] {
  const sentences = document.get('sentences')
  const groups = new Map<number | undefined, Span[]>()
  for (const span of spans) {
    const sentence = bySentence.near(span).find((index) => overlaps(sentences[index], span))
    groups.set(sentence, [...(groups.get(sentence) ?? []), span])
  }
  return [...groups.values()].map((group) => passageOf(document.text, bounds(group)))
}
