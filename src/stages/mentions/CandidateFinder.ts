import type { Name } from '../../document/Layers.ts'
import type { Trees } from '../../document/Trees.ts'
import type { EntityKind } from '../../model/Entity.ts'
import type { ActorNouns } from '../../vocabulary/ActorNouns.ts'
import type { PersonalNames } from '../../vocabulary/NameLexicon.ts'
import type { Candidate, Gender } from './Candidate.ts'
import type { HeadKind, HeadKinds } from './HeadKinds.ts'
import { headOf, type WholeName } from './joinNames.ts'
import { introductionOf, modifiersOf, nounPhrase } from './nounPhrase.ts'
import { PRONOUNS } from './pronounForms.ts'

export interface MentionLexicon {
  readonly nouns: ActorNouns
  readonly personal: PersonalNames
}

const KIND_OF_NAME: Partial<Record<Name['kind'], EntityKind>> = {
  Person: 'person',
  Organization: 'organisation',
  Location: 'place',
  Facility: 'facility',
}

const KIND_OF_HEAD: Record<HeadKind, EntityKind | undefined> = {
  none: undefined,
  person: 'person',
  organisation: 'organisation',
  place: 'place',
}

/** The lead (log odds) that a guess needs to make an entity of a name whose kind has none: "YouTube" as a product. */
const UNLISTED_NAME = 1

/** Words that are people only where people were spoken of. */
const SOME = /^(some|others|many|several)$/

/** Relations in which a noun only qualifies another. */
const QUALIFIES = /^(compound|flat|fixed|goeswith|amod)/

export class CandidateFinder {
  readonly #trees: Trees
  readonly #lexicon: MentionLexicon
  readonly #kinds: HeadKinds
  readonly #personAt = new Set<number>()

  constructor(trees: Trees, lexicon: MentionLexicon, names: readonly WholeName[], kinds: HeadKinds) {
    this.#trees = trees
    this.#lexicon = lexicon
    this.#kinds = kinds
    for (const { from, to, kind } of names) if (kind === 'Person') for (let i = from; i < to; i++) this.#personAt.add(i)
  }

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

