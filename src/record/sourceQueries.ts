import { sql } from 'kysely'
import type { Source } from '../model/Source.ts'
import type { Store } from './store/Store.ts'
import type { Page, PageQuery } from './views/Page.ts'
import type { SourceView } from './views/SourceView.ts'

/** Sources over all reports, or of one; those that most statements rest on first. */
export async function listSources(
  store: Store,
  { report, limit = 100, offset = 0 }: PageQuery & { readonly report?: string },
): Promise<Page<SourceView>> {
  const found = store.db
    .selectFrom('sources')
    .$if(report !== undefined, (all) => all.where('sources.report', '=', report ?? ''))
  const { total } = await found
    .select(({ fn }) => fn.count('sources.key').distinct().as('total'))
    .executeTakeFirstOrThrow()
  const keys = await found
    .leftJoin('links', (join) =>
      join.onRef('links.report', '=', 'sources.report').onRef('links.source', '=', 'sources.id'),
    )
    .select(['sources.key'])
    .groupBy('sources.key')
    .orderBy(sql`coalesce(sum(links.innermost), 0)`, 'desc')
    .orderBy('sources.key')
    .limit(limit)
    .offset(offset)
    .execute()
  const wanted = keys.map(({ key }) => key)
  if (wanted.length === 0) return { items: [], total: Number(total) }
  const sources = await found
    .select(['sources.key', 'sources.report', 'sources.data'])
    .where('sources.key', 'in', wanted)
    .orderBy('sources.report')
    .orderBy('sources.ordinal')
    .execute()
  const acts = await store.db
    .selectFrom('links')
    .innerJoin('sources', (join) =>
      join.onRef('links.report', '=', 'sources.report').onRef('links.source', '=', 'sources.id'),
    )
    .select(['sources.key', 'links.act', 'links.innermost'])
    .select(({ fn }) => fn.countAll().as('count'))
    .where('sources.key', 'in', wanted)
    .$if(report !== undefined, (all) => all.where('sources.report', '=', report ?? ''))
    .groupBy(['sources.key', 'links.act', 'links.innermost'])
    .orderBy('links.act')
    .execute()
  return {
    items: wanted.map((key): SourceView => {
      const rows = sources.filter((row) => row.key === key)
      const { id, kind, name, protected: protection } = JSON.parse(rows[0].data) as Source
      const done = acts.filter((row) => row.key === key)
      const times = (innermost: number) => {
        const counted = done.filter((row) => row.innermost === innermost)
        return counted.reduce((sum, { count }) => sum + Number(count), 0)
      }
      const view: SourceView = { id, kind, name, key, reports: [], statements: times(1), passed: times(0), acts: {} }
      if (protection !== undefined) view.protected = protection
      view.reports = [...new Set(rows.map((row) => row.report))]
      for (const { act, count } of done) view.acts[act] = (view.acts[act] ?? 0) + Number(count)
      return view
    }),
    total: Number(total),
  }
}
