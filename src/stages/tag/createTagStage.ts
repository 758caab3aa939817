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
  /** lemmas of verbs known to exist, e.g. those of the vocabulary */
  readonly verbs?: ReadonlySet<string>
}

/** Gives each word its universal tag, its Penn Treebank tag and its lemma, as UD's EWT and GUM have them. */
export function createTagStage({ tagger, lemmas, clusters, verbs }: TagModels): Stage<'sentences' | 'tokens', 'tags'> {
  const lemmatizer = new Lemmatizer(lemmas, verbs, clusters)
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
        const found = Array.from(words.tag(texts), (tag) => pairs[tag])
        for (const i of found.keys()) {
          const [upos, xpos] = isGuarded(texts, found, i) ? NOUN : isPluralFirst(found, i) ? NOUNS : found[i]
          tags.push({ upos, xpos, lemma: lemmatizer.lemma(texts[i], xpos) })
        }
      }
      return { tags }
    },
  }
}

const NOUN = ['NOUN', 'NN']
const NOUNS = ['NOUN', 'NNS']

/** "Clashes broke out": the first word of a sentence before a finite verb is its subject, not a verb. */
const isPluralFirst = (tags: readonly (readonly string[])[], i: number): boolean =>
  i === 0 && tags[0][1] === 'VBZ' && tags.length > 1 && /^(VBD|VBP|MD)$/.test(tags[1][1])

/** "a border guard post near the bridge": after a noun and before a preposition or a mark, "post" is no preposition itself. */
const isGuarded = (texts: readonly string[], tags: readonly (readonly string[])[], i: number): boolean =>
  texts[i].toLowerCase() === 'post' &&
  tags[i][0] === 'ADP' &&
  i > 0 &&
  /^(NOUN|PROPN|ADJ)$/.test(tags[i - 1][0]) &&
  (i + 1 === texts.length || /^(ADP|PUNCT|AUX|VERB|CCONJ)$/.test(tags[i + 1][0]))
