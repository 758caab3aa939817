import type { Atom } from './Atom.ts'
import type { Resolved } from './Resolved.ts'
import type { Story } from './Story.ts'
import type { Captures } from './slots.ts'

/** One way of saying a time. */
export interface Rule {
  /** kebab case; the annotation says `rule:times/<name>` */
  readonly name: string
  /** see compilePattern.ts */
  readonly pattern: string
  /** a sentence with the expression in [brackets] */
  readonly example: string
  /** a sentence that looks like it, in which this rule finds nothing */
  readonly nearMiss: string
  /** how many atoms at the end of the pattern only stand there to be seen: "ten days" before "after" */
  readonly trailing?: number | ((match: Match) => number)
  /** before a noun the article belongs to the noun: "the [summer] offensive", "its [third-quarter] loss" */
  readonly attributive?: boolean
  /** what the pattern cannot say: mostly what must not stand before or after */
  readonly when?: (match: Match) => boolean
  /** What it means where the story has come to; undefined where it is no time after all. */
  readonly mean: (match: Match, story: Story) => Resolved | undefined
}

/** A place where a rule's pattern matched. */
export interface Match extends Captures {
  readonly rule: Rule
  readonly atoms: readonly Atom[]
  readonly from: number
  readonly end: number
}

/** The atom `back` places before the match; a break at the start of the text. */
export const before = ({ atoms, from }: Match, back = 1): Atom => atoms[Math.max(0, from - back)] ?? atoms[0]

/** The atom `ahead` places after the match. */
export const after = ({ atoms, end }: Match, ahead = 0): Atom => atoms[Math.min(atoms.length - 1, end + ahead)]

/** Where the expression itself ends. */
export const spanEnd = (match: Match): number => {
  const { trailing = 0 } = match.rule
  return match.end - (typeof trailing === 'number' ? trailing : trailing(match))
}

/** True before a noun, or an adjective, that the expression tells more of: "the [1941] campaign". */
export const isBeforeNoun = (match: Match): boolean => {
  const { xpos, kind, joined } = match.atoms[spanEnd(match)]
  return kind === 'word' && !joined && (xpos.startsWith('NN') || xpos.startsWith('JJ'))
}

/** What stands before the match, one word, "" at the start of the sentence. */
export const wordBefore = (match: Match, back = 1): string => {
  const index = match.from - back
  return index < 0 ? '' : match.atoms[index].word
}

export const wordAfter = (match: Match, ahead = 0): string => after(match, ahead).word
