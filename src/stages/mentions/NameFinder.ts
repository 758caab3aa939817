import type { Name } from '../../document/Layers.ts'
import type { Trees } from '../../document/Trees.ts'
import type { EntityKind } from '../../model/Entity.ts'
import type { Candidate, Gender } from './Candidate.ts'
import { type HeadKinds, KIND_OF_HEAD } from './HeadKinds.ts'
import { headOf, type WholeName } from './joinNames.ts'
import type { MentionLexicon } from './MentionLexicon.ts'

const KIND_OF_NAME: Partial<Record<Name['kind'], EntityKind>> = {
  Person: 'person',
  Organization: 'organisation',
  Location: 'place',
  Facility: 'facility',
}

/** The lead (log odds) that a guess needs to make an entity of a name whose kind has none: "YouTube" as a product. */
const UNLISTED_NAME = 1

/** Finds the mentions that names make: of what kind what they name is, of which gender, and by which titles it goes. */
export class NameFinder {
  readonly #trees: Trees
  readonly #lexicon: MentionLexicon
  readonly #kinds: HeadKinds

  constructor(trees: Trees, lexicon: MentionLexicon, kinds: HeadKinds) {
    this.#trees = trees
    this.#lexicon = lexicon
    this.#kinds = kinds
  }

  /** A name of somebody or somewhere; undefined for one of a thing. */
  name({ from, to, kind }: WholeName): Candidate | undefined {
    const trees = this.#trees
    const guess = this.#kinds.at(headOf(trees, from, to), kind)
    const entity = KIND_OF_NAME[kind] ?? (guess.lead > UNLISTED_NAME ? KIND_OF_HEAD[guess.some] : undefined)
    if (!entity) return undefined
    let first = from
    if (trees.lower(first) === 'the' && to - from > 1) first++
    const words: string[] = []
    const end = entity === 'place' ? beforeComma(trees, first, to) : to
    for (let i = first; i < end; i++) if (/[\p{L}\p{N}]/u.test(trees.tokens[i].text)) words.push(trees.lower(i))
    const inner = headOf(trees, from, to)
    const roles = entity === 'person' ? this.#rolesOf(from, inner) : this.#calledBefore(from, inner, entity)
    // "Miss Diallo" is a Diallo.
    while (entity === 'person' && words.length > 1 && this.#lexicon.nouns.honorifics.has(words[0])) {
      roles.push(words[0])
      words.shift()
    }
    return {
      from,
      to,
      head: entity === 'person' && roles.length > 0 ? this.#withTitle(from, inner) : inner,
      sentence: trees.tokens[from].sentence,
      form: 'name',
      kind: this.#kindOfName(entity, words),
      number: 'singular',
      gender: entity === 'person' ? this.#genderOf(words, roles) : 'unknown',
      words,
      lemma: trees.lemma(to - 1),
      modifiers: new Set(),
      introduction: 'definite',
      roles,
      guess,
      by: 'rule:mentions/name',
    }
  }

  /** "president" of "President Amina Diallo": nouns that stand right before a person's name. */
  #rolesOf(from: number, head: number): string[] {
    const trees = this.#trees
    const roles: string[] = []
    for (let i = from - 1; i >= 0 && i >= from - 4; i--) {
      if (trees.tokens[i].sentence !== trees.tokens[from].sentence || !/^(NN|NNP|JJ|NNS)/.test(trees.tags[i].xpos))
        break
      const belongs =
        trees.head(i) === head || trees.head(head) === i || (trees.head(i) >= from && trees.head(i) <= head)
      if (!belongs && roles.length === 0) continue
      const title = trees.lemma(i).toLowerCase()
      roles.push(this.#lexicon.nouns.ranks.get(title.replace(/\.$/, '')) ?? title)
    }
    return roles
  }

  /** "sect" of "the sect Path of Light": what a group is called right before its name. */
  #calledBefore(from: number, head: number, entity: EntityKind): string[] {
    const trees = this.#trees
    if (entity !== 'organisation' || from === 0) return []
    const noun = from - 1
    const kind = trees.tags[noun].upos === 'NOUN' ? this.#lexicon.nouns.kindOf.get(trees.lemma(noun)) : undefined
    const belongs = trees.head(noun) === head || trees.head(head) === noun
    return belongs && /^(group|organisation)$/.test(kind ?? '') ? [trees.lemma(noun)] : []
  }

  /** "[Colonel] Nadim Khoury": where the tree puts the title on top, it is the head of the whole. */
  #withTitle(from: number, head: number): number {
    const trees = this.#trees
    const above = trees.head(head)
    const isTitle =
      above >= 0 && above < from && above >= from - 4 && /^(flat|appos|compound)/.test(trees.relation(head))
    return isTitle && !/^[,;:]$/.test(trees.lower(from - 1)) ? above : head
  }

  #genderOf(words: readonly string[], roles: readonly string[]): Gender {
    const { nouns, personal } = this.#lexicon
    for (const role of roles) {
      if (nouns.male.has(role) || /^(mr\.?|sir|lord)$/.test(role)) return 'male'
      if (nouns.female.has(role) || /^(mrs|ms|miss)\.?$/.test(role)) return 'female'
    }
    const [given] = words
    if (words.length < 2 || !given) return 'unknown'
    const name = given[0].toUpperCase() + given.slice(1)
    if (personal.male.has(name)) return 'male'
    return personal.female.has(name) ? 'female' : 'unknown'
  }

  /** An organisation may be a public body or an armed group; a place called "… Hotel" is a facility. */
  #kindOfName(entity: EntityKind, words: readonly string[]): EntityKind {
    const last = words.at(-1)
    if (entity === 'place' && words.length > 1 && last && this.#lexicon.nouns.kindOf.get(last) === 'facility')
      return 'facility'
    if (entity !== 'organisation') return entity
    const { groupNames, publicNames } = this.#lexicon.nouns
    for (let length = Math.min(3, words.length); length > 0; length--) {
      for (let i = 0; i + length <= words.length; i++) {
        if (groupNames.has(words.slice(i, i + length).join(' '))) return 'group'
      }
    }
    for (let length = Math.min(3, words.length); length > 0; length--) {
      for (let i = 0; i + length <= words.length; i++) {
        if (publicNames.has(words.slice(i, i + length).join(' '))) return 'public body'
      }
    }
    return 'organisation'
  }
}

const beforeComma = (trees: Trees, from: number, to: number): number => {
  for (let i = from + 1; i < to; i++) if (trees.lower(i) === ',') return i
  return to
}
