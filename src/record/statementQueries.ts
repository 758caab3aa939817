import { fullId } from './fullId.ts'
import { inTextOrder, loadReport } from './ReportContents.ts'
import type { Store } from './store/Store.ts'
import { viewStatement } from './viewStatement.ts'
import type { StatementView } from './views/StatementView.ts'

/** The statement with this id, or the only one whose id begins so. */
export async function findStatement(store: Store, id: string): Promise<StatementView | undefined> {
  const found = await fullId(store.db, 'statements', id)
  const contents = found === undefined ? undefined : await loadReport(store.db, found.report)
  const statement = contents?.statements.find((candidate) => candidate.id === found?.id)
  return contents === undefined || statement === undefined ? undefined : viewStatement(statement, contents)
}

/** All statements, report by report in the order of their ids, each report's in the order of its text. */
export async function* allStatements(store: Store, report?: string): AsyncIterable<StatementView> {
  let after = ''
  for (;;) {
    const row = await store.db
      .selectFrom('reports')
      .select('id')
      .where('id', '>', after)
      .$if(report !== undefined, (query) => query.where('id', '=', report ?? ''))
      .orderBy('id')
      .limit(1)
      .executeTakeFirst()
    if (row === undefined) return
    const contents = await loadReport(store.db, row.id)
    for (const statement of inTextOrder(contents?.statements ?? [])) yield viewStatement(statement, contents!)
    after = row.id
  }
}
