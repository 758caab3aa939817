import type { PlaceAnnotation, Time } from '../../document/Layers.ts'
import type { IncidentStage } from '../../model/Incident.ts'
import type { Argument } from './Argument.ts'
import type { TriggerMatch } from './TriggerLexicon.ts'

/** How a mention points: "the attack", "an attack", "both attacks", "attacks"; a verb points at nothing. */
export type Pointing = 'definite' | 'indefinite' | 'both' | 'bare' | 'verb'

/** One mention of an incident: its trigger, what stands beside it, how far it got, when and where. */
export interface Candidate {
  readonly match: TriggerMatch
  readonly type: string
  readonly args: readonly Argument[]
  readonly weight: number
  readonly stage: IncidentStage
  /** "tried" of "tried to storm the base": how sure that is, is how sure the attempt is */
  readonly stageWord?: number
  /** a wish, a plan, a possibility: by itself no incident */
  readonly open: boolean
  readonly pointing: Pointing
  readonly plural: boolean
  readonly sentence: number
  times: readonly Time[]
  places: readonly PlaceAnnotation[]
  /** the mention of another incident that it is dated by, "ten days after the attack", and the date that makes, as far as known */
  datedBy?: { readonly from: Candidate; readonly edtf: string }
}

/** Trigger tokens to candidates. */
export type CandidateAt = ReadonlyMap<number, Candidate>
