import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BoundaryFeatures, MOST_BOUNDARY_FEATURES } from '../src/stages/segment/boundaryFeatures.ts'
import { findParagraphs } from '../src/stages/segment/findParagraphs.ts'
import { Tokenizer } from '../src/stages/segment/Tokenizer.ts'
import { parseSegmentationLexicon } from '../src/vocabulary/SegmentationLexicon.ts'
import { AveragedPerceptron } from './AveragedPerceptron.ts'
import { readTreebank, type TreebankDocument } from './conllu.ts'
import { random, shuffle } from './random.ts'
import type { TrainingOptions } from './train.ts'

const ITERATIONS = 12
/** Share of features left out at random. */
const DROPOUT = 0.2
/** A gap counts as right only by this much, so that what is right by a hair is learnt too. */
const MARGIN = 3

interface Gap {
  readonly features: Int32Array
  readonly ends: 0 | 1
}

/** Trains `models/segmenter.bin`: where sentences end, from the raw text of EWT and GUM with their paragraphs. */
export function train({ data, models, heldOut }: TrainingOptions): void {
  const file = join(import.meta.dirname, '..', 'vocabulary', 'lexicons', 'segmentation.json')
  const tokenizer = new Tokenizer(parseSegmentationLexicon(readFileSync(file, 'utf8'), file))
  const documents = ['ewt', 'gum'].flatMap((name) => readTreebank(join(data, 'corpora', 'ud', `${name}-train.conllu`)))
  const kept = (i: number): boolean => heldOut && i % 10 === 9
  const gaps = documents.filter((_, i) => !kept(i)).flatMap((document) => gapsOf(document, tokenizer))
  const tests = documents.filter((_, i) => kept(i)).flatMap((document) => gapsOf(document, tokenizer))

  const perceptron = new AveragedPerceptron(['no', 'yes'])
  const scores = new Float32Array(2)
  const next = random(1)
  for (let iteration = 1; iteration <= ITERATIONS; iteration++) {
    let wrong = 0
    for (const { features: given, ends } of shuffle(gaps, next)) {
      const features = given.filter(() => next() >= DROPOUT)
      perceptron.scores(features, features.length, scores)
      const guess = scores[1] - scores[0] > (ends === 1 ? MARGIN : -MARGIN) ? 1 : 0
      if (guess !== ends) wrong++
      perceptron.update(features, features.length, ends, guess)
    }
    console.log(`segmenter ${iteration}: ${wrong} of ${gaps.length} gaps wrong`)
  }
  const bytes = perceptron.toBytes({ updates: 2 })
  if (heldOut) {
    const model = perceptron.toModel({ updates: 2 })
    let [right, guessed, all] = [0, 0, 0]
    for (const { features, ends } of tests) {
      model.scores(features, features.length, scores)
      const guess = scores[1] > scores[0]
      if (guess) guessed++
      if (ends) all++
      if (guess && ends) right++
    }
    console.log(`held out: F1 of ends within paragraphs ${((200 * right) / (guessed + all)).toFixed(2)}`)
    return
  }
  writeFileSync(join(models, 'segmenter.bin'), bytes)
  console.log(`segmenter: ${bytes.length} bytes`)
}

function gapsOf(document: TreebankDocument, tokenizer: Tokenizer): Gap[] {
  const ends = new Set(document.sentences.map((sentence) => sentence.end))
  const gaps: Gap[] = []
  const out = new Int32Array(MOST_BOUNDARY_FEATURES)
  for (const paragraph of findParagraphs(document.text)) {
    const cuts = tokenizer.cut(document.text, paragraph.start, paragraph.end)
    const around = new BoundaryFeatures(document.text, cuts)
    let first = 0
    for (let k = 0; k + 1 < cuts.starts.length; k++) {
      const end = ends.has(cuts.ends[k])
      if (around.possible(k)) {
        gaps.push({ features: out.slice(0, around.fill(k, k + 1 - first, out)), ends: end ? 1 : 0 })
      }
      if (end) first = k + 1
    }
  }
  return gaps
}
