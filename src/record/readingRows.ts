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
): { [Table in 'sources' | 'entities' | 'incidents' | 'statements']: Tables[Table][] } {
  const sources = new Map(reading.sources.map((source) => [source.id, source]))
  const bySubject = Map.groupBy(reading.statements, ({ subject }) => subject.id)
  const asObject = Map.groupBy(reading.statements, (statement) => objectOf(statement))
  const parts = partsIn(reading.statements)
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
      statements: (parts.get(source.id) ?? NO_PART).statements,
      passed: (parts.get(source.id) ?? NO_PART).passed,
      acts: canonicalJson((parts.get(source.id) ?? NO_PART).acts),
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
  }
}

/** The entity or incident that is the value of a statement. */
export const objectOf = ({ value }: Statement): string | undefined =>
  value.type === 'entity' ? value.entity : value.type === 'incident' ? value.incident : undefined

interface Part {
  statements: number
  passed: number
  acts: Record<string, number>
}
const NO_PART: Part = { statements: 0, passed: 0, acts: {} }

/** What each source does in the chains of the statements. */
function partsIn(statements: readonly Statement[]): Map<string, Part> {
  const parts = new Map<string, Part>()
  for (const { chain } of statements) {
    chain.forEach(({ source, act }, depth) => {
      const { statements, passed, acts } = parts.get(source) ?? NO_PART
      const innermost = depth === chain.length - 1
      parts.set(source, {
        statements: statements + Number(innermost),
        passed: passed + Number(!innermost),
        acts: { ...acts, [act]: (acts[act] ?? 0) + 1 },
      })
    })
  }
  return parts
}