  /** "the Tunisians", "a Tunisian", "three Algerians"; not "Tunisian officials". */
  nation(i: number, { from, to }: WholeName): Candidate | undefined {
    const trees = this.#trees
    if (i !== headOf(trees, from, to) || QUALIFIES.test(trees.relation(i))) return undefined
    const { xpos } = trees.tags[i]
    const plural = xpos === 'NNS' || xpos === 'NNPS'
    const introduction = introductionOf(trees, i)
    const counted = trees.child(i, 'nummod') >= 0
    if (!plural && introduction !== 'indefinite' && introduction !== 'definite') return undefined
    if (!plural && !counted && !/^NNP?$/.test(xpos)) return undefined
    return this.#describe(
      i,
      plural ? 'people' : introduction === 'definite' ? 'people' : 'person',
      trees.lower(i),
      plural,
    )
  }

  description(i: number): Candidate | undefined {
    const trees = this.#trees
    if (this.#isAged(i))
      return this.#describe(
        i,
        trees.tags[i].xpos === 'NNS' ? 'people' : 'person',
        'person',
        trees.tags[i].xpos === 'NNS',
      )
    const { upos, xpos } = trees.tags[i]
    const lemma = trees.lemma(i)
    const substantive = upos === 'ADJ' && /^(dead|wounded|injured|elderly|poor|displaced|unemployed)$/.test(lemma)
    if (substantive && (introductionOf(trees, i) === 'bare' || QUALIFIES.test(trees.relation(i)))) return undefined
    const noun = substantive || upos === 'NOUN' || upos === 'PROPN'
    const listed = noun
      ? ((this.#isWhere(i) ? 'place' : this.#isStop(i) ? 'facility' : undefined) ??
        this.#lexicon.nouns.kindOf.get(lemma) ??
        this.#lexicon.nouns.kindOf.get(trees.lower(i)) ??
        kindOfCompound(lemma) ??
        // "ex-premier", "co-founder", "vice-chairman"
        this.#lexicon.nouns.kindOf.get(/^(?:ex|co|vice|arch|sub)-(.+)$/.exec(lemma)?.[1] ?? ''))
      : undefined
    if (listed === undefined) return this.#unlisted(i)
    if (QUALIFIES.test(trees.relation(i)) || this.#isNoMention(i, lemma)) return undefined
    const plural =
      xpos === 'NNS' || xpos === 'NNPS' || /^(troops|forces|police|people|authorities)$/.test(trees.lower(i))
    if (listed === 'person' && plural) {
      return this.#describe(i, this.#lexicon.nouns.fighters.has(lemma) ? 'group' : 'people', lemma, true)
    }
    return this.#describe(i, listed, lemma, plural)
  }

  /** A noun on no list, "everyone", "the other two", "here": a mention where its surroundings say that it speaks of someone or somewhere. */
  #unlisted(i: number): Candidate | undefined {
    const trees = this.#trees
    if (!mayBeHead(trees, i) || SOME.test(trees.lower(i))) return undefined
    const { some, lead } = this.#kinds.at(i)
    if (lead < 0) return undefined
    const lemma = trees.lemma(i)
    if (this.#isNoMention(i, lemma)) return undefined
    const { xpos, upos } = trees.tags[i]
    const one = /^(one|each|another|other|every|someone|somebody|anyone|anybody|everyone|everybody)$/.test(lemma)
    const plural = /^NNP?S$/.test(xpos) || ((upos === 'NUM' || upos === 'DET' || upos === 'ADJ') && !one)
    return this.#describe(i, some === 'person' && plural ? 'people' : KIND_OF_HEAD[some]!, lemma, plural)
  }

  /** "a railway station", where one goes, as against the station that broadcasts */
  #isStop(i: number): boolean {
    const trees = this.#trees
    if (trees.lemma(i) !== 'station') return false
    return trees
      .children(i)
      .some((child) =>
        /^(railway|rail|railroad|train|bus|metro|subway|underground|tube|police|fire|power|gas|petrol|filling|pumping|polling|electricity|weather|transmission)$/.test(
          trees.lower(child),
        ),
      )
  }

  /** "the place where the men trained", which is somewhere, as against "took place" */
  #isWhere(i: number): boolean {
    const trees = this.#trees
    if (!/^(place|site|spot|location)$/.test(trees.lemma(i)) || introductionOf(trees, i) === 'bare') return false
    return i + 1 < trees.length && trees.lower(i + 1) === 'where'
  }

  /** "an 18-year-old", which is someone, as against "an 18-year-old boy" */
  #isAged(i: number): boolean {
    const trees = this.#trees
    if (!/^olds?$/.test(trees.lower(i)) || i < 3 || trees.lower(i - 1) !== '-' || trees.lower(i - 2) !== 'year')
      return false
    return !QUALIFIES.test(trees.relation(i)) && !(i + 1 < trees.length && /^NN/.test(trees.tags[i + 1].xpos))
  }

  /** Titles of a name, parts of fixed words, "no soldiers", "state of emergency". */
  #isNoMention(i: number, lemma: string): boolean {
    const trees = this.#trees
    const next = i + 1 < trees.length && trees.tokens[i + 1].sentence === trees.tokens[i].sentence ? i + 1 : -1
    // "President Diallo", "spokesman Karim Haddad"
    if (next >= 0 && this.#personAt.has(next) && (this.#personAt.has(trees.head(i)) || trees.head(next) === i))
      return true
    if (next >= 0 && this.#personAt.has(next) && trees.children(i).some((c) => c > i && this.#personAt.has(c)))
      return true
    if (trees.children(i).some((c) => c < i && /^(no|neither)$/.test(trees.lower(c)))) return true
    const of = next >= 0 && trees.lower(next) === 'of'
    if (lemma === 'state' && of && /^(emergency|siege|war|alert|affairs|mind|the)$/.test(trees.lower(next + 1)))
      return true
    if (lemma === 'head' || lemma === 'chief' || lemma === 'leader') {
      // "the head of the group" is someone; "in the head" and "heads" of cattle are not.
      if (lemma === 'head' && !of && trees.child(i, 'compound', 'nmod') < 0) return true
    }
    // "a couple of points"
    if (lemma === 'couple' && of) return true
    // "illegal movement between the towns" is no group.
    if (
      lemma === 'movement' &&
      (introductionOf(trees, i) === 'bare' || (next >= 0 && /^(of|between|across|towards?)$/.test(trees.lower(next))))
    )
      return true
    if (lemma === 'home' && /^(advmod|compound|obl:unmarked)/.test(trees.relation(i))) return true
    if (lemma === 'front' && i > 0 && trees.lower(i - 1) === 'in') return true
    return lemma === 'force' && trees.tags[i].xpos === 'NN' && trees.child(i, 'compound', 'amod') < 0
  }

  #describe(head: number, kind: EntityKind, lemma: string, plural: boolean): Candidate {
    const trees = this.#trees
    const { from, to } = nounPhrase(trees, head)
    const { male, female } = this.#lexicon.nouns
    const collective = kind === 'people'
    return {
      from,
      to,
      head,
      sentence: trees.tokens[head].sentence,
      form: 'description',
      kind,
      number: plural || collective ? 'plural' : 'singular',
      gender: kind !== 'person' ? 'unknown' : male.has(lemma) ? 'male' : female.has(lemma) ? 'female' : 'unknown',
      words: [],
      lemma,
      modifiers: modifiersOf(trees, head),
      introduction: introductionOf(trees, head),
      roles: [],
      guess: this.#kinds.at(head),
      by: 'rule:mentions/description',
    }
  }

  /** "[Some] crossed the river; [others] were arrested", where the sentence before spoke of people. */
  someOf(i: number, before: readonly Candidate[]): Candidate | undefined {
    const trees = this.#trees
    if (!SOME.test(trees.lower(i)) || !/^nsubj/.test(trees.relation(i))) return undefined
    if (trees.child(i, 'nmod') >= 0) return undefined
    const { sentence } = trees.tokens[i]
    const people = before
      .slice(-30)
      .findLast(
        ({ number, kind, form }) =>
          form === 'description' && number === 'plural' && /^(people|group)$/.test(kind ?? ''),
      )
    if (people === undefined || sentence - people.sentence > 1) return undefined
    return { ...this.#describe(i, 'people', trees.lower(i), true), from: i, to: i + 1, introduction: 'indefinite' }
  }

  pronoun(i: number): Candidate | undefined {
    const trees = this.#trees
    const entry = PRONOUNS[trees.lower(i)]
    if (!entry || !/^(PRP|PRP\$|WP|WP\$|WDT|IN)$/.test(trees.tags[i].xpos)) return undefined
    const [pronoun, number, gender] = entry
    // "that" and "which" are pronouns of a relative clause only where one hangs on a noun.
    if (pronoun === 'relative' && !/^(WP|WP\$|WDT)$/.test(trees.tags[i].xpos)) return undefined
    if (trees.tags[i].xpos === 'IN') return undefined
    const possessive = trees.relation(i) === 'nmod:poss'
    return {
      from: i,
      to: i + 1,
      head: i,
      sentence: trees.tokens[i].sentence,
      form: 'pronoun',
      kind: undefined,
      number,
      gender,
      words: [],
      lemma: trees.lower(i),
      modifiers: new Set(),
      introduction: 'bare',
      pronoun: pronoun === 'personal' && possessive ? 'possessive' : pronoun,
      roles: [],
      guess: this.#kinds.at(i),
      by: 'rule:mentions/pronoun',
    }
  }
}

