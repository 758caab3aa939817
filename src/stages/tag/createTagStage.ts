import type { Tag } from '../../document/Layers.ts'
import type { Stage } from '../../document/Stage.ts'
import type { LinearModel } from '../../learned/LinearModel.ts'
import type { WordClusters } from '../../learned/WordClusters.ts'
import { Lemmatizer } from './Lemmatizer.ts'
import { Tagger } from './Tagger.ts'

export interface TagModels {
  readonly tagger: LinearModel
  readonly lemmas: LinearModel
  readonly clusters: WordClusters
}

/** Gives each word its universal tag, its Penn Treebank tag and its lemma, as UD's EWT and GUM have them. */
export function createTagStage({ tagger, lemmas, clusters }: TagModels): Stage<'sentences' | 'tokens', 'tags'> {
  const lemmatizer = new Lemmatizer(lemmas)
  const words = new Tagger(tagger, clusters)
  const pairs = tagger.classes.map((name) => name.split(' '))
  return {
    name: 'tag',
    requires: ['sentences', 'tokens'],
    assigns: ['tags'],
    run(document) {
      const tokens = document.get('tokens')
      const tags: Tag[] = []
      for (const { from, to } of document.get('sentences')) {
        const texts = tokens.slice(from, to).map(({ text }) => text)
        for (const [i, tag] of words.tag(texts).entries()) {
          const [upos, xpos] = pairs[tag]
          tags.push({ upos, xpos, lemma: lemmatizer.lemma(texts[i], xpos) })
        }
      }
      return { tags }
    },
  }
}
