import { isPassive, prepositionOf, subjectOf } from '../../document/Clauses.ts'
import type { Document } from '../../document/Document.ts'
import type { Mention, PlaceAnnotation, Proposition, PropositionValue } from '../../document/Layers.ts'
import { Referents } from '../../document/Referents.ts'
import type { Trees } from '../../document/Trees.ts'
import type { Certainty, Polarity } from '../../model/Certainty.ts'
import type { Span } from '../../model/Span.ts'
import type { RelationWords } from '../../vocabulary/RelationWords.ts'

/** Words that stand over a relation and make it less than sure, where the rule reads them itself. */
const HEDGES: Record<string, Certainty> = {
  appear: 'probable',
  seem: 'probable',
  apparently: 'probable',
  reportedly: 'possible',
  allegedly: 'possible',
  possibly: 'possible',
  perhaps: 'possible',
  probably: 'probable',
  likely: 'probable',
  suspected: 'probable',
  alleged: 'possible',
  believe: 'probable',
  think: 'probable',
  regard: 'probable',
  consider: 'probable',
}

/** What a rule hands over; the scene makes a proposition of it. */
export interface Found {
  readonly property: string
  readonly subject: number
  readonly value: PropositionValue
  /** head word of the value, where the passage shows it */
  readonly valueSpan: Span
  readonly token: number
  readonly rule: string
  readonly certainty?: Certainty
  readonly certaintyWord?: string
  /** set where a denial above does not touch it: "denied that it attacked the post *near Gulu*" */
  readonly polarity?: Polarity
}

/** One document as the rules on relations look at it. */
export class RelationScene {
  readonly document: Document
  readonly referents: Referents
  readonly trees: Trees
  readonly words: RelationWords
  readonly #camps: Set<string>
  /** By token: the place it belongs to, and whether it belongs to a time, or to the name of a people. */
  readonly #places: (PlaceAnnotation | undefined)[]
  readonly #times: Uint8Array
  readonly #peoples: Uint8Array
  /** Descriptions by the lemma of their head, in the order of the layer. */
  readonly #descriptions = new Map<string, Mention[]>()

  constructor(document: Document, words: RelationWords) {
    this.document = document
    this.words = words
    this.referents = new Referents(document)
    this.trees = this.referents.trees
    this.#camps = new Set(words.camps)
    const { length } = this.trees
    this.#places = new Array(length)
    for (const place of document.get('places').toReversed()) this.#places.fill(place, place.from, place.to)
    this.#times = new Uint8Array(length)
    for (const { from, to } of document.get('times')) this.#times.fill(1, from, to)
    this.#peoples = new Uint8Array(length)
    for (const { kind, from, to } of document.get('names')) if (kind === 'NORP') this.#peoples.fill(1, from, to)
    for (const mention of this.referents.mentions) {
      if (mention.form !== 'description') continue
      const lemma = this.trees.lemma(mention.head)
      const known = this.#descriptions.get(lemma)
      if (known === undefined) this.#descriptions.set(lemma, [mention])
      else known.push(mention)
    }
  }

  kindOf(i: number): string | undefined {
    const entity = this.referents.entityAt(i)
    return entity < 0 ? undefined : this.referents.entities[entity].kind
  }

