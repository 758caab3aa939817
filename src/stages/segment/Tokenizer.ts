import type { SegmentationLexicon } from '../../vocabulary/SegmentationLexicon.ts'
import { BLANK, classAt, isLower, isUpper, isWordAt, LETTER, OTHER } from './characters.ts'
import { PieceScanner } from './PieceScanner.ts'
import { WordSplitter } from './WordSplitter.ts'

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

/**
 * Cuts text into words as Universal Dependencies does: "don't" is "do" + "n't", "Noor's" is "Noor" + "'s",
 * "Franco-German" is three, "anti-government", "5:30", "U.S." and "al.ameen@example.org" are one.
 * One pass over the characters; nothing looks back further than the word begun.
 */
export class Tokenizer {
  readonly #scanner: PieceScanner
  readonly #splitter: WordSplitter
  readonly #emoticons: ReadonlySet<string>

  constructor(lexicon: SegmentationLexicon) {
    this.#scanner = new PieceScanner(lexicon)
    this.#splitter = new WordSplitter(lexicon)
    this.#emoticons = new Set(lexicon.emoticons)
  }

  /** Adds the tokens of `[from, to)` to `cuts`. */
  cut(text: string, from: number, to: number, cuts: Cuts = { starts: [], ends: [] }): Cuts {
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
      if (plain) this.#splitter.split(text, at, end, cuts)
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
      const end =
        kind === OTHER ? this.#scanner.signEnd(text, at, to, at === from) : this.#scanner.wordEnd(text, at, to)
      if (kind === OTHER && !hasWord(text, at, end)) emit(cuts, at, end)
      else this.#splitter.split(text, at, end, cuts)
      at = end
    }
  }
}

function emit(cuts: Cuts, start: number, end: number): void {
  cuts.starts.push(start)
  cuts.ends.push(end)
}

function hasWord(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isWordAt(text, i)) return true
  return false
}
