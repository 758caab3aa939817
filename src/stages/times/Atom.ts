import type { Span } from '../../model/Span.ts'
import type { HolidayDay } from '../../vocabulary/TimesLexicon.ts'
import type { DayPart, Season, Unit } from './Moment.ts'

/** What the lexicon knows of one word; a word may be several things: "second" is an ordinal and a unit. */
export interface Entry {
  number?: number
  scale?: number
  ordinal?: number
  vague?: boolean
  month?: number
  weekday?: number
  /** "Mondays", "Tuesday nights" */
  plural?: boolean
  season?: Season
  unit?: Unit
  part?: DayPart
  decade?: number
  zone?: string
  /** offset of a town's clock, empty where it is not always the same: "7:30 Moscow time" */
  townZone?: string
  /** is a time only with a capital: "May", "Sat" */
  capitalised?: boolean
  /** keeps a full stop: "Sept." */
  abbreviated?: boolean
  /** names of holidays that begin with this word, longest first, word by word */
  holidays?: { readonly words: readonly string[]; readonly on: HolidayDay }[]
  hijriMonths?: { readonly words: readonly string[]; readonly month: number }[]
  /** a counted noun: "people" */
  counted?: boolean
  /** something that lasts, so that its age is a length: "truce" */
  lasts?: boolean
}

/** A time of day as digits write it: 10:35, 22:05:30. */
export interface ClockDigits {
  readonly hour: number
  readonly minute: number
  readonly second?: number
}

/**
 * The smallest piece that the rules see: a word, a number, a mark. Hyphens between words are no atoms of their own, so
 * "third-quarter" and "third quarter" read the same; `joined` remembers them. A `break` stands between sentences.
 */
export interface Atom extends Span {
  readonly kind: 'word' | 'number' | 'clock' | 'iso' | 'mark' | 'break'
  /** lower case, without stops: "p.m." is "pm" */
  readonly word: string
  readonly entry: Entry | undefined
  /** of numbers */
  readonly value: number
  /** how many digits it was written with; 0 where a comma or a decimal point stands in it */
  readonly digits: number
  /** what followed the digits: "st", "s" ("1990s") */
  readonly suffix: string
  readonly clock: ClockDigits | undefined
  /** a hyphen (or a dash between digits) ties it to the atom before */
  readonly joined: boolean
  /** no space before it */
  readonly glued: boolean
  readonly capital: boolean
  /** an apostrophe stands before it: '39 */
  readonly clipped: boolean
  /** index of the token it begins in, and that token's Penn tag */
  readonly token: number
  readonly xpos: string
  /** number of the sentence */
  readonly sentence: number
}
