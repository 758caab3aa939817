import { append } from '../../base/append.ts'
import type { NameLexicon } from '../../vocabulary/NameLexicon.ts'

/** What lists a word can stand on; the bit of each is its place here. */
export const LISTS = [
  'given',
  'family',
  'title',
  'particle',
  'organisation head',
  'place head',
  'facility head',
  'other head',
  'people',
  'demonym',
  'reporting',
  'female',
] as const

/** Lists of phrases of one word or more; a token gets the list and whether it opens the phrase. */
export const PHRASE_LISTS = ['country', 'capital', 'region', 'organisation', 'demonym phrase', 'place'] as const

/** The known names and the words around names, for looking up. */
export class NameDictionary {
  readonly #words = new Map<string, number>()
  readonly #phrases = new Map<string, { words: string[]; list: number }[]>()

  constructor({ nationalities, personal, words }: NameLexicon) {
    const add = (list: (typeof LISTS)[number], word: string): void => {
      this.#words.set(word, (this.#words.get(word) ?? 0) | (1 << LISTS.indexOf(list)))
    }
    for (const set of [personal.female, personal.male, personal.either]) {
      for (const name of set) add('given', name.toLowerCase())
    }
    for (const name of personal.female) add('female', name.toLowerCase())
    for (const name of personal.family) add('family', name.toLowerCase())
    for (const word of words.titles) add('title', word)
    for (const word of words.particles) add('particle', word)
    for (const word of words.organisationHeads) add('organisation head', word)
    for (const word of words.placeHeads) add('place head', word)
    for (const word of words.facilityHeads) add('facility head', word)
    for (const word of words.otherHeads) add('other head', word)
    for (const word of words.peoples) add('people', word)
    for (const word of words.reporting) add('reporting', word)
    for (const country of nationalities) {
      for (const name of [country.name, ...country.also]) this.addPhrase('country', name)
      for (const name of country.capitals) this.addPhrase('capital', name)
      for (const demonym of country.demonyms) {
        for (const form of [demonym, plural(demonym)]) {
          if (form.includes(' ')) this.addPhrase('demonym phrase', form)
          else add('demonym', form.toLowerCase())
        }
      }
    }
    for (const name of words.regions) this.addPhrase('region', name)
    for (const name of words.organisations) this.addPhrase('organisation', name)
  }

  addPhrase(list: (typeof PHRASE_LISTS)[number], phrase: string): void {
    const words = phrase.toLowerCase().split(/[ ]|(?<=-)|(?=-)|(?=['’]s?\b)/)
    append(this.#phrases, words[0], { words, list: PHRASE_LISTS.indexOf(list) })
  }

  /** The bits of the lists that the word (in lower case) stands on. */
  lists(lower: string): number {
    return this.#words.get(lower) ?? 0
  }

  /** Calls `found` with each longest phrase of a list that begins at `at`. */
  phrasesAt(lower: readonly string[], at: number, found: (list: number, length: number) => void): void {
    const entries = this.#phrases.get(lower[at])
    if (!entries) return
    const longest = new Array<number>(PHRASE_LISTS.length).fill(0)
    for (const { words, list } of entries) {
      if (words.length <= longest[list]) continue
      let i = 1
      while (i < words.length && lower[at + i] === words[i]) i++
      if (i === words.length) longest[list] = i
    }
    for (const [list, length] of longest.entries()) if (length > 0) found(list, length)
  }
}

/** "Afghan" has "Afghans"; "Chinese", "British" and "Swiss" stay. */
const plural = (demonym: string): string => (/(s|sh|ch|ese|men)$/.test(demonym) ? demonym : `${demonym}s`)
