import { getRouteApi, Link } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { ReportView } from '../../../src/server/contract/answers.ts'
import { useHue } from '../grammar/Hues.tsx'
import { Legend } from '../grammar/Legend.tsx'
import { nameOf } from '../grammar/nameOf.ts'
import { useLabel } from '../grammar/useLabel.ts'
import { counted } from '../shell/dates.ts'
import { SearchField } from '../shell/SearchField.tsx'
import { useKeys } from '../shell/useKeys.ts'
import { useMedia } from '../shell/useMedia.ts'
import { WhyDrawer } from '../why/WhyDrawer.tsx'
import { anchorOf, type Card, cardsOf } from './cardsOf.ts'
import { findStatements } from './findStatements.ts'
import { Margin } from './Margin.tsx'
import { marksOf } from './marksOf.ts'
import { paragraphsOf } from './paragraphsOf.ts'
import { ReportHead } from './ReportHead.tsx'
import { ReportText } from './ReportText.tsx'
import { Spotlight, SpotlightProvider } from './Spotlight.ts'
import { StatementCard } from './StatementCard.tsx'
import { shielded } from './shielded.ts'
import { UnderParagraph } from './UnderParagraph.tsx'
import { useScrollTo } from './useScrollTo.ts'
import { VoiceNote } from './VoiceNote.tsx'
import { voicesOf } from './voicesOf.ts'

const route = getRouteApi('/reports/$id')

/** The report between its margins: who speaks at the left, what is stated at the right. */
export function ReportSpread({ view: whole }: { view: ReportView }) {
  const view = useMemo(() => shielded(whole), [whole])
  const { report, reading } = view
  const { statement: marked, why, source: onlySource, q } = route.useSearch()
  const navigate = route.useNavigate()
  const hue = useHue()
  const label = useLabel()
  const text = useRef<HTMLDivElement>(null)
  const [spotlight] = useState(() => new Spotlight())
  const right = useMedia('(min-width: 62rem)')
  const left = useMedia('(min-width: 80rem)')

  const statements = useMemo(
    () => findStatements(view.statements, { q, source: onlySource }, label),
    [view, onlySource, q, label],
  )
  const voices = useMemo(() => voicesOf(view), [view])
  const cards = useMemo(() => cardsOf(statements, reading.sentences), [statements, reading])
  const marks = useMemo(() => marksOf(statements, voices, reading.scareQuotes), [statements, voices, reading])
  const blocks = useMemo(() => paragraphsOf(report.text), [report])
  const byId = useMemo(() => new Map(view.statements.map((statement) => [statement.id, statement])), [view])
  const hues = useMemo(
    () =>
      new Map([
        ...view.statements.map(({ id, chain }) => [id, hue(chain.at(-1)!.source.key)] as const),
        ...voices.map(({ attribution, source }) => [attribution.id, hue(source.key)] as const),
      ]),
    [view, voices, hue],
  )

  type Search = ReturnType<typeof route.useSearch>
  const look = useCallback(
    (change: (now: Search) => Search) => navigate({ search: change, replace: true, resetScroll: false }),
    [navigate],
  )
  const mark = useCallback(
    (id: string | undefined) => look((now) => ({ ...now, statement: id, why: undefined })),
    [look],
  )
  const openWhy = useCallback((id: string) => look((now) => ({ ...now, statement: id, why: true })), [look])
  const speakerOnly = useCallback(
    (key: string) => look((now) => ({ ...now, source: now.source === key ? undefined : key })),
    [look],
  )
  useEffect(() => spotlight.mark(marked), [spotlight, marked])
  const markedStatement = marked === undefined ? undefined : byId.get(marked)
  useScrollTo(text, markedStatement && anchorOf(markedStatement))

  // In the order of the cards, so that j walks down the margin.
  const order = useMemo(() => cards.flatMap(({ statements }) => statements.map(({ id }) => id)), [cards])
  const step = (by: 1 | -1) => {
    const at = marked === undefined ? -1 : order.indexOf(marked)
    const next = at === -1 ? (by === 1 ? 0 : order.length - 1) : Math.max(0, Math.min(order.length - 1, at + by))
    if (order.length > 0) mark(order[next])
  }
  const letGo = () => mark(undefined)
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    w: () => marked !== undefined && openWhy(marked),
    Escape: letGo,
  })

  const card = useCallback(
    (one: Card, follows: Card | undefined) => (
      <StatementCard card={one} follows={follows} marked={marked} onMark={mark} onWhy={openWhy} />
    ),
    [marked, mark, openWhy],
  )
  const cardItems = useMemo(
    () => cards.map((one, index) => ({ id: one.id, anchor: one.anchor, content: card(one, cards[index - 1]) })),
    [cards, card],
  )
  const voiceItems = useMemo(
    () =>
      voices.map((one) => ({
        id: one.attribution.id,
        anchor: one.anchor,
        content: <VoiceNote voice={one} onChoose={() => speakerOnly(one.source.key)} />,
      })),
    [voices, speakerOnly],
  )
  const markedCard = cards.find(({ statements }) => statements.some(({ id }) => id === marked))
  const only = onlySource === undefined ? undefined : view.sources.find(({ key }) => key === onlySource)

  return (
    <SpotlightProvider value={spotlight}>
      <div className="spread" data-left={left || undefined} data-right={right || undefined}>
        <ReportHead view={view}>
          {view.statements.length > 0 && (
            <SearchField
              label="Find a statement"
              value={q ?? ''}
              onChange={(value) => look((now) => ({ ...now, q: value || undefined }))}
            />
          )}
        </ReportHead>
        <div className="spread-tools">
          <Legend />
        </div>
        {(only !== undefined || q !== undefined) && (
          <p className="filtered" role="status">
            {counted(statements.length, 'statement')}
            {only && ` by or through ${nameOf(only)}`}
            {q && ` with “${q}”`}
            <Link to="." search={(now) => ({ ...now, source: undefined, q: undefined })} replace resetScroll={false}>
              show all {view.statements.length}
            </Link>
          </p>
        )}
        <ReportText
          ref={text}
          text={report.text}
          language={report.language}
          blocks={blocks}
          marks={marks}
          statements={byId}
          hues={hues}
          marked={marked}
          onMark={mark}
          under={({ start, end }) => {
            if (right) return null
            const here = ({ anchor }: Card) => anchor >= start && anchor < end
            return (
              <UnderParagraph
                cards={cards.filter(here)}
                card={card}
                open={markedCard !== undefined && here(markedCard)}
              />
            )
          }}
        >
          {view.statements.length === 0 && (
            <p className="nothing-read">
              No statement was read from this text: it names no incident and no relation that the reader knows.
            </p>
          )}
        </ReportText>
        {/* After the text in the page, so that its lines are there to stand beside. */}
        {left && <Margin label="Who speaks" side="left" items={voiceItems} insists={undefined} text={text} />}
        {right && <Margin label="What is stated" side="right" items={cardItems} insists={markedCard?.id} text={text} />}
        {why && marked !== undefined && (
          <WhyDrawer id={marked} onClose={() => look((now) => ({ ...now, why: undefined }))} />
        )}
      </div>
    </SpotlightProvider>
  )
}
