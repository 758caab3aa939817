import type { Document } from '../../document/Document.ts'
import type { Name, Sentence, Tag, Token } from '../../document/Layers.ts'
import { hashString } from '../../learned/featureHash.ts'
import type { Gazetteer } from './Gazetteer.ts'
import type { Named } from './GazetteerEntry.ts'

/** The most words that are looked up as one name. */
const LONGEST = 6
/** A longer token is no part of a name: a URL, a line of dashes. */
const LONGEST_TOKEN = 40

/** The longest name of the gazetteer that begins at a token. */
export interface Match {
  readonly from: number
  readonly to: number
  readonly named: readonly Named[]
}

/** Words in lower case that a name may have inside: "Isle of Man", "Rio de la Plata". */
const INSIDE = new Set(
  "of the and de la le les del el al y da do dos das di du des en sur sous upon on under 's ’s - – / & ' ’ .".split(
    ' ',
  ),
)

/**
 * A document as the search for places sees it: which tokens can be part of a name, and which stretches of them the
 * gazetteer knows.
 */
export class PlaceText {
  readonly document: Document
  readonly tokens: readonly Token[]
  readonly tags: readonly Tag[]
  readonly sentences: readonly Sentence[]
  readonly names: readonly Name[]
  /** Hash of each token in lower case. */
  readonly words: Int32Array
  /** 1 where the token begins with a capital or a digit. */
  readonly capital: Uint8Array
  /** 1 where the token can be part of a place's name. */
  readonly active: Uint8Array
  /** Index + 1 of the match that covers the token. */
  readonly covered: Int32Array
  readonly matches: readonly Match[]
  /** Index + 1 of the name that covers the token. */
  readonly nameAt: Int32Array
  readonly #gazetteer: Gazetteer

  constructor(document: Document, gazetteer: Gazetteer) {
    this.#gazetteer = gazetteer
    this.document = document
    this.tokens = document.get('tokens')
    this.tags = document.get('tags')
    this.sentences = document.get('sentences')
    this.names = document.get('names')
    const size = this.tokens.length
    this.words = new Int32Array(size)
    this.capital = new Uint8Array(size)
    this.active = new Uint8Array(size)
    this.covered = new Int32Array(size)
    this.nameAt = new Int32Array(size)
    this.tokens.forEach(({ text }, i) => {
      this.words[i] = hashString(text.length > LONGEST_TOKEN ? '' : text.toLowerCase())
      if (text.length <= LONGEST_TOKEN && startsLikeName(text)) this.capital[i] = 1
    })
    this.names.forEach(({ from, to }, name) => {
      for (let i = from; i < to; i++) this.nameAt[i] = name + 1
    })
    for (let i = 0; i < size; i++) {
      if (this.capital[i] || this.nameAt[i]) this.active[i] = 1
    }
    for (let i = 1; i + 1 < size; i++) {
      if (!this.active[i] && INSIDE.has(this.tokens[i].text) && this.capital[i - 1]) {
        // "Isle of Man", "Bank of the West"
        const next = this.capital[i + 1]
          ? i + 1
          : INSIDE.has(this.tokens[i + 1].text) && this.capital[i + 2]
            ? i + 2
            : 0
        if (next > 0 && this.tokens[next].sentence === this.tokens[i].sentence)
          for (let j = i; j < next; j++) this.active[j] = 1
      }
    }
    this.matches = this.#findMatches()
    this.matches.forEach(({ from, to }, match) => {
      for (let i = from; i < to; i++) this.covered[i] = match + 1
    })
  }

  /** Longest matches from left to right. */
  #findMatches(): Match[] {
    const matches: Match[] = []
    for (let i = 0; i < this.tokens.length; ) {
      const match = this.active[i] && (this.capital[i] || this.nameAt[i]) ? this.matchAt(i) : undefined
      if (match) matches.push(match)
      i = match ? match.to : i + 1
    }
    return matches
  }

  /** The longest match that begins at a token and stays within its sentence and within tokens that can be names. */
  matchAt(from: number): Match | undefined {
    const { sentence } = this.tokens[from]
    let last = from
    while (
      last + 1 < this.tokens.length &&
      last + 1 - from < LONGEST &&
      this.active[last + 1] &&
      this.tokens[last + 1].sentence === sentence
    )
      last++
    for (let to = last + 1; to > from; to--) {
      if (!this.capital[to - 1] && !this.nameAt[to - 1]) continue
      const named = this.named(from, to)
      if (named.length > 0) return { from, to, named }
    }
    return undefined
  }

  /** What the gazetteer has under the words of `[from, to)`, under any use of a name. */
  named(from: number, to: number): readonly Named[] {
    const phrase = this.phrase(from, to)
    // A capital alone is a middle initial.
    if (phrase.length < 2) return NONE
    const places = this.#gazetteer.lookup(phrase)
    const forms = phrase.length <= 9 ? this.#gazetteer.abbreviation(phrase) : NONE
    if (to - from > 3) return places
    const people = this.#gazetteer.demonym(phrase)
    if (forms.length === 0 && people.length === 0) return places
    return [...forms, ...people, ...places]
  }

  /** The words of `[from, to)` as the tokens have them (recased), with the spaces of the text. */
  phrase(from: number, to: number): string {
    if (to - from === 1) return this.tokens[from].text
    let phrase = this.tokens[from].text
    for (let i = from + 1; i < to; i++) {
      phrase += (this.tokens[i].start > this.tokens[i - 1].end ? ' ' : '') + this.tokens[i].text
    }
    return phrase
  }
}

const NONE: readonly Named[] = []

function startsLikeName(text: string): boolean {
  const first = text.charCodeAt(0)
  if (first >= 97 && first <= 122)
    return /^(?:sub|pro|anti|trans|non|mid|al|el|ez|es|ash|ad|ar|as|at|az)-\p{Lu}/u.test(text)
  if (first >= 65 && first <= 90) return true
  return first > 191 && /^\p{Lu}|^\p{Lo}/u.test(text)
}
