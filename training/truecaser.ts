import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Document } from '../src/document/Document.ts'
import { reportOf } from '../src/model/Report.ts'
import { BoundaryModel } from '../src/stages/segment/BoundaryModel.ts'
import { createSegmentStage } from '../src/stages/segment/createSegmentStage.ts'
import { CASES, type Case, CaseFeatures, MOST_CASE_FEATURES, Truecaser } from '../src/stages/segment/Truecaser.ts'
import { parseSegmentationLexicon } from '../src/vocabulary/SegmentationLexicon.ts'
import { AveragedPerceptron } from './AveragedPerceptron.ts'
import { readTreebank } from './conllu.ts'
import { random, shuffle } from './random.ts'
import { readClusters } from './readClusters.ts'
import type { TrainingOptions } from './train.ts'

const ITERATIONS = 5
const PRUNING = { updates: 7, least: 0.7 }

/** Trains `models/truecaser.bin` on running text in ordinary case: news articles, EWT and GUM. */
export function train({ data, models, heldOut }: TrainingOptions): void {
  const clusters = readClusters(models)
  const file = join(import.meta.dirname, '..', 'vocabulary', 'lexicons', 'segmentation.json')
  const stage = createSegmentStage(
    parseSegmentationLexicon(readFileSync(file, 'utf8'), file),
    BoundaryModel.parse(readFileSync(join(models, 'segmenter.bin'))),
  )
  const sentences = textsOf(data).flatMap((text) => sentencesOf(text, stage))
  const isTest = (i: number): boolean => heldOut && i % 20 === 19
  const examples = sentences.filter((_, i) => !isTest(i))
  console.log(`truecaser: ${sentences.length} sentences`)
  const mixed = mixedForms(examples)
  const known = new Set(mixed.map((word) => word.toLowerCase()))
  const features = new CaseFeatures(clusters)
  const perceptron = new AveragedPerceptron(CASES)
  const scores = new Float32Array(CASES.length)
  const buffer = new Int32Array(MOST_CASE_FEATURES)
  const next = random(1)
  for (let iteration = 1; iteration <= ITERATIONS; iteration++) {
    let [right, all] = [0, 0]
    for (const words of shuffle(examples, next)) {
      features.begin(words)
      let [before, before2] = [0, 0]
      for (let i = 0; i < words.length; i++) {
        let guess = 0
        const truth = caseOf(words[i])
        if (truth !== undefined) {
          const n = features.fill(i, before, before2, buffer)
          perceptron.scores(buffer, n, scores)
          if (!known.has(words[i].toLowerCase())) scores[CASES.indexOf('mixed')] = Number.NEGATIVE_INFINITY
          guess = perceptron.best(scores)
          const target = CASES.indexOf(truth)
          if (guess === target) right++
          all++
          perceptron.update(buffer, n, target, guess)
        }
        before2 = before
        before = guess
      }
    }
    console.log(`truecaser ${iteration}: ${((100 * right) / all).toFixed(2)} right in training`)
  }
  if (heldOut) {
    measure(
      new Truecaser(perceptron.toModel(PRUNING, { mixed }), clusters),
      sentences.filter((_, i) => isTest(i)),
    )
    return
  }
  const bytes = perceptron.toBytes(PRUNING, { mixed })
  writeFileSync(join(models, 'truecaser.bin'), bytes)
  console.log(`truecaser: ${bytes.length} bytes, ${mixed.length} words with a case of their own`)
}

function textsOf(data: string): string[] {
  const news = ['attribution', 'names', 'coreference'].flatMap((table) =>
    readFileSync(join(data, 'tables', table, 'dev', 'train.jsonl'), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line): string => JSON.parse(line).text),
  )
  const treebanks = ['ewt', 'gum'].flatMap((name) =>
    readTreebank(join(data, 'corpora', 'ud', `${name}-train.conllu`)).map(({ text }) => text),
  )
  return [...news, ...treebanks]
}

/** The sentences of the text's running paragraphs, as words; without those that are in capitals or in the case of titles. */
function sentencesOf(text: string, stage: ReturnType<typeof createSegmentStage>): string[][] {
  const { paragraphs, sentences, tokens } = stage.run(new Document(reportOf({ id: 'training', text })))
  return sentences
    .filter(({ paragraph }) => paragraphs[paragraph].kind === 'body')
    .map(({ from, to }) => tokens.slice(from, to).map((token) => token.text))
    .filter((words) => {
      const letters = words.filter((word) => /^\p{L}/u.test(word))
      const capitals = letters.filter((word) => /^\p{Lu}/u.test(word))
      return letters.length >= 4 && capitals.length / letters.length < 0.6
    })
}

/** The case of a word; undefined where it has no letter. */
function caseOf(word: string): Case | undefined {
  if (!/\p{L}/u.test(word)) return undefined
  if (word === word.toLowerCase()) return 'lower'
  if (word === word.toUpperCase() && word.replace(/[^\p{L}]/gu, '').length > 1) return 'upper'
  return /^\p{Lu}['’]?[^\p{Lu}]*$/u.test(word) || /^\p{Lu}['’]\p{Lu}[^\p{Lu}]*$/u.test(word) ? 'title' : 'mixed'
}

/** Words seen twice or more in a case of their own, in their most frequent form. */
function mixedForms(sentences: readonly (readonly string[])[]): string[] {
  const counts = new Map<string, Map<string, number>>()
  for (const word of sentences.flat()) {
    if (caseOf(word) !== 'mixed' || word.length > 20) continue
    const forms = counts.get(word.toLowerCase()) ?? new Map<string, number>()
    forms.set(word, (forms.get(word) ?? 0) + 1)
    counts.set(word.toLowerCase(), forms)
  }
  return [...counts.values()]
    .map((forms) => [...forms].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0])
    .filter(([, count]) => count > 1)
    .map(([word]) => word)
    .sort()
}

function measure(truecaser: Truecaser, sentences: readonly (readonly string[])[]): void {
  let [right, all, capitals, found, given] = [0, 0, 0, 0, 0]
  for (const words of sentences) {
    for (const [i, word] of truecaser.recase(words.map((word) => word.toUpperCase())).entries()) {
      if (caseOf(words[i]) === undefined) continue
      all++
      if (word === words[i]) right++
      const [truth, guess] = [caseOf(words[i]) !== 'lower', caseOf(word) !== 'lower']
      if (truth) capitals++
      if (guess) given++
      if (truth && guess) found++
    }
  }
  console.log(
    `held out: ${((100 * right) / all).toFixed(2)} of words right; capitals F1 ${((200 * found) / (capitals + given)).toFixed(2)}`,
  )
}
