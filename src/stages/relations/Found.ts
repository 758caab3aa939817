import type { PropositionValue } from '../../document/Layers.ts'
import type { Certainty, Polarity } from '../../model/Certainty.ts'
import type { Span } from '../../model/Span.ts'
import type { Bound } from './intervalOf.ts'

/** What a rule hands over; `propositionsOf` makes a proposition of it. */
export interface Found {
  readonly property: string
  readonly subject: number
  readonly value: PropositionValue
  /** head word of the value, where the passage shows it */
  readonly valueSpan: Span
  readonly token: number
  readonly rule: string
  readonly certainty?: Certainty
  readonly certaintyWord?: string
  /** set where a denial above does not touch it: "denied that it attacked the post *near Gulu*" */
  readonly polarity?: Polarity
  /** told by the way, in an apposition or a title: the report's own words, also within what somebody says */
  readonly background?: boolean
  /** index of an attribution that does not vouch for it, though its content holds the words */
  readonly apart?: number
  /** entity index of who says so, where no attribution need have been read: "described by the police as" */
  readonly speaker?: number
  /** what the word says of the interval: "expelled in 2009" */
  readonly bound?: Bound
}
