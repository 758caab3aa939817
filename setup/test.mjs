// npm test: everything. Types, lint, every Vitest test (unit, examples, store contract on both stores, browser), and the
// accuracy floor where the tables are there. The last line is "N passed, N failed".
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureDependencies, node, root, run } from './ensureDependencies.mjs'

ensureDependencies()
const { ensureChromium } = await import('./ensureChromium.mjs')
const { ensurePostgres } = await import('./ensurePostgres.mjs')
const { buildWeb } = await import('./buildWeb.mjs')

const bin = (...parts) => join(root, 'node_modules', ...parts)
const report = join(tmpdir(), `ascribe-test-${process.pid}.json`)
const checks = [
  ['Chromium is there', () => ensureChromium() !== false],
  ['PostgreSQL is there', () => ensurePostgres()],
  ['the workbench builds', () => buildWeb() === 0],
  ['types', () => run(node, [bin('typescript', 'bin', 'tsc'), '-p', '.']) === 0],
  ['lint and format', () => run(node, [bin('@biomejs', 'biome', 'bin', 'biome'), 'check', '.']) === 0],
]
if (existsSync(join(root, '..', 'shared', 'tables'))) {
  checks.push(['accuracy is no worse than recorded', () => run(node, ['bench/score.ts', '--check']) === 0])
}

let passed = 0
let failed = 0
for (const [name, check] of checks) {
  const ok = check()
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${name}`)
  ok ? passed++ : failed++
}

const status = run(node, [
  '--disable-warning=ExperimentalWarning',
  bin('vitest', 'vitest.mjs'),
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
])
try {
  const { numPassedTests, numFailedTests, numFailedTestSuites, testResults } = JSON.parse(readFileSync(report, 'utf8'))
  passed += numPassedTests
  const broken = testResults.filter(
    ({ status: state, assertionResults }) => state === 'failed' && assertionResults.length === 0,
  )
  failed += numFailedTests + broken.length
  if (status !== 0 && numFailedTests + numFailedTestSuites === 0) failed++
} catch {
  failed++
}
rmSync(report, { force: true })
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
