import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Document } from '../src/document/Document.ts'
import { LinearModel } from '../src/learned/LinearModel.ts'
import { Context } from '../src/stages/attributions/Context.ts'
import { type Candidate, canBeCue, candidatesOf, countedCues, cueOdds } from '../src/stages/attributions/candidates.ts'
import { cueFeatures, MOST_CUE_FEATURES } from '../src/stages/attributions/cueFeatures.ts'
import { CONTENT, CUE, OTHER, SOURCE } from '../src/stages/attributions/RoleLabeller.ts'
import { RoleView } from '../src/stages/attributions/RoleView.ts'
import { MOST_VERDICT_FEATURES, verdictFeatures } from '../src/stages/attributions/verdictFeatures.ts'
import { parseReportingNouns } from '../src/vocabulary/ReportingNouns.ts'
import { parseReportingVerbs } from '../src/vocabulary/ReportingVerbs.ts'
import { parsedDocuments } from './parsedDocuments.ts'
import { RolePerceptron } from './RolePerceptron.ts'
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

/** The three models of attributions, ready to be written. */
export interface AttributionBytes {
  readonly cues: Uint8Array
  readonly roles: Uint8Array
  readonly verdicts: Uint8Array
}

/**
 * Trains the three models of attributions on PolNeAR: which words head cues, which words are source and content of a
 * cue, and which candidates stand once their roles are known. `heldOut` leaves every tenth document out.
 */
export function train({ data, models, heldOut }: TrainingOptions): void {
  const lines = readFileSync(join(data, 'tables/attribution/dev/train.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as AttributionLine)
    .filter((_, i) => !heldOut || i % ASIDE !== 0)
  const bytes = trainAttributions(lessonsOf(parsedDocuments(lines), lines))
  for (const [name, model] of Object.entries(bytes)) {
    writeFileSync(join(models, `attribution-${name}.bin`), model)
    console.log(`attribution-${name}: ${model.length} bytes`)
  }
}

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

/**
 * The roles are learnt among cues that a model found which had not seen the document, and the verdicts from candidates
 * of such models, so that they know the errors of the stages before them.
 */
export function trainAttributions(lessons: readonly Lesson[]): AttributionBytes {
  const folds = [0, 1]
  const odds: Float64Array[] = []
  for (const fold of folds) {
    const cues = LinearModel.parse(trainCues(lessons.filter((_, i) => i % 2 !== fold)))
    lessons.forEach((lesson, i) => {
      if (i % 2 === fold) odds[i] = cueOdds(lesson.context, cues)
    })
  }
  const verdicts = new SparseRegression()
  for (const fold of folds) {
    const roles = LinearModel.parse(trainRoles(lessons, odds, (i) => i % 2 !== fold))
    lessons.forEach((lesson, i) => {
      if (i % 2 === fold) addVerdicts(lesson, candidatesOf(lesson.context, odds[i], roles), verdicts)
    })
  }
  return {
    cues: trainCues(lessons),
    roles: trainRoles(lessons, odds, () => true),
    verdicts: verdicts.fit({ loss: 'logistic', epochs: 8, rate: 0.1, least: 3 }).toBytes(),
  }
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

function trainCues(lessons: readonly Lesson[]): Uint8Array {
  const regression = new SparseRegression()
  const features = new Int32Array(MOST_CUE_FEATURES)
  for (const { context, cues, cueWords, contentWords } of lessons) {
    for (let i = 0; i < context.length; i++) {
      const isCue = cues.has(i)
      // Other words of a cue, and what stands inside contents, which the corpus leaves unmarked, teach nothing.
      if (!canBeCue(context, i) || (!isCue && (cueWords.has(i) || contentWords.has(i)))) continue
      regression.add(features, cueFeatures(context, i, features), isCue ? 1 : 0)
    }
  }
  return regression.fit({ loss: 'logistic', epochs: 6, rate: 0.08, least: 2 }).toBytes()
}

const ROLE_TRAINING = { iterations: 5, least: 3, lightest: 3 }

const truthOf = (view: RoleView, gold: ReadonlyMap<number, number>): Int8Array =>
  Int8Array.from({ length: view.to - view.from }, (_, k) => gold.get(k + view.from) ?? OTHER)

function trainRoles(
  lessons: readonly Lesson[],
  odds: readonly Float64Array[],
  wanted: (i: number) => boolean,
): Uint8Array {
  const perceptron = new RolePerceptron()
  lessons.forEach(({ context, cues }, i) => {
    if (!wanted(i)) return
    const counted = countedCues(odds[i])
    for (const [cue, gold] of cues) {
      const view = new RoleView(context, cue, counted)
      perceptron.add(view, truthOf(view, gold))
    }
  })
  return perceptron.fit(ROLE_TRAINING)
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
