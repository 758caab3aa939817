import type { StatementView } from '../../../src/server/contract/answers.ts'
import { Chain } from '../grammar/Chain.tsx'
import { Holds } from '../grammar/Holds.tsx'
import { useHue } from '../grammar/Hues.tsx'
import { howWords, suspectedWords } from '../grammar/howWords.ts'
import { lineOf } from '../grammar/lineOf.ts'
import { useLabel } from '../grammar/useLabel.ts'
import { ValueText } from '../grammar/ValueText.tsx'
import { type Card, isTerm } from './cardsOf.ts'
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
  const label = useLabel()
  const hue = useHue()(card.chain.at(-1)!.source.key)
  const all = new Set(card.statements.map((statement) => howWords(statement, label)))
  const how = all.size === 1 ? [...all][0] : undefined
  const words = new Set(card.statements.map(({ certaintyWord }) => certaintyWord))
  const word = words.size === 1 ? [...words][0] : undefined
  const here = card.statements.find(({ id }) => id === marked)
  const rowOf = (statement: StatementView) => (
    <StatementRow
      key={statement.id}
      statement={statement}
      marked={statement === here}
      how={howWords(statement, label)}
      saidAbove={how !== undefined}
      suspected={suspectedWords(statement, label)}
      word={word === undefined ? statement.certaintyWord : undefined}
      onMark={onMark}
    />
  )
  const plain = card.statements.filter((statement) => !isTerm(statement))
  const terms = card.statements.filter(isTerm)
  return (
    <article className="card" data-hue={hue} data-marked={here !== undefined || undefined}>
      <header className="card-head">
        <h3 className={follows?.subject.id === card.subject.id ? 'unseen' : undefined}>{card.subject.label}</h3>
        <Chain chain={card.chain} outlet={card.chain[0].source.key} />
        {how && <span className="how">{how}</span>}
        {word && <q className="how">{word}</q>}
      </header>
      {plain.length > 0 && <ul>{plain.map(rowOf)}</ul>}
      {terms.length > 0 && <ul className="terms">{terms.map(rowOf)}</ul>}
      {here && (
        <button type="button" className="card-why" onClick={() => onWhy(here.id)}>
          Why? <kbd>w</kbd>
        </button>
      )}
    </article>
  )
}

interface StatementRowProps extends Pick<StatementCardProps, 'onMark'> {
  readonly statement: StatementView
  readonly marked: boolean
  readonly how: string
  /** true where the head of the card says how for all: then only those who hear the page are told again */
  readonly saidAbove: boolean
  readonly suspected: string
  readonly word: string | undefined
}

function StatementRow({ statement, marked, how, saidAbove, suspected, word, onMark }: StatementRowProps) {
  const { hover } = useSpotlight()
  const lit = useLight(statement.id) !== undefined
  const label = useLabel()
  const { line, struck } = lineOf(statement.certainty, statement.polarity)
  const orphaned = statement.passages.every(({ anchored }) => !anchored)
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
        title={isTerm(statement) ? label('properties', statement.property) : undefined}
        onClick={() => onMark(marked ? undefined : statement.id)}
        onFocus={() => hover([statement.id])}
        onBlur={() => hover([])}
      >
        <span className={isTerm(statement) ? 'unseen' : 'row-property'}>{label('properties', statement.property)}</span>
        <span className="row-value">
          <ValueText value={statement.value} label={statement.valueLabel} polarity={statement.polarity} />
          {suspected && <span className="how">{suspected}</span>}
          {how && !(suspected && !saidAbove) && (
            <span className={saidAbove ? 'unseen' : 'how'}>{saidAbove ? `, ${how}` : how}</span>
          )}
          {word && <q className="how">{word}</q>}
          <Holds statement={statement} />
          {orphaned && <span className="orphan">passage no longer matches the report</span>}
        </span>
      </button>
    </li>
  )
}
