import type { Polarity, Value } from '../../../src/server/contract/answers.ts'
import { EDGE_WORDS, edgeOf } from './edgeOf.ts'
import { useLabel } from './useLabel.ts'
import { valueWords } from './valueWords.ts'

/**
 * A value with the edge of its precision, and the report's own words where they differ; a count with what was counted and what kind
 * of people that is; struck through where denied.
 */
export function ValueText({ value, label, polarity }: { value: Value; label: string; polarity?: Polarity }) {
  const term = useLabel()
  const edge = edgeOf(value)
  const { main, quoted, of, doubt } = valueWords(value, label)
  const category = value.type === 'count' && value.category ? term('casualty-categories', value.category) : undefined
  const text = value.type === 'term' ? term(value.vocabulary, value.key) : main
  const shown = polarity === 'denied' ? <s>{text}</s> : text
  if (value.type !== 'place' && value.type !== 'interval' && value.type !== 'count' && value.type !== 'distance') {
    return <span className="value">{shown}</span>
  }
  return (
    <span className="value">
      <span className="edged" data-edge={edge} title={edge === 'sharp' ? undefined : EDGE_WORDS[edge]}>
        {shown}
      </span>
      {quoted && <q className="quoted">{quoted}</q>}
      {of && <span className="counted">{polarity === 'denied' ? <s>{of}</s> : of}</span>}
      {category && category !== of?.toLowerCase() && <span className="category">{category}</span>}
      {doubt && (
        <span className="doubt" role="note">
          {doubt}
        </span>
      )}
    </span>
  )
}
