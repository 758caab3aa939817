import type { Polarity } from '../../../src/model/Certainty.ts'
import type { Value } from '../../../src/model/Value.ts'
import { EDGE_WORDS, edgeOf } from './edgeOf.ts'
import { useLabel } from './useLabel.ts'

/** A value with the edge of its precision; struck through where it is denied. */
export function ValueText({ value, label, polarity }: { value: Value; label: string; polarity?: Polarity }) {
  const term = useLabel()
  const edge = edgeOf(value)
  const text = value.type === 'term' ? term(value.vocabulary, value.key) : label
  const shown = polarity === 'denied' ? <s>{text}</s> : text
  if (value.type !== 'place' && value.type !== 'interval' && value.type !== 'count' && value.type !== 'distance') {
    return <span className="value">{shown}</span>
  }
  return (
    <span className="value edged" data-edge={edge} title={edge === 'sharp' ? undefined : EDGE_WORDS[edge]}>
      {shown}
    </span>
  )
}