/** Words that may head a phrase on no list: nouns and what stands for one. */
export function mayBeHead(trees: Trees, i: number): boolean {
  const { upos } = trees.tags[i]
  const relation = trees.plainRelation(i)
  if (upos === 'NOUN' || upos === 'PROPN' || upos === 'PRON') return true
  // "One 16-year-old": where a tree puts the number on top, the noun that follows is meant.
  if (upos !== 'ADV' && i + 1 < trees.length && /^(NN|JJ|CD)/.test(trees.tags[i + 1].xpos)) return false
  if (upos === 'NUM') return relation !== 'nummod' && relation !== 'compound' && relation !== 'flat'
  if (upos === 'DET') return relation !== 'det'
  if (upos === 'ADJ')
    return relation !== 'amod' && trees.children(i).some((child) => trees.plainRelation(child) === 'det')
  return upos === 'ADV' && PLACE_ADVERB.test(trees.lower(i))
}

const PLACE_ADVERB =
  /^(here|there|home|abroad|overseas|elsewhere|somewhere|anywhere|everywhere|downtown|upstairs|downstairs|outside|inside|nearby|where)$/

const beforeComma = (trees: Trees, from: number, to: number): number => {
  for (let i = from + 1; i < to; i++) if (trees.lower(i) === ',') return i
  return to
}

/** "parliamentarian" stands on the list, "deputy-mayor" and "vice-president" end in a word that does. */
const kindOfCompound = (lemma: string): EntityKind | undefined =>
  /[a-z]-?(woman|man|people|worker|holder|goer|seeker|maker|keeper|official|fighter)$/.test(lemma) && lemma !== 'human'
    ? 'person'
    : undefined
