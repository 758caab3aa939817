import { sql } from 'kysely'
import { AscribeError } from '../../base/AscribeError.ts'
import { contentId } from '../../base/contentId.ts'
import { MIGRATIONS, type Migration } from './migrations.ts'
import type { Store } from './Store.ts'

/**
 * Brings a store to the newest schema, in one transaction. A store that a newer Ascribe has migrated is refused untouched, and
 * so is one whose migrations are not the ones known here.
 */
export async function migrate(store: Store, migrations: readonly Migration[] = MIGRATIONS): Promise<void> {
  if (await store.isRecord()) {
    const applied = await store.db.selectFrom('migrations').selectAll().orderBy('number').execute()
    check(store, migrations, applied)
    if (applied.length === migrations.length) return
  }
  await store.transaction(async (transaction) => {
    await store.lockForMigration(transaction)
    await sql`create table if not exists migrations (
      number integer not null primary key, name text not null, checksum text not null, applied text not null)`.execute(
      transaction,
    )
    // Looked at again under the lock: another process may have migrated in between.
    const applied = await transaction.selectFrom('migrations').selectAll().orderBy('number').execute()
    check(store, migrations, applied)
    for (const migration of migrations.slice(applied.length)) {
      for (const statement of migration.sql(store.kind)) await sql.raw(statement).execute(transaction)
      const { number, name } = migration
      const row = { number, name, checksum: checksumOf(store, migration), applied: new Date().toISOString() }
      await transaction.insertInto('migrations').values(row).execute()
    }
  })
}

function check(
  store: Store,
  migrations: readonly Migration[],
  applied: readonly { number: number; name: string; checksum: string }[],
): void {
  const newest = applied.at(-1)?.number ?? 0
  if (newest > migrations.length) {
    throw new AscribeError(
      'record-newer',
      `${store.location} was written by a newer Ascribe (schema ${newest}, this one knows ${migrations.length})`,
      'update Ascribe; the record was left as it is',
    )
  }
  for (const { number, name, checksum } of applied) {
    const known = migrations[number - 1]
    if (known === undefined || checksum !== checksumOf(store, known)) {
      throw new AscribeError(
        'record-differs',
        `${store.location}: step ${number} (${name}) of its schema is not the one this Ascribe knows`,
        'open it with the version of Ascribe that wrote it; the record was left as it is',
      )
    }
  }
}

const checksumOf = (store: Store, migration: Migration): string => contentId('m', migration.sql(store.kind))