  isOneOf(i: number, kinds: readonly string[] | undefined): boolean {
    if (kinds === undefined) return true
    const kind = this.kindOf(i)
    if (kind !== undefined && kinds.includes(kind)) return true
    const camp = kinds.includes('camp') || kinds.includes('area')
    if (camp && this.#camps.has(this.trees.lemma(i))) return true
    return kinds.includes('place') && this.placeAt(i) !== undefined
  }

  /** "army" in "an army spokesman" is the army that the report speaks of: the head of its last mention before, else the word itself. */
  spokenOf(i: number): number {
    const same = this.#descriptions.get(this.trees.lemma(i))?.findLast(({ to }) => to <= i)
    return same?.head ?? i
  }

  placeAt(i: number) {
    return this.#places[i]
  }

  isTime(i: number): boolean {
    return this.#times[i] === 1
  }

  /** True within the name of a nation or a faith. */
  isOfPeople(i: number): boolean {
    return this.#peoples[i] === 1
  }

  preposition(i: number): string {
    return prepositionOf(this.trees, i)
  }

  isPassive(i: number): boolean {
    return isPassive(this.trees, i)
  }

  /** Who does it: the subject of the active, the "by" of the passive; all of a list. */
  agents(verb: number): number[] {
    if (this.isPassive(verb)) return this.obliques(verb, ['by'])
    return this.#list(subjectOf(this.trees, verb).head)
  }

  /** To whom it is done: the object of the active, the subject of the passive. */
  patients(verb: number): number[] {
    if (this.isPassive(verb)) return this.#list(subjectOf(this.trees, verb).head)
    return this.#list(this.trees.child(verb, 'obj'))
  }

  /** What hangs on a word by one of the prepositions; "men who trained in X with Y" may hang on either X or the verb. */
  obliques(word: number, prepositions: readonly string[]): number[] {
    return this.trees
      .children(word)
      .filter((child) => /^(obl|nmod|advmod|xcomp|advcl|acl)$/.test(this.trees.plainRelation(child)))
      .filter((child) => prepositions.includes(this.preposition(child)) && !this.isTime(child))
      .flatMap((child) => this.#list(child))
  }

  #list(i: number): number[] {
    return i < 0 ? [] : this.referents.conjuncts(this.referents.antecedent(i))
  }

  valueOf(i: number): PropositionValue {
    // "near the old town of Gulu" is not in it.
    const near = [i, ...this.trees.children(i)].map((at) => this.placeAt(at)).findLast((place) => place !== undefined)
    if (near?.place.relation === 'near' || (near && this.preposition(i) === 'near'))
      return { ...near.place, relation: 'near' }
    const entity = this.referents.entityAt(i)
    if (entity >= 0) return { type: 'entity', entity }
    const place = this.placeAt(i)
    if (place) return place.place
    const { start, end } = this.referents.phraseOf(i)
    return { type: 'text', text: this.document.text.slice(start, end) }
  }

  /** How sure the words over a relation are: "appears loyal", "allegedly trained". */
  hedgeOver(token: number): { certainty: Certainty; certaintyWord: string } | undefined {
    const { trees } = this
    const near = [...trees.children(token).filter((child) => trees.plainRelation(child) === 'advmod'), token]
    const finite = trees.children(token).some((child) => trees.plainRelation(child) === 'aux')
    if (trees.plainRelation(token) === 'xcomp' && !finite) near.push(trees.head(token))
    for (const i of near) {
      const certainty = HEDGES[trees.lower(i)] ?? (i === token ? undefined : HEDGES[trees.lemma(i)])
      if (certainty) return { certainty, certaintyWord: trees.tokens[i].text }
    }
    return undefined
  }

  propositionOf({
    property,
    subject,
    value,
    valueSpan,
    token,
    rule,
    certainty,
    certaintyWord,
    polarity,
  }: Found): Proposition | undefined {
    const entity = this.referents.entityAt(subject)
    if (entity < 0 || (value.type === 'entity' && 'entity' in value && value.entity === entity)) return undefined
    const hedge =
      certainty === undefined ? this.hedgeOver(token) : { certainty, ...(certaintyWord ? { certaintyWord } : {}) }
    const { start, end } = this.trees.tokens[token]
    const phrase = this.referents.phraseOf(subject)
    return {
      subject: { kind: 'entity', index: entity },
      property,
      value,
      token,
      spans: [valueSpan, { start: phrase.start, end: phrase.end }, { start, end }].map(({ start, end }) => ({
        start,
        end,
      })),
      ...hedge,
      ...(polarity === undefined ? {} : { polarity }),
      by: `rule:relations/${rule}`,
    }
  }
}
