import type { SegmentationLexicon } from '../../vocabulary/SegmentationLexicon.ts'
import {
  BLANK,
  classAt,
  DIGIT,
  isApostrophe,
  isLower,
  isUpper,
  isWordAt,
  LETTER,
  lowered,
  OTHER,
} from './characters.ts'
import { CLITICS } from './WordSplitter.ts'

const DASH = 0x2d
const STOP = 0x2e
const FILE_ENDING = /^\.(?:docx?|xlsx?|pdf|txt|jpe?g|png|zip|csv|pptx?|exe|html?)(?![\p{L}\p{N}])/iu

/** Finds where a piece of text without blanks ends: a word with what joins its parts, or a sign. Looks no further back than the piece. */
export class PieceScanner {
  readonly #abbreviations: ReadonlySet<string>
  readonly #capitalOnly: ReadonlySet<string>
  readonly #beforeNumber: ReadonlySet<string>
  readonly #prefixes: ReadonlySet<string>
  readonly #joined: ReadonlySet<string>
  readonly #whole: ReadonlySet<string>

  constructor(lexicon: SegmentationLexicon) {
    this.#abbreviations = new Set(lexicon.abbreviations)
    this.#capitalOnly = new Set(lexicon.capitalOnly)
    this.#beforeNumber = new Set(lexicon.beforeNumber)
    this.#prefixes = new Set(lexicon.joinedPrefixes)
    this.#joined = new Set(lexicon.joined)
    this.#whole = new Set(lexicon.whole)
  }

