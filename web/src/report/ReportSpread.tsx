import { getRouteApi, Link } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { ReportView } from '../../../src/record/views/ReportView.ts'
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
import { Margin } from './Margin.tsx'
import { marksOf } from './marksOf.ts'
import { paragraphsOf } from './paragraphsOf.ts'
import { ReportHead } from './ReportHead.tsx'
import { idsAt, SteadyParagraph } from './ReportText.tsx'
import { StatementCard } from './StatementCard.tsx'
import { shielded } from './shielded.ts'
import { UnderParagraph } from './UnderParagraph.tsx'
import { VoiceNote } from './VoiceNote.tsx'
import { voicesOf } from './voicesOf.ts'

const route = getRouteApi('/reports/$id')
const NONE: ReadonlySet<string> = new Set()

/** The report between its margins: who speaks at the left, what is stated at the right. */
export function ReportSpread({ view: whole }: { view: ReportView }) {
  const view = useMemo(() => shielded(whole), [whole])
  const { report, reading } = view
  const { statement: marked, why, source: onlySource, q } = route.useSearch()
  const navigate = route.useNavigate()
  const hue = useHue()
  const label = useLabel()
  const text = useRef<HTMLDivElement>(null)
  const [hovered, setHovered] = useState<ReadonlySet<string>>(NONE)
  const right = useMedia('(min-width: 62rem)')
  const left = useMedia('(min-width: 80rem)')

  const statements = useMemo(() => {
    const wanted = q?.toLowerCase()
    return view.statements.filter(
      (statement) =>
        (onlySource === undefined || statement.chain.some(({ source }) => source.key === onlySource)) &&
        (wanted === undefined ||
          [statement.subject.label, label('properties', statement.property), statement.valueLabel]
            .concat(statement.chain.map(({ source }) => nameOf(source)))
            .some((words) => words.toLowerCase().includes(wanted))),
    )
  }, [view, onlySource, q, label])
  const voices = useMemo(() => voicesOf(view), [view])
  const cards = useMemo(() => cardsOf(statements, reading.sentences), [statements, reading])
  const marks = useMemo(() => marksOf(statements, voices), [statements, voices])
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
  const lit = useMemo(() => ({ hovered, marked: marked === undefined ? NONE : new Set([marked]) }), [hovered, marked])

  const hover = useCallback((ids: readonly string[]) => setHovered(ids.length === 0 ? NONE : new Set(ids)), [])
  const mark = useCallback(
    (id: string | undefined) =>
      navigate({ search: (now) => ({ ...now, statement: id, why: undefined }), replace: true, resetScroll: false }),
    [navigate],
  )
  const openWhy = useCallback(
    (id: string) =>
      navigate({ search: (now) => ({ ...now, statement: id, why: true }), replace: true, resetScroll: false }),
    [navigate],
  )

  // In the order of the cards, so that j walks down the margin.
  const order = useMemo(() => cards.flatMap(({ statements }) => statements.map(({ id }) => id)), [cards])
  const step = (by: 1 | -1) => {
    if (order.length === 0) return
    const at = marked === undefined ? -1 : order.indexOf(marked)
    mark(order[at === -1 ? (by === 1 ? 0 : order.length - 1) : Math.max(0, Math.min(order.length - 1, at + by))])
  }
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    w: () => marked !== undefined && openWhy(marked),
    ['Escape']: () => mark(undefined),
  })

  const markedAnchor = marked === undefined ? undefined : byId.get(marked) && anchorOf(byId.get(marked)!)
  useEffect(() => {
    if (markedAnchor === undefined || text.current === null) return
    const line = text.current.querySelector(`[data-at="${markedAnchor}"]`)?.getClientRects()[0]
    if (line === undefined || (line.top > 120 && line.bottom < window.innerHeight - 160)) return
    const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
    window.scrollTo({ top: window.scrollY + line.top - window.innerHeight * 0.38, behavior: calm ? 'auto' : 'smooth' })
  }, [markedAnchor])

  const card = (one: Card, follows: Card | undefined) => (
    <StatementCard
      card={one}
      follows={follows}
      lit={hovered}
      marked={marked}
      onMark={mark}
      onWhy={openWhy}
      onHover={hover}
    />
  )
  const speakerOnly = (key: string) =>
    navigate({
      search: (now) => ({ ...now, source: now.source === key ? undefined : key }),
      replace: true,
      resetScroll: false,
    })
  const voice = (one: (typeof voices)[number]) => (
    <VoiceNote
      voice={one}
      lit={hovered.has(one.attribution.id)}
      onHover={hover}
      onChoose={() => speakerOnly(one.source.key)}
    />
  )
  const markedCard = cards.find(({ statements }) => statements.some(({ id }) => id === marked))
  // biome-ignore lint/correctness/useExhaustiveDependencies: the functions that draw notes change with these
  const cardItems = useMemo(
    () => cards.map((one, index) => ({ id: one.id, anchor: one.anchor, content: card(one, cards[index - 1]) })),
    [cards, hovered, marked],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  const voiceItems = useMemo(
    () => voices.map((one) => ({ id: one.attribution.id, anchor: one.anchor, content: voice(one) })),
    [voices, hovered],
  )
  const only = onlySource === undefined ? undefined : view.sources.find(({ key }) => key === onlySource)

  return (
    <div className="spread" data-left={left || undefined} data-right={right || undefined}>
      <ReportHead view={view}>
        <SearchField
          label="Find a statement"
          value={q ?? ''}
          onChange={(value) =>
            navigate({ search: (now) => ({ ...now, q: value || undefined }), replace: true, resetScroll: false })
          }
        />
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
      {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: j, k and the cards do the same by keyboard */}
      <div
        className="report-text"
        ref={text}
        lang={report.language}
        onClick={(event) => {
          if (window.getSelection()?.isCollapsed === false) return
          const ids = idsAt(event).filter((id) => byId.has(id))
          if (ids.length === 0) return
          const next = ids[(ids.indexOf(marked ?? '') + 1) % ids.length]
          mark(next)
        }}
        onPointerOver={(event) => hover(idsAt(event).filter((id) => byId.has(id)))}
        onPointerLeave={() => hover([])}
      >
        {blocks.map((block) => (
          <div key={block.start} className="block">
            <SteadyParagraph text={report.text} block={block} marks={marks} statements={byId} hues={hues} lit={lit} />
            {!right && (
              <UnderParagraph
                cards={cards.filter(({ anchor }) => anchor >= block.start && anchor < block.end)}
                card={card}
                open={markedCard !== undefined && markedCard.anchor >= block.start && markedCard.anchor < block.end}
              />
            )}
          </div>
        ))}
        {view.statements.length === 0 && (
          <p className="nothing-read">
            Nothing was read from this text: it names no incident and no relation that the reader knows.
          </p>
        )}
      </div>
      {/* After the text in the page, so that its lines are there to stand beside. */}
      {left && <Margin label="Who speaks" side="left" items={voiceItems} insists={undefined} text={text} />}
      {right && <Margin label="What is stated" side="right" items={cardItems} insists={markedCard?.id} text={text} />}
      {why && marked !== undefined && (
        <WhyDrawer
          id={marked}
          onClose={() => navigate({ search: (now) => ({ ...now, why: undefined }), replace: true, resetScroll: false })}
        />
      )}
    </div>
  )
}
