import type { Atom } from './Atom.ts'
import { compilePattern, type Pattern } from './compilePattern.ts'
import { type Match, type Rule, spanEnd } from './Rule.ts'

interface Compiled {
  readonly rule: Rule
  readonly pattern: Pattern
}

/** Words that slots read on though neither lexicon nor patterns have them: "10 p.m.", "five o'clock", "two or three". */
const WORDS_IN_SLOTS = ['am', 'pm', 'o', 'and', 'or', 'to', 'of', 'good', '/', '+']

/** The rules, ready to run: for each atom only those are tried that may start with it. */
export class Recogniser {
  readonly #rules: readonly Compiled[]
  /** Words that some pattern spells out; any other that the lexicon does not know starts nothing. */
  readonly #spelled: ReadonlySet<string>
  /** Words that some pattern spells out anywhere. */
  readonly #known: ReadonlySet<string>
  readonly #starters = new Map<string, { readonly all: readonly Compiled[]; readonly single: readonly Compiled[] }>()

  constructor(rules: readonly Rule[]) {
    this.#rules = rules.map((rule) => ({ rule, pattern: compilePattern(rule.pattern) }))
    this.#spelled = new Set(this.#rules.flatMap(({ pattern }) => [...pattern.starters]))
    this.#known = new Set([...WORDS_IN_SLOTS, ...this.#rules.flatMap(({ pattern }) => [...pattern.words])])
  }

  /** The expressions of a text from left to right, the longest at each place; of equally long ones the rule that stands first. */
  matchesIn(atoms: readonly Atom[]): Match[] {
    const matches: Match[] = []
    for (let from = 0; from < atoms.length; ) {
      const best = this.#longestAt(atoms, from)
      if (best === undefined) from++
      else {
        matches.push(best)
        from = Math.max(from + 1, spanEnd(best))
      }
    }
    return matches
  }

  #longestAt(atoms: readonly Atom[], from: number): Match | undefined {
    let best: Match | undefined
    for (const { rule, pattern } of this.#startersOf(atoms[from], atoms[from + 1])) {
      const captures = { slots: {}, said: {} }
      const end = pattern.match(atoms, from, captures)
      if (end <= from || (best !== undefined && end <= best.end)) continue
      const match: Match = { ...captures, rule, atoms, from, end }
      if (rule.when === undefined || rule.when(match)) best = match
    }
    return best
  }

  /**
   * Which rules an atom may start is worked out once for each word of time, and once for each make of number. Before a word that
   * goes on nothing ("the man") only those are left that match one atom.
   */
  #startersOf(atom: Atom, next: Atom | undefined): readonly Compiled[] {
    const { kind, word, entry } = atom
    if (kind === 'mark' || kind === 'break') return NONE
    if (kind === 'word' && entry === undefined && !this.#spelled.has(word)) return NONE
    const key = kind === 'word' ? (atom.capital ? `^${word}` : word) : this.#spelled.has(word) ? word : makeOf(atom)
    let starters = this.#starters.get(key)
    if (starters === undefined) {
      const all = this.#rules.filter(({ pattern }) => pattern.mayStart(atom))
      starters = { all, single: all.filter(({ pattern }) => pattern.least <= 1) }
      this.#starters.set(key, starters)
    }
    return this.#goesOn(next) ? starters.all : starters.single
  }

  #goesOn(next: Atom | undefined): boolean {
    if (next === undefined || next.kind === 'break') return false
    const word = next.kind === 'word' || next.kind === 'mark'
    return !word || next.entry !== undefined || this.#known.has(next.word)
  }
}

const NONE: readonly Compiled[] = []

/** What the first look of the slots can tell of a number: its digits, its suffix, whether it may be a year or a decade. */
const makeOf = ({ kind, digits, suffix, clipped, value }: Atom): string =>
  `#${kind}${Math.min(digits, 5)}${suffix}${clipped}${value % 10 === 0}${value >= 20}${value >= 1000 && value <= 2200}`
