// npm run bench            tokens per second and peak memory of the whole reading on one core, cold start, time by length
// npm run bench -- --long  the same, then the language core by length up to 10 million characters, and texts that are hard to read: ten minutes
// npm run bench -- FILE…   on these texts instead of the examples
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Document } from '../src/document/Document.ts'
import { reportOf } from '../src/model/Report.ts'
import { openEnglishReader } from '../src/reader/openEnglishReader.ts'
import { readingOf } from '../src/reader/readingOf.ts'
import { hardTexts } from './hardTexts.ts'

/** The language core: what is read of any text, whatever it tells. */
const CORE: readonly string[] = ['segment', 'encode', 'tag', 'parse', 'names', 'quantities', 'mentions']

/** Lengths of the texts that are hard to read; a longer one is left out where it would take more than so many seconds. */
const HARD = [10_000, 100_000, 1_000_000, 10_000_000]
const BEARABLE = 30

const root = join(import.meta.dirname, '..')
const isLong = process.argv.includes('--long')
const files = process.argv.slice(2).filter((argument) => argument !== '--long')
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
  console.log(megabytes(process.resourceUsage().maxRSS * 1024))
  process.exit(0)
}

const empty = process.memoryUsage().rss
const opened = performance.now()
const reader = openEnglishReader()
console.log(`opening the reader        ${(performance.now() - opened).toFixed(0)} ms`)
const reports = texts.map((text, index) => reportOf({ id: String(index), text, published: '2024-01-01' }))
const began = performance.now()
reader.read(reports[0])
console.log(`the first reading         ${(performance.now() - began).toFixed(0)} ms`)

/** How often all is timed: the machine may be busy with other things, so that the best of these counts. */
const ROUNDS = 5
const tokens = reports.reduce((sum, report) => sum + reader.annotate(report).get('tokens').length, 0)
const repeats = Math.max(1, Math.ceil(10_000 / tokens))
/** CPU seconds of each stage and of the reading made of the layers, by round: all readings of a round together. */
const rounds = Array.from({ length: ROUNDS + 1 }, () => {
  const spent = new Map<string, number>()
  for (let repeat = 0; repeat < repeats; repeat++)
    for (const { text } of reports)
      for (const [name, seconds] of secondsByStage(text)) spent.set(name, (spent.get(name) ?? 0) + seconds)
  return spent
}).slice(1)
/** Tokens per CPU second in what is named (everything, if nothing is), in the best round. */
const speed = (names?: readonly string[]): string => {
  const seconds = rounds.map((spent) =>
    [...spent].reduce((sum, [name, one]) => (names === undefined || names.includes(name) ? sum + one : sum), 0),
  )
  return `${Math.round((tokens * repeats) / Math.max(Math.min(...seconds), 1e-3))} tokens per CPU second`
}
console.log(`the whole reading         ${speed()}, warm`)
console.log(`the language core         ${speed(CORE)}: ${CORE[0]} to ${CORE[CORE.length - 1]}`)
console.log('by stage')
for (const name of rounds[0].keys()) console.log(`  ${name.padEnd(22)}  ${speed([name])}`)

/** CPU seconds of each stage, and of the reading made of the layers, on one text; `only` leaves out what the core does not need. */
function secondsByStage(text: string, only?: readonly string[]): Map<string, number> {
  const document = new Document(reportOf({ text, published: '2024-01-01' }))
  const spent = new Map<string, number>()
  for (const stage of reader.stages) {
    if (only !== undefined && !only.includes(stage.name)) continue
    spent.set(
      stage.name,
      cpu(() => void document.add(stage.run(document))),
    )
  }
  if (only === undefined)
    spent.set(
      'reading',
      cpu(() => void readingOf(document, 'bench')),
    )
  return spent
}

/** One row a stage, one column a length. */
function showLengths(title: string, lengths: readonly number[], only?: readonly string[]): void {
  console.log(title)
  console.log(`  ${''.padEnd(22)} ${lengths.map((length) => length.toLocaleString('en').padStart(11)).join('')}`)
  const text = texts.join('\n\n')
  const columns = lengths.map((length) => {
    const spent = secondsByStage(text.repeat(Math.ceil(length / text.length)).slice(0, length), only)
    spent.set(
      'all',
      [...spent.values()].reduce((sum, one) => sum + one, 0),
    )
    return { length, spent }
  })
  for (const stage of columns[0].spent.keys()) {
    const cells = columns.map(({ length, spent }) => (((spent.get(stage) ?? 0) * 1e6) / length).toFixed(2).padStart(11))
    console.log(`  ${stage.padEnd(22)} ${cells.join('')}`)
  }
}

showLengths('by length in characters (seconds a million: the same means linear)', [10_000, 100_000, 1_000_000])
if (isLong) {
  showLengths('the language core by length', [100_000, 1_000_000, 10_000_000], CORE)
  console.log('texts that are hard to read, the language core (seconds a million characters)')
  console.log(`  ${''.padEnd(22)} ${HARD.map((length) => length.toLocaleString('en').padStart(11)).join('')}`)
  for (const name of Object.keys(hardTexts(1))) {
    const cells: string[] = []
    let pace = 0
    for (const length of HARD) {
      if (pace * length > BEARABLE) break
      const seconds = [...secondsByStage(hardTexts(length)[name], CORE).values()].reduce((sum, one) => sum + one, 0)
      pace = seconds / length
      cells.push((pace * 1e6).toFixed(2).padStart(11))
    }
    console.log(`  ${name.padEnd(22)} ${cells.join('')}`)
  }
}
console.log(
  `memory at its highest     ${megabytes(process.resourceUsage().maxRSS * 1024)} (Node alone: ${megabytes(empty)})`,
)

const started = performance.now()
const cold = spawnSync(process.execPath, process.execArgv.concat(join(root, 'bench', 'speed.ts'), ...files), {
  env: { ...process.env, ASCRIBE_BENCH_COLD: '1' },
  encoding: 'utf8',
})
const coldTime = (performance.now() - started).toFixed(0)
console.log(`cold: start, open, read   ${coldTime} ms and ${cold.stdout.trim()} for one report`)
