import { contentId } from '../../src/base/contentId.ts'
import type { Act, Attribution } from '../../src/model/Attribution.ts'
import type { Certainty, Polarity } from '../../src/model/Certainty.ts'
import type { EntityKind } from '../../src/model/Entity.ts'
import { passageOf } from '../../src/model/Passage.ts'
import type { Reading } from '../../src/model/Reading.ts'
import type { Report } from '../../src/model/Report.ts'
import type { Protection, SourceKind } from '../../src/model/Source.ts'
import type { Span } from '../../src/model/Span.ts'
import type { Statement } from '../../src/model/Statement.ts'
import type { Count, Interval, TextValue, Value } from '../../src/model/Value.ts'

/** What a person reads in a report, with quotes instead of offsets: the tests of the screens stand on these, not on the reader. */
export interface ByHand {
  readonly scareQuotes: readonly string[]
  readonly sources: { readonly [key: string]: { kind: SourceKind; name: string; protect?: Protection['reason'] } }
  readonly entities: { readonly [key: string]: { kind: EntityKind; name: string; at: string } }
  readonly incidents: { readonly [key: string]: { type: string; label: string; at: string } }
  readonly attributions: {
    readonly [key: string]: {
      source: string
      at: string
      cue: string
      content: string
      act?: Act
      certainty?: Certainty
      polarity?: Polarity
      parent?: string
      medium?: string
    }
  }
  readonly statements: readonly {
    on: string
    property: string
    /** text that names an entity above is that entity */
    value: Value
    at: readonly string[]
    by?: readonly string[]
    certainty?: Certainty
    polarity?: Polarity
    word?: string
    interval?: Interval
    quantity?: Count | TextValue
  }[]
}

/** The reading that stands for what was written down by hand. Every quote must be in the text; "a|2" is the second "a". */
export function handReading(report: Report, hand: ByHand): Reading {
  const find = (wanted: string): Span => {
    const [quote, nth = '1'] = wanted.split('|')
    let start = -1
    for (let left = Number(nth); left > 0; left--) {
      start = report.text.indexOf(quote, start + 1)
      if (start === -1) throw new Error(`the text has no "${wanted}"`)
    }
    return { start, end: start + quote.length }
  }
  const pieces = (wanted: string): [number, number][] => {
    const { start, end } = find(wanted)
    return [[start, end]]
  }
  const id = (kind: string, key: string) => contentId(kind, [report.id, key])
  const outlet = id('s', 'outlet')

  const attributions = Object.entries(hand.attributions).map(
    ([
      key,
      { source, at, cue, content, act = 'says', certainty = 'certain', polarity = 'affirmed', parent, medium },
    ]): Attribution => ({
      id: id('a', key),
      source: pieces(at),
      cue: pieces(cue),
      content: pieces(content),
      mode: content.includes('“') ? 'direct' : 'indirect',
      act,
      certainty,
      polarity,
      sourceId: id('s', source),
      ...(parent === undefined ? {} : { parent: id('a', parent) }),
      ...(medium === undefined ? {} : { medium: pieces(medium) }),
      by: 'rule:attributions/hand',
    }),
  )
  const statements = hand.statements.map(
    ({ on, property, value, at, by = [], certainty = 'certain', polarity = 'affirmed', word, ...held }): Statement => {
      const spans = at.map(find)
      const valued =
        value.type === 'text' ? Object.entries(hand.entities).find(([, { name }]) => name === value.text) : undefined
      const chain: Statement['chain'] = [
        { source: outlet, act: 'says', certainty: 'certain', polarity: 'affirmed' },
        ...by.map((key) => {
          const {
            act,
            certainty: sure,
            polarity: side,
            sourceId,
          } = attributions.find(({ id: a }) => a === id('a', key))!
          return { source: sourceId!, act, certainty: sure, polarity: side, attribution: id('a', key) }
        }),
      ]
      return {
        id: contentId('st', [report.id, on, property, value, at, by]),
        report: report.id,
        subject: on in hand.entities ? { kind: 'entity', id: id('e', on) } : { kind: 'incident', id: id('i', on) },
        property,
        value: valued === undefined ? value : { type: 'entity', entity: id('e', valued[0]) },
        polarity,
        certainty,
        ...(word === undefined ? {} : { certaintyWord: word }),
        chain,
        ...held,
        passages: spans.map((span) => passageOf(report.text, span)),
        path: spans.map((span) => ({ by: 'rule:incidents/hand', span })),
      }
    },
  )
  const sentences = [...report.text.matchAll(/[^.\n]+[.”]*/g)].map(({ 0: words, index }) => ({
    start: index,
    end: index + words.length,
  }))
  return {
    id: report.id,
    reader: 'hand/1.0.0',
    sentences,
    names: [],
    times: [],
    places: [],
    attributions,
    scareQuotes: hand.scareQuotes.map((quote) => ({ ...find(quote), by: 'rule:attributions/hand' })),
    certainty: [],
    sources: [
      { id: outlet, kind: 'outlet', name: report.outlet ?? 'the report', mentions: [] },
      ...Object.entries(hand.sources).map(([key, { kind, name, protect }]) => ({
        id: id('s', key),
        kind,
        name,
        ...(protect === undefined ? {} : { protected: { reason: protect } }),
        mentions: Object.values(hand.attributions)
          .filter(({ source }) => source === key)
          .map(({ at }) => find(at)),
      })),
    ],
    entities: Object.entries(hand.entities).map(([key, { kind, name, at }]) => ({
      id: id('e', key),
      kind,
      name,
      aliases: [],
      mentions: [{ ...find(at), form: 'name' }],
    })),
    incidents: Object.entries(hand.incidents).map(([key, { type, label, at }]) => ({
      id: id('i', key),
      type,
      stage: 'accomplished',
      label,
      mentions: [find(at)],
    })),
    statements,
  }
}
