import { Legend } from '../grammar/Legend.tsx'
import { PlaceCredit } from '../grammar/PlaceCredit.tsx'
import { Dialog } from './Dialog.tsx'

const KEYS = [
  ['j  k', 'next, previous statement of the report'],
  ['w', 'why was this read?'],
  ['/', 'search'],
  ['a', 'add a report'],
  ['g r', 'reports'],
  ['g i', 'incidents'],
  ['Esc', 'close, or let go of the statement'],
  ['?', 'this page'],
] as const

/** How to read the page, and its keys. */
export function HelpDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="How to read this" onClose={onClose}>
      <p className="prose">
        The report stands in the middle. At its left you see who speaks, at its right what is stated; each statement
        carries its source, and is one click from its passage.
      </p>
      <Legend whole />
      <h3>Keys</h3>
      <dl className="keys">
        {KEYS.map(([key, what]) => (
          <div key={key}>
            <dt>
              {key.split(/\s+/).map((one) => (
                <kbd key={one}>{one}</kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <PlaceCredit />
    </Dialog>
  )
}
