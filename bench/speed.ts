// npm run bench            tokens per second and peak memory of the whole reading on one core, cold start, time by length
// npm run bench -- FILE…   on these texts instead of the examples
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Document } from '../src/document/Document.ts'
import { reportOf } from '../src/model/Report.ts'
import { openEnglishReader } from '../src/reader/openEnglishReader.ts'

const root = join(import.meta.dirname, '..')
const files = process.argv.slice(2)
const texts = (
  files.length > 0
    ? files
    : readdirSync(join(root, 'examples')).map((name) => join(root, 'examples', name, 'report.md'))
).map((file) => readFileSync(file, 'utf8'))

const cpu = (work: () => void): number => {
  const start = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1e6
}
const megabytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(0)} MB`

if (process.env.ASCRIBE_BENCH_COLD) {
  openEnglishReader().read(reportOf({ text: texts[0] }))
  process.exit(0)
}

const empty = process.memoryUsage().rss
const opened = performance.now()
const reader = openEnglishReader()
console.log(`opening the reader        ${(performance.now() - opened).toFixed(0)} ms`)
const reports = texts.map((text, index) => reportOf({ id: String(index), text, published: '2024-01-01' }))
const tokens = reports.reduce((sum, report) => sum + reader.annotate(report).get('tokens').length, 0)
const rounds = Math.max(1, Math.ceil(50_000 / tokens))
for (const report of reports) reader.read(report)
const seconds = cpu(() => {
  for (let round = 0; round < rounds; round++) for (const report of reports) reader.read(report)
})
console.log(`the whole reading         ${Math.round((tokens * rounds) / seconds)} tokens per CPU second, warm`)

console.log('by stage')
for (const [index, stage] of reader.stages.entries()) {
  const documents = reports.map((report) =>
    reader.stages
      .slice(0, index)
      .reduce((document, before) => document.add(before.run(document)), new Document(report)),
  )
  const spent = cpu(() => {
    for (const document of documents) stage.run(document)
  })
  console.log(`  ${stage.name.padEnd(22)}  ${Math.round(tokens / Math.max(spent, 1e-3))} tokens per CPU second`)
}

console.log('by length (seconds a million characters: the same means linear)')
const text = texts.join('\n\n')
for (const length of [10_000, 100_000, 1_000_000]) {
  const long = text.repeat(Math.ceil(length / text.length)).slice(0, length)
  const spent = cpu(() => void reader.read(reportOf({ text: long })))
  console.log(`  ${String(length).padStart(9)} characters   ${((spent * 1e6) / length).toFixed(1)} s/M`)
}
console.log(
  `memory at its highest     ${megabytes(process.resourceUsage().maxRSS * 1024)} (Node alone: ${megabytes(empty)})`,
)

const started = performance.now()
spawnSync(process.execPath, process.execArgv.concat(join(root, 'bench', 'speed.ts'), ...files), {
  env: { ...process.env, ASCRIBE_BENCH_COLD: '1' },
})
console.log(`cold: start, open, read   ${(performance.now() - started).toFixed(0)} ms for one report`)
