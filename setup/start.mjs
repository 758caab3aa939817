// npm start            reads the sample reports into the embedded record and opens the workbench
// npm start -- ARGS    any command of `ascribe`, e.g. npm start -- read report.txt
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ensureDependencies, node, root, run } from './ensureDependencies.mjs'

ensureDependencies()
const env = { ...process.env, ASCRIBE_RECORD: process.env.ASCRIBE_RECORD ?? join(root, 'record.ascribe') }
const ascribe = (args) =>
  run(node, ['--disable-warning=ExperimentalWarning', join(root, 'src', 'ascribe.ts'), ...args], { env })

const args = process.argv.slice(2)
if (args.length > 0) process.exit(ascribe(args))

const { buildWeb } = await import('./buildWeb.mjs')
if (buildWeb() !== 0) process.exit(1)
const read = ascribe(['read', join(root, 'examples')])
if (read !== 0) process.exit(read)
process.exit(ascribe(['serve', ...(existsSync('/.dockerenv') || process.env.CI ? [] : ['--open'])]))
