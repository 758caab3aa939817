import type { Atom } from './Atom.ts'
import { compilePattern, type Pattern } from './compilePattern.ts'
import { type Match, type Rule, spanEnd } from './Rule.ts'

interface Compiled {
  readonly rule: Rule
  readonly pattern: Pattern
}

/** The rules, ready to run: for each atom only those are tried that may start with it. */
export class Recogniser {
  readonly #rules: readonly Compiled[]
  readonly #byWord = new Map<string, readonly Compiled[]>()

  constructor(rules: readonly Rule[]) {
    this.#rules = rules.map((rule) => ({ rule, pattern: compilePattern(rule.pattern) }))
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
    const atom = atoms[from]
    if (atom.kind === 'break') return undefined
    let best: Match | undefined
    for (const { rule, pattern } of this.#startersOf(atom)) {
      const captures = { slots: {}, said: {} }
      const end = pattern.match(atoms, from, captures)
      if (end <= from || (best !== undefined && end <= best.end)) continue
      const match: Match = { ...captures, rule, atoms, from, end }
      if (rule.when === undefined || rule.when(match)) best = match
    }
    return best
  }

  /** Words are few and come again: what may start with one is worked out once. Numbers differ, their kind does not. */
  #startersOf(atom: Atom): readonly Compiled[] {
    if (atom.kind === 'mark') return []
    if (atom.kind !== 'word') return this.#rules.filter(({ pattern }) => pattern.mayStart(atom))
    // "May" and "may" start different rules
    const key =
      atom.entry?.capitalised === true || atom.entry?.zone !== undefined ? `${atom.word}${atom.capital}` : atom.word
    let starters = this.#byWord.get(key)
    if (starters === undefined) {
      starters = this.#rules.filter(({ pattern }) => pattern.mayStart(atom))
      // texts have no end of words: only those of some rule are kept
      if (starters.length === 0 && atom.entry === undefined) return starters
      this.#byWord.set(key, starters)
    }
    return starters
  }
}
