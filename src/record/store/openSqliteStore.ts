import { existsSync } from 'node:fs'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { setTimeout } from 'node:timers/promises'
import { Kysely, type SqliteDatabase, SqliteDialect, sql } from 'kysely'
import { AscribeError } from '../../base/AscribeError.ts'
import type { Store } from './Store.ts'
import { isBusy, sqliteError } from './sqliteError.ts'
import type { Tables } from './Tables.ts'

/** "ASCR": marks a SQLite file as a record (PRAGMA application_id). */
const APPLICATION_ID = 0x41534352
/** How long to wait in all for another process that writes, and how long at a time without letting others work. */
const PATIENCE_MS = 5_000
const BLOCKING_MS = 100

/**
 * Opens a record in a SQLite file, or `:memory:`. Other people's databases are refused before anything is written to them.
 * The journal is a write-ahead log with full syncs: what was committed survives power loss.
 */
export function openSqliteStore(file: string, options: { mustExist?: boolean } = {}): Store {
  if (options.mustExist && file !== ':memory:' && !existsSync(file)) {
    throw new AscribeError(
      'record-missing',
      `there is no record at ${file}`,
      'read a report first (`ascribe read FILE`), or name another record with --record',
    )
  }
  const database = open(file)
  const dialect = new SqliteDialect({ database: likeBetterSqlite(database) })
  const db = new Kysely<Tables>({ dialect })
  return {
    kind: 'sqlite',
    location: file,
    db,
    transaction: (work) => whenFree(() => db.transaction().execute(work)),
    // Each word in quotation marks, with a star for "begins with": FTS5's own syntax stays out.
    textHas: (words) => {
      const match = words.map((word) => `"${word}"*`).join(' ')
      return sql<boolean>`report_texts.n in (select rowid from report_words where report_words match ${match})`
    },
    textRow: (row) => row,
    lockForMigration: async () => {},
    isRecord: async () => hasTables(database),
    explain: (error) => sqliteError(error, file),
    close: async () => {
      await db.destroy()
      if (database.isOpen) database.close()
    },
  }
}

function open(file: string): DatabaseSync {
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(file, { timeout: PATIENCE_MS, enableForeignKeyConstraints: true })
    if (hasTables(database) && pragma(database, 'application_id') !== APPLICATION_ID) {
      throw new AscribeError(
        'record-foreign',
        `${file} is a database, but not a record of Ascribe`,
        'name another file with --record; this one was left as it is',
      )
    }
    if (pragma(database, 'application_id') !== APPLICATION_ID) {
      database.exec(`pragma application_id = ${APPLICATION_ID}`)
    }
    database.exec('pragma journal_mode = wal')
    database.exec('pragma synchronous = full')
    database.exec(`pragma busy_timeout = ${BLOCKING_MS}`)
    return database
  } catch (error) {
    database?.close()
    throw sqliteError(error, file)
  }
}

/**
 * Tries again while another connection holds the write lock. Only the beginning of a transaction can find it taken, so nothing is
 * done twice.
 */
async function whenFree<Result>(work: () => Promise<Result>): Promise<Result> {
  const deadline = performance.now() + PATIENCE_MS
  for (let pause = 5; ; pause = Math.min(pause * 2, 200)) {
    try {
      return await work()
    } catch (error) {
      if (!isBusy(error) || performance.now() > deadline) throw error
      await setTimeout(pause)
    }
  }
}

const pragma = (database: DatabaseSync, name: string): unknown =>
  Object.values(database.prepare(`pragma ${name}`).get() ?? {})[0]

const hasTables = (database: DatabaseSync): boolean =>
  database.prepare('select 1 from sqlite_master limit 1').get() !== undefined

/** node:sqlite behind the few calls of better-sqlite3 that Kysely's own dialect makes. Prepared statements are kept. */
function likeBetterSqlite(database: DatabaseSync): SqliteDatabase {
  const prepared = new Map<string, StatementSync>()
  const prepare = (text: string): StatementSync => {
    const known = prepared.get(text)
    if (known) return known
    if (prepared.size > 500) prepared.clear()
    const statement = database.prepare(text)
    prepared.set(text, statement)
    return statement
  }
  return {
    close: () => database.close(),
    prepare: (text) => {
      // Every transaction of a record writes: taking the write lock at once waits for others instead of failing half-way.
      const statement = prepare(text === 'begin' ? 'begin immediate' : text)
      const values = (parameters: readonly unknown[]): SQLInputValue[] => parameters as SQLInputValue[]
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...values(parameters)),
        run: (parameters) => statement.run(...values(parameters)),
        iterate: (parameters) => statement.iterate(...values(parameters)),
      }
    },
  }
}
