import type { EntityKind, MentionForm } from '../../model/Entity.ts'
import type { HeadGuess } from './HeadKinds.ts'

export type GrammaticalNumber = 'singular' | 'plural' | 'unknown'
export type Gender = 'male' | 'female' | 'unknown'

/** How a noun phrase is introduced: "the group", "that group", "a group", "groups", "its group". */
export type Introduction = 'definite' | 'demonstrative' | 'indefinite' | 'bare' | 'possessive'

/** What kind of pronoun a mention is. */
export type PronounClass = 'personal' | 'possessive' | 'reflexive' | 'relative' | 'first' | 'second'

/** One expression that may refer to an entity, before anyone knows to which. */
export interface Candidate {
  readonly from: number
  readonly to: number
  readonly head: number
  readonly sentence: number
  readonly form: MentionForm
  /** undefined for pronouns, which take the kind of what they stand for */
  readonly kind: EntityKind | undefined
  readonly number: GrammaticalNumber
  readonly gender: Gender
  /** words of a name in lower case, without article and marks */
  readonly words: readonly string[]
  /** head lemma of a description */
  readonly lemma: string
  /** lemmas of adjectives, compounds, numbers and names that narrow a description */
  readonly modifiers: ReadonlySet<string>
  readonly introduction: Introduction
  readonly pronoun?: PronounClass
  /** lemmas of titles and roles set before a name: "president" */
  readonly roles: readonly string[]
  /** what its head and surroundings make of it */
  readonly guess: HeadGuess
  /** the rule that found it */
  readonly by: string
}
