import type { Span } from '../model/Span.ts'
import { isToldThat } from './Clauses.ts'
import type { Document } from './Document.ts'
import type { EntityAnnotation, Mention, Quantity } from './Layers.ts'
import { Trees } from './Trees.ts'

const RELATIVE = new Set(['who', 'whom', 'which', 'that'])
const NUMBER_WORDS =
  /^(hundreds|thousands|dozens|scores|tens|number|some|one|most|many|several|half|majority|all|two|three|four|five|six|seven|eight|nine|ten|dozen|handful|couple|\d+)$/
const OUTSIDE_PHRASE = new Set([
  'acl',
  'appos',
  'parataxis',
  'conj',
  'cc',
  'punct',
  'dep',
  'advcl',
  'cop',
  'mark',
  'discourse',
  'list',
])

/**
 * Whom and what the words of a document refer to: from the head word of a phrase to its mention, its entity, its number
 * and its extent.
 */
export class Referents {
  readonly document: Document
  readonly trees: Trees
  readonly mentions: readonly Mention[]
  readonly entities: readonly EntityAnnotation[]
  readonly quantities: readonly Quantity[]
  readonly #mentionByHead = new Map<number, number>()
  readonly #nameOver: Int32Array
  readonly #named: Uint8Array
  readonly #quantityByHead = new Map<number, Quantity>()
  readonly #quantityOver = new Map<number, Quantity>()
  /** Made when first asked for: 1 where a date or time of day begins. */
  #dates: Uint8Array | undefined

  constructor(document: Document) {
    this.document = document
    this.trees = Trees.of(document)
    this.mentions = document.get('mentions')
    this.entities = document.get('entities')
    this.quantities = document.get('quantities')
    this.#nameOver = new Int32Array(this.trees.length).fill(-1)
    this.#named = new Uint8Array(this.entities.length)
    this.mentions.forEach(({ head, from, to, form, entity }, index) => {
      if (!this.#mentionByHead.has(head)) this.#mentionByHead.set(head, index)
      if (form !== 'name') return
      this.#named[entity] = 1
      for (let i = from; i < to && i < this.#nameOver.length; i++) this.#nameOver[i] = index
    })
    for (const quantity of this.quantities) {
      if (quantity.head !== undefined && !this.#quantityByHead.has(quantity.head)) {
        this.#quantityByHead.set(quantity.head, quantity)
      }
      for (let i = quantity.from; i < quantity.to; i++) this.#quantityOver.set(i, quantity)
    }
  }

  /** Index of the mention whose head the word is, or of the name that the word is part of; -1 where there is none. */
  mentionAt(i: number): number {
    return this.#mentionByHead.get(i) ?? this.#nameOver[i] ?? -1
  }

  /** Index of the entity that the word stands for, -1 where there is none. */
  entityAt(i: number): number {
    const mention = this.mentionAt(i)
    return mention < 0 ? -1 : this.mentions[mention].entity
  }

  /** True where the report has a proper name for the entity. */
  isNamed(entity: number): boolean {
    return this.#named[entity] === 1
  }

  /** How many of it the text counts: "15" for the word "soldiers" in "15 soldiers", and for "31" itself in "wounding 31". */
  quantityAt(i: number): Quantity | undefined {
    return this.#quantityByHead.get(i) ?? this.#quantityOver.get(i)
  }

  /** The word and those joined to it: "posts in A, B and C" gives A, B, C. */
  conjuncts(i: number): number[] {
    const rest = this.trees.children(i).filter((child) => this.trees.plainRelation(child) === 'conj')
    return [i, ...rest.flatMap((child) => this.conjuncts(child))]
  }

  /**
   * What a relative pronoun stands for: "men" for "who" in "the two men who attacked the bank"; other words stand for
   * themselves. In "the banner of a group called the Lions, which claimed the attack", where the tree hangs the clause on
   * the banner, it is the name right before the pronoun that acts.
   */
  antecedent(i: number): number {
    const { trees } = this
    if (!RELATIVE.has(trees.lower(i))) return this.#counted(i)
    let clause = trees.head(i)
    while (clause >= 0 && trees.plainRelation(clause) !== 'acl' && trees.head(clause) >= 0) clause = trees.head(clause)
    if (clause >= 0 && trees.head(clause) >= 0 && isToldThat(trees, trees.head(clause), clause)) return i
    const found = clause >= 0 && trees.plainRelation(clause) === 'acl' ? this.#agreeing(trees.head(clause), clause) : i
    return this.#acts(this.mentionAt(found)) ? found : this.#nameBefore(i, this.#counted(found))
  }

  /** "women from the Sisters group who were marching": whom the number of the verb fits, where the tree takes the nearer noun. */
  #agreeing(noun: number, verb: number): number {
    const { trees } = this
    const several = trees.children(verb).some((child) => /^(were|are|have)$/.test(trees.lower(child)) && child < verb)
    const over = trees.head(noun)
    const one =
      /^(NN|NNPS?)$/.test(trees.tags[noun].xpos) &&
      !trees.children(noun).some((child) => trees.plainRelation(child) === 'conj')
    return several &&
      one &&
      over >= 0 &&
      trees.plainRelation(noun) === 'nmod' &&
      /^(NNS|NNPS)$/.test(trees.tags[over].xpos)
      ? this.#agreeing(over, verb)
      : noun
  }

  /** "fighters" for "hundreds" in "hundreds of fighters": who is counted, where the tree puts the number on top. */
  #counted(i: number): number {
    const { trees } = this
    if (!NUMBER_WORDS.test(trees.lower(i))) return i
    const of = trees
      .children(i)
      .find((child) => child > i && trees.plainRelation(child) === 'nmod' && trees.preposition(child) === 'of')
    // "One of its graduates, [Omar Haddad], was a deserter"
    const name =
      of === undefined || trees.lower(i) !== 'one'
        ? undefined
        : [i, of]
            .flatMap((at) => trees.children(at))
            .find((child) => child > of && trees.plainRelation(child) === 'appos' && this.#nameOver[child] >= 0)
    if (name !== undefined) return name
    if (this.entityAt(i) >= 0) return i
    const whose = trees.children(i).find((child) => trees.relation(child) === 'nmod:poss' && this.entityAt(child) >= 0)
    if (whose !== undefined) return whose
    return of ?? i
  }

  #nameBefore(i: number, otherwise: number): number {
    const { trees } = this
    let before = i - 1
    if (before > 0 && trees.lower(before) === ',') before--
    if (before > 0 && trees.lower(before) === ')') while (before > 0 && trees.lower(before + 1) !== '(') before--
    const name = before < 0 ? -1 : this.#nameOver[before]
    return name >= 0 && this.#acts(name) ? this.mentions[name].head : otherwise
  }

