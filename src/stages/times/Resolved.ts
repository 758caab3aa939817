import type { TimeType } from '../../model/Reading.ts'
import type { Anchor } from '../../model/Value.ts'
import { edtfOf, type Slice } from './edtfOf.ts'
import { isAsFineAs, type Moment } from './Moment.ts'
import { timexOf } from './timexOf.ts'

/** What a time expression means once its place in the story is known. */
export interface Resolved {
  readonly type: TimeType
  readonly value: string
  readonly edtf: string
  readonly anchor: Anchor
  /** the stretch of the calendar, where it is known: later expressions may hang on it */
  readonly moment?: Moment
  /** only compared with ("a year earlier"): the story does not go there */
  readonly aside?: boolean
}

/** A known stretch of the calendar, and what it was reckoned from. */
export interface Point {
  readonly moment: Moment
  readonly anchor: Anchor
}

export const ABSOLUTE: Anchor = { kind: 'none' }
export const UNRESOLVED: Anchor = { kind: 'unresolved' }
export const INCIDENT: Anchor = { kind: 'incident' }

/** A date or a time of day on the calendar. */
export function dated(moment: Moment, anchor: Anchor, how: { slice?: Slice; about?: boolean } = {}): Resolved {
  return {
    type: isAsFineAs(moment.grain, 'part') ? 'TIME' : 'DATE',
    value: timexOf(moment),
    edtf: edtfOf(moment, how),
    anchor,
    moment,
  }
}

/** A date that something is compared with: a quarter "a year earlier". */
export const aside = (moment: Moment, anchor: Anchor): Resolved => ({ ...dated(moment, anchor), aside: true })

/** A date of which parts stay open: "in May" of a report without a date of publication is XXXX-05. */
export const open = (value: string, edtf = '', type: TimeType = 'DATE'): Resolved => ({
  type,
  value,
  edtf,
  anchor: UNRESOLVED,
})

/** A length of time; `edtf` where the text also says which: "the past three months". */
export const lasting = (value: string, edtf = '', anchor: Anchor = ABSOLUTE): Resolved => ({
  type: 'DURATION',
  value,
  edtf,
  anchor,
})

/** Something that comes again: every Friday. */
export const recurring = (value: string): Resolved => ({ type: 'SET', value, edtf: '', anchor: ABSOLUTE })
