import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { WordClusters } from '../src/learned/WordClusters.ts'
import { ArcHybrid, LEFT, RIGHT, SHIFT } from '../src/stages/parse/ArcHybrid.ts'
import { MOST_PARSE_FEATURES, ParseFeatures } from '../src/stages/parse/ParseFeatures.ts'
import { movesOf, Parser } from '../src/stages/parse/Parser.ts'
import { Tagger } from '../src/stages/tag/Tagger.ts'
import { ArcHybridOracle } from './ArcHybridOracle.ts'
import { AveragedPerceptron } from './AveragedPerceptron.ts'
import type { TreebankSentence } from './conllu.ts'
import { projectivize } from './projectivize.ts'
import { random, shuffle } from './random.ts'
import { readClusters } from './readClusters.ts'
import { taggedOf, trainTagger } from './tagger.ts'
import type { TrainingOptions } from './train.ts'
import { treebankSentences } from './treebankSentences.ts'
import { withDropout } from './withDropout.ts'

const ITERATIONS = 9
const FOLDS = 4
const FOLD_ITERATIONS = 5
/** Share of features left out at random, so that the parser does not lean on a few of them. */
const DROPOUT = 0.25
/** From this iteration on, and with this chance, the parser follows its own guesses and learns to go on from its errors. */
const [EXPLORE_FROM, EXPLORE] = [2, 0.9]
const PRUNING = { updates: 1, least: 5.62 }

interface ParsedSentence {
  readonly words: readonly { readonly text: string }[]
  readonly tags: readonly { readonly upos: string; readonly xpos: string }[]
  readonly heads: readonly number[]
  readonly relations: readonly string[]
}

/** Trains `models/parser.bin` on EWT and GUM, with tags as the tagger gives them for text it has not seen. */
export function train({ data, models, heldOut }: TrainingOptions): void {
  const clusters = readClusters(models)
  const { training, tests } = treebankSentences(data, models, heldOut)
  const examples = jackknifed(training, clusters)
  const classes = [
    'shift',
    ...new Set(
      examples.flatMap(({ heads, relations }) => relations.map((relation, i) => sideOf(i, heads[i], relation))),
    ),
  ]
  const model = trainParser(examples, ['shift', ...classes.slice(1).sort()], clusters)
  if (heldOut) {
    const tagger = trainTagger(training.map(taggedOf), clusters, FOLD_ITERATIONS, () => undefined)
    const tagged = tests.map((sentence) => parsedOf(sentence, new Tagger(tagger.model, clusters)))
    measure(new Parser(model.toModel(PRUNING), clusters), tagged)
    return
  }
  const bytes = model.toBytes(PRUNING)
  writeFileSync(join(models, 'parser.bin'), bytes)
  console.log(`parser: ${bytes.length} bytes`)
}

const sideOf = (word: number, head: number, relation: string): string => `${head > word ? 'left' : 'right'} ${relation}`

/** Tags each part of the sentences by a tagger trained on the other parts. Copies of a sentence are in the same part. */
function jackknifed(sentences: readonly TreebankSentence[], clusters: WordClusters): ParsedSentence[] {
  const part = ({ start, end }: TreebankSentence): number => (start * 31 + end) % FOLDS
  const result: ParsedSentence[] = []
  for (let fold = 0; fold < FOLDS; fold++) {
    const others = sentences.filter((sentence) => part(sentence) !== fold).map(taggedOf)
    const { model } = trainTagger(others, clusters, FOLD_ITERATIONS, () => undefined)
    const tagger = new Tagger(model, clusters)
    for (const [i, sentence] of sentences.entries()) if (part(sentence) === fold) result[i] = parsedOf(sentence, tagger)
    console.log(`parser: part ${fold + 1} of ${FOLDS} tagged`)
  }
  return result
}

