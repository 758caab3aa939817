import type { SegmentationLexicon } from '../../vocabulary/SegmentationLexicon.ts'
import { BLANK, classAt, DIGIT, isApostrophe, isLower, isUpper, LETTER, OTHER } from './characters.ts'

/** Starts and ends of tokens, in order. */
export interface Cuts {
  readonly starts: number[]
  readonly ends: number[]
}

/** Longer runs without a blank are no address; they are cut like any text, so that a huge one costs no more than its length. */
const LONGEST_ADDRESS = 2000
const ADDRESS_HEAD = /^(?:(?:https?|ftp):\/\/|www\.|mailto:)/i
const EMAIL = /^[\w.+%#-]+@[\w-]+(?:\.[\w-]+)*$/
const DOMAIN = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|gov|edu|mil|int|info|co\.[a-z]{2}|[a-z]{2})(?:\/\S*)?$/i
/** What stands behind an address without being part of it. */
const AFTER_ADDRESS = '.,;:!?\'"’”»])}>'
const DASH = 0x2d
const STOP = 0x2e

/**
 * Cuts text into words as Universal Dependencies does: "don't" is "do" + "n't", "Noor's" is "Noor" + "'s",
 * "Franco-German" is three, "anti-government", "5:30", "U.S." and "al.ameen@example.org" are one.
 * One pass over the characters; nothing looks back further than the word begun.
 */
export class Tokenizer {
  readonly #abbreviations: ReadonlySet<string>
  readonly #capitalOnly: ReadonlySet<string>
  readonly #beforeNumber: ReadonlySet<string>
  readonly #prefixes: ReadonlySet<string>
  readonly #joined: ReadonlySet<string>
  readonly #whole: ReadonlySet<string>
  readonly #units: ReadonlySet<string>
  readonly #contractions = new Map<string, number[]>()
  readonly #emoticons: ReadonlySet<string>

  constructor(lexicon: SegmentationLexicon) {
    this.#abbreviations = new Set(lexicon.abbreviations)
    this.#capitalOnly = new Set(lexicon.capitalOnly)
    this.#beforeNumber = new Set(lexicon.beforeNumber)
    this.#prefixes = new Set(lexicon.joinedPrefixes)
    this.#joined = new Set(lexicon.joined)
    this.#whole = new Set(lexicon.whole)
    this.#emoticons = new Set(lexicon.emoticons)
    this.#units = new Set(lexicon.units)
    for (const entry of lexicon.contractions) {
      const parts = entry.split('|')
      let at = 0
      const cuts = parts.slice(0, -1).map((part) => {
        at += part.length
        return at
      })
      this.#contractions.set(parts.join(''), cuts)
    }
  }

  /** The tokens of `[from, to)`. */
  cut(text: string, from: number, to: number): Cuts {
    const cuts: Cuts = { starts: [], ends: [] }
    let at = from
    while (at < to) {
      if (classAt(text, at) === BLANK) {
        at++
        continue
      }
      let end = at
      let plain = true
      for (; end < to; end++) {
        const kind = classAt(text, end)
        if (kind === BLANK) break
        if (kind !== LETTER) plain = false
      }
      if (plain) this.#emitWord(text, at, end, cuts)
      else this.#cutChunk(text, at, end, cuts)
      at = end
    }
    return cuts
  }

