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
  console.error('Installing packages (npm ci) …')
  const npm = process.env.npm_execpath
  const status = npm
    ? run(process.execPath, [npm, 'ci', '--no-audit', '--no-fund'])
    : run('npm', ['ci', '--no-audit', '--no-fund'], { shell: windows })
  if (status !== 0 || !existsSync(node)) {
    console.error('npm ci did not succeed: see above; is the network there, and a registry reachable?')
    process.exit(1)
  }
}
