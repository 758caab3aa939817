import { createRecord } from './createRecord.ts'
import type { Record, RecordLocation } from './Record.ts'
import { migrate } from './store/migrate.ts'
import { openSqliteStore } from './store/openSqliteStore.ts'

/**
 * Opens a record, and makes it where there is none; `mustExist` refuses that for a file. Throws an AscribeError whose code begins with
 * `record-` where it is locked, newer, damaged, out of reach, or not a record at all; nothing is lost or changed then.
 */
export async function openRecord(location: RecordLocation, options: { mustExist?: boolean } = {}): Promise<Record> {
  const store =
    'file' in location
      ? openSqliteStore(location.file, options)
      : await (await import('./store/openPostgresStore.ts')).openPostgresStore(location.postgres)
  try {
    await migrate(store)
  } catch (error) {
    await store.close()
    throw store.explain(error)
  }
  return createRecord(store)
}
