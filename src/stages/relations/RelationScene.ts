import { append } from '../../base/append.ts'
import { subjectOf } from '../../document/Clauses.ts'
import type { Document } from '../../document/Document.ts'
import type { AttributionAnnotation, Mention, PlaceAnnotation, Time } from '../../document/Layers.ts'
import { Referents } from '../../document/Referents.ts'
import { SpanIndex } from '../../document/SpanIndex.ts'
import type { Trees } from '../../document/Trees.ts'
import { covers } from '../../model/Span.ts'
import type { RelationWords } from '../../vocabulary/RelationWords.ts'
import { bothSubjects } from './bothSubjects.ts'
import { carriedOver } from './carried.ts'
import { mayBeGroup } from './mayBeGroup.ts'
import { isNamed, namedBy } from './namedBy.ts'
import { namesOf } from './namesOf.ts'
import type { RulesByWord } from './rulesByWord.ts'
import { speakersGroup } from './speakersGroup.ts'

/** One document as the rules on relations look at it: what stands where, of what kind it is, and what a word stands for. */
export class RelationScene {
  readonly document: Document
  readonly referents: Referents
  readonly trees: Trees
  readonly words: RelationWords
  readonly rules: RulesByWord
  readonly attributions: readonly AttributionAnnotation[]
  readonly #byContent: SpanIndex
  /** Mentions by their heads, made when first asked for. */
  #byHead: SpanIndex | undefined
  /** By token: the place it belongs to, and whether it belongs to a time, or to the name of a people. */
  readonly #places: (PlaceAnnotation | undefined)[]
  readonly #times: Uint8Array
  readonly #peoples: Uint8Array
  /** By token, once asked for: whether the report has a proper name for it. */
  readonly #named: (boolean | undefined)[]
  /** Descriptions by the lemma of their head, in the order of the layer. */
  readonly #descriptions = new Map<string, Mention[]>()
  readonly #mentionsBySentence: ReadonlyMap<number, readonly Mention[]>
  readonly #timesBySentence: ReadonlyMap<number, readonly Time[]>