  #acts(mention: number): boolean {
    if (mention < 0) return false
    return /^(group|organisation|person|people|public body)$/.test(this.entities[this.mentions[mention].entity].kind)
  }

  /** The phrase of a head without what merely follows it: relative clauses, appositions, further members of a list. */
  phraseOf(i: number): Span & { readonly from: number; readonly to: number } {
    const { trees } = this
    let [from, to] = [i, i]
    const take = (word: number): void => {
      from = Math.min(from, word)
      to = Math.max(to, word)
      for (const child of trees.children(word)) {
        const relation = trees.plainRelation(child)
        // "ferries between Gulu and Mombasa": both ends belong to it.
        const both = /^(conj|cc)$/.test(relation) && word !== i && this.#isBetween(word)
        if (OUTSIDE_PHRASE.has(relation) && !both) continue
        // "Six weeks after gunmen attacked": only what modifies the head stands before it.
        if (child < i && word === i && /^(obl|nmod|advcl)$/.test(relation) && trees.relation(child) !== 'nmod:poss')
          continue
        if (child < i && word === i && relation === 'advmod' && trees.children(child).length > 1) continue
        // "two men by gendarmes", of "the arrest of two men by gendarmes": who did it is not whom it was done to.
        if (child > i && word === i && relation === 'nmod' && trees.preposition(child) === 'by') continue
        if (relation === 'case' && word === i && trees.lower(child) !== "'s") continue
        take(child)
      }
    }
    take(i)
    const mention = this.mentionAt(i)
    if (mention >= 0 && this.mentions[mention].form === 'name') {
      from = Math.min(from, this.mentions[mention].from)
    }
    to = this.#beforeTime(i, to)
    while (from < to && /^[^\p{L}\p{N}]+$/u.test(trees.tokens[from].text) && !this.#isClosedIn(from, to)) from++
    return { from, to: to + 1, start: trees.tokens[from].start, end: trees.tokens[to].end }
  }

  /** “illegal” mosques: a mark that opens what is closed within the phrase belongs to it. */
  #isClosedIn(from: number, to: number): boolean {
    const { tokens } = this.trees
    if (!/^[“"‘']$/.test(tokens[from].text)) return false
    for (let i = from + 1; i <= to; i++) if (/^[”"’']$/.test(tokens[i].text)) return true
    return false
  }

  #isBetween(word: number): boolean {
    const { trees } = this
    const top = trees.plainRelation(word) === 'conj' ? trees.head(word) : word
    return top >= 0 && trees.preposition(top) === 'between'
  }

  /** "the use of boats [after dark last month]": when it was is said of what happened, not of the phrase. */
  #beforeTime(head: number, to: number): number {
    if (!this.document.has('times')) return to
    const { trees } = this
    this.#dates ??= datesIn(this.document)
    let last = to
    for (let i = head + 2; i <= last; i++) if (this.#dates[i] === 1 && trees.tags[i].upos !== 'PUNCT') last = i - 1
    while (last > head && last < to && /^(ADP|PUNCT|DET|SCONJ)$/.test(trees.tags[last].upos)) last--
    return last
  }
}

function datesIn(document: Document): Uint8Array {
  const dates = new Uint8Array(document.get('tokens').length)
  for (const { from, type } of document.get('times')) if (type === 'DATE' || type === 'TIME') dates[from] = 1
  return dates
}
