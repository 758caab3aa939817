import type { Tag } from '../../document/Layers.ts'
import type { Stage } from '../../document/Stage.ts'
import type { LinearModel } from '../../learned/LinearModel.ts'
import { lazily } from '../../learned/lazily.ts'
import { piecesOf } from '../../learned/neural/piecesOf.ts'
import type { TensorFile } from '../../learned/neural/TensorFile.ts'
import type { WordClusters } from '../../learned/WordClusters.ts'
import { Lemmatizer } from './Lemmatizer.ts'
import { Tagger } from './Tagger.ts'

export interface TagModels {
  readonly tagger: () => TensorFile
  readonly lemmas: LinearModel
  readonly clusters: WordClusters
  /** lemmas of verbs known to exist, e.g. those of the vocabulary */
  readonly verbs?: ReadonlySet<string>
}

/** Gives each word its universal tag, its Penn Treebank tag and its lemma, as UD's EWT and GUM have them. */
export function createTagStage({
  tagger,
  lemmas,
  clusters,
  verbs,
}: TagModels): Stage<'sentences' | 'tokens' | 'vectors', 'tags'> {
  const lemmatizer = new Lemmatizer(lemmas, verbs, clusters)
  const chooser = lazily(() => new Tagger(tagger()))
  const pairs = lazily(() => chooser().classes.map((name) => name.split(' ')))
  return {
    name: 'tag',
    requires: ['sentences', 'tokens', 'vectors'],
    assigns: ['tags'],
    run(document) {
      const tokens = document.get('tokens')
      const tags: Tag[] = []
      for (const sentence of document.get('sentences')) {
        for (const [from, to] of piecesOf(sentence)) {
          for (const [i, tag] of chooser().tag(document.get('vectors'), from, to).entries()) {
            const [upos, xpos] = pairs()[tag]
            tags.push({ upos, xpos, lemma: lemmatizer.lemma(tokens[from + i].text, xpos) })
          }
        }
      }
      return { tags }
    },
  }
}
