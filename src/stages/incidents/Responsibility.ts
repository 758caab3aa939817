import type { Act } from '../../model/Attribution.ts'
import type { Certainty, Polarity } from '../../model/Certainty.ts'

/** A passage that says of somebody that they did it, or did not; words by their index. */
export interface Responsibility {
  /** the word that says so */
  readonly verb: number
  /** who is said to have done it */
  readonly who: number
  /** who says so by that word; none where somebody else says it */
  readonly speaker?: number
  /** what it is told by: the leaflet that bears a name */
  readonly through?: number
  /** the words that name the incident; -1 where none does */
  readonly what: number
  /** name of the rule */
  readonly rule: string
  readonly polarity?: Polarity
  readonly certainty?: Certainty
  readonly certaintyWord?: string
  readonly act?: Act
  /** true where the deed may go without saying: the one spoken of last */
  readonly bare?: boolean
}
