import type { Certainty, Polarity } from '../../../src/server/contract/answers.ts'
import { lineOf } from './lineOf.ts'

/** A short line in the hue around it: how sure. */
export function SureLine({ certainty, polarity }: { certainty: Certainty; polarity: Polarity }) {
  const { line, struck } = lineOf(certainty, polarity)
  return <span className="sure-line" data-line={line} data-struck={struck || undefined} aria-hidden="true" />
}
