import { readdirSync, realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { AscribeError } from '../base/AscribeError.ts'

/** Endings of files that a folder is searched for; a file that is named itself is read whatever it is called. */
const READABLE = /\.(?:txt|text|md|markdown|x?html?)$/i

/**
 * The files that a path stands for: itself, or all readable files of the folder and the folders in it, in the order of their
 * names; hidden ones and `node_modules` stay out. Throws `file-missing`, `file-unreadable` or `folder-empty`.
 */
export function findFiles(path: string): string[] {
  let stats: ReturnType<typeof statSync>
  try {
    stats = statSync(path)
  } catch (error) {
    throw fileError(error, path)
  }
  if (!stats.isDirectory()) return [path]
  const files = filesIn(path, new Set())
  if (files.length > 0) return files
  throw new AscribeError(
    'folder-empty',
    `${path} has no files that can be read`,
    'put .txt, .md or .html files there; a file with another ending can be named itself',
  )
}

function filesIn(folder: string, above: ReadonlySet<string>): string[] {
  const real = realpathSync(folder)
  if (above.has(real)) return []
  const entries = readdirSync(folder).sort((a, b) => (a < b ? -1 : 1))
  return entries
    .filter((name) => !name.startsWith('.') && name !== 'node_modules')
    .flatMap((name) => {
      const path = join(folder, name)
      const stats = statSync(path, { throwIfNoEntry: false })
      if (stats?.isDirectory()) return filesIn(path, new Set([...above, real]))
      return stats?.isFile() && READABLE.test(name) ? [path] : []
    })
}

/** What the system says of a file, as what to do about it. */
export function fileError(error: unknown, path: string): AscribeError {
  const code = (error as NodeJS.ErrnoException).code
  if (error instanceof AscribeError) return error
  if (code === 'ENOENT') return new AscribeError('file-missing', `${path} does not exist`, 'check its name', error)
  if (code === 'EACCES' || code === 'EPERM') {
    return new AscribeError('file-unreadable', `${path} may not be read`, 'check its permissions', error)
  }
  return new AscribeError(
    'file-unreadable',
    `${path} cannot be read: ${(error as Error).message}`,
    'check the file',
    error,
  )
}
