import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ASKED_FEATURES } from '../bench/muc4/askedFeatures.ts'
import { type AskedWeights, Muc4Adapter } from '../bench/muc4/Muc4Adapter.ts'
import { messagesOf } from '../bench/muc4/messages.ts'
import { writeTemplates } from '../bench/muc4/writeTemplates.ts'
import { TensorFile } from '../src/learned/neural/TensorFile.ts'
import { reportOf } from '../src/model/Report.ts'
import { createReader } from '../src/reader/createReader.ts'
import { openEnglishReader } from '../src/reader/openEnglishReader.ts'
import { createIncidentsStage } from '../src/stages/incidents/createIncidentsStage.ts'
import { DEVELOPMENT, incidentWords } from './fillers.ts'
import type { TrainingOptions } from './train.ts'

const FOLDS = 5
const RESPONSES = join(import.meta.dirname, '..', 'bench', 'muc4', 'asked.json')

/**
 * Learns which of the instances that a reading gives MUC-4 asks for (`bench/muc4/asked.json`), from the development messages: an instance
 * is asked for where the task's scorer pairs it with a template of the key. Each set is read with the network of fillers that has not
 * seen it, `fillers-0.bin` to `fillers-4.bin` of `models`, as `npm run train -- fillers --held-out` leaves them.
 */
export async function train({ data, models }: TrainingOptions): Promise<void> {
  if (!existsSync(join(models, 'fillers-0.bin')))
    throw new Error(`${models} has no fillers-0.bin: run \`npm run train -- fillers --held-out --models FOLDER\` first`)
  const muc4 = join(data, 'tables/muc4')
  const folder = join(muc4, 'data')
  const words = incidentWords()
  const adapter = new Muc4Adapter(words.vocabulary, { bias: 0, weights: {} })
  const features: number[][] = []
  const truths: number[] = []
  const scratch = mkdtempSync(join(tmpdir(), 'asked-'))
  for (const [set, file] of readdirSync(folder)
    .filter((name) => DEVELOPMENT.test(name))
    .sort()
    .entries()) {
    const fillers = () =>
      TensorFile.parse(readFileSync(join(models, `fillers-${set % FOLDS}.bin`)), `fillers-${set % FOLDS}`)
    const reader = createReader(
      openEnglishReader().stages.map((other) =>
        other.name === 'incidents' ? createIncidentsStage({ ...words, fillers }) : other,
      ),
    )
    const number = new Map<string, number>()
    let responses = ''
    for (const message of messagesOf(readFileSync(join(folder, file), 'utf8'))) {
      const { id, text, published } = message
      const document = reader.annotate(reportOf({ text, ...(published === undefined ? {} : { published }) }))
      const { instances, features: own } = adapter.instancesOf(document, message)
      responses += `${writeTemplates(
        id,
        instances.map(({ template }) => template),
      )}\n\n`
      for (const [i, row] of own.entries()) number.set(`${id} ${i + 1}`, features.push(row) - 1)
    }
    const response = join(scratch, 'responses.txt')
    writeFileSync(response, responses)
    const key = join(folder, `key-dev-${DEVELOPMENT.exec(file)![1]}.muc4`)
    const scored = execFileSync(
      process.execPath,
      [join(muc4, 'muc4-score.mjs'), '--key', key, '--response', response, '--json', '--by-slot'],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1 << 28 },
    )
    for (const { messageId, response: at, status } of JSON.parse(scored).pairs as Pair[]) {
      const index = number.get(`${messageId} ${at}`)
      if (index !== undefined) truths[index] = Number(status === 'matched')
    }
  }
  rmSync(scratch, { recursive: true })
  const fitted = logisticRegression(features, truths)
  writeFileSync(RESPONSES, `${JSON.stringify(fitted, null, 2)}\n`)
  console.log(`${features.length} instances, ${truths.filter((truth) => truth === 1).length} asked for`)
}

interface Pair {
  readonly messageId: string
  readonly response: number | string | null
  readonly status: string
}

const STEPS = 3000
const RATE = 0.5
const DECAY = 10

/** Weights by name, of the features as they are; the fit is on features of mean 0 and deviation 1. */
function logisticRegression(rows: readonly (readonly number[])[], truths: readonly number[]): AskedWeights {
  const n = rows.length
  const columns = ASKED_FEATURES.map((_, j) => rows.map((row) => row[j]))
  const means = columns.map((column) => column.reduce((a, b) => a + b, 0) / n)
  const spreads = columns.map(
    (column, j) => Math.sqrt(column.reduce((sum, x) => sum + (x - means[j]) ** 2, 0) / n) || 1,
  )
  const x = rows.map((row) => row.map((value, j) => (value - means[j]) / spreads[j]))
  const weights = new Float64Array(means.length)
  let bias = 0
  for (let step = 0; step < STEPS; step++) {
    const slopes = new Float64Array(means.length)
    let biasSlope = 0
    for (const [i, row] of x.entries()) {
      const sum = row.reduce((total, value, j) => total + value * weights[j], bias)
      const error = 1 / (1 + Math.exp(-sum)) - truths[i]
      biasSlope += error
      for (const [j, value] of row.entries()) slopes[j] += error * value
    }
    bias -= (RATE * biasSlope) / n
    for (let j = 0; j < weights.length; j++) weights[j] -= (RATE * (slopes[j] + DECAY * weights[j])) / n
  }
  const scaled = Array.from(weights, (weight, j) => weight / spreads[j])
  const round = (value: number): number => Math.round(value * 1e4) / 1e4
  return {
    bias: round(scaled.reduce((total, weight, j) => total - weight * means[j], bias)),
    weights: Object.fromEntries(ASKED_FEATURES.map((name, j) => [name, round(scaled[j])])),
  }
}
