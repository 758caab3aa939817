import type { LinearModel } from '../../learned/LinearModel.ts'
import { SequenceLabeller } from '../../learned/SequenceLabeller.ts'
import type { WordClusters } from '../../learned/WordClusters.ts'
import { allowedInNames } from './labels.ts'
import type { NameDictionary } from './NameDictionary.ts'
import { NameFeatures, type NameInput } from './NameFeatures.ts'

/**
 * Labels the names of a document twice: the second time every place knows what the first made of the same words elsewhere, so that
 * "Soto" alone is read like "Luis de Soto" further up.
 */
export class TwoPassNames {
  readonly #dictionary: NameDictionary
  readonly #clusters: WordClusters
  readonly #first: SequenceLabeller
  readonly #second: SequenceLabeller

  constructor(dictionary: NameDictionary, clusters: WordClusters, first: LinearModel, second: LinearModel) {
    this.#dictionary = dictionary
    this.#clusters = clusters
    this.#first = new SequenceLabeller(first, allowedInNames)
    this.#second = new SequenceLabeller(second, allowedInNames)
  }

  /** The label of each token, an index into `LABELS`. */
  label(input: NameInput): Int32Array {
    const features = new NameFeatures(input, this.#dictionary, this.#clusters)
    features.takeFirstPass(labelAll(this.#first, features, input))
    return labelAll(this.#second, features, input)
  }
}

/** One pass over the sentences of a document. */
export function labelAll(
  labeller: SequenceLabeller,
  features: NameFeatures,
  { words, sentences }: NameInput,
): Int32Array {
  const labels = new Int32Array(words.length)
  for (const { from, to } of sentences) {
    labels.set(
      labeller.label(to - from, (i, out) => features.fill(from + i, out)),
      from,
    )
  }
  return labels
}
