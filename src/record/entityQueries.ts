import type { Entity } from '../model/Entity.ts'
import { isAnchored, passageOf } from '../model/Passage.ts'
import { nameKey } from '../weighing/nameKey.ts'
import { fullId } from './fullId.ts'
import type { EntityQuery } from './Record.ts'
import { loadReport } from './ReportContents.ts'
import { objectOf } from './readingRows.ts'
import type { Store } from './store/Store.ts'
import type { EntityRow } from './store/Tables.ts'
import { viewProperties } from './viewProperties.ts'
import { viewStatement } from './viewStatement.ts'
import type { EntitySummary, EntityView } from './views/EntityView.ts'
import type { Page } from './views/Page.ts'

/** Entities, those with most statements first. */
export async function listEntities(store: Store, wanted: EntityQuery): Promise<Page<EntitySummary>> {
  const { report, kind, query, limit = 100, offset = 0 } = wanted
  let found = store.db.selectFrom('entities').innerJoin('reports', 'reports.id', 'entities.report')
  if (report !== undefined) found = found.where('entities.report', '=', report)
  if (kind !== undefined) found = found.where('entities.kind', '=', kind)
  const words = nameKey(query ?? '')
  if (words !== '') found = found.where('entities.names', 'like', `%${words}%`)
  const { total } = await found.select(({ fn }) => fn.countAll().as('total')).executeTakeFirstOrThrow()
  const rows = await found
    .selectAll('entities')
    .select(['reports.title', 'reports.opening'])
    .orderBy('entities.statements', 'desc')
    .orderBy('entities.mentions', 'desc')
    .orderBy('entities.report')
    .orderBy('entities.ordinal')
    .limit(limit)
    .offset(offset)
    .execute()
  return { items: rows.map((row) => summaryOf(row, row.title ?? row.opening)), total: Number(total) }
}

/** One entity with what is stated of it, and where it is the value. */
export async function findEntity(store: Store, id: string): Promise<EntityView | undefined> {
  const found = await fullId(store.db, 'entities', id)
  if (found === undefined) return undefined
  const row = await store.db.selectFrom('entities').selectAll().where('id', '=', found.id).executeTakeFirst()
  const contents = await loadReport(store.db, found.report)
  const entity = contents?.entities.get(found.id)
  if (row === undefined || contents === undefined || entity === undefined) return undefined
  const { text } = contents.report
  return {
    ...summaryOf(row, contents.title),
    passages: entity.mentions.map((span) => {
      const passage = passageOf(text, span)
      return { ...passage, anchored: isAnchored(text, passage) }
    }),
    properties: viewProperties(contents.statementsOn.get(entity.id) ?? [], contents),
    roles: contents.statements
      .filter((statement) => objectOf(statement) === entity.id)
      .map((statement) => viewStatement(statement, contents)),
  }
}

function summaryOf(row: EntityRow, reportTitle: string): EntitySummary {
  const { id, kind, name, aliases } = JSON.parse(row.data) as Entity
  const { report, mentions, statements } = row
  return { id, kind, name, aliases, report, reportTitle, mentions, statements, protected: row.protected === 1 }
}
