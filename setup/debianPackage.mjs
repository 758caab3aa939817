import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { run } from './ensureDependencies.mjs'

/**
 * Installs a Debian package where `found()` says that it is missing and this user may; says in one line how otherwise.
 * Returns whether it is there afterwards.
 */
export function ensureDebianPackage(name, found) {
  if (found()) return true
  const root = process.getuid?.() === 0
  const apt = existsSync('/usr/bin/apt-get')
  if (root && apt) {
    console.error(`Installing ${name} (apt-get) …`)
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    spawnSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 'ignore', 'inherit'], env })
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], {
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    if (found()) return true
  }
  console.error(`${name} is needed for the tests: sudo apt-get install ${name}`)
  return false
}
