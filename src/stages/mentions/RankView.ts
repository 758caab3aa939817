import { filled } from '../../base/filled.ts'
import type { Document } from '../../document/Document.ts'
import type { Trees } from '../../document/Trees.ts'
import { hashString } from '../../learned/featureHash.ts'
import type { Candidate } from './Candidate.ts'
import { commanding } from './commanding.ts'
import { type Quotation, quotationsOf, speakerOf } from './quotations.ts'
import type { Story } from './Story.ts'

/** How many mentions before an anaphor are looked at, whatever they are. */
const WINDOW = 22
/** How many more with the same noun, word of a name, or person of a pronoun. */
const ALIKE = 4

const SIDE = /^(north|south|east|west|northern|southern|eastern|western|left|right|upper|lower|first|second|third)$/

/** "the southern wing" and "the northern wing" are two. */
function areContrasted(a: Candidate, b: Candidate): boolean {
  if (a.form !== 'description' || b.form !== 'description' || a.lemma !== b.lemma) return false
  const [x, y] = [a, b].map(({ modifiers }) => [...modifiers].find((word) => SIDE.test(word)))
  return x !== undefined && y !== undefined && x !== y
}

/** What features of pairs are read from: each candidate once, as numbers. */
export class RankView {
  readonly story: Story
  /** what kind of expression a candidate is, as its features are told apart by */
  readonly type: Int32Array
  readonly relation: Int32Array
  readonly lemma: Int32Array
  readonly governor: Int32Array
  readonly paragraph: Int32Array
  /** index of the quotation a candidate stands in, -1 outside */
  readonly quotation: Int32Array
  /** by quotation: the candidate that speaks it, -1 where nobody is found */
  readonly speaker: Int32Array
  /** by token: nouns up to it that are no candidates, in the singular and in the plural */
  readonly things: readonly [Int32Array, Int32Array]
  /** by paragraph: 1 where it ends with a question mark, 2 where it begins with a label ("Nour: …") */
  readonly turns: Uint8Array
  /** how much the text speaks in the first and second person outside quotations, from 0 to 3 */
  readonly dialogue: number
  /** lists that hold what could be meant though it is further back */
  readonly #alike = new Map<string, number[]>()
  #listed = 0

  constructor(story: Story) {
    this.story = story
    const { candidates, trees, document } = story
    const map = (read: (candidate: Candidate) => number): Int32Array =>
      filled(new Int32Array(candidates.length), (i) => read(candidates[i]))
    this.type = map(typeOf)
    this.relation = map(({ head }) => hashString(trees.plainRelation(head)))
    this.lemma = map(({ lemma }) => hashString(lemma))
    this.governor = map(({ head }) => (trees.head(head) < 0 ? 0 : hashString(trees.lemma(trees.head(head)))))
    const sentences = document.get('sentences')
    this.paragraph = map(({ sentence }) => sentences[sentence].paragraph)
    const quotations = quotationsOf(trees)
    this.quotation = quotationByCandidate(candidates, quotations)
    this.speaker = Int32Array.from(quotations, (quotation) => speakerOf(story, quotation) ?? -1)
    this.things = countThings(story)
    this.turns = turnsOf(document, trees)
    this.dialogue = this.#dialogueOf()
  }