function parsedOf(sentence: TreebankSentence, tagger: Tagger): ParsedSentence {
  const n = sentence.words.length
  const tags = [...tagger.tag(sentence.words.map(({ form }) => form))].map((tag) => {
    const [upos, xpos] = tagger.model.classes[tag].split(' ')
    return { upos, xpos }
  })
  return {
    words: sentence.words.map(({ form }) => ({ text: form })),
    tags,
    heads: projectivize(sentence.words.map(({ head }) => (head < 0 ? n : head))),
    relations: sentence.words.map(({ deprel }) => deprel),
  }
}

function trainParser(
  examples: readonly ParsedSentence[],
  classes: readonly string[],
  clusters: WordClusters,
): AveragedPerceptron {
  const perceptron = new AveragedPerceptron(classes)
  const { moves, relations } = movesOf(classes)
  const numbers = new Map(relations.map((relation, i) => [relation, i + 1]))
  const features = new ParseFeatures(clusters)
  const state = new ArcHybrid()
  const scores = new Float32Array(classes.length)
  const buffer = new Int32Array(MOST_PARSE_FEATURES)
  const next = random(1)
  const order = [...examples]
  for (let iteration = 1; iteration <= ITERATIONS; iteration++) {
    let [right, all] = [0, 0]
    for (const { words, tags, heads, relations } of shuffle(order, next)) {
      const oracle = new ArcHybridOracle(heads)
      const labels = relations.map((relation) => numbers.get(relation) ?? 0)
      features.begin(words, tags, 0, words.length)
      state.begin(words.length)
      while (!state.done) {
        const n = withDropout(buffer, features.fill(state, buffer), DROPOUT, next)
        perceptron.scores(buffer, n, scores)
        const costs = [SHIFT, LEFT, RIGHT].map((move) =>
          state.allows(move) ? oracle.cost(state, move) : Number.POSITIVE_INFINITY,
        )
        const least = Math.min(...costs)
        const top = state.peek(0)
        let [best, truth] = [-1, -1]
        for (let c = 0; c < moves.length; c++) {
          const { move, label } = moves[c]
          if (costs[move] === Number.POSITIVE_INFINITY) continue
          if (best < 0 || scores[c] > scores[best]) best = c
          if (costs[move] > least) continue
          const head = move === LEFT ? state.next : state.peek(1)
          if (move !== SHIFT && heads[top] === head && label !== labels[top]) continue
          if (truth < 0 || scores[c] > scores[truth]) truth = c
        }
        const guess = moves[best]
        const head = guess.move === LEFT ? state.next : state.peek(1)
        const fine =
          costs[guess.move] === least && (guess.move === SHIFT || heads[top] !== head || guess.label === labels[top])
        perceptron.update(buffer, n, truth, fine ? truth : best)
        all++
        if (fine) right++
        const follow = fine || (iteration >= EXPLORE_FROM && next() < EXPLORE)
        const chosen = moves[follow ? best : truth]
        state.apply(chosen.move, chosen.label)
      }
    }
    console.log(
      `parser ${iteration}: ${((100 * right) / all).toFixed(2)} of moves right, ${perceptron.features} features`,
    )
  }
  return perceptron
}

function measure(parser: Parser, sentences: readonly ParsedSentence[]): void {
  let [heads, arcs, all] = [0, 0, 0]
  const start = performance.now()
  for (const sentence of sentences) {
    const n = sentence.words.length
    for (const [i, arc] of parser.parse(sentence.words, sentence.tags, 0, n).entries()) {
      const right = (arc.head < 0 ? n : arc.head) === sentence.heads[i]
      if (right) heads++
      if (right && arc.deprel.split(':')[0] === sentence.relations[i].split(':')[0]) arcs++
      all++
    }
  }
  const speed = (all / (performance.now() - start)).toFixed(1)
  console.log(
    `held out: UAS ${((100 * heads) / all).toFixed(2)}, LAS ${((100 * arcs) / all).toFixed(2)}, ${speed}k words a second`,
  )
}