  /** The end of the piece that begins with neither a letter nor a digit: "...", "$", "#hope", "+44", "'90s". */
  signEnd(text: string, at: number, to: number, opens: boolean): number {
    const code = text.charCodeAt(at)
    const next = at + 1 < to ? classAt(text, at + 1) : BLANK
    if (isApostrophe(code)) {
      if (at + 1 < to && (text.charCodeAt(at + 1) === code || (text[at] === '‘' && text[at + 1] === '’'))) return at + 2
      if (next === DIGIT && opens) return this.wordEnd(text, at + 1, to)
      if (next === LETTER) {
        const end = this.wordEnd(text, at + 1, to)
        const word = `'${lowered(text, at + 1, end)}`
        // "that 's"
        if (this.#whole.has(word) || (CLITICS.has(word) && (!opens || end === to))) return end
      }
      return at + 1
    }
    // "#hope", but "#1" is two
    if ((code === 0x23 || code === 0x40) && (next === LETTER || (next === DIGIT && code === 0x40))) {
      let end = at + 1
      while (end < to && (classAt(text, end) !== OTHER || text[end] === '_')) end++
      return end
    }
    if (code === 0x2b && next === DIGIT && opens) return this.wordEnd(text, at + 1, to)
    if (code === STOP && next === DIGIT && opens) return this.wordEnd(text, at + 1, to)
    // "Draft .doc", but not " .the next"
    if (code === STOP && opens && FILE_ENDING.test(text.slice(at, Math.min(to, at + 6))))
      return this.wordEnd(text, at + 1, to)
    if ((code === STOP || code === 0x2c) && (text[at + 1] === '?' || text[at + 1] === '!') && at + 2 === to) return to
    if (code >= 0xd800 && code <= 0xdbff && at + 1 < to) {
      const low = text.charCodeAt(at + 1)
      if (low >= 0xdc00 && low <= 0xdfff) return at + 2
    }
    if ('.-=*_~!?<>'.includes(text[at])) {
      let end = at + 1
      const mixed = code === 0x21 || code === 0x3f
      while (end < to && (text.charCodeAt(end) === code || (mixed && (text[end] === '!' || text[end] === '?')))) end++
      return end
    }
    return at + 1
  }

  /** The end of the word that begins at `at`, with what joins its parts: "1,200.50", "U.S.", "5:30", "anti-war", "AT&T". */
  wordEnd(text: string, at: number, to: number): number {
    let end = at
    let hyphens = 0
    let stops = 0
    for (;;) {
      while (end < to && isWordAt(text, end)) end++
      if (end >= to) return end
      const code = text.charCodeAt(end)
      const after = end + 1 < to ? classAt(text, end + 1) : BLANK
      const joins = after === LETTER || after === DIGIT
      if (code === STOP) {
        if (joins && this.#stopJoins(text, at, end, after)) stops++
        else return this.#keepsStop(text, at, end, to, stops) ? end + 1 : end
      } else if (code === 0x24) {
        // "US$"
        return end - at <= 3 && isUpper(text, end - 1) ? end + 1 : end
      } else if (!joins) {
        // A word broken off: "th- the"
        return code === DASH && end - at <= 2 && after === BLANK && classAt(text, at) === LETTER ? end + 1 : end
      } else if (code === 0x2c || code === 0x3a || code === 0x2f) {
        // "10,000", "5:30", "9/11" and "w/o", but "Kabul/Kandahar" is three
        const numbers = after === DIGIT && classAt(text, end - 1) === DIGIT
        const whole = code === 0x2f && end - at <= 3 && this.#whole.has(lowered(text, at, Math.min(to, end + 2)))
        if (!(numbers || whole)) return end
      } else if (isApostrophe(code)) {
        // Stays for now: `#emitWord` cuts "n't" and "'s" off.
      } else if (code === DASH) {
        if (!this.#hyphenJoins(text, at, end, to, hyphens)) return end
        hyphens++
      } else if (code === 0x26) {
        if (!(isUpper(text, end - 1) && isUpper(text, end + 1) && end - at <= 3)) return end
      } else if (text[end] !== '_' && !(text[end] === '@' && after === LETTER)) {
        return end
      }
      end++
    }
  }

  /** Whether a stop with something right behind it is part of the word: "1.5", "U.S.", "p.m.", "report.doc". */
  #stopJoins(text: string, at: number, end: number, after: number): boolean {
    const before = end > at ? classAt(text, end - 1) : BLANK
    if (before === DIGIT) return true
    if (after === DIGIT) return before === LETTER && end - at <= 4 && isUpper(text, at)
    const single = end - at === 1 || text.charCodeAt(end - 2) === STOP
    if (single) return true
    // "Ph.D."
    if (end + 2 <= text.length && this.#abbreviations.has(lowered(text, at, end + 2))) return true
    // "file.doc" but not "ended.The"
    return isLower(text, end + 1) && end - at <= 20
  }

  /** Whether the stop at `end`, the last of the word, belongs to it. */
  #keepsStop(text: string, at: number, end: number, to: number, stops: number): boolean {
    if (end === at || text.charCodeAt(end + 1) === STOP) return false
    const length = end - at
    if (length > 8) return false
    const word = lowered(text, at, end)
    // "U.S.", "a.k.a.", "Ph.D."
    if (stops > 0) return /^\p{L}(?:\.\p{L})+$/u.test(word) || this.#abbreviations.has(word)
    const closes = end + 1 < to && isWordAt(text, end + 1)
    if (closes) return false
    // The initial of a name: "J. Noor", "George W."; not "I."
    if (length === 1 && isUpper(text, at)) return word !== 'i' || isUpperAfterBlank(text, end + 1)
    if (this.#beforeNumber.has(word)) {
      let next = end + 1
      while (next < end + 4 && next < text.length && classAt(text, next) === BLANK) next++
      if (next < text.length && classAt(text, next) === DIGIT) return true
    }
    if (!this.#abbreviations.has(word)) return false
    // "… and so on, etc. The next" ends a sentence with a stop of its own.
    if (word === 'etc' && endsSentence(text, end + 1)) return false
    return !this.#capitalOnly.has(word) || isUpper(text, at)
  }

  /** Whether a hyphen between two letters or digits stays inside the word. */
  #hyphenJoins(text: string, at: number, end: number, to: number, hyphens: number): boolean {
    if (end === at) return false
    const first = classAt(text, end - 1)
    // telephone numbers: "555-0142"; but ranges of years or small numbers are three
    if (first === DIGIT && classAt(text, end + 1) === DIGIT) {
      let digits = 0
      for (let i = end + 1; i < to && classAt(text, i) === DIGIT; i++) digits++
      const before = end - at
      return hyphens > 0 || (before >= 3 && digits >= 3 && !(before === 4 && digits === 4))
    }
    if (hyphens > 0 || end - at > 8) return false
    if (this.#prefixes.has(lowered(text, at, end))) return true
    let next = end + 1
    while (next < to && next < end + 10 && classAt(text, next) === LETTER) next++
    return this.#joined.has(lowered(text, at, next))
  }
}

/** True where nothing follows but blanks, or a capital after one: what is before was the end of a sentence. */
function endsSentence(text: string, from: number): boolean {
  let at = from
  while (at < text.length && at < from + 4 && classAt(text, at) === BLANK) at++
  return at >= text.length || (at > from && (isUpper(text, at) || text[at] === '\n'))
}

const isUpperAfterBlank = (text: string, at: number): boolean => text[at] === ' ' && isUpper(text, at + 1)
