// npm run score                 reads every dev set of the accuracy tables and prints the figures beside what is known
// npm run score -- --check      a fixed sample of each; fails when a figure falls more than a point below the recorded one
// npm run score -- --record     writes the figures of this run to bench/recorded.json (with --check: those of the sample)
// npm run score -- --only time  the tables whose name begins so
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { reportOf } from '../src/model/Report.ts'
import { openEnglishReader } from '../src/reader/openEnglishReader.ts'
import { type CoreferenceDocument, eventClusters } from './eventClusters.ts'
import { responsesOf } from './muc4/responsesOf.ts'
import { readSentences } from './plover/readSentences.ts'
import { f1, scoreEvents } from './plover/scoreEvents.ts'
import { type Figure, MUC4, PLOVER, TABLES, type Table } from './tables.ts'

/** A figure may fall this much (in points of F1; MAE and r: hundredths) before the check fails. */
const TOLERANCE = 1

const { values: options } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    record: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    tables: { type: 'string', default: join(import.meta.dirname, '..', '..', 'shared', 'tables') },
  },
})

interface GoldDocument {
  id: string
  text: string
  published?: string
  title?: string
}

const recordedFile = join(import.meta.dirname, 'recorded.json')
type Recorded = Record<'full' | 'sample', Record<string, Record<string, number>>>
const recorded: Recorded = existsSync(recordedFile)
  ? JSON.parse(readFileSync(recordedFile, 'utf8'))
  : { full: {}, sample: {} }
const part = options.check ? 'sample' : 'full'

if (!existsSync(options.tables)) {
  console.error(`no accuracy tables at ${options.tables}: name their folder with --tables`)
  process.exit(2)
}
const reader = openEnglishReader()
const scratch = mkdtempSync(join(tmpdir(), 'ascribe-score-'))
let fallen = 0
try {
  for (const table of TABLES) {
    if (table.name.startsWith(options.only) && existsSync(join(options.tables, table.gold))) score(table)
  }
  if (MUC4.name.startsWith(options.only) && existsSync(join(options.tables, 'muc4'))) scoreMuc4()
  if (PLOVER.name.startsWith(options.only)) scorePlover()
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
if (options.record) writeFileSync(recordedFile, `${JSON.stringify(recorded, null, 2)}\n`)
if (fallen > 0 && options.check && !options.record) {
  console.error(`${fallen} figures fell more than a point below those of bench/recorded.json`)
  process.exit(1)
}

function score(table: Table): void {
  const all = readFileSync(join(options.tables, table.gold), 'utf8').split('\n').filter(Boolean)
  const lines = options.check ? spread(all, table.sample) : all
  const gold = join(scratch, 'gold.jsonl')
  const predicted = join(scratch, 'predicted.jsonl')
  const documents = lines.map((line) => JSON.parse(line) as GoldDocument)
  const started = process.cpuUsage()
  writeFileSync(gold, `${lines.join('\n')}\n`)
  writeFileSync(predicted, predictionsOf(table, documents))
  const seconds = process.cpuUsage(started).user / 1e6
  const result = json([
    join(options.tables, table.scorer),
    '--gold',
    gold,
    '--pred',
    predicted,
    '--json',
    '--draws',
    '1',
  ])
  console.log(`\n${table.name}  (${documents.length} documents, ${seconds.toFixed(1)} CPU s)`)
  recorded[part][table.name] ??= {}
  for (const figure of table.figures) report(table, figure, result)
}

/** The messages of MUC-4 that nobody looked at while writing rules; the quick check takes the first hundred. */
function scoreMuc4(): void {
  const folder = join(options.tables, 'muc4')
  const parts = options.check ? ['0301-0400'] : ['0301-0400', '0501-0600']
  const responses = join(scratch, 'responses')
  const started = process.cpuUsage()
  writeFileSync(
    responses,
    parts.flatMap((part) => [...responsesOf(reader, join(folder, 'data', `dev-muc3-${part}`))]).join(''),
  )
  const seconds = process.cpuUsage(started).user / 1e6
  const keys = parts.map((part) => join(folder, 'data', `key-dev-${part.slice(0, 4)}.muc4`))
  const result = json([join(folder, 'muc4-score.mjs'), '--key', keys.join(','), '--response', responses, '--json'])
  console.log(`\n${MUC4.name}  (development messages ${parts.join(', ')}, ${seconds.toFixed(1)} CPU s)`)
  recorded[part][MUC4.name] ??= {}
  for (const figure of MUC4.figures) report(MUC4, figure, result)
}

/** Two in three of the sentences were looked at while writing rules. */
function scorePlover(): void {
  const sentences = readSentences(reader, readFileSync(join(import.meta.dirname, 'plover', 'sentences.jsonl'), 'utf8'))
  const { type, whole } = scoreEvents(sentences)
  console.log(`\n${PLOVER.name}  (${sentences.length} sentences)`)
  recorded[part][PLOVER.name] ??= {}
  for (const figure of PLOVER.figures) report(PLOVER, figure, { type: 100 * f1(type), whole: 100 * f1(whole) })
}

function json(command: readonly string[]) {
  return JSON.parse(execFileSync(process.execPath, command, { encoding: 'utf8', maxBuffer: 1 << 28 }))
}

function report(
  table: Pick<Table, 'name'>,
  { label, path, known, lessIsBetter, percent }: Figure,
  result: unknown,
): void {
  const raw = path.reduce<unknown>((value, key) => (value as Record<string, unknown> | null)?.[key], result)
  if (typeof raw !== 'number') return
  const value = Math.round(raw * (percent ? 100 : 10_000)) / 100
  const before = recorded[part][table.name][label]
  const change = before === undefined ? '' : `${value >= before ? '+' : ''}${(value - before).toFixed(1)}`
  const worse = before !== undefined && (lessIsBetter ? value - before : before - value) > TOLERANCE
  if (worse) fallen++
  const shown = lessIsBetter || label === 'r' ? raw.toFixed(3) : value.toFixed(1)
  console.log(
    `  ${label.padEnd(22)} ${shown.padStart(6)}  ${change.padStart(6)} ${worse ? 'FALLEN ' : ''} ${known ?? ''}`,
  )
  if (options.record) recorded[part][table.name][label] = value
}

function predictionsOf(table: Table, documents: readonly GoldDocument[]): string {
  const rows =
    table.name === 'coreference'
      ? eventClusters(reader, documents as CoreferenceDocument[])
      : documents.map(({ id, text, published, title }) =>
          reader.read(reportOf({ id, text, published, title }), { words: table.name.startsWith('syntax') }),
        )
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('')
}

/** `count` of the lines, evenly spread: the same on every run. */
function spread<Item>(items: readonly Item[], count: number): Item[] {
  const step = Math.max(1, items.length / count)
  return Array.from({ length: Math.min(count, items.length) }, (_, index) => items[Math.floor(index * step)])
}
