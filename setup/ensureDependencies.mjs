// Plain JavaScript for any Node from 18 up: it runs before anything is installed.
import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const windows = process.platform === 'win32'

/** The pinned Node, which everything but this folder runs on. */
export const node = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node')

/** Runs a command in the checkout, its output shown; returns the exit status. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options })
  if (error) console.error(`${command}: ${error.message}`)
  return status ?? 1
}

/** Installs the packages of package-lock.json where they are missing or older than it. */
export function ensureDependencies() {
  const lock = join(root, 'package-lock.json')
  const installed = join(root, 'node_modules', '.package-lock.json')
  const fresh = existsSync(installed) && existsSync(node) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs
  if (fresh) return
  console.error('Installing packages …')
  const npm = (...args) => {
    const command = [...args, '--no-audit', '--no-fund', '--loglevel=error']
    const own = process.env.npm_execpath
    return own ? run(process.execPath, [own, ...command]) : run('npm', command, { shell: windows })
  }
  // A registry that lacks a platform's optional packages makes `npm ci` refuse the lock file; `npm install` leaves them out.
  const status = npm('ci') === 0 ? 0 : npm('install', '--no-save')
  if (status !== 0 || !existsSync(node)) {
    console.error('the packages could not be installed: see above. Is the network there, and a registry reachable?')
    process.exit(1)
  }
}
