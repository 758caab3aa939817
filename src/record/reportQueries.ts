import type { ExpressionBuilder, Kysely } from 'kysely'
import type { Report } from '../model/Report.ts'
import { fullId } from './fullId.ts'
import { viewIncident } from './incidentQueries.ts'
import type { ReportQuery } from './Record.ts'
import { inTextOrder, loadReport, type ReportContents } from './ReportContents.ts'
import { type Store, searchWords } from './store/Store.ts'
import type { Tables } from './store/Tables.ts'
import { isWhole, viewSource, viewStatement } from './viewStatement.ts'
import type { Page } from './views/Page.ts'
import type { CopyOf, ReportSummary } from './views/ReportSummary.ts'
import type { ReportView } from './views/ReportView.ts'

/** Reports with all words of the query, the newest publication first, the undated last. */
export async function listReports(
  store: Store,
  { query, ids, limit = 100, offset = 0 }: ReportQuery,
): Promise<Page<ReportSummary>> {
  const words = searchWords(query ?? '')
  const found = store.db
    .selectFrom('reports')
    .$if(ids !== undefined, (reports) => reports.where('reports.id', 'in', ids?.length ? [...ids] : ['']))
    .$if(words.length > 0, (reports) =>
      reports.where('reports.id', 'in', (texts) =>
        texts.selectFrom('report_texts').select('report').where(store.textHas(words)),
      ),
    )
  const { total } = await found.select(({ fn }) => fn.countAll().as('total')).executeTakeFirstOrThrow()
  const rows = await found
    .select('reports.id')
    .orderBy((order) => order.fn.coalesce('reports.published', order.val('')), 'desc')
    .orderBy('reports.id')
    .limit(limit)
    .offset(offset)
    .execute()
  return {
    items: await summariseReports(
      store.db,
      rows.map(({ id }) => id),
    ),
    total: Number(total),
  }
}

/** One report with its reading and everything stated in it. */
export async function viewReport(store: Store, id: string): Promise<ReportView | undefined> {
  const found = await fullId(store.db, 'reports', id)
  const contents = found === undefined ? undefined : await loadReport(store.db, found.id)
  if (contents === undefined) return undefined
  const [summary] = await summariseReports(store.db, [contents.report.id])
  const statements = inTextOrder(contents.statements).map((statement) => viewStatement(statement, contents))
  return {
    summary,
    report: contents.report,
    reading: readingOf(contents),
    sources: [...contents.sources.keys()].map((source) => viewSource(source, contents)),
    statements,
    incidents: [...contents.incidents.values()].map((incident) => viewIncident(incident, contents)),
    orphans: statements.filter((statement) => !isWhole(statement)).map((statement) => statement.id),
  }
}

const readingOf = ({ layers, sources, entities, incidents, statements }: ReportContents): ReportView['reading'] => ({
  ...layers,
  sources: [...sources.values()],
  entities: [...entities.values()],
  incidents: [...incidents.values()],
  statements: [...statements],
})

/** The summaries of the reports with these ids, in their order. */
export async function summariseReports(db: Kysely<Tables>, ids: readonly string[]): Promise<ReportSummary[]> {
  if (ids.length === 0) return []
  const count = (
    query: ExpressionBuilder<Tables, 'reports'>,
    table: 'incidents' | 'entities' | 'sources' | 'statements',
  ) =>
    query
      .selectFrom(table)
      .select(({ fn }) => fn.countAll().as('count'))
      .whereRef(`${table}.report`, '=', 'reports.id')
  const rows = await db
    .selectFrom('reports')
    .select(['id', 'opening', 'added', 'reader', 'characters', 'data'])
    .select((query) => [
      count(query, 'incidents').as('incidents'),
      count(query, 'entities').as('entities'),
      count(query, 'sources').as('sources'),
      count(query, 'statements').as('statements'),
      count(query, 'incidents').where('disputed', '=', 1).as('disputed'),
    ])
    .where('id', 'in', ids)
    .execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  const copies = await originals(db, ids)
  return ids.flatMap((id) => {
    const row = byId.get(id)
    if (row === undefined) return []
    const copy = copies.get(id)
    return {
      ...(JSON.parse(row.data) as Omit<Report, 'text'>),
      opening: row.opening,
      added: row.added,
      reader: row.reader,
      characters: row.characters,
      incidents: Number(row.incidents),
      entities: Number(row.entities),
      sources: Number(row.sources),
      statements: Number(row.statements),
      disputed: Number(row.disputed),
      ...(copy === undefined ? {} : { copyOf: copy }),
    }
  })
}

/** For each report that nearly copies others: the one of them that is no copy itself, or else the one it shares most with. */
async function originals(db: Kysely<Tables>, ids: readonly string[]): Promise<Map<string, CopyOf>> {
  const rows = await db
    .selectFrom('copies')
    .leftJoin('copies as further', 'further.report', 'copies.original')
    .select(['copies.report', 'copies.original', 'copies.share', 'further.report as copied'])
    .where('copies.report', 'in', ids)
    .execute()
  rows.sort((a, b) => Number(a.copied !== null) - Number(b.copied !== null) || b.share - a.share)
  const found = new Map<string, CopyOf>()
  for (const { report, original, share } of rows) {
    if (!found.has(report)) found.set(report, { report: original, share })
  }
  return found
}
