import type { Store } from './store/Store.ts'
import type { RecordSummary } from './views/RecordSummary.ts'

/** What is in a record, in numbers. */
export async function recordSummary(store: Store): Promise<RecordSummary> {
  const { db } = store
  const count = async (table: 'reports' | 'incidents' | 'entities' | 'statements' | 'decisions'): Promise<number> => {
    const { total } = await db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll().as('total'))
      .executeTakeFirstOrThrow()
    return Number(total)
  }
  const sources = await db
    .selectFrom('sources')
    .select(({ fn }) => fn.count('key').distinct().as('total'))
    .executeTakeFirstOrThrow()
  const hidden = await db
    .selectFrom('sources')
    .select(({ fn }) => fn.count('key').distinct().as('total'))
    .where('protected', '=', 1)
    .executeTakeFirstOrThrow()
  const copies = await db
    .selectFrom('copies')
    .select(({ fn }) => fn.count('report').distinct().as('total'))
    .executeTakeFirstOrThrow()
  const schema = await db
    .selectFrom('migrations')
    .select(({ fn }) => fn.max('number').as('newest'))
    .executeTakeFirstOrThrow()
  return {
    store: store.kind,
    location: store.location,
    schema: Number(schema.newest),
    reports: await count('reports'),
    copies: Number(copies.total),
    incidents: await count('incidents'),
    entities: await count('entities'),
    sources: Number(sources.total),
    protectedSources: Number(hidden.total),
    statements: await count('statements'),
    decisions: await count('decisions'),
  }
}
