import { isPassive, prepositionOf, subjectOf } from '../../document/Clauses.ts'
import type { Document } from '../../document/Document.ts'
import type {
  AttributionAnnotation,
  Mention,
  PlaceAnnotation,
  Proposition,
  PropositionValue,
  Time,
} from '../../document/Layers.ts'
import { Referents } from '../../document/Referents.ts'
import { SpanIndex } from '../../document/SpanIndex.ts'
import type { Trees } from '../../document/Trees.ts'
import type { Certainty, Polarity } from '../../model/Certainty.ts'
import { covers, type Span } from '../../model/Span.ts'
import type { RelationWords } from '../../vocabulary/RelationWords.ts'
import { bothSubjects, carriedOver } from './carried.ts'
import { hedgeOver } from './hedgeOver.ts'
import { type Bound, intervalOf } from './intervalOf.ts'
import { mayBeGroup } from './mayBeGroup.ts'
import { isNamed, namedBy } from './namedBy.ts'
import { bodyBefore, ownerOf } from './ownerOf.ts'
import { quantityOf } from './quantityOf.ts'
import type { RulesByWord } from './rulesByWord.ts'
import { speakersGroup } from './speakersGroup.ts'

/** Verbs whose participle behind a noun is passive however it is tagged: "Omar, wanted in Spain". */
const PASSIVE = /^(want|base|know|call|nickname|dub|rename|found|form|lead|back|fund|train|ban|recruit|kill|run|link)$/

/** "Both groups were financed by …", "The two militias" */
const isBothGroups = (trees: Trees, i: number): boolean =>
  trees.tags[i].xpos === 'NNS' &&
  /^(group|militia|faction|gang|side|organi[sz]ation|movement|party|brother|man)$/.test(trees.lemma(i)) &&
  (/^both$/.test(trees.lower(trees.left(i))) || (trees.lower(trees.left(i)) === 'the' && trees.lower(i - 1) === 'two'))

/** What a group has several of. */
const PART = /^(wing|faction|branch|cell|unit|offshoot|brigade|battalion|arm|chapter|column)$/

/** Properties that tell of how many themselves, or of one. */
const COUNTS = new Set(['number-present', 'strength', 'age', 'office', 'distance-from', 'relationship'])

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
  /** told by the way, in an apposition or a title: the report's own words, also within what somebody says */
  readonly background?: boolean
  /** index of an attribution that does not vouch for it, though its content holds the words */
  readonly apart?: number
  /** entity index of who says so, where no attribution need have been read: "described by the police as" */
  readonly speaker?: number
  /** what the word says of the interval: "expelled in 2009" */
  readonly bound?: Bound
}

