import type { Kysely } from 'kysely'
import type { Attribution } from '../model/Attribution.ts'
import type { Decision } from '../model/Decision.ts'
import type { Entity } from '../model/Entity.ts'
import type { Incident } from '../model/Incident.ts'
import type { Reading } from '../model/Reading.ts'
import type { Report } from '../model/Report.ts'
import type { Source } from '../model/Source.ts'
import type { Statement } from '../model/Statement.ts'
import { decisionsOn } from './decisionQueries.ts'
import { openingOf } from './openingOf.ts'
import type { Tables } from './store/Tables.ts'

/** The part of a reading that has no tables of its own: what the text shows, before anything is stated. */
export type ReadingLayers = Omit<Reading, 'sources' | 'entities' | 'incidents' | 'statements' | 'words'>

/** One report as stored, with all that its views are made of. */
export interface ReportContents {
  readonly report: Report
  /** its title, or its first words */
  readonly title: string
  readonly layers: ReadingLayers
  readonly attributions: ReadonlyMap<string, Attribution>
  readonly sources: ReadonlyMap<string, Source>
  readonly sourceKeys: ReadonlyMap<string, string>
  readonly entities: ReadonlyMap<string, Entity>
  readonly incidents: ReadonlyMap<string, Incident>
  /** in the order of the reading */
  readonly statements: readonly Statement[]
  /** the same by what they are about */
  readonly statementsOn: ReadonlyMap<string, readonly Statement[]>
  /** by the id of the statement they are about */
  readonly decisions: ReadonlyMap<string, readonly Decision[]>
}

/** What is kept in `reports.data`: everything of a report but its text. */
type StoredReport = Omit<Report, 'text'>

/** Loads one report with its reading; undefined where it is not in the record. */
export async function loadReport(db: Kysely<Tables>, id: string): Promise<ReportContents | undefined> {
  const row = await db
    .selectFrom('reports')
    .innerJoin('report_texts', 'report_texts.report', 'reports.id')
    .select(['reports.data', 'reports.layers', 'report_texts.text', 'report_texts.escaped'])
    .where('reports.id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const of = <Table extends 'entities' | 'incidents' | 'statements'>(table: Table) =>
    db
      .selectFrom(table as 'entities')
      .select('data')
      .where('report', '=', id)
      .orderBy('ordinal')
      .execute()
  const sourceRows = await db
    .selectFrom('sources')
    .select(['id', 'key', 'data'])
    .where('report', '=', id)
    .orderBy('ordinal')
    .execute()
  const entities = (await of('entities')).map(({ data }): Entity => JSON.parse(data))
  const incidents = (await of('incidents')).map(({ data }): Incident => JSON.parse(data))
  const statements = (await of('statements')).map(({ data }): Statement => JSON.parse(data))
  const text = row.escaped ? (JSON.parse(row.text) as string) : row.text
  // Readings stored before scare quotes were kept apart have none.
  const layers: ReadingLayers = { scareQuotes: [], ...JSON.parse(row.layers) }
  const stored = JSON.parse(row.data) as StoredReport
  return {
    report: { ...stored, text },
    title: stored.title ?? openingOf(text),
    layers,
    attributions: byId(layers.attributions),
    sources: byId(sourceRows.map(({ data }): Source => JSON.parse(data))),
    sourceKeys: new Map(sourceRows.map((source) => [source.id, source.key])),
    entities: byId(entities),
    incidents: byId(incidents),
    statements,
    statementsOn: Map.groupBy(statements, ({ subject }) => subject.id),
    decisions: await decisionsOn(
      db,
      statements.map((statement) => statement.id),
    ),
  }
}

const byId = <Item extends { id: string }>(items: readonly Item[]): Map<string, Item> =>
  new Map(items.map((item) => [item.id, item]))

/** Statements in the order of the text that carries them. */
export const inTextOrder = (statements: readonly Statement[]): Statement[] =>
  [...statements].sort((a, b) => a.passages[0].start - b.passages[0].start)
