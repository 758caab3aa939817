import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { editOf, Lemmatizer, lemmaFeatures, MOST_LEMMA_FEATURES } from '../src/stages/tag/Lemmatizer.ts'
import { AveragedPerceptron } from './AveragedPerceptron.ts'
import { random, shuffle } from './random.ts'
import type { TrainingOptions } from './train.ts'
import { treebankSentences } from './treebankSentences.ts'

const ITERATIONS = 10
/** How often a pair of word and tag is shown in an iteration: frequent ones more often, but not as often as they occur. */
const repeats = (count: number): number => Math.ceil(Math.sqrt(count))

/** Trains `models/lemmas.bin` on the words of EWT and GUM with their tags. */
export function train({ data, models, heldOut }: TrainingOptions): void {
  const { training, tests } = treebankSentences(data, models, heldOut, false)
  const counts = new Map<string, number>()
  for (const { words } of training) {
    for (const { form, xpos, lemma } of words) {
      if (lemma === '_' || lemma === '' || /\s/.test(form + lemma)) continue
      const key = `${form}\t${xpos}\t${lemma}`
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  const examples = [...counts].flatMap(([key, count]) => {
    const [form, xpos, lemma] = key.split('\t')
    const edit = editOf(form, lemma)
    return Array.from({ length: repeats(count) }, () => ({ form, xpos, edit }))
  })
  // An edit made for one word alone is more often a slip of the annotation than a rule.
  const classes = [...new Set(examples.map(({ edit }) => edit))]
    .filter((edit) => examples.filter((example) => example.edit === edit).length > 1)
    .sort()
  const numbers = new Map(classes.map((edit, i) => [edit, i]))
  const perceptron = new AveragedPerceptron(classes)
  const scores = new Float32Array(classes.length)
  const buffer = new Int32Array(MOST_LEMMA_FEATURES)
  const next = random(1)
  for (let iteration = 1; iteration <= ITERATIONS; iteration++) {
    let wrong = 0
    for (const { form, xpos, edit } of shuffle(examples, next)) {
      const truth = numbers.get(edit)
      if (truth === undefined) continue
      const n = lemmaFeatures(form, xpos, buffer)
      perceptron.scores(buffer, n, scores)
      const guess = perceptron.best(scores)
      if (guess !== truth) wrong++
      perceptron.update(buffer, n, truth, guess)
    }
    console.log(`lemmas ${iteration}: ${wrong} of ${examples.length} wrong in training`)
  }
  if (heldOut) {
    const lemmatizer = new Lemmatizer(perceptron.toModel())
    let [right, all] = [0, 0]
    for (const { words } of tests) {
      for (const { form, xpos, lemma } of words) {
        if (lemmatizer.lemma(form, xpos) === lemma) right++
        all++
      }
    }
    console.log(`held out: lemmas, given the tags, ${((100 * right) / all).toFixed(2)}`)
    return
  }
  const bytes = perceptron.toBytes()
  writeFileSync(join(models, 'lemmas.bin'), bytes)
  console.log(`lemmas: ${bytes.length} bytes, ${classes.length} edits`)
}
