import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What `use` makes of the folder `given`, or else of a new one, which is gone afterwards. */
export async function inFolder<T>(given: string | undefined, use: (folder: string) => T | Promise<T>): Promise<T> {
  if (given !== undefined) return use(given)
  const folder = mkdtempSync(join(tmpdir(), 'ascribe-training-'))
  try {
    return await use(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
