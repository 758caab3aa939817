import { canonicalJson } from '../base/contentId.ts'
import { edtfBounds } from '../model/edtfBounds.ts'
import type { Incident } from '../model/Incident.ts'
import type { Source } from '../model/Source.ts'
import type { Statement } from '../model/Statement.ts'
import type { Value } from '../model/Value.ts'
import { mostExact } from '../weighing/mostExact.ts'
import { nameKey } from '../weighing/nameKey.ts'
import { type WeighedProperty, weigh } from '../weighing/positionsOf.ts'
import { storable } from './storable.ts'
import type { IncidentRow } from './store/Tables.ts'
import { isSingleProperty } from './vocabularyTerms.ts'

/** The row of an incident, with what a list, a map and a timeline show of it already weighed from its statements. */
export function incidentRow(
  report: string,
  incident: Incident,
  ordinal: number,
  statements: readonly Statement[],
  sources: ReadonlyMap<string, Source>,
): IncidentRow {
  const properties = weigh(statements, { source: (id) => sources.get(id), isSingle: isSingleProperty })
  const happened = exactOf(properties, 'date', 'interval')
  const place = exactOf(properties, 'place', 'place')
  const behind = properties.flatMap(({ positions }) =>
    positions.flatMap(({ independentSources, deniedBy }) => [...independentSources, ...deniedBy]),
  )
  return {
    report,
    id: incident.id,
    ordinal,
    type: incident.type,
    stage: incident.stage,
    label: storable(incident.label),
    words: nameKey(incident.label),
    mentions: incident.mentions.length,
    statements: statements.length,
    sources: new Set(behind).size,
    disputed: Number(properties.some(({ disputed }) => disputed)),
    day: happened === undefined ? null : (edtfBounds(happened.edtf)?.first ?? null),
    happened: happened === undefined ? null : canonicalJson(happened),
    place: place === undefined ? null : canonicalJson(place),
    data: canonicalJson(incident),
  }
}

/** What a property says most exactly without contradicting its best supported value. */
function exactOf<Type extends 'interval' | 'place'>(
  properties: readonly WeighedProperty[],
  key: string,
  type: Type,
): Extract<Value, { type: Type }> | undefined {
  const positions = properties.find(({ property }) => property === key)?.positions ?? []
  const values = positions.filter(({ affirmed }) => affirmed).map(({ value }) => value)
  return mostExact(values.filter((value): value is Extract<Value, { type: Type }> => value.type === type))
}
