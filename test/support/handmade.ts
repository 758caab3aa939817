import { contentId } from '../../src/base/contentId.ts'
import type { Act } from '../../src/model/Attribution.ts'
import type { Certainty, Polarity } from '../../src/model/Certainty.ts'
import type { EntityKind } from '../../src/model/Entity.ts'
import { passageOf } from '../../src/model/Passage.ts'
import { Reading } from '../../src/model/Reading.ts'
import { type Report, type ReportInput, reportOf } from '../../src/model/Report.ts'
import type { Protection, SourceKind } from '../../src/model/Source.ts'
import type { Value } from '../../src/model/Value.ts'

/** A source of a handmade reading: named by what the text says. */
export interface HandmadeSource {
  name: string
  kind?: SourceKind
  act?: Act
  protected?: Protection['reason']
}

export interface HandmadeStatement {
  /** words of the text that carry it */
  words: string
  property: string
  value: Value
  /** label of the incident or name of the entity that it is about */
  about: string
  /** from the outlet inwards, without the outlet */
  chain?: HandmadeSource[]
  certainty?: Certainty
  polarity?: Polarity
}

export interface Handmade {
  entities?: { name: string; kind: EntityKind }[]
  incidents?: { label: string; type: string }[]
  statements: HandmadeStatement[]
  reader?: string
}

/** A report and the reading of it that a test wants; every passage, mention and cue is found in the text by its words. */
export function handmade(input: ReportInput, wanted: Handmade): { report: Report; reading: Reading } {
  const report = reportOf(input)
  const spanOf = (words: string) => {
    const start = report.text.indexOf(words)
    if (start < 0) throw new Error(`the text does not say "${words}"`)
    return { start, end: start + words.length }
  }
  const entities = (wanted.entities ?? []).map(({ name, kind }) => ({
    id: contentId('e', [report.id, kind, name]),
    kind,
    name,
    aliases: [],
    mentions: [{ ...spanOf(name), form: 'name' as const }],
  }))
  const incidents = (wanted.incidents ?? []).map(({ label, type }) => ({
    id: contentId('i', [report.id, type, label]),
    type,
    stage: 'accomplished' as const,
    label,
    mentions: [spanOf(label)],
  }))
  const outlet = {
    id: contentId('s', [report.id, 'outlet', report.outlet ?? '']),
    kind: 'outlet' as const,
    name: report.outlet ?? 'the report',
    mentions: [],
  }
  const sources = new Map<string, Reading['sources'][number]>([['', outlet]])
  const sourceId = ({ name, kind = 'organisation', protected: reason }: HandmadeSource): string => {
    const known = sources.get(name)
    if (known) return known.id
    const id = contentId('s', [report.id, kind, name])
    const entity = entities.find((candidate) => candidate.name === name)?.id
    sources.set(name, {
      id,
      kind,
      name,
      ...(entity === undefined ? {} : { entity }),
      ...(reason === undefined ? {} : { protected: { reason } }),
      mentions: [spanOf(name)],
    })
    return id
  }
  const statements = wanted.statements.map(({ words, property, value, about, chain = [], certainty, polarity }) => {
    const incident = incidents.find(({ label }) => label === about)
    const entity = entities.find(({ name }) => name === about)
    const subject = incident
      ? { kind: 'incident' as const, id: incident.id }
      : { kind: 'entity' as const, id: entity?.id ?? 'nobody' }
    const links = chain.map((source) => ({
      source: sourceId(source),
      act: source.act ?? ('says' as const),
      certainty: 'certain' as const,
      polarity: 'affirmed' as const,
    }))
    return {
      id: contentId('st', [report.id, subject, property, value, chain, certainty, polarity, words]),
      report: report.id,
      subject,
      property,
      value: named(value, entities),
      polarity: polarity ?? ('affirmed' as const),
      certainty: certainty ?? ('certain' as const),
      chain: [
        { source: outlet.id, act: 'says' as const, certainty: 'certain' as const, polarity: 'affirmed' as const },
        ...links,
      ],
      passages: [passageOf(report.text, spanOf(words))],
      path: [{ by: 'rule:test/handmade', span: spanOf(words) }],
    }
  })
  const reading = Reading.parse({
    id: report.id,
    reader: wanted.reader ?? 'ascribe-test/1.0.0',
    sentences: [{ start: 0, end: report.text.length }],
    names: [],
    times: [],
    places: [],
    attributions: [],
    certainty: [],
    sources: [...sources.values()],
    entities,
    incidents,
    statements,
  })
  return { report, reading }
}

/** Tests write the name of an entity where the model has its id. */
function named(value: Value, entities: readonly { id: string; name: string }[]): Value {
  if (value.type !== 'entity') return value
  return { type: 'entity', entity: entities.find(({ name }) => name === value.entity)?.id ?? value.entity }
}

/** An exact count. */
export const exactly = (number: number, of?: string): Value => ({
  type: 'count',
  low: number,
  best: number,
  high: number,
  words: String(number),
  ...(of === undefined ? {} : { of }),
})

/** A dated time. */
export const on = (edtf: string): Value => ({ type: 'interval', edtf, phrase: edtf, anchor: { kind: 'none' } })