  /** The candidates that `i` may stand for, all before it: the nearest, and the latest that are like it. */
  antecedents(i: number): number[] {
    const { candidates, clusters } = this.story
    for (; this.#listed < i; this.#listed++)
      for (const key of keysOf(candidates[this.#listed])) this.#list(key, this.#listed)
    const found: number[] = []
    const reach = candidates[i].form === 'pronoun' ? 6 : 40
    const gendered = candidates[i].form === 'pronoun' && candidates[i].gender !== 'unknown'
    const others = commanding(this.story, i)
    const take = (j: number): void => {
      if (others.size > 0 && others.has(clusters.rootOf(j))) return
      if (found.includes(j) || clusters.same(i, j)) return
      // "He" is no newspaper.
      const { kinds } = clusters.of(j)
      if (gendered && kinds.size > 0 && !kinds.has('person') && !kinds.has('people')) return
      if (areContrasted(candidates[i], candidates[j])) return
      // Names and descriptions say what they are: two people are no organisation.
      if (candidates[i].form !== 'pronoun' && !clusters.compatible(i, j)) return
      if (candidates[j].pronoun === 'relative' && candidates[j].sentence !== candidates[i].sentence) return
      found.push(j)
    }
    for (let j = i - 1; j >= 0 && j >= i - WINDOW; j--) {
      if (candidates[i].sentence - candidates[j].sentence > reach) break
      take(j)
    }
    for (const key of keysOf(candidates[i])) for (const j of this.#alike.get(key) ?? []) take(j)
    return found.sort((a, b) => b - a)
  }

  #list(key: string, i: number): void {
    const list = this.#alike.get(key)
    if (list === undefined) this.#alike.set(key, [i])
    else {
      list.push(i)
      if (list.length > ALIKE) list.shift()
    }
  }

  #dialogueOf(): number {
    const { candidates } = this.story
    let spoken = 0
    for (const [i, { pronoun }] of candidates.entries())
      if ((pronoun === 'first' || pronoun === 'second') && this.quotation[i] < 0) spoken++
    const share = spoken / Math.max(1, candidates.length)
    return share < 0.02 ? 0 : share < 0.1 ? 1 : share < 0.3 ? 2 : 3
  }
}

/** What makes a candidate be looked at from afar. */
function keysOf({ form, lemma, words, pronoun, number, roles }: Candidate): string[] {
  if (pronoun === 'first' || pronoun === 'second') return [`${pronoun} ${number}`]
  if (form === 'pronoun') return []
  if (form === 'description') return [lemma]
  return [...new Set([...words.filter((word) => word.length > 2), ...roles])]
}

const PRONOUN_TYPES: Record<string, string> = {
  him: 'he',
  his: 'he',
  himself: 'he',
  her: 'she',
  hers: 'she',
  herself: 'she',
  them: 'they',
  their: 'they',
  theirs: 'they',
  themselves: 'they',
  its: 'it',
  itself: 'it',
  me: 'i',
  my: 'i',
  mine: 'i',
  myself: 'i',
  us: 'we',
  our: 'we',
  ours: 'we',
  ourselves: 'we',
  your: 'you',
  yours: 'you',
  yourself: 'you',
  yourselves: 'you',
  whom: 'who',
  whose: 'who',
}

function typeOf({ form, lemma, introduction, number, kind }: Candidate): number {
  if (form === 'pronoun') return hashString(PRONOUN_TYPES[lemma] ?? lemma)
  if (form === 'name') return hashString(kind === 'person' ? 'person name' : kind === 'place' ? 'place name' : 'name')
  return hashString(`${introduction} ${number}`)
}

function quotationByCandidate(candidates: readonly Candidate[], quotations: readonly Quotation[]): Int32Array {
  let q = 0
  return filled(new Int32Array(candidates.length), (i) => {
    const { from } = candidates[i]
    while (q < quotations.length && quotations[q].to < from) q++
    return q < quotations.length && quotations[q].from < from ? q : -1
  })
}

function countThings({ candidates, trees }: Story): readonly [Int32Array, Int32Array] {
  const heads = new Uint8Array(trees.length)
  for (const { head, from, to, form } of candidates) {
    heads[head] = 1
    if (form === 'name') heads.fill(1, from, to)
  }
  const singular = new Int32Array(trees.length + 1)
  const plural = new Int32Array(trees.length + 1)
  for (let i = 0; i < trees.length; i++) {
    const noun =
      heads[i] === 0 && /^(nsubj|obj|obl|nmod|root|conj|appos)/.test(trees.relation(i)) ? trees.tags[i].xpos : ''
    singular[i + 1] = singular[i] + (noun === 'NN' || noun === 'NNP' ? 1 : 0)
    plural[i + 1] = plural[i] + (noun === 'NNS' || noun === 'NNPS' ? 1 : 0)
  }
  return [singular, plural]
}

function turnsOf(document: Document, trees: Trees): Uint8Array {
  const turns = new Uint8Array(document.get('paragraphs').length + 1)
  let last = -1
  for (const { from, to, paragraph } of document.get('sentences')) {
    const asks = /^\?/.test(trees.tokens[to - 1].text) || (to - 2 >= from && trees.tokens[to - 2].text === '?')
    const labelled =
      paragraph !== last
        ? [from + 1, from + 2, from + 3].some((i) => i < to && trees.tokens[i].text === ':')
        : (turns[paragraph] & 2) > 0
    turns[paragraph] = (asks ? 1 : 0) | (labelled ? 2 : 0)
    last = paragraph
  }
  return turns
}
