import { Fragment, type ReactNode, useEffect, useState } from 'react'
import { SourceName } from '../grammar/SourceName.tsx'
import { counted } from '../shell/dates.ts'
import type { Card } from './cardsOf.ts'

interface UnderParagraphProps {
  readonly cards: readonly Card[]
  readonly card: (card: Card, follows: Card | undefined) => ReactNode
  /** true while one of them is marked */
  readonly open: boolean
}

/** On narrow screens the margin of a paragraph folds under it: who speaks stays in sight, the statements open on a touch. */
export function UnderParagraph({ cards, card, open }: UnderParagraphProps) {
  const [unfolded, setUnfolded] = useState(open)
  useEffect(() => {
    if (open) setUnfolded(true)
  }, [open])
  if (cards.length === 0) return null
  const sources = new Map(cards.map(({ chain }) => [chain.at(-1)!.source.key, chain.at(-1)!.source]))
  const count = cards.reduce((sum, { statements }) => sum + statements.length, 0)
  return (
    <details className="under" open={unfolded} onToggle={(event) => setUnfolded(event.currentTarget.open)}>
      <summary>
        <span>{counted(count, 'statement')}</span>
        {[...sources.values()].map((source) => (
          <SourceName key={source.key} source={source} />
        ))}
      </summary>
      {cards.map((one, index) => (
        <Fragment key={one.id}>{card(one, cards[index - 1])}</Fragment>
      ))}
    </details>
  )
}
