import { CompiledQuery, Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { postgresError } from './postgresError.ts'
import type { Store } from './Store.ts'
import type { Tables } from './Tables.ts'

/** Everything of a record is in this schema, beside whatever else the database holds. */
const SCHEMA = 'ascribe'
/** Any number that no other program is likely to lock: "ASCR". */
const MIGRATION_LOCK = 0x41534352
/** PostgreSQL takes at most 1 MB of search words a row; a report's first this many characters are searched. */
const SEARCHED = 150_000

/** Opens a record in a PostgreSQL database (15 or newer), named by its URL. */
export async function openPostgresStore(url: string): Promise<Store> {
  const location = withoutPassword(url)
  const pool = new pg.Pool({ connectionString: url, max: 8, connectionTimeoutMillis: 10_000 })
  // A connection that breaks while idle is replaced at the next query, which then reports what is wrong.
  pool.on('error', () => {})
  const dialect = new PostgresDialect({
    pool,
    onCreateConnection: async (connection) => {
      await connection.executeQuery(CompiledQuery.raw(`set search_path to ${SCHEMA}`))
    },
  })
  const db = new Kysely<Tables>({ dialect })
  try {
    await pool.query(`create schema if not exists ${SCHEMA}`)
  } catch (error) {
    await pool.end()
    throw postgresError(error, location)
  }
  return {
    kind: 'postgres',
    location,
    db,
    transaction: (work) => db.transaction().execute(work),
    textHas: (words) => {
      const query = words.map((word) => `'${withoutMarks(word)}':*`).join(' & ')
      return sql<boolean>`report_texts.words @@ to_tsquery('simple', ${query})`
    },
    textRow: (row, searched) => ({
      ...row,
      words: sql`to_tsvector('simple', ${withoutMarks(searched.slice(0, SEARCHED))})`,
    }),
    lockForMigration: async (transaction) => {
      await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(transaction)
    },
    isRecord: async () => {
      const { rows } =
        await sql`select 1 from pg_tables where schemaname = ${SCHEMA} and tablename = 'migrations'`.execute(db)
      return rows.length > 0
    },
    explain: (error) => postgresError(error, location),
    close: () => db.destroy(),
  }
}

const withoutMarks = (text: string): string => text.normalize('NFKD').replace(/\p{M}+/gu, '')

function withoutPassword(url: string): string {
  try {
    const parsed = new URL(url)
    parsed.password = ''
    return parsed.href
  } catch {
    return 'PostgreSQL'
  }
}
