import type { Trees } from '../../document/Trees.ts'
import type { EntityKind } from '../../model/Entity.ts'
import type { Candidate } from './Candidate.ts'
import { type HeadKinds, KIND_OF_HEAD } from './HeadKinds.ts'
import { isNoMention } from './isNoMention.ts'
import { headOf, type WholeName } from './joinNames.ts'
import type { MentionLexicon } from './MentionLexicon.ts'
import { mayBeHead } from './mayBeHead.ts'
import { introductionOf, modifiersOf, nounPhrase } from './nounPhrase.ts'

/** Words that are people only where people were spoken of. */
const SOME = /^(some|others|many|several)$/

/** Relations in which a noun only qualifies another. */
const QUALIFIES = /^(compound|flat|fixed|goeswith|amod)/

/** Finds the mentions that nouns make, and what stands for one: "the two men", "a Tunisian", "others". */
export class DescriptionFinder {
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
    if (QUALIFIES.test(trees.relation(i)) || isNoMention(trees, this.#personAt, i)) return undefined
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
    if (isNoMention(trees, this.#personAt, i)) return undefined
    const { xpos, upos } = trees.tags[i]
    const one = /^(one|each|another|other|every|someone|somebody|anyone|anybody|everyone|everybody)$/.test(lemma)
    const plural = /^NNP?S$/.test(xpos) || ((upos === 'NUM' || upos === 'DET' || upos === 'ADJ') && !one)
    return this.#describe(i, some === 'person' && plural ? 'people' : KIND_OF_HEAD[some]!, lemma, plural)
  }

  /** "a railway station", where one goes, as against the station that broadcasts */
  #isStop(i: number): boolean {
    const trees = this.#trees
    if (trees.lemma(i) !== 'station') return false
    return trees.children(i).some((child) => this.#lexicon.nouns.stops.has(trees.lower(child)))
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
}

/** "parliamentarian" stands on the list, "deputy-mayor" and "vice-president" end in a word that does. */
const kindOfCompound = (lemma: string): EntityKind | undefined =>
  /[a-z]-?(woman|man|people|worker|holder|goer|seeker|maker|keeper|official|fighter)$/.test(lemma) && lemma !== 'human'
    ? 'person'
    : undefined
