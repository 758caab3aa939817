import { type Kysely, sql } from 'kysely'
import { AscribeError } from '../base/AscribeError.ts'
import type { Tables } from './store/Tables.ts'

/** The tables of things with ids of their own, and the column that says which report each belongs to. */
const REPORT_OF = { reports: 'id', incidents: 'report', entities: 'report', statements: 'report' } as const

/**
 * The id itself where something has it, or else the only one that begins so, with the report that it belongs to; undefined where
 * there is none. Several that begin so throw `id-ambiguous`.
 */
export async function fullId(
  db: Kysely<Tables>,
  table: keyof typeof REPORT_OF,
  id: string,
): Promise<{ id: string; report: string } | undefined> {
  if (id === '') return undefined
  // "~" comes after every letter and digit of an id, so this is the range of all that begin with it.
  const { rows } = await sql<{ id: string; report: string }>`
    select id, ${sql.ref(REPORT_OF[table])} as report from ${sql.table(table)}
    where id >= ${id} and id < ${`${id}~`} order by id limit 2`.execute(db)
  const [first, second] = rows
  if (second !== undefined && first.id !== id) {
    throw new AscribeError('id-ambiguous', `several ids begin with ${id}`, 'give more of the id')
  }
  return first
}
