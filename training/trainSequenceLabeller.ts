import {
  MOST_FEATURES,
  type PositionFeatures,
  transitionFeature,
  transitionsOf,
  viterbi,
} from '../src/learned/SequenceLabeller.ts'
import { AveragedPerceptron } from './AveragedPerceptron.ts'
import { random, shuffle } from './random.ts'

/** A sequence to learn from: the label of each position, and its features as they will be at run time. */
export interface LabelledSequence {
  /** indices into the classes */
  readonly labels: ArrayLike<number>
  readonly features: PositionFeatures
}

export interface SequenceTraining {
  readonly iterations: number
  readonly seed?: number
  /** share of features left out at random in each visit, so that none is relied on alone (default 0) */
  readonly dropout?: number
  readonly allowed?: (previous: string | undefined, label: string) => boolean
  /** called after each iteration, with the share of labels that were right during it */
  readonly progress?: (iteration: number, right: number, perceptron: AveragedPerceptron) => void
}

/**
 * Trains the model of a `SequenceLabeller` (structured averaged perceptron, Collins 2002): the best path is compared
 * with the true one, and the features and transitions where they part are updated.
 *
 *     const perceptron = trainSequenceLabeller(['O', 'B-person', 'I-person'], sequences, { iterations: 8, seed: 1 })
 *     writeFileSync('models/names.bin', perceptron.toBytes({ updates: 2 }))
 */
export function trainSequenceLabeller(
  classes: readonly string[],
  sequences: readonly LabelledSequence[],
  { iterations, seed = 1, dropout = 0, allowed = () => true, progress }: SequenceTraining,
): AveragedPerceptron {
  const perceptron = new AveragedPerceptron(classes)
  const next = random(seed)
  const order = [...sequences]
  const size = classes.length
  const buffer = new Int32Array(MOST_FEATURES)
  for (let iteration = 1; iteration <= iterations; iteration++) {
    let [right, all] = [0, 0]
    for (const { labels, features } of shuffle(order, next)) {
      const emissions = new Float32Array(labels.length * size)
      const kept: Int32Array[] = []
      for (let i = 0; i < labels.length; i++) {
        const found = buffer.slice(0, features(i, buffer))
        kept.push(dropout > 0 ? found.filter(() => next() >= dropout) : found)
        perceptron.scores(kept[i], kept[i].length, emissions.subarray(i * size, (i + 1) * size))
      }
      const transitions = transitionsOf(classes, (feature, out) => perceptron.addScores(feature, out), allowed)
      const guess = viterbi(emissions, labels.length, size, transitions)
      for (let i = 0; i < labels.length; i++) {
        if (guess[i] === labels[i]) right++
        else {
          for (const feature of kept[i]) {
            perceptron.add(feature, labels[i], 1)
            perceptron.add(feature, guess[i], -1)
          }
        }
        const [before, guessed] = i === 0 ? [-1, -1] : [labels[i - 1], guess[i - 1]]
        if (before !== guessed || labels[i] !== guess[i]) {
          perceptron.add(transitionFeature(before), labels[i], 1)
          perceptron.add(transitionFeature(guessed), guess[i], -1)
        }
      }
      perceptron.tick()
      all += labels.length
    }
    progress?.(iteration, right / Math.max(1, all), perceptron)
  }
  return perceptron
}
