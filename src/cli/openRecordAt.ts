import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Record } from '../record/Record.ts'

/** Where a record is kept unless something else is said: $XDG_DATA_HOME/ascribe/record.ascribe. */
const defaultFile = (): string =>
  join(process.env['XDG_DATA_HOME'] || join(homedir(), '.local', 'share'), 'ascribe', 'record.ascribe')

/** Opens the record that an option or the environment names; `mustExist` where it is only looked at. */
export async function openRecordAt(named: string | undefined, options: { mustExist: boolean }): Promise<Record> {
  const { openRecord } = await import('../record/openRecord.ts')
  if (named !== undefined && /^postgres(?:ql)?:\/\//.test(named)) return openRecord({ postgres: named })
  const file = named || defaultFile()
  if (!named && !options.mustExist) mkdirSync(dirname(file), { recursive: true })
  return openRecord({ file }, options)
}

/** Opens a record for one command, and closes it whatever happens. */
export async function withRecord<Result>(
  named: string | undefined,
  work: (record: Record) => Promise<Result>,
  options = { mustExist: true },
): Promise<Result> {
  const record = await openRecordAt(named, options)
  try {
    return await work(record)
  } finally {
    await record.close()
  }
}
