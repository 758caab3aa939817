import { AscribeError } from '../../base/AscribeError.ts'

/** SQLite's primary result codes (https://sqlite.org/rescode.html) that a person can do something about. */
const KNOWN: Record<number, (file: string) => [code: string, message: string, remedy: string]> = {
  5: (file) => ['record-locked', `${file} is being written by another process`, 'wait until it is done, and try again'],
  6: (file) => ['record-locked', `${file} is being written by another process`, 'wait until it is done, and try again'],
  8: (file) => ['record-readonly', `${file} cannot be written`, 'check the permissions of the file and its folder'],
  10: (file) => ['record-unreachable', `${file}: reading or writing the disk failed`, 'check the disk, and try again'],
  11: (file) => [
    'record-damaged',
    `${file} is damaged`,
    'restore it from a copy; `sqlite3 FILE .recover` may save what is left',
  ],
  13: (file) => [
    'record-full',
    `no space is left on the disk of ${file}`,
    'make room; nothing of the last report was stored',
  ],
  14: (file) => ['record-unreachable', `${file} cannot be opened`, 'check that its folder is there and may be written'],
  26: (file) => [
    'record-foreign',
    `${file} is no record of Ascribe`,
    'name another file with --record; this one was left as it is',
  ],
}

/** The error of node:sqlite as one that says what to do; anything else as it is. */
export function sqliteError(error: unknown, file: string): unknown {
  const code = (error as { errcode?: unknown } | undefined)?.errcode
  if (error instanceof AscribeError || typeof code !== 'number') return error
  const known = KNOWN[code & 0xff]
  return known === undefined ? error : new AscribeError(...known(file), error)
}

/** True where another connection holds the lock (SQLITE_BUSY, SQLITE_LOCKED). */
export function isBusy(error: unknown): boolean {
  const code = (error as { errcode?: unknown } | undefined)?.errcode
  return typeof code === 'number' && ((code & 0xff) === 5 || (code & 0xff) === 6)
}
