import type { StatementView } from '../../../src/record/views/StatementView.ts'
import { Chain } from '../grammar/Chain.tsx'
import { useHue } from '../grammar/Hues.tsx'
import { howWords } from '../grammar/howWords.ts'
import { lineOf } from '../grammar/lineOf.ts'
import { useLabel } from '../grammar/useLabel.ts'
import { ValueText } from '../grammar/ValueText.tsx'
import type { Card } from './cardsOf.ts'
import { useLight, useSpotlight } from './Spotlight.ts'

interface StatementCardProps {
  readonly card: Card
  /** the card above it: what it says already is not said again */
  readonly follows?: Card
  readonly marked: string | undefined
  readonly onMark: (id: string | undefined) => void
  readonly onWhy: (id: string) => void
}

/** What one sentence states of one subject, and on whose word. */
export function StatementCard({ card, follows, marked, onMark, onWhy }: StatementCardProps) {
  const hue = useHue()(card.chain.at(-1)!.source.key)
  return (
    <article className="card" data-hue={hue} data-marked={card.statements.some(({ id }) => id === marked) || undefined}>
      <header className="card-head">
        <h3 className={follows?.subject.id === card.subject.id ? 'unseen' : undefined}>{card.subject.label}</h3>
        <Chain chain={card.chain} outlet={card.chain[0].source.key} />
      </header>
      <ul>
        {card.statements.map((statement) => (
          <StatementRow
            key={statement.id}
            statement={statement}
            marked={statement.id === marked}
            onMark={onMark}
            onWhy={onWhy}
          />
        ))}
      </ul>
    </article>
  )
}

interface RowProps extends Pick<StatementCardProps, 'onMark' | 'onWhy'> {
  readonly statement: StatementView
  readonly marked: boolean
}

function StatementRow({ statement, marked, onMark, onWhy }: RowProps) {
  const { hover } = useSpotlight()
  const lit = useLight(statement.id) !== undefined
  const label = useLabel()
  const { line, struck } = lineOf(statement.certainty, statement.polarity)
  const orphaned = statement.passages.every(({ anchored }) => !anchored)
  const how = howWords(statement, label)
  return (
    <li
      className="row"
      data-line={line}
      data-struck={struck || undefined}
      data-lit={lit || undefined}
      onPointerEnter={() => hover([statement.id])}
      onPointerLeave={() => hover([])}
    >
      <button
        type="button"
        className="row-main"
        id={`statement-${statement.id}`}
        aria-pressed={marked}
        onClick={() => onMark(marked ? undefined : statement.id)}
        onFocus={() => hover([statement.id])}
        onBlur={() => hover([])}
      >
        <span className="row-property">{label('properties', statement.property)}</span>
        <span className="row-value">
          <ValueText value={statement.value} label={statement.valueLabel} polarity={statement.polarity} />
          {(how !== '' || statement.certaintyWord) && (
            <span className="row-sure">
              {how}
              {statement.certaintyWord && <q>{statement.certaintyWord}</q>}
            </span>
          )}
          {orphaned && <span className="orphan">passage no longer matches the report</span>}
        </span>
      </button>
      {marked && (
        <button type="button" className="row-why" onClick={() => onWhy(statement.id)}>
          Why? <kbd>w</kbd>
        </button>
      )}
    </li>
  )
}
