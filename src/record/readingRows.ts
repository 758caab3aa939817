import { canonicalJson } from '../base/contentId.ts'
import type { Reading } from '../model/Reading.ts'
import type { Report } from '../model/Report.ts'
import type { Statement } from '../model/Statement.ts'
import { nameKey } from '../weighing/nameKey.ts'
import { sourceKey } from '../weighing/sourceKey.ts'
import { incidentRow } from './incidentRow.ts'
import { storable } from './storable.ts'
import type { Tables } from './store/Tables.ts'

/** The rows of a reading, with what lists and maps show of each already weighed. */
export function readingRows(
  report: Report,
  reading: Reading,
): { [Table in 'sources' | 'entities' | 'incidents' | 'statements' | 'links']: Tables[Table][] } {
  const sources = new Map(reading.sources.map((source) => [source.id, source]))
  const bySubject = Map.groupBy(reading.statements, ({ subject }) => subject.id)
  const asObject = Map.groupBy(reading.statements, (statement) => objectOf(statement))
  const protectedEntities = new Set(
    reading.sources.flatMap(({ entity, protected: protection }) => (protection && entity ? [entity] : [])),
  )
  return {
    sources: reading.sources.map((source, ordinal) => ({
      report: report.id,
      id: source.id,
      ordinal,
      kind: source.kind,
      name: storable(source.name),
      key: sourceKey(source),
      protected: Number(source.protected !== undefined),
      data: canonicalJson(source),
    })),
    entities: reading.entities.map((entity, ordinal) => ({
      report: report.id,
      id: entity.id,
      ordinal,
      kind: entity.kind,
      name: storable(entity.name),
      names: [entity.name, ...entity.aliases].map(nameKey).join('\n'),
      mentions: entity.mentions.length,
      statements: (bySubject.get(entity.id)?.length ?? 0) + (asObject.get(entity.id)?.length ?? 0),
      protected: Number(protectedEntities.has(entity.id)),
      data: canonicalJson(entity),
    })),
    incidents: reading.incidents.map((incident, ordinal) =>
      incidentRow(report.id, incident, ordinal, bySubject.get(incident.id) ?? [], sources),
    ),
    statements: reading.statements.map((statement, ordinal) => ({
      report: report.id,
      id: statement.id,
      ordinal,
      subject: statement.subject.id,
      property: statement.property,
      object: objectOf(statement) ?? null,
      data: canonicalJson(statement),
    })),
    links: reading.statements.flatMap(({ id, chain }) =>
      chain.map(({ source, act }, depth) => ({
        report: report.id,
        statement: id,
        depth,
        innermost: Number(depth === chain.length - 1),
        source,
        act,
      })),
    ),
  }
}

/** The entity or incident that is the value of a statement. */
export const objectOf = ({ value }: Statement): string | undefined =>
  value.type === 'entity' ? value.entity : value.type === 'incident' ? value.incident : undefined
