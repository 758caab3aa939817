import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** Runs a script of `training/language` with these arguments; what it prints is seen. */
export function runPython(script: string, ...args: readonly string[]): void {
  const { status } = spawnSync('python3', [join(import.meta.dirname, 'language', script), ...args], {
    stdio: 'inherit',
  })
  if (status !== 0) {
    throw new Error('python3 failed: it needs PyTorch and more, pip install -r training/language/requirements.txt')
  }
}
