import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LinearModel } from '../src/learned/LinearModel.ts'
import type { WordClusters } from '../src/learned/WordClusters.ts'
import { wordForm } from '../src/learned/wordForm.ts'
import { MOST_TAG_FEATURES, TagFeatures } from '../src/stages/tag/TagFeatures.ts'
import { Tagger } from '../src/stages/tag/Tagger.ts'
import { AveragedPerceptron } from './AveragedPerceptron.ts'
import { random, shuffle } from './random.ts'
import { readClusters } from './readClusters.ts'
import type { TrainingOptions } from './train.ts'
import { treebankSentences } from './treebankSentences.ts'
import { withDropout } from './withDropout.ts'

const ITERATIONS = 10
/** Share of features left out at random, so that the tagger does not lean on a few of them. */
const DROPOUT = 0.15
const PRUNING = { updates: 2, least: 4.14 }

/** A sentence with its true tags, "VERB VBD". */
export interface TaggedSentence {
  readonly words: readonly string[]
  readonly tags: readonly string[]
}

/** Trains `models/tagger.bin` on EWT and GUM. */
export function train({ data, models, heldOut }: TrainingOptions): void {
  const clusters = readClusters(models)
  const { training, tests } = treebankSentences(data, models, heldOut)
  const model = trainTagger(training.map(taggedOf), clusters, ITERATIONS, (line) => {
    console.log(line)
  })
  if (heldOut) {
    measure(model.model, clusters, tests.map(taggedOf))
    return
  }
  writeFileSync(join(models, 'tagger.bin'), model.bytes)
  console.log(`tagger: ${model.bytes.length} bytes`)
}

/** The words and tags of a sentence of a treebank. */
export const taggedOf = (sentence: {
  words: readonly { form: string; upos: string; xpos: string }[]
}): TaggedSentence => ({
  words: sentence.words.map((word) => word.form),
  tags: sentence.words.map((word) => `${word.upos} ${word.xpos}`),
})

/** Trains a tagger; the parser's trainer uses it too, to tag what it learns from by a model that did not see it. */
export function trainTagger(
  sentences: readonly TaggedSentence[],
  clusters: WordClusters,
  iterations: number,
  log: (line: string) => void,
): { bytes: Uint8Array; model: LinearModel } {
  const classes = [...new Set(sentences.flatMap(({ tags }) => tags))].sort()
  const numbers = new Map(classes.map((tag, i) => [tag, i]))
  const ambiguity = findAmbiguity(sentences)
  const known = new Map(
    ambiguity.flatMap((words, i) => words.split(' ').map((word): [string, number] => [word, i + 1])),
  )
  const features = new TagFeatures(clusters, known)
  const perceptron = new AveragedPerceptron(classes)
  const scores = new Float32Array(classes.length)
  const buffer = new Int32Array(MOST_TAG_FEATURES)
  const next = random(1)
  const order = [...sentences]
  for (let iteration = 1; iteration <= iterations; iteration++) {
    let [right, all] = [0, 0]
    for (const { words, tags } of shuffle(order, next)) {
      features.begin(words)
      let [before, before2] = [-1, -1]
      for (let i = 0; i < words.length; i++) {
        const n = withDropout(buffer, features.fill(i, before, before2, buffer), DROPOUT, next)
        perceptron.scores(buffer, n, scores)
        const guess = perceptron.best(scores)
        const truth = numbers.get(tags[i]) ?? 0
        perceptron.update(buffer, n, truth, guess)
        if (guess === truth) right++
        all++
        before2 = before
        before = guess
      }
    }
    log(`tagger ${iteration}: ${((100 * right) / all).toFixed(2)} right in training`)
  }
  const meta = { ambiguity }
  return { bytes: perceptron.toBytes(PRUNING, meta), model: perceptron.toModel(PRUNING, meta) }
}

/**
 * Words seen often enough, grouped by the set of universal tags that each has in at least a twentieth of its places. Rare
 * words stay out: in training, the set would give their tag away.
 */
function findAmbiguity(sentences: readonly TaggedSentence[]): string[] {
  const counts = new Map<string, Map<string, number>>()
  for (const { words, tags } of sentences) {
    for (const [i, word] of words.entries()) {
      const form = wordForm(word)
      const tally = counts.get(form) ?? new Map<string, number>()
      tally.set(tags[i], (tally.get(tags[i]) ?? 0) + 1)
      counts.set(form, tally)
    }
  }
  const groups = new Map<string, string[]>()
  for (const [form, tally] of counts) {
    const all = [...tally.values()].reduce((sum, count) => sum + count, 0)
    if (all < 4 || form.includes(' ')) continue
    const set = [...tally]
      .filter(([, count]) => count * 20 >= all)
      .map(([tag]) => tag)
      .sort()
      .join('/')
    groups.set(set, [...(groups.get(set) ?? []), form])
  }
  return [...groups.values()].map((words) => words.join(' '))
}

function measure(model: LinearModel, clusters: WordClusters, sentences: readonly TaggedSentence[]): void {
  const tagger = new Tagger(model, clusters)
  let [upos, xpos, all] = [0, 0, 0]
  const start = performance.now()
  for (const { words, tags } of sentences) {
    const guess = tagger.tag(words)
    for (const [i, tag] of tags.entries()) {
      const [u, x] = model.classes[guess[i]].split(' ')
      if (tag.startsWith(`${u} `)) upos++
      if (tag.endsWith(` ${x}`)) xpos++
      all++
    }
  }
  const speed = Math.round(all / (performance.now() - start))
  console.log(
    `held out: UPOS ${((100 * upos) / all).toFixed(2)}, XPOS ${((100 * xpos) / all).toFixed(2)}, ${speed}k words a second`,
  )
}
