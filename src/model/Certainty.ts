import { z } from 'zod'

/**
 * How sure a source is of a content, on FactBank's scale (Saurí and Pustejovsky 2009): CT certain, PR probable,
 * PS possible, U unknown (not committed either way).
 */
export const Certainty = z
  .enum(['certain', 'probable', 'possible', 'unknown'])
  .meta({ id: 'Certainty', description: "FactBank's scale, of the source towards the content" })
export type Certainty = z.infer<typeof Certainty>

/** Whether the source affirms or denies the content. */
export const Polarity = z
  .enum(['affirmed', 'denied'])
  .meta({ id: 'Polarity', description: 'whether the source affirms the content or denies it' })
export type Polarity = z.infer<typeof Polarity>

const STRENGTH: Record<Certainty, number> = { certain: 3, probable: 2, possible: 1, unknown: 0 }

/**
 * A certainty with its polarity as one number from -3 (certainly not) to +3 (certainly). Derived, never stored.
 */
export const factuality = (certainty: Certainty, polarity: Polarity): number =>
  polarity === 'denied' ? -STRENGTH[certainty] : STRENGTH[certainty]

/** The certainty and polarity nearest to a number from -3 to +3. */
export function fromFactuality(value: number): { certainty: Certainty; polarity: Polarity } {
  const strength = Math.min(3, Math.round(Math.abs(value)))
  const certainty = (['unknown', 'possible', 'probable', 'certain'] as const)[strength]
  return { certainty, polarity: value < 0 && strength > 0 ? 'denied' : 'affirmed' }
}

/** The less sure of two certainties: a chain is no surer than its weakest link. */
export const weaker = (a: Certainty, b: Certainty): Certainty => (STRENGTH[a] <= STRENGTH[b] ? a : b)