  /** One run without blanks that is not all letters. */
  #cutChunk(text: string, from: number, to: number, cuts: Cuts): void {
    if (to - from <= LONGEST_ADDRESS) {
      const address = this.#addressIn(text, from, to)
      if (address) {
        if (address.start > from) this.#cutPieces(text, from, address.start, cuts)
        emit(cuts, address.start, address.end)
        if (address.end < to) this.#cutPieces(text, address.end, to, cuts)
        return
      }
    }
    this.#cutPieces(text, from, to, cuts)
  }

  /** A web or mail address, a host name or an emoticon in the chunk, without the brackets and stops around it. */
  #addressIn(text: string, from: number, to: number): { start: number; end: number } | undefined {
    if (to - from <= 4 && this.#emoticons.has(text.slice(from, to))) return { start: from, end: to }
    let start = from
    while (start < to && '<([{"\'“‘'.includes(text[start])) start++
    let end = to
    while (end > start && AFTER_ADDRESS.includes(text[end - 1])) end--
    const trimmed = text.slice(start, end)
    if (ADDRESS_HEAD.test(trimmed) || EMAIL.test(trimmed)) return { start, end }
    // "Meduza.io", but not "end.The next" and not "U.S"
    const dot = trimmed.lastIndexOf('.')
    if (dot > 1 && DOMAIN.test(trimmed) && (isLower(trimmed, dot + 1) || isUpper(trimmed, dot - 1))) {
      return { start, end }
    }
    return undefined
  }

  #cutPieces(text: string, from: number, to: number, cuts: Cuts): void {
    let at = from
    while (at < to) {
      const kind = classAt(text, at)
      const end = kind === OTHER ? this.#symbol(text, at, to, at === from) : this.#word(text, at, to)
      if (kind === OTHER && !hasWord(text, at, end)) emit(cuts, at, end)
      else this.#emitWord(text, at, end, cuts)
      at = end
    }
  }

  /** The end of the piece that begins with neither a letter nor a digit: "...", "$", "#hope", "+44", "'90s". */
  #symbol(text: string, at: number, to: number, opens: boolean): number {
    const code = text.charCodeAt(at)
    const next = at + 1 < to ? classAt(text, at + 1) : BLANK
    if (isApostrophe(code)) {
      if (text.charCodeAt(at + 1) === code && at + 1 < to) return at + 2
      if (next === DIGIT && opens) return this.#word(text, at + 1, to)
      if (next === LETTER) {
        const end = this.#word(text, at + 1, to)
        const word = `'${lowered(text, at + 1, end)}`
        if (this.#whole.has(word) || (!opens && CLITIC.has(word))) return end
      }
      return at + 1
    }
    if ((code === 0x23 || code === 0x40) && next !== BLANK && next !== OTHER) {
      let end = at + 1
      while (end < to && (classAt(text, end) !== OTHER || text[end] === '_')) end++
      return end
    }
    if (code === 0x2b && next === DIGIT && opens) return this.#word(text, at + 1, to)
    if (code === STOP && next === DIGIT && opens) return this.#word(text, at + 1, to)
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
  #word(text: string, at: number, to: number): number {
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

  /** Emits one word, with the parts of a contraction cut: "wouldn't", "they've", "cannot", "guards'". */
  #emitWord(text: string, from: number, to: number, cuts: Cuts): void {
    if (to - from <= 8) {
      const parts = this.#contractions.get(lowered(text, from, to))
      if (parts) {
        let start = from
        for (const part of parts) {
          emit(cuts, start, from + part)
          start = from + part
        }
        emit(cuts, start, to)
        return
      }
    }
    if (to - from <= 16 && classAt(text, from) === DIGIT && classAt(text, to - 1) === LETTER) {
      const unit = this.#unit(text, from, to)
      if (unit > 0) {
        emit(cuts, from, unit)
        emit(cuts, unit, to)
        return
      }
    }
    const ends = [to]
    let end = to
    while (end - from > 1) {
      const cut = this.#clitic(text, from, end)
      if (cut < 0) break
      ends.push(cut)
      end = cut
    }
    let start = from
    for (let i = ends.length - 1; i >= 0; i--) {
      emit(cuts, start, ends[i])
      start = ends[i]
    }
  }

  /** Where the unit of measure begins in "35mm", "7:30PM", "65km"; 0 without one. */
  #unit(text: string, from: number, to: number): number {
    let at = to
    while (at > from && to - at <= 4 && (classAt(text, at - 1) === LETTER || text.charCodeAt(at - 1) === STOP)) at--
    return at > from && classAt(text, at - 1) === DIGIT && this.#units.has(lowered(text, at, to)) ? at : 0
  }

  /** Where the last clitic of `[from, to)` begins, or -1. */
  #clitic(text: string, from: number, to: number): number {
    for (let back = 2; back <= 3 && to - back > from; back++) {
      if (!isApostrophe(text.charCodeAt(to - back))) continue
      const letters = lowered(text, to - back + 1, to)
      if (back === 2 && letters === 't' && (text[to - 3] === 'n' || text[to - 3] === 'N')) {
        return to - 3 > from ? to - 3 : -1
      }
      // "the 60's", "AK-47's"
      if (!CLITIC.has(`'${letters}`) || classAt(text, to - back - 1) === DIGIT) return -1
      return this.#whole.has(lowered(text, from, to).replace('’', "'")) ? -1 : to - back
    }
    return -1
  }
}

const CLITIC: ReadonlySet<string> = new Set(["'s", "'m", "'d", "'re", "'ve", "'ll"])

function emit(cuts: Cuts, start: number, end: number): void {
  cuts.starts.push(start)
  cuts.ends.push(end)
}

function isWordAt(text: string, at: number): boolean {
  const kind = classAt(text, at)
  return kind === LETTER || kind === DIGIT
}

function hasWord(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isWordAt(text, i)) return true
  return false
}

const lowered = (text: string, from: number, to: number): string => text.slice(from, to).toLowerCase()

/** True where nothing follows but blanks, or a capital after one: what is before was the end of a sentence. */
function endsSentence(text: string, from: number): boolean {
  let at = from
  while (at < text.length && at < from + 4 && classAt(text, at) === BLANK) at++
  return at >= text.length || (at > from && (isUpper(text, at) || text[at] === '\n'))
}

const isUpperAfterBlank = (text: string, at: number): boolean => text[at] === ' ' && isUpper(text, at + 1)
