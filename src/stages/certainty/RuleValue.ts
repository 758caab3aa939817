import type { CertaintyWords } from '../../vocabulary/CertaintyWords.ts'
import type { ReportingVerbs } from '../../vocabulary/ReportingVerbs.ts'

/** The words that bear on how sure a text is. */
export interface CertaintyVocabulary {
  /** verbs that report, and others that say of their complement whether it happened */
  readonly verbs: ReportingVerbs
  readonly certaintyWords: CertaintyWords
}

/** What the rules make of a predicate, from -3 (certainly not) to +3 (certainly), and the words that brought it there, nearest first. */
export interface RuleValue {
  /** with what the verbs of saying and believing above it leave of it: "He denied that he fled", fled -3 */
  readonly value: number
  /** as sure as the one is in whose words it stands: fled 3, it is the denial that turns it round */
  readonly own: number
  readonly words: readonly number[]
  /** the verbs of saying and believing above it, nearest first */
  readonly sayers: readonly number[]
  /** which rules spoke, in order from the root down: "modal", "negation", "-/+" */
  readonly rules: readonly string[]
}

/** What nothing speaks against. */
export const ASSERTED: RuleValue = { value: 3, own: 3, words: [], sayers: [], rules: [] }

/** A predicate that is left open by a rule; the words above it still carry what they did. */
export const leftOpen = (rule: string, words: readonly number[] = []): RuleValue => ({
  value: 0,
  own: 0,
  words,
  sayers: [],
  rules: [rule],
})
