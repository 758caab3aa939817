import { sql } from 'kysely'
import { afterEach, describe, expect, it } from 'vitest'
import { migrate } from './migrate.ts'
import { MIGRATIONS, type Migration } from './migrations.ts'
import { openSqliteStore } from './openSqliteStore.ts'
import type { Store } from './Store.ts'

const step = (number: number, ...statements: string[]): Migration => ({
  number,
  name: `step ${number}`,
  sql: () => statements,
})
const FIRST = step(1, 'create table first (a text)')
const SECOND = step(2, 'create table second (a text)', "insert into second values ('kept')")

describe('migrations', () => {
  let store: Store
  const open = () => (store = openSqliteStore(':memory:'))
  afterEach(() => store.close())
  const tables = async () => {
    const { rows } = await sql<{
      name: string
    }>`select name from sqlite_master where type = 'table' order by name`.execute(store.db)
    return rows.map(({ name }) => name)
  }

  it('are done once each, the new ones on top of the old', async () => {
    open()
    await migrate(store, [FIRST])
    await migrate(store, [FIRST, SECOND])
    await migrate(store, [FIRST, SECOND])
    expect(await tables()).toEqual(['first', 'migrations', 'second'])
    expect((await sql`select * from second`.execute(store.db)).rows).toHaveLength(1)
  })

  it('leave everything as it was when one fails', async () => {
    open()
    await migrate(store, [FIRST])
    await expect(migrate(store, [FIRST, SECOND, step(3, 'create tabel third')])).rejects.toThrow()
    expect(await tables()).toEqual(['first', 'migrations'])
  })

  it('are refused where they were changed, or are not known', async () => {
    open()
    await migrate(store, [FIRST, SECOND])
    await expect(migrate(store, [step(1, 'create table other (a text)'), SECOND])).rejects.toMatchObject({
      code: 'record-differs',
    })
    await expect(migrate(store, [FIRST])).rejects.toMatchObject({ code: 'record-newer' })
  })

  it('are numbered without a gap', () => {
    open()
    expect(MIGRATIONS.map(({ number }) => number)).toEqual(MIGRATIONS.map((_, index) => index + 1))
  })
})
