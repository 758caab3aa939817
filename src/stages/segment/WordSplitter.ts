import type { SegmentationLexicon } from '../../vocabulary/SegmentationLexicon.ts'
import { classAt, DIGIT, isApostrophe, LETTER, lowered } from './characters.ts'
import type { Cuts } from './Tokenizer.ts'

export const CLITICS: ReadonlySet<string> = new Set(["'s", "'m", "'d", "'re", "'ve", "'ll"])

/** Cuts a word into the words it is made of: "do" + "n't", "Noor" + "'s", "can" + "not", "35" + "mm". */
export class WordSplitter {
  readonly #whole: ReadonlySet<string>
  readonly #units: ReadonlySet<string>
  readonly #afterItIs: ReadonlySet<string>
  /** Where the parts of a contraction are cut. */
  readonly #contractions = new Map<string, number[]>()

  constructor(lexicon: SegmentationLexicon) {
    this.#whole = new Set(lexicon.whole)
    this.#units = new Set(lexicon.units)
    this.#afterItIs = new Set(lexicon.afterItIs)
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

  /** Adds the words of `[from, to)` to `cuts`: "wouldn't", "they've", "cannot", "guards'". */
  split(text: string, from: number, to: number, cuts: Cuts): void {
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
    if (to - from === 3 && lowered(text, from, to) === 'its' && this.#meansItIs(text, to)) {
      emit(cuts, from, to - 1)
      emit(cuts, to - 1, to)
      return
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

  /** Whether the word after "its" says that "it's" was meant: "its a pity", but "its own" and "its not-for-profit arm". */
  #meansItIs(text: string, at: number): boolean {
    if (text[at] !== ' ') return false
    let end = at + 1
    while (end < at + 12 && classAt(text, end) === LETTER) end++
    return text[end] === ' ' && this.#afterItIs.has(lowered(text, at + 1, end))
  }

  /** Where the unit of measure begins in "35mm", "7:30PM", "65km"; 0 without one. */
  #unit(text: string, from: number, to: number): number {
    let at = to
    while (at > from && to - at <= 4 && (classAt(text, at - 1) === LETTER || text[at - 1] === '.')) at--
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
      if (!CLITICS.has(`'${letters}`) || classAt(text, to - back - 1) === DIGIT) return -1
      return this.#whole.has(lowered(text, from, to).replace('’', "'")) ? -1 : to - back
    }
    return -1
  }
}

function emit(cuts: Cuts, start: number, end: number): void {
  cuts.starts.push(start)
  cuts.ends.push(end)
}
