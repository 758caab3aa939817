import type { Document } from '../../document/Document.ts'
import type { PlaceAnnotation, Time } from '../../document/Layers.ts'
import { Referents } from '../../document/Referents.ts'
import { SpanIndex } from '../../document/SpanIndex.ts'
import type { Trees } from '../../document/Trees.ts'
import type { CircumstanceWords } from '../../vocabulary/CircumstanceWords.ts'
import type { KindLexicon } from '../../vocabulary/KindLexicon.ts'
import type { ParticipantWords } from '../../vocabulary/ParticipantWords.ts'
import type { ResponsibilityWords } from '../../vocabulary/ResponsibilityWords.ts'
import type { SupportVerbs } from '../../vocabulary/SupportVerbs.ts'
import type { TollWords } from '../../vocabulary/TollWords.ts'
import type { Vocabulary } from '../../vocabulary/Vocabulary.ts'

/** The look-ups that the stage makes once, from the vocabulary. */
export interface Lexicons {
  readonly vocabulary: Vocabulary
  readonly actors: KindLexicon
  readonly targets: KindLexicon
  readonly instruments: KindLexicon
  readonly claimModes: KindLexicon
  readonly casualtyCategories: KindLexicon
  readonly supportVerbs: SupportVerbs
  readonly responsibilityWords: ResponsibilityWords
  readonly circumstanceWords: CircumstanceWords
  readonly participantWords: ParticipantWords
  readonly tollWords: TollWords
}

const PERSON_KINDS = new Set(['person', 'people'])
const THING_KINDS = new Set(['place', 'facility'])
const BODY_KINDS = new Set(['group', 'organisation', 'public body'])
const HUMAN_PRONOUNS = new Set([
  'he',
  'she',
  'him',
  'her',
  'they',
  'them',
  'we',
  'us',
  'i',
  'me',
  'who',
  'whom',
  'himself',
  'herself',
])

/** One document as the rules of this stage look at it: what a word stands for and of what kind it is. */
export class Scene {
  readonly document: Document
  readonly lexicons: Lexicons
  readonly referents: Referents
  readonly trees: Trees
  /** The group that each entity that was asked for speaks or fights for; see `sideOf`. */
  readonly sides = new Map<number, number>()
  readonly #times: ReadonlyMap<number, readonly Time[]>
  readonly #places: ReadonlyMap<number, readonly PlaceAnnotation[]>
  readonly #byContent: SpanIndex
  readonly #byCue: SpanIndex
  readonly #over = new Map<number, readonly number[]>()
  /** The words of each sentence that was asked for, as written and by their lemmas. */
  readonly #words = new Map<number, ReadonlySet<string>>()
  /** The kind of each word that was asked for, by lexicon; null where it has none. */
  readonly #kinds = new Map<KindLexicon, (string | null | undefined)[]>()

  constructor(document: Document, lexicons: Lexicons) {
    this.document = document
    this.lexicons = lexicons
    this.referents = new Referents(document)
    this.trees = this.referents.trees
    const { tokens } = this.trees
    const attributions = document.get('attributions')
    this.#byContent = new SpanIndex(attributions.map(({ content }) => content))
    this.#byCue = new SpanIndex(attributions.map(({ cue }) => cue))
    const sentenceOf = ({ from }: Time | PlaceAnnotation): number => tokens[from].sentence
    const isHere = ({ from }: Time | PlaceAnnotation): boolean => from < tokens.length
    this.#times = Map.groupBy(document.get('times').filter(isHere), sentenceOf)
    // "Washington said" is no place, and of "between Homs and Aleppo" the first tells both.
    const told = document.get('places').filter(({ use, partOf }) => use === undefined && partOf === undefined)
    this.#places = Map.groupBy(told.filter(isHere), sentenceOf)
  }

  sentenceOf(i: number): number {
    return this.trees.tokens[i].sentence
  }

  /** True where a word, as written or by its lemma, stands in the sentence of word `i` or in the one before. */
  isWordNear(i: number, word: string): boolean {
    const sentence = this.sentenceOf(i)
    return this.#wordsIn(sentence).has(word) || (sentence > 0 && this.#wordsIn(sentence - 1).has(word))
  }

