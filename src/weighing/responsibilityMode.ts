import type { Act } from '../model/Attribution.ts'
import type { Certainty, Polarity } from '../model/Certainty.ts'

/** How somebody is held to have done it. */
export type ResponsibilityMode = 'claimed' | 'denied' | 'accused' | 'suspected' | 'possible' | 'reported'

/** What is asked of a statement that names a perpetrator. */
interface Naming {
  readonly polarity: Polarity
  readonly certainty: Certainty
  readonly chain: readonly { readonly source: string; readonly act: Act }[]
}

/**
 * How the innermost source of a statement holds its value to have done it: the source claims it for its own side, denies it,
 * accuses or suspects them, thinks them a possible author; the outlet by itself reports it as a fact. `outlet` is the id of that source.
 */
export function responsibilityMode({ polarity, certainty, chain }: Naming, outlet: string): ResponsibilityMode {
  const { act, source } = chain[chain.length - 1]
  if (polarity === 'denied') return 'denied'
  if (act === 'claims-responsibility') return 'claimed'
  if (certainty === 'probable') return 'suspected'
  if (certainty !== 'certain' || act === 'doubts') return 'possible'
  return source === outlet && act !== 'accuses' ? 'reported' : 'accused'
}
