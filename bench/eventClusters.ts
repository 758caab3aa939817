import type { Document } from '../src/document/Document.ts'
import { reportOf } from '../src/model/Report.ts'
import { overlaps, type Span } from '../src/model/Span.ts'
import type { EnglishReader } from '../src/reader/EnglishReader.ts'
import { storiesOf } from '../src/weighing/storiesOf.ts'

/** A document of the coreference table: where its mentions stand is given, what they are one with is not. */
export interface CoreferenceDocument {
  id: string
  text: string
  mentions: Span[]
}

/** Clusters given event mentions: those of one story with the same head lemma are one. */
export function eventClusters(reader: EnglishReader, documents: readonly CoreferenceDocument[]) {
  const annotated = documents.map(({ id, text }) => reader.annotate(reportOf({ id, text })))
  const stories = storiesOf(annotated.map((document) => document.get('tags').map(({ lemma }) => lemma.toLowerCase())))
  return documents.map(({ id, mentions }, index) => ({
    id,
    topic: stories[index],
    mentions: mentions.map((span) => ({
      start: span.start,
      end: span.end,
      cluster: `${stories[index]} ${headLemma(annotated[index], span)}`,
    })),
  }))
}

/** Lemma of the token of the span whose governor stands outside it. */
function headLemma(document: Document, span: Span): string {
  const tokens = document.get('tokens')
  const trees = document.get('trees')
  const inside = tokens.flatMap((token, index) => (overlaps(token, span) ? [index] : []))
  const head = inside.find((index) => !inside.includes(trees[index].head)) ?? inside[0]
  return head === undefined ? document.text.slice(span.start, span.end) : document.get('tags')[head].lemma.toLowerCase()
}