  #wordsIn(sentence: number): ReadonlySet<string> {
    const known = this.#words.get(sentence)
    if (known !== undefined) return known
    const words = new Set<string>()
    const { from, to } = this.document.get('sentences')[sentence]
    for (let i = from; i < to; i++) words.add(this.trees.lemma(i)).add(this.trees.lower(i))
    this.#words.set(sentence, words)
    return words
  }

  timesIn(sentence: number): readonly Time[] {
    return this.#times.get(sentence) ?? []
  }

  placesIn(sentence: number): readonly PlaceAnnotation[] {
    return this.#places.get(sentence) ?? []
  }

  /** The attributions within one piece of whose content the word stands, as indices of their layer. */
  attributionsOver(i: number): readonly number[] {
    let over = this.#over.get(i)
    if (over === undefined) {
      over = this.#byContent.covering(this.trees.tokens[i])
      this.#over.set(i, over)
    }
    return over
  }

  /** The attributions within one piece of whose cue the word stands, as indices of their layer. */
  attributionsBy(i: number): readonly number[] {
    return this.#byCue.covering(this.trees.tokens[i])
  }

  /** The widest kind: government for a magistrate. */
  actorKind(i: number): string | undefined {
    return widest(this.lexicons.actors, this.finestActorKind(i))
  }

  targetKind(i: number): string | undefined {
    return widest(this.lexicons.targets, this.finestTargetKind(i))
  }

  /** The kind itself: judiciary for a magistrate. */
  finestActorKind(i: number): string | undefined {
    return this.#kindIn(this.lexicons.actors, i)
  }

  finestTargetKind(i: number): string | undefined {
    return this.#kindIn(this.lexicons.targets, i)
  }

  instrumentKind(i: number): string | undefined {
    const kind = this.#kindIn(this.lexicons.instruments, i)
    if (kind !== undefined || this.trees.lemma(i) !== 'mine') return kind
    // "A mine exploded", "had laid the mine"; nobody lays a coal mine.
    const verb = this.trees.head(i)
    return verb >= 0 && /^(explode|detonate|plant|lay|trigger|defuse)$/.test(this.trees.lemma(verb))
      ? 'mine'
      : undefined
  }

  /** The kind of the entity that the word stands for, undefined where it stands for none. */
  entityKind(i: number): string | undefined {
    const entity = this.referents.entityAt(i)
    return entity < 0 ? undefined : this.referents.entities[entity].kind
  }

  isPerson(i: number): boolean {
    const kind = this.entityKind(i)
    if (this.trees.tags[i].upos === 'NOUN' && this.targetKind(i) !== undefined && this.actorKind(i) === undefined)
      return false
    if (kind !== undefined && PERSON_KINDS.has(kind)) return true
    if (HUMAN_PRONOUNS.has(this.trees.lower(i))) return true
    if (this.isThing(i)) return false
    const actor = this.actorKind(i)
    if (actor !== undefined) return true
    // "killing nine", "31 were wounded": a bare number beside such a verb counts people.
    const number =
      this.trees.tags[i].upos === 'NUM' || /^(hundreds|thousands|dozens|scores|others)$/.test(this.trees.lower(i))
    return (number && this.referents.quantityAt(i) !== undefined) || this.trees.lower(i) === 'others'
  }

  /** A group, an organisation, a public body, by name or description. */
  isBody(i: number): boolean {
    const kind = this.entityKind(i)
    return kind !== undefined && BODY_KINDS.has(kind)
  }

  isThing(i: number): boolean {
    const kind = this.entityKind(i)
    if (kind !== undefined && THING_KINDS.has(kind)) return true
    return this.targetKind(i) !== undefined && this.actorKind(i) === undefined
  }

  isPlace(i: number): boolean {
    return this.entityKind(i) === 'place'
  }

  isDevice(i: number): boolean {
    return this.instrumentKind(i) !== undefined
  }

  /** "rebels", "the gang": by the word an armed group or criminals, and no force of a state. */
  isLawless(i: number): boolean {
    const actor = this.actorKind(i)
    return actor === 'armed-group' || actor === 'criminals'
  }

  isArmed(i: number): boolean {
    const actor = this.actorKind(i)
    if (this.isLawless(i) || actor === 'armed-forces' || actor === 'police') return true
    const kind = this.entityKind(i)
    return kind === 'group' || kind === 'public body'
  }

  /** The lower-case lemmas of the words that hang on a word. */
  lemmasBeside(i: number): string[] {
    return this.trees.children(i).map((child) => this.trees.lemma(child))
  }

  /** The preposition of a phrase: "on" for "the bridge" in "on the bridge"; several words are joined: "in front of". */
  preposition(i: number): string {
    return this.trees.preposition(i)
  }

  /** By lemma, then as written: "barracks" has no singular of its own. */
  #kindIn(lexicon: KindLexicon, i: number): string | undefined {
    let kinds = this.#kinds.get(lexicon)
    if (kinds === undefined) {
      kinds = new Array<string | null | undefined>(this.trees.length)
      this.#kinds.set(lexicon, kinds)
    }
    const known = kinds[i]
    if (known !== undefined) return known ?? undefined
    const [lemma, lower] = [this.trees.lemma(i), this.trees.lower(i)]
    const kind =
      lexicon.finestKindOf(this.#before(i, lemma)) ??
      (lower === lemma ? undefined : lexicon.finestKindOf(this.#before(i, lower)))
    kinds[i] = kind ?? null
    return kind
  }

  #before(i: number, head: string): (before: number) => string | undefined {
    const { trees } = this
    const { sentence } = trees.tokens[i]
    return (before) => {
      const at = i - before
      if (at < 0 || trees.tokens[at].sentence !== sentence) return undefined
      if (before > 0 && !/^(NOUN|PROPN|ADJ|VERB|NUM|ADP|PART)$/.test(trees.tags[at].upos)) return undefined
      return before === 0 ? head : trees.lower(at)
    }
  }
}

const widest = (lexicon: KindLexicon, kind: string | undefined): string | undefined =>
  kind === undefined ? undefined : lexicon.kindsOver(kind).at(-1)
