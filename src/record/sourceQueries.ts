import { sql } from 'kysely'
import type { Source } from '../model/Source.ts'
import type { Store } from './store/Store.ts'
import type { SourceRow } from './store/Tables.ts'
import type { Page, PageQuery } from './views/Page.ts'
import type { SourceView } from './views/SourceView.ts'

/** Sources over all reports, or of one; those that most statements rest on first. */
export async function listSources(
  store: Store,
  { report, limit = 100, offset = 0 }: PageQuery & { readonly report?: string },
): Promise<Page<SourceView>> {
  const found = store.db
    .selectFrom('sources')
    .$if(report !== undefined, (all) => all.where('report', '=', report ?? ''))
  const { total } = await found.select(({ fn }) => fn.count('key').distinct().as('total')).executeTakeFirstOrThrow()
  const keys = await found
    .select('key')
    .groupBy('key')
    .orderBy(sql`sum(statements)`, 'desc')
    .orderBy('key')
    .limit(limit)
    .offset(offset)
    .execute()
  if (keys.length === 0) return { items: [], total: Number(total) }
  const wanted = keys.map(({ key }) => key)
  const rows = await found.selectAll().where('key', 'in', wanted).orderBy('report').orderBy('ordinal').execute()
  const byKey = Map.groupBy(rows, ({ key }) => key)
  return { items: wanted.map((key) => viewOf(key, byKey.get(key) ?? [])), total: Number(total) }
}

function viewOf(key: string, rows: readonly SourceRow[]): SourceView {
  const { id, kind, name, protected: protection } = JSON.parse(rows[0].data) as Source
  const acts: SourceView['acts'] = {}
  for (const row of rows) {
    for (const [act, times] of Object.entries(JSON.parse(row.acts) as SourceView['acts'])) {
      acts[act] = (acts[act] ?? 0) + times
    }
  }
  return {
    id,
    kind,
    name,
    key,
    ...(protection === undefined ? {} : { protected: protection }),
    reports: [...new Set(rows.map(({ report }) => report))],
    statements: rows.reduce((sum, row) => sum + row.statements, 0),
    passed: rows.reduce((sum, row) => sum + row.passed, 0),
    acts,
  }
}
