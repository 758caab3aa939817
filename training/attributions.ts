import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Document } from '../src/document/Document.ts'
import { TensorFile } from '../src/learned/neural/TensorFile.ts'
import { AttributionNetwork } from '../src/stages/attributions/AttributionNetwork.ts'
import { Context } from '../src/stages/attributions/Context.ts'
import { type Candidate, canBeCue, candidatesOf } from '../src/stages/attributions/candidates.ts'
import { MOST_VERDICT_FEATURES, verdictFeatures } from '../src/stages/attributions/verdictFeatures.ts'
import { CONTENT, CUE, SOURCE } from '../src/stages/attributions/viterbiRoles.ts'
import { parseReportingNouns } from '../src/vocabulary/ReportingNouns.ts'
import { parseReportingVerbs } from '../src/vocabulary/ReportingVerbs.ts'
import { writeAttributionExamples } from './attributionExamples.ts'
import { inFolder } from './inFolder.ts'
import { parsedDocuments } from './parsedDocuments.ts'
import { runPython } from './runPython.ts'
import { SparseRegression } from './SparseRegression.ts'
import type { TrainingOptions } from './train.ts'

type Pieces = readonly (readonly [number, number])[]
export interface GoldAttribution {
  readonly source: Pieces
  readonly cue: Pieces
  readonly content: Pieces
}

/** A document of the corpus with its gold attributions in tokens. */
export interface Lesson {
  readonly context: Context
  /** head of each gold cue, with the role of every token that has one */
  readonly cues: ReadonlyMap<number, ReadonlyMap<number, number>>
  /** tokens of gold cues, and of gold contents */
  readonly cueWords: ReadonlySet<number>
  readonly contentWords: ReadonlySet<number>
}

/** One document in this many is kept aside when measuring. */
export const ASIDE = 10

/**
 * Trains the models of attributions on PolNeAR: the network that finds cues and their roles, and which candidates stand once their
 * roles are known. The verdicts are learnt from two networks that were taught by half of the documents each, on the half that they had
 * not seen, so that they know their errors.
 * `heldOut` leaves every tenth document out, and measures the network on these.
 */
export async function train({ data, models, heldOut, work }: TrainingOptions): Promise<void> {
  const lines = readFileSync(join(data, 'tables/attribution/dev/train.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as AttributionLine)
  const lessons = lessonsOf(parsedDocuments(lines), lines)
  await inFolder(work, (folder) => {
    const [all, even, odd] = ['all.bin', 'even.bin', 'odd.bin'].map((file) => join(folder, file))
    if (!existsSync(all)) {
      writeAttributionExamples(lessons, folder)
      const options = [folder, ...(heldOut ? ['--held-out'] : [])]
      for (const half of ['even', 'odd']) runPython('attribution_opinions.py', half, ...options)
      runPython('attributions.py', ...options)
    }
    const taughtByOthers = [networkOf(odd), networkOf(even)]
    const verdicts = trainVerdicts(
      lessons.flatMap((lesson, i) => (heldOut && i % ASIDE === 0 ? [] : [{ lesson, network: taughtByOthers[i % 2] }])),
    )
    copyFileSync(all, join(models, 'attribution-network.bin'))
    writeFileSync(join(models, 'attribution-verdicts.bin'), verdicts)
    console.log(`attribution-verdicts: ${verdicts.length} bytes`)
  })
}

const networkOf = (file: string) => new AttributionNetwork(TensorFile.parse(readFileSync(file), file))

/** A line of the corpus. */
export interface AttributionLine {
  readonly text: string
  readonly attributions: readonly GoldAttribution[]
}

/** Documents with trees and their gold attributions as lessons. */
export function lessonsOf(documents: readonly Document[], lines: readonly AttributionLine[]): Lesson[] {
  const vocabulary = reportingVocabulary()
  return documents.map((document, i) => lessonOf(new Context(document, vocabulary), lines[i].attributions))
}

export const reportingVocabulary = () => ({
  reportingVerbs: parseReportingVerbs(
    readFileSync('vocabulary/lexicons/reporting-verbs.json', 'utf8'),
    'reporting-verbs',
  ),
  reportingNouns: parseReportingNouns(
    readFileSync('vocabulary/lexicons/reporting-nouns.json', 'utf8'),
    'reporting-nouns',
  ),
})

/** Learns which candidates stand, each lesson with a network that has not seen it. */
export function trainVerdicts(lessons: readonly { lesson: Lesson; network: AttributionNetwork }[]): Uint8Array {
  const verdicts = new SparseRegression()
  for (const { lesson, network } of lessons) addVerdicts(lesson, candidatesOf(lesson.context, network), verdicts)
  return verdicts.fit({ loss: 'logistic', epochs: 8, rate: 0.1, least: 3 }).toBytes()
}

function lessonOf(context: Context, gold: readonly GoldAttribution[]): Lesson {
  const { trees } = context
  const wordsOf = (pieces: Pieces): number[] =>
    pieces.flatMap(([start, end]) => {
      const words: number[] = []
      for (let i = firstEndingAfter(context, start); i < context.length && trees.tokens[i].start < end; i++)
        words.push(i)
      return words
    })
  const cues = new Map<number, ReadonlyMap<number, number>>()
  const cueWords = new Set<number>()
  const contentWords = new Set<number>()
  for (const { source, cue, content } of gold) {
    const words = wordsOf(cue)
    const head = headOf(context, words)
    for (const i of words) cueWords.add(i)
    for (const i of wordsOf(content)) contentWords.add(i)
    if (head < 0 || cues.has(head)) continue
    cues.set(
      head,
      new Map([
        ...wordsOf(source).map((i) => [i, SOURCE] as const),
        ...wordsOf(content).map((i) => [i, CONTENT] as const),
        ...words.map((i) => [i, CUE] as const),
      ]),
    )
  }
  return { context, cues, cueWords, contentWords }
}

function firstEndingAfter({ trees: { tokens } }: Context, offset: number): number {
  let [low, high] = [0, tokens.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (tokens[middle].end <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** The word of a cue that stands highest in the tree; of equals the first that can be a cue. */
function headOf(context: Context, words: readonly number[]): number {
  let head = -1
  for (const i of words) {
    if (!canBeCue(context, i)) continue
    if (head < 0 || context.trees.depth(i) < context.trees.depth(head)) head = i
  }
  return head
}

function addVerdicts(
  { context, cues, cueWords }: Lesson,
  candidates: readonly Candidate[],
  verdicts: SparseRegression,
): void {
  const features = new Int32Array(MOST_VERDICT_FEATURES)
  candidates.forEach(({ cue }, index) => {
    if (!cues.has(cue) && cueWords.has(cue)) return
    verdicts.add(features, verdictFeatures(context, candidates, index, features), cues.has(cue) ? 1 : 0)
  })
}
