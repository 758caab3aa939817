import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { node, root, run } from './ensureDependencies.mjs'

const newest = (folder) =>
  Math.max(
    0,
    ...readdirSync(folder, { withFileTypes: true })
      .filter(({ name }) => name !== 'dist' && name !== 'node_modules')
      .map((entry) =>
        entry.isDirectory() ? newest(join(folder, entry.name)) : statSync(join(folder, entry.name)).mtimeMs,
      ),
  )

/** Builds the workbench's pages where they are missing or older than their sources; returns the exit status. */
export function buildWeb() {
  const page = join(root, 'web', 'dist', 'index.html')
  const sources = Math.max(newest(join(root, 'web')), newest(join(root, 'src', 'model')))
  if (existsSync(page) && statSync(page).mtimeMs >= sources) return 0
  console.error('Building the workbench …')
  return run(node, [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', 'web', '--logLevel', 'warn'])
}
