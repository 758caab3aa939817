import type { Document } from '../../document/Document.ts'
import type { Name } from '../../document/Layers.ts'
import type { Stage } from '../../document/Stage.ts'
import type { LinearModel } from '../../learned/LinearModel.ts'
import type { WordClusters } from '../../learned/WordClusters.ts'
import type { NameLexicon } from '../../vocabulary/NameLexicon.ts'
import { KINDS, type LabelledKind, namesOf } from './labels.ts'
import { NameDictionary } from './NameDictionary.ts'
import type { NameInput } from './NameFeatures.ts'
import { TwoPassNames } from './TwoPassNames.ts'

export interface NamesStageOptions {
  readonly lexicon: NameLexicon
  readonly clusters: WordClusters
  /** reads a document on its own words */
  readonly first: LinearModel
  /** reads it again, with what the first found in the whole document */
  readonly second: LinearModel
}

/** Finds names of people, organisations, places and facilities, nations and faiths, products, and other names. */
export function createNamesStage({
  lexicon,
  clusters,
  first,
  second,
}: NamesStageOptions): Stage<'tokens' | 'sentences' | 'tags', 'names'> {
  // The dictionary is made with the first text.
  let reader: TwoPassNames | undefined
  return {
    name: 'names',
    requires: ['tokens', 'sentences', 'tags'],
    assigns: ['names'],
    run(document) {
      reader ??= new TwoPassNames(new NameDictionary(lexicon), clusters, first, second)
      const tokens = document.get('tokens')
      const names: Name[] = []
      for (const { from, to, kind } of namesOf(reader.label(inputOf(document)))) {
        const label: LabelledKind = KINDS[kind]
        if (label === 'Date' || label === 'Money') continue
        names.push({ start: tokens[from].start, end: tokens[to - 1].end, from, to, kind: label, by: 'model:names' })
      }
      return { names }
    },
  }
}

/** Longer words are no names; they are cut, so that no feature is taken from a page without blanks. */
const LONGEST_WORD = 60

/** What the models read of a document. */
export function inputOf(document: Document): NameInput {
  return {
    words: document.get('tokens').map(({ text }) => (text.length > LONGEST_WORD ? text.slice(0, LONGEST_WORD) : text)),
    xpos: document.get('tags').map(({ xpos }) => xpos),
    sentences: document.get('sentences'),
  }
}
