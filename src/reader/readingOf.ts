import type { Document } from '../document/Document.ts'
import type { Attribution } from '../model/Attribution.ts'
import type { Reading, Word } from '../model/Reading.ts'
import type { Span } from '../model/Span.ts'
import { identitiesOf } from './Identities.ts'
import { statementsOf } from './statementsOf.ts'

const span = ({ start, end }: Span): Span => ({ start, end })
const pieces = (spans: readonly Span[]): [number, number][] => spans.map(({ start, end }) => [start, end])

/** All that the stages found in a document, as the machine interface gives it; `words` adds the words with their trees. */
export function readingOf(document: Document, reader: string, options: { words?: boolean } = {}): Reading {
  const identities = identitiesOf(document)
  const mentions = document.get('mentions')
  const reading: Reading = {
    id: document.report.id,
    reader,
    sentences: document.get('sentences').map(span),
    names: document.get('names').map((name) => ({ ...span(name), kind: name.kind })),
    times: document
      .get('times')
      .map((time) => ({ ...span(time), type: time.type, value: time.value, edtf: time.edtf })),
    places: document.get('places').map((annotation) => {
      const { type: _type, name: _name, relation, ...place } = annotation.place
      const { use } = annotation
      return {
        ...span(annotation),
        ...place,
        ...(relation === 'at' ? {} : { relation }),
        ...(use === undefined ? {} : { use }),
      }
    }),
    attributions: document.get('attributions').map((attribution, index): Attribution => {
      const { source, cue, content, medium, mode, act, certainty, polarity, parent, by } = attribution
      return {
        id: identities.attributions[index],
        source: pieces(source),
        cue: pieces(cue),
        content: pieces(content),
        ...(medium === undefined || medium.length === 0 ? {} : { medium: pieces(medium) }),
        mode,
        act,
        certainty,
        polarity,
        sourceId: identities.sourceOfAttribution[index],
        ...(parent === undefined ? {} : { parent: identities.attributions[parent] }),
        by,
      }
    }),
    scareQuotes: document.get('scareQuotes').map((quote) => ({ ...span(quote), by: quote.by })),
    certainty: document.get('certainty').map((annotation) => ({ ...span(annotation), value: annotation.value })),
    sources: [...identities.sources],
    entities: document.get('entities').map(({ kind, name, aliases, mentions: indices }, index) => ({
      id: identities.entities[index],
      kind,
      name,
      aliases: [...aliases],
      mentions: indices.map((mention) => ({ ...span(mentions[mention]), form: mentions[mention].form })),
    })),
    incidents: document.get('incidents').map((incident, index) => ({
      id: identities.incidents[index],
      type: incident.type,
      stage: incident.stage,
      label: incident.label,
      mentions: incident.mentions.map((mention) => span(mention.span)),
    })),
    statements: statementsOf(document, identities),
  }
  return options.words ? { ...reading, words: wordsOf(document) } : reading
}

function wordsOf(document: Document): Word[] {
  const tags = document.get('tags')
  const trees = document.get('trees')
  return document.get('tokens').map((token, index) => ({ ...span(token), ...tags[index], ...trees[index] }))
}
