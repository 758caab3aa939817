import type { Document } from '../../document/Document.ts'
import type { Name } from '../../document/Layers.ts'
import type { Stage } from '../../document/Stage.ts'
import type { LinearModel } from '../../learned/LinearModel.ts'
import { lazily } from '../../learned/lazily.ts'
import type { TensorFile } from '../../learned/neural/TensorFile.ts'
import type { WordClusters } from '../../learned/WordClusters.ts'
import type { NameLexicon } from '../../vocabulary/NameLexicon.ts'
import { KINDS, type LabelledKind, type LabelledName, namesOf } from './labels.ts'
import { NameDictionary } from './NameDictionary.ts'
import type { NameInput } from './NameFeatures.ts'
import { NameHead } from './NameHead.ts'
import { TwoPassNames } from './TwoPassNames.ts'

export interface NamesStageOptions {
  readonly lexicon: NameLexicon
  readonly clusters: WordClusters
  /** reads names off the words' vectors, sentence by sentence */
  readonly head: () => TensorFile
  /** reads a document on its own words and on what the head made of them */
  readonly first: LinearModel
  /** reads it again, with what the first found in the whole document */
  readonly second: LinearModel
}

/** Finds names of people, organisations, places and facilities, nations and faiths, products, and other names. */
export function createNamesStage({
  lexicon,
  clusters,
  head,
  first,
  second,
}: NamesStageOptions): Stage<'tokens' | 'sentences' | 'vectors' | 'tags', 'names'> {
  // The dictionary is made with the first text.
  const reader = lazily(
    () => new TwoPassNames(new NameDictionary(lexicon), clusters, new NameHead(head()), first, second),
  )
  return {
    name: 'names',
    requires: ['tokens', 'sentences', 'vectors', 'tags'],
    assigns: ['names'],
    run(document) {
      const tokens = document.get('tokens')
      const names: Name[] = []
      const found = namesOf(reader().label(inputOf(document), document.get('vectors')))
      for (const { from, to, kind } of withGivenPlaces(found)) {
        const label: LabelledKind = KINDS[kind]
        if (label === 'Date' || label === 'Money') continue
        names.push({ start: tokens[from].start, end: tokens[to - 1].end, from, to, kind: label, by: 'model:names' })
      }
      return { names }
    },
  }
}

/** "Paris" + "Hilton": a place of one word right before a person of one word is the person's given name. */
function withGivenPlaces(names: readonly LabelledName[]): LabelledName[] {
  const [person, place] = [KINDS.indexOf('Person'), KINDS.indexOf('Location')]
  const isWord = ({ from, to, kind }: LabelledName, asked: number) => kind === asked && to - from === 1
  return names.flatMap((name, i) => {
    const [before, next] = [names[i - 1], names[i + 1]]
    if (next?.from === name.to && isWord(name, place) && isWord(next, person)) return []
    const joins = before?.to === name.from && isWord(before, place) && isWord(name, person)
    return [joins ? { ...name, from: before.from } : name]
  })
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
