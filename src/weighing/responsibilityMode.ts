import type { Act } from '../model/Attribution.ts'
import type { Certainty, Polarity } from '../model/Certainty.ts'
import type { ResponsibilityMode } from '../model/ResponsibilityMode.ts'

/** What is asked of a statement that names a perpetrator. */
interface Naming {
  readonly polarity: Polarity
  readonly certainty: Certainty
  readonly chain: readonly { readonly source: string; readonly act: Act; readonly attribution?: string | undefined }[]
  readonly property: string
}

/**
 * How the innermost source of a statement holds its value to have done it: the source claims it for its own side, denies it,
 * accuses or suspects them, thinks them a possible author; the outlet, or the agency it is credited to, reports it as a fact.
 * Undefined for what is no perpetrator.
 */
export function responsibilityMode({ property, polarity, certainty, chain }: Naming): ResponsibilityMode | undefined {
  if (property !== 'perpetrator') return undefined
  const { act, source, attribution } = chain[chain.length - 1]
  if (polarity === 'denied') return 'denied'
  if (act === 'claims-responsibility') return 'claimed'
  if (certainty === 'probable') return 'suspected'
  if (certainty !== 'certain' || act === 'doubts') return 'possible'
  const agency = act === 'says' && attribution === undefined
  return (source === chain[0].source || agency) && act !== 'accuses' ? 'reported' : 'accused'
}
