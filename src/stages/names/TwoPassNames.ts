import type { TokenVectors } from '../../document/Layers.ts'
import type { LinearModel } from '../../learned/LinearModel.ts'
import { SequenceLabeller } from '../../learned/SequenceLabeller.ts'
import type { WordClusters } from '../../learned/WordClusters.ts'
import { allowedInNames } from './labels.ts'
import type { NameDictionary } from './NameDictionary.ts'
import { NameFeatures, type NameInput } from './NameFeatures.ts'
import type { NameHead } from './NameHead.ts'

/**
 * Labels the names of a document twice, each time knowing what the words' vectors say of them. Every place also knows what was made of
 * the same words elsewhere, first by the vectors alone, then by the first labels, so that "Soto" alone is read like "Luis de Soto"
 * further up.
 */
export class TwoPassNames {
  readonly #dictionary: NameDictionary
  readonly #clusters: WordClusters
  readonly #head: NameHead
  readonly #first: SequenceLabeller
  readonly #second: SequenceLabeller

  constructor(
    dictionary: NameDictionary,
    clusters: WordClusters,
    head: NameHead,
    first: LinearModel,
    second: LinearModel,
  ) {
    this.#dictionary = dictionary
    this.#clusters = clusters
    this.#head = head
    this.#first = new SequenceLabeller(first, allowedInNames)
    this.#second = new SequenceLabeller(second, allowedInNames)
  }

  /** The label of each token, an index into `LABELS`. */
  label(input: NameInput, vectors: TokenVectors): Int32Array {
    const guesses = this.#head.guess(vectors, input.sentences)
    const features = new NameFeatures(input, guesses, this.#dictionary, this.#clusters)
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
