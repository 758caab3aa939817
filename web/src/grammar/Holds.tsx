import type { StatementView } from '../../../src/server/contract/answers.ts'
import { EDGE_WORDS, edgeOf } from './edgeOf.ts'
import { valueWords } from './valueWords.ts'

/** Of how many of its subject a relation holds, and when: "several dozen of them", "until 2014", each with the edge of its precision. */
export function Holds({ statement }: { statement: Pick<StatementView, 'interval' | 'quantity' | 'quantityLabel'> }) {
  const { interval, quantity, quantityLabel } = statement
  if (interval === undefined && quantityLabel === undefined) return null
  const { main, quoted } = interval === undefined ? { main: '', quoted: undefined } : valueWords(interval, '')
  const many = quantity?.type === 'count' ? edgeOf(quantity) : 'faded'
  const when = interval === undefined ? 'faded' : edgeOf(interval)
  return (
    <span className="holds">
      {quantityLabel && (
        <span className="edged" data-edge={many} title={EDGE_WORDS[many]}>
          {quantityLabel}
        </span>
      )}
      {interval && (
        <span>
          <span className="edged" data-edge={when} title={EDGE_WORDS[when]}>
            {main}
          </span>
          {quoted && <q className="quoted">{quoted}</q>}
        </span>
      )}
    </span>
  )
}
