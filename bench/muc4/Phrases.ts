import type { Document } from '../../src/document/Document.ts'
import type { EntityAnnotation, Mention, Proposition } from '../../src/document/Layers.ts'
import { Referents } from '../../src/document/Referents.ts'
import type { Trees } from '../../src/document/Trees.ts'
import { KindLexicon } from '../../src/vocabulary/KindLexicon.ts'
import type { Vocabulary } from '../../src/vocabulary/Vocabulary.ts'

/** One document's phrases as the task wants them: their heads, their words, whom they stand for. */
export class Phrases {
  readonly document: Document
  readonly vocabulary: Vocabulary
  readonly referents: Referents
  readonly trees: Trees
  readonly actors: KindLexicon
  readonly targets: KindLexicon

  constructor(document: Document, vocabulary: Vocabulary) {
    this.document = document
    this.vocabulary = vocabulary
    this.referents = new Referents(document)
    this.trees = this.referents.trees
    this.actors = new KindLexicon(vocabulary.actorKinds)
    this.targets = new KindLexicon(vocabulary.targetKinds)
  }

  /** "the two hired gunmen of the cartel" gives "hired gunmen", and with what follows "of" the whole. */
  wordsOf(head: number, withOf = false): string {
    const { trees } = this
    let first = head
    while (
      first > 0 &&
      trees.tokens[first - 1].sentence === trees.tokens[head].sentence &&
      this.#isBefore(first - 1, head)
    )
      first--
    // "two guards": how many has a slot of its own.
    while (first < head && trees.tags[first].upos === 'NUM' && !/^[-‐]$/.test(trees.tokens[first + 1].text)) first++
    let last = head
    if (withOf) {
      const of = trees
        .children(head)
        .find((child) => child > head && trees.plainRelation(child) === 'nmod' && trees.preposition(child) === 'of')
      const to = of === undefined ? head : trees.right(of)
      if (of !== undefined && trees.left(of) === head + 1 && of - head <= LONGEST) last = Math.min(to, this.#end(of))
    }
    // "the secretary general"
    if (last === head && /^general$/.test(trees.lower(head + 1)) && OFFICES.test(trees.lemma(head))) last++
    return this.document.text.slice(trees.tokens[first].start, trees.tokens[last].end)
  }

  /** A common noun that stands for no place, group or thing. */
  isPlainNoun(i: number): boolean {
    const entity = this.referents.entityAt(i)
    const kind = entity < 0 ? undefined : this.referents.entities[entity].kind
    const wordAt = (before: number) => (before === 0 ? this.trees.lemma(i) : undefined)
    return (kind === undefined || kind === 'person') && this.targets.kindOf(wordAt) === undefined
  }

  #isBefore(i: number, head: number): boolean {
    const { upos } = this.trees.tags[i]
    if (/^(NOUN|PROPN|ADJ|NUM)$/.test(upos)) return true
    // "armed men", but not "including armed men"
    if (upos === 'VERB') return this.trees.head(i) === head && this.trees.plainRelation(i) === 'amod'
    if (/^[-‐]$/.test(this.trees.tokens[i].text)) return true
    return this.trees.lower(i) === "'s" && this.trees.dominates(head, i)
  }

  /** The last word of a noun and the names that hang on it. */
  #end(i: number): number {
    const { trees } = this
    let last = i
    for (const child of trees.children(i))
      if (child > i && /^(flat|compound)$/.test(trees.plainRelation(child))) last = Math.max(last, trees.right(child))
    return last
  }

  entityOf({ value }: Proposition): EntityAnnotation | undefined {
    return value.type === 'entity' && typeof value.entity === 'number'
      ? this.document.get('entities')[value.entity]
      : undefined
  }

  /** The head of a filler's phrase, for a pronoun that of the nearest phrase before it which says who is meant; -1 where none does. */
  headOf(proposition: Proposition): number {
    const { trees } = this
    const head = trees.headIn(proposition.spans[0])
    if (head < 0 || !/^(PRON|DET)$/.test(trees.tags[head].upos)) return head
    const entity = this.entityOf(proposition)
    if (entity === undefined) return -1
    const heads = this.mentionsOf(entity)
      .filter(({ form }) => form !== 'pronoun')
      .map((mention) => mention.head)
    return heads.findLast((other) => other < head) ?? heads[0] ?? -1
  }

  kindOf(proposition: Proposition): string | undefined {
    return this.entityOf(proposition)?.kind
  }

  mentionsOf(entity: EntityAnnotation): Mention[] {
    const mentions = this.document.get('mentions')
    return entity.mentions.map((index) => mentions[index])
  }

  isNamed(proposition: Proposition): boolean {
    const entity = this.entityOf(proposition)
    return entity !== undefined && this.mentionsOf(entity).some(({ form }) => form === 'name')
  }

  /** The widest actor kind of a phrase by its own words. */
  actorKindOf({ spans }: Proposition): string | undefined {
    const head = this.trees.headIn(spans[0])
    if (head < 0) return undefined
    const wordAt = (word: string) => (before: number) =>
      before === 0 ? word : this.trees.tokens[head - before]?.text.toLowerCase()
    return this.actors.kindOf(wordAt(this.trees.lemma(head))) ?? this.actors.kindOf(wordAt(this.trees.lower(head)))
  }
}

const LONGEST = 7
const OFFICES = /^(secretary|attorney|consul|director|inspector|governor|auditor|comptroller|prosecutor|solicitor)$/