  constructor(document: Document, words: RelationWords, rules: RulesByWord) {
    this.document = document
    this.words = words
    this.rules = rules
    this.attributions = document.has('attributions') ? document.get('attributions') : []
    this.#byContent = new SpanIndex(this.attributions.map(({ content }) => content))
    this.referents = new Referents(document)
    this.trees = this.referents.trees
    const { length } = this.trees
    this.#places = new Array(length)
    for (const place of document.get('places').toReversed()) this.#places.fill(place, place.from, place.to)
    this.#times = new Uint8Array(length)
    for (const { from, to } of document.get('times')) this.#times.fill(1, from, to)
    const { tokens } = this.trees
    this.#mentionsBySentence = Map.groupBy(this.referents.mentions, ({ head }) => tokens[head].sentence)
    this.#timesBySentence = Map.groupBy(document.get('times'), ({ from }) => tokens[from].sentence)
    this.#peoples = new Uint8Array(length)
    this.#named = new Array(length)
    for (const { kind, from, to } of document.get('names')) if (kind === 'NORP') this.#peoples.fill(1, from, to)
    for (const mention of this.referents.mentions) {
      if (mention.form === 'description') append(this.#descriptions, this.trees.lemma(mention.head), mention)
    }
  }

  kindOf(i: number): string | undefined {
    const entity = this.referents.entityAt(i)
    return entity < 0 ? undefined : this.referents.entities[entity].kind
  }

  isOneOf(i: number, kinds: readonly string[] | undefined): boolean {
    if (kinds === undefined) return true
    if (kinds.includes(this.kindOf(i) ?? '') || kinds.includes(this.kindOf(namesOf(this, i)[0]) ?? '')) return true
    if (kinds.includes('known place') && this.placeAt(i) !== undefined) return true
    if (kinds.includes('group') && mayBeGroup(this, i)) return true
    const camp = kinds.includes('camp') || kinds.includes('area')
    if (camp && this.words.camps.has(this.trees.lemma(i))) return true
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

  /** The mentions of the sentence before a word's and of its own, in order. */
  mentionsNear(i: number): readonly Mention[] {
    const { sentence } = this.trees.tokens[i]
    return [...this.mentionsIn(sentence - 1), ...this.mentionsIn(sentence)]
  }

  /** The mentions of one sentence, in order. */
  mentionsIn(sentence: number): readonly Mention[] {
    return this.#mentionsBySentence.get(sentence) ?? []
  }

  /** The times of the sentence in which a word stands. */
  timesIn(i: number): readonly Time[] {
    return this.#timesBySentence.get(this.trees.tokens[i].sentence) ?? []
  }

  /** The attributions within one piece of whose content the word stands, as indices of their layer. */
  attributionsOver(i: number): number[] {
    return this.#byContent.covering(this.trees.tokens[i])
  }

  /** The mentions of who speaks, in order: those of the entity, and those within the words that name the source. */
  mentionsOfSource({ entity, source }: AttributionAnnotation): Mention[] {
    const { mentions, entities } = this.referents
    const { tokens } = this.trees
    this.#byHead ??= new SpanIndex(mentions.map(({ head }) => [tokens[head]]))
    const byHead = this.#byHead
    const named = source.flatMap((piece) => byHead.near(piece).filter((at) => covers(piece, tokens[mentions[at].head])))
    const own = entity === undefined ? [] : entities[entity].mentions
    return [...new Set([...own, ...named])].sort((a, b) => a - b).map((at) => mentions[at])
  }

  /** True where the report has a proper name for it. */
  isNamed(i: number): boolean {
    const known = this.#named[i]
    if (known !== undefined) return known
    const named = isNamed(this.referents, i) || namedBy(this.referents, i).length > 0
    if (i >= 0) this.#named[i] = named
    return named
  }

  /** True within the name of a nation or a faith. */
  isOfPeople(i: number): boolean {
    return this.#peoples[i] === 1
  }

  preposition(i: number): string {
    return this.trees.preposition(i)
  }

  /** What hangs on a word by one of the prepositions; "men who trained in X with Y" may hang on either X or the verb. */
  obliques(word: number, prepositions: readonly string[]): number[] {
    const phrases = this.trees
      .children(word)
      .filter((child) => /^(obl|nmod|advmod|xcomp|advcl|acl)$/.test(this.trees.plainRelation(child)))
      .filter((child) => prepositions.includes(this.preposition(child)) && !this.isTime(child))
    return (phrases.length > 0 ? phrases : this.#next(word, prepositions)).flatMap((child) => this.eachOf(child))
  }

  /** "militias allied with the army, switched sides", with the army hung elsewhere: the phrase right behind the word. */
  #next(word: number, prepositions: readonly string[]): number[] {
    const { trees } = this
    if (word + 1 >= trees.length || trees.plainRelation(word + 1) !== 'case') return []
    const head = trees.head(word + 1)
    const isIts = head > word && trees.head(head) !== word && prepositions.includes(this.preposition(head))
    return isIts && !this.isTime(head) && trees.children(head).find((child) => child > word) === word + 1 ? [head] : []
  }

  /** All that a phrase speaks of: each of a list, the two of "both groups". */
  eachOf(i: number): number[] {
    if (i < 0) return []
    const two = bothSubjects(this, i)
    return two.length > 0 ? two : this.referents.conjuncts(this.antecedent(i))
  }

  /** What a word stands for: the antecedent of a pronoun that begins a clause; for "we" and "our", the group whose speaker says so. */
  antecedent(i: number): number {
    if (!/^(we|us|our|ourselves)$/.test(this.trees.lower(i))) {
      const found = carriedOver(this.referents, (at) => this.mentionsNear(at), i) ?? this.referents.antecedent(i)
      return this.#amongThose(this.#wholeOf(i, found))
    }
    return speakersGroup(this, i) ?? i
  }

  /** "[Two of his cousins] were among those who escaped" */
  #amongThose(i: number): number {
    const { trees } = this
    if (i < 0 || trees.lower(i) !== 'those' || this.preposition(i) !== 'among' || trees.child(i, 'cop') < 0) return i
    const { head } = subjectOf(trees, i)
    return head < 0 ? i : this.antecedent(head)
  }

  /** "[the armed wing] of the movement, which broke with …": the part is told of, where what it is a part of has no name. */
  #wholeOf(pronoun: number, i: number): number {
    const { trees } = this
    if (i < 0 || trees.lower(pronoun) !== 'which' || trees.lower(pronoun - 1) !== ',') return i
    const over = trees.head(i)
    const isPart = over >= 0 && trees.plainRelation(i) === 'nmod' && this.preposition(i) === 'of'
    if (!isPart || !this.words.parts.has(trees.lemma(over)) || trees.tags[i].upos === 'PROPN' || this.isNamed(i))
      return i
    return over
  }
}
