import type { LinearModel } from '../../learned/LinearModel.ts'
import type { WordClusters } from '../../learned/WordClusters.ts'
import { MOST_TAG_FEATURES, TagFeatures } from './TagFeatures.ts'

/**
 * Tags the words of a sentence from left to right. Classes are pairs of tags, universal and of the Penn Treebank:
 * "VERB VBD". Words that always had one tag in training are not asked about.
 */
export class Tagger {
  readonly model: LinearModel
  readonly #features: TagFeatures
  readonly #scores: Float32Array
  readonly #buffer = new Int32Array(MOST_TAG_FEATURES)

  constructor(model: LinearModel, clusters: WordClusters) {
    this.model = model
    this.#features = new TagFeatures(clusters, ambiguityOf(model))
    this.#scores = new Float32Array(model.classes.length)
  }

  /** The class (index into `model.classes`) of each word. */
  tag(words: readonly string[]): Int32Array {
    const tags = new Int32Array(words.length)
    this.#features.begin(words)
    let [before, before2] = [-1, -1]
    for (let i = 0; i < words.length; i++) {
      this.model.scores(this.#buffer, this.#features.fill(i, before, before2, this.#buffer), this.#scores)
      tags[i] = this.model.best(this.#scores)
      before2 = before
      before = tags[i]
    }
    return tags
  }
}

/** The tags that words were seen with, numbered; as the trainer hands it on in `meta.ambiguity`, one string a number. */
export function ambiguityOf(model: LinearModel): ReadonlyMap<string, number> {
  const ambiguity = new Map<string, number>()
  for (const [i, words] of ((model.meta['ambiguity'] ?? []) as string[]).entries()) {
    for (const word of words.split(' ')) ambiguity.set(word, i + 1)
  }
  return ambiguity
}