/** One document as the rules on relations look at it. */
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
  readonly #camps: Set<string>
  readonly #groupWords: ReadonlySet<string>
  /** By token: the place it belongs to, and whether it belongs to a time, or to the name of a people. */
  readonly #places: (PlaceAnnotation | undefined)[]
  readonly #times: Uint8Array
  readonly #peoples: Uint8Array
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
    this.#camps = new Set(words.camps)
    this.#groupWords = new Set(words.groupWords)
    const { length } = this.trees
    this.#places = new Array(length)
    for (const place of document.get('places').toReversed()) this.#places.fill(place, place.from, place.to)
    this.#times = new Uint8Array(length)
    for (const { from, to } of document.get('times')) this.#times.fill(1, from, to)
    const { tokens } = this.trees
    this.#mentionsBySentence = Map.groupBy(this.referents.mentions, ({ head }) => tokens[head].sentence)
    this.#timesBySentence = Map.groupBy(document.get('times'), ({ from }) => tokens[from].sentence)
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
    if (kinds.includes(this.kindOf(i) ?? '') || kinds.includes(this.kindOf(this.named(i)[0]) ?? '')) return true
    if (kinds.includes('known place') && this.placeAt(i) !== undefined) return true
    if (kinds.includes('group') && mayBeGroup(this.referents, i, this.placeAt(i), this.#groupWords)) return true
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

  /** The mentions of the sentence before a word's and of its own, in order. */
  mentionsNear(i: number): readonly Mention[] {
    const { sentence } = this.trees.tokens[i]
    return [...(this.#mentionsBySentence.get(sentence - 1) ?? []), ...(this.#mentionsBySentence.get(sentence) ?? [])]
  }

  /** The mentions of one sentence, in order. */
  mentionsIn(sentence: number): readonly Mention[] {
    return this.#mentionsBySentence.get(sentence) ?? []
  }

  /** The times of the sentence in which a word stands. */
  timesIn(i: number): readonly Time[] {
    return this.#timesBySentence.get(this.trees.tokens[i].sentence) ?? []
  }

  /** The words that name what a word stands for: the names that its description is given, else the word itself. */
  named(i: number): number[] {
    const names = namedBy(this.referents, i)
    if (names.length > 0 || this.trees.tags[i].upos !== 'PRON') return names.length > 0 ? names : [i]
    // "The gunman, identified as Omar Haddad, … He had trained": who a pronoun goes back to may be named there.
    const entity = this.referents.entityAt(i)
    const heads =
      entity < 0 ? [] : this.referents.entities[entity].mentions.map((at) => this.referents.mentions[at].head)
    for (const head of heads) {
      const before = head < i ? namedBy(this.referents, head) : []
      if (before.length > 0) return before
    }
    const speaker = this.#speakerAfter(i)
    if (speaker !== undefined) return [speaker]
    return [i]
  }

  /** "He spent a year there, [Omar Haddad] told the court": who is named only as the one who says so. */
  #speakerAfter(i: number): number | undefined {
    const { trees, referents, attributions } = this
    const entity = referents.entityAt(i)
    if (!/^(he|she|his|her|him)$/.test(trees.lower(i)) || attributions.length === 0) return undefined
    if (entity >= 0 && referents.entities[entity].mentions.some((at) => referents.mentions[at].form !== 'pronoun'))
      return undefined
    const { end } = trees.tokens[i]
    const said = this.attributionsOver(i).find((index) => attributions[index].source.some(({ start }) => start > end))
    const speaker = said === undefined ? undefined : attributions[said].entity
    if (speaker === undefined || referents.entities[speaker].kind !== 'person') return undefined
    const mentions = referents.entities[speaker].mentions.map((at) => referents.mentions[at])
    return mentions.find(({ form, start }) => form === 'name' && start > end)?.head
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
    return isNamed(this.referents, i) || namedBy(this.referents, i).length > 0
  }

  /** True within the name of a nation or a faith. */
  isOfPeople(i: number): boolean {
    return this.#peoples[i] === 1
  }

  preposition(i: number): string {
    return prepositionOf(this.trees, i)
  }

  isPassive(i: number): boolean {
    if (isPassive(this.trees, i)) return true
    if (PASSIVE.test(this.trees.lemma(i)) && (this.isParticiple(i) || this.#isAside(i))) return true
    // "Ameril, wanted by the police", with the participle tagged as a past tense
    return (
      this.trees.plainRelation(i) === 'acl' &&
      this.trees.children(i).some((c) => this.trees.relation(c) === 'obl:agent' && this.preposition(c) === 'by')
    )
  }

  /** "Omar, wanted in Spain, was arrested", read as if he had wanted: right behind a comma, without an object. */
  #isAside(i: number): boolean {
    return /^VB[ND]$/.test(this.trees.tags[i].xpos) && this.trees.lower(i - 1) === ',' && this.trees.child(i, 'obj') < 0
  }

  /** A participle that follows its noun, also where it is tagged as a past tense: "the Lions, formerly called the Army of Light". */
  isParticiple(i: number): boolean {
    return (
      this.trees.relation(i) === 'acl' &&
      /^VB[ND]$/.test(this.trees.tags[i].xpos) &&
      (this.trees.child(i, 'nsubj', 'obj') < 0 ||
        // "Omar Haddad, nicknamed the Fox, fled"
        (/^(nickname|dub|rename|style)$/.test(this.trees.lemma(i)) && this.trees.child(i, 'nsubj') < 0))
    )
  }

  /** Who does it: the subject of the active, the "by" of the passive; all of a list. */
  agents(verb: number): number[] {
    if (this.isPassive(verb)) {
      // "was shot dead by the gang", with the gang hung on "dead"
      const complement = this.trees.child(verb, 'xcomp')
      const by = this.obliques(verb, ['by'])
      if (by.length > 0) return by
      if (complement >= 0) return this.obliques(complement, ['by'])
      // "founded in the 1970s by Omar Haddad", with him hung on the years
      const when = this.trees.children(verb).find((child) => child > verb && this.isTime(child))
      return when === undefined ? by : this.obliques(when, ['by'])
    }
    return this.#list(this.#subject(verb))
  }

  /** To whom it is done: the object of the active, the subject of the passive. */
  patients(verb: number): number[] {
    if (this.isPassive(verb)) return this.#list(this.#subject(verb))
    const object = this.trees.child(verb, 'obj')
    // "allowed the rebels to pass"
    const allowed = object < 0 && this.trees.child(verb, 'xcomp') >= 0 ? this.trees.child(verb, 'iobj') : object
    return this.#list(allowed)
  }

  /** The subject; where the tree loses it behind a clause between commas ("Gul, who …, was killed"), what the last comma closes. */
  #subject(verb: number): number {
    const { trees } = this
    const { head } = subjectOf(trees, verb)
    if (head >= 0) return head
    // "a carpenter suspected of leading the cell"
    const over = trees.head(verb)
    if (over >= 0 && /^(suspect|accuse|convict)$/.test(trees.lemma(over)) && trees.plainRelation(over) === 'acl')
      return trees.head(over)
    const first = trees.children(verb).find((child) => child < verb && /^(aux|cop)$/.test(trees.plainRelation(child)))
    const comma = (first ?? verb) - 1
    if (comma < 1 || trees.lower(comma) !== ',') return -1
    let closed = trees.head(comma) < comma ? trees.head(comma) : comma - 1
    while (trees.head(closed) >= 0 && trees.head(closed) < comma && trees.head(closed) !== trees.head(verb))
      closed = trees.head(closed)
    return closed >= 0 && /^(NOUN|PROPN)$/.test(trees.tags[closed].upos) ? closed : -1
  }

  /** What hangs on a word by one of the prepositions; "men who trained in X with Y" may hang on either X or the verb. */
  obliques(word: number, prepositions: readonly string[]): number[] {
    const phrases = this.trees
      .children(word)
      .filter((child) => /^(obl|nmod|advmod|xcomp|advcl|acl)$/.test(this.trees.plainRelation(child)))
      .filter((child) => prepositions.includes(this.preposition(child)) && !this.isTime(child))
    return (phrases.length > 0 ? phrases : this.#next(word, prepositions)).flatMap((child) => this.#list(child))
  }

  /** "militias allied with the army, switched sides", with the army hung elsewhere: the phrase right behind the word. */
  #next(word: number, prepositions: readonly string[]): number[] {
    const { trees } = this
    if (word + 1 >= trees.length || trees.plainRelation(word + 1) !== 'case') return []
    const head = trees.head(word + 1)
    const isIts = head > word && trees.head(head) !== word && prepositions.includes(this.preposition(head))
    return isIts && !this.isTime(head) && trees.children(head).find((child) => child > word) === word + 1 ? [head] : []
  }

  #list(i: number): number[] {
    if (i < 0) return []
    const bare = this.trees.lower(i) === 'both' && this.referents.entityAt(i) < 0
    const both = bare || isBothGroups(this.trees, i)
    const two = both ? bothSubjects(this.referents, this.mentionsNear(i), i) : []
    return two.length > 0 ? two : this.referents.conjuncts(this.antecedent(i))
  }

  /** The noun before "whose" in "the Front, whose leader fled"; -1 where there is none. */
  whose(i: number): number {
    let clause = i
    while (clause >= 0 && this.trees.plainRelation(clause) !== 'acl') clause = this.trees.head(clause)
    return clause < 0 ? -1 : this.trees.head(clause)
  }

  /** Head words of what a word stands for: "camp" for "it" in "a camp … having run it". */
  lemmasOf(i: number): string[] {
    const entity = this.referents.entityAt(i)
    const mentions = entity < 0 ? [] : this.referents.entities[entity].mentions
    return [this.trees.lemma(i), ...mentions.map((mention) => this.trees.lemma(this.referents.mentions[mention].head))]
  }

  /** "Tehran says that [it] is paid by …": the group that a pronoun may stand for, where what was read for it is of none of the kinds. */
  fitting(i: number, kinds: readonly string[] | undefined): number {
    if (!kinds?.includes('group')) return i
    if (!/^(it|they|them)$/.test(this.trees.lower(i)) || this.isOneOf(i, kinds)) return i
    if (this.referents.entityAt(i) >= 0 && this.kindOf(i) !== 'place') return i
    const found = bodyBefore(this, i, kinds)
    return found < 0 ? i : found
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
    if (!isPart || !PART.test(trees.lemma(over)) || trees.tags[i].upos === 'PROPN' || this.isNamed(i)) return i
    return over
  }

  /** Whose it is: what "its", "our" and "whose" stand for before a noun; -1 where nobody knows. */
  owner(i: number, kinds: readonly string[]): number {
    return ownerOf(this, i, kinds)
  }

  /** "members of both": the two groups named last before the word. */
  bothBefore(i: number): number[] {
    const heads = new Map<number, number>()
    for (const { head, entity, form, from } of this.referents.mentions.toReversed()) {
      if (from >= i || form !== 'name' || !this.isOneOf(head, ['group', 'organisation'])) continue
      if (!heads.has(entity)) heads.set(entity, head)
      if (heads.size === 2) break
    }
    return heads.size === 2 ? [...heads.values()].reverse() : []
  }

  valueOf(i: number): PropositionValue {
    // "near the old town of Gulu" is not in it.
    const around = /^(place|facility)$/.test(this.kindOf(i) ?? 'place') ? this.trees.children(i) : []
    const near = [i, ...around].map((at) => this.placeAt(at)).findLast((place) => place !== undefined)
    if (near?.place.relation === 'near' || (near && this.preposition(i) === 'near'))
      return { ...near.place, relation: 'near' }
    const entity = this.referents.entityAt(this.named(i)[0])
    if (entity >= 0) return { type: 'entity', entity }
    const place = this.placeAt(i)
    if (place) return place.place
    const { start, end } = this.referents.phraseOf(i)
    return { type: 'text', text: this.document.text.slice(start, end) }
  }

  /** A proposition for each that the subject names: "[Idris] and [Salim], two brothers, fled". */
  propositionsOf(found: Found): Proposition[] {
    const interval = intervalOf(this, found.token, found.bound)
    const quantity = COUNTS.has(found.property) ? undefined : quantityOf(this, found.subject, found.token)
    return this.named(found.subject).flatMap((subject) => {
      const proposition = this.#propositionOf({ ...found, subject })
      if (proposition === undefined) return []
      return [
        {
          ...proposition,
          ...(interval === undefined ? {} : { interval }),
          ...(quantity === undefined || subject !== found.subject ? {} : { quantity }),
        },
      ]
    })
  }

  #propositionOf(found: Found): Proposition | undefined {
    const { property, subject, value, valueSpan, token, rule, certainty, certaintyWord, polarity, apart, speaker } =
      found
    const entity = this.referents.entityAt(subject)
    if (/^(anyone|anybody|nobody|everyone|everybody|someone|somebody|none)$/.test(this.trees.lower(subject)))
      return undefined
    if (entity < 0 || (value.type === 'entity' && 'entity' in value && value.entity === entity)) return undefined
    const hedge =
      certainty === undefined ? hedgeOver(this, token) : { certainty, ...(certaintyWord ? { certaintyWord } : {}) }
    const { start, end } = this.trees.tokens[token]
    const phrase = this.referents.phraseOf(subject)
    const background = found.background === true && !this.#ownWords(token, value)
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
      ...(background ? { background } : {}),
      ...(apart === undefined ? {} : { apart }),
      ...(speaker === undefined ? {} : { speaker, act: 'says' as const }),
      by: `rule:relations/${rule}`,
    }
  }

  /** "She said her uncle, Omar Haddad, …": what the one who speaks says of herself. */
  #ownWords(token: number, value: PropositionValue): boolean {
    if (value.type !== 'entity' || !('entity' in value)) return false
    return this.attributionsOver(token).some((index) => this.attributions[index].entity === value.entity)
  }
}
