import { type MouseEvent, memo, type ReactNode, type RefObject, useMemo } from 'react'
import type { StatementView } from '../../../src/server/contract/answers.ts'
import { lineOf } from '../grammar/lineOf.ts'
import type { Block } from './paragraphsOf.ts'
import { useLightAmong, useSpotlight } from './Spotlight.ts'
import { type Mark, type Segment, segmentsOf } from './segmentsOf.ts'

interface ReportTextProps {
  readonly text: string
  readonly language: string
  readonly blocks: readonly Block[]
  readonly marks: readonly Mark[]
  readonly statements: ReadonlyMap<string, StatementView>
  readonly hues: ReadonlyMap<string, number>
  readonly marked: string | undefined
  readonly onMark: (id: string) => void
  /** what stands under a paragraph, where there is no margin */
  readonly under: (block: Block) => ReactNode
  readonly children?: ReactNode
  readonly ref: RefObject<HTMLDivElement | null>
}

/** The text of the report; its passages light what is stated there, and a click chooses it. */
export function ReportText(props: ReportTextProps) {
  const { text, language, blocks, marks, statements, hues, marked, onMark, under, children, ref } = props
  const spotlight = useSpotlight()
  const statementsAt = (event: MouseEvent) => idsAt(event).filter((id) => statements.has(id))
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: j, k and the cards do the same by keyboard
    <div
      className="report-text"
      ref={ref}
      lang={language}
      onClick={(event) => {
        if (window.getSelection()?.isCollapsed === false) return
        const ids = statementsAt(event)
        // Clicked again, the next statement of the same words.
        if (ids.length > 0) onMark(ids[(ids.indexOf(marked ?? '') + 1) % ids.length])
      }}
      onPointerOver={(event) => spotlight.hover(statementsAt(event))}
      onPointerLeave={() => spotlight.hover([])}
    >
      {blocks.map((block) => (
        <div key={block.start} className="block">
          <Paragraph text={text} block={block} marks={marks} statements={statements} hues={hues} />
          {under(block)}
        </div>
      ))}
      {children}
    </div>
  )
}

interface ParagraphProps extends Pick<ReportTextProps, 'text' | 'marks' | 'statements' | 'hues'> {
  readonly block: Block
}

/** One paragraph, its passages underlined in the hue and line of who says so. */
const Paragraph = memo(function Paragraph({ text, block, marks, statements, hues }: ParagraphProps) {
  const segments = useMemo(() => segmentsOf(block, marks), [block, marks])
  const ids = useMemo(() => new Set(segments.flatMap(({ marks }) => marks.map(({ id }) => id))), [segments])
  useLightAmong(ids)
  return (
    <p>
      {segments.map((segment) => (
        <Stretch key={segment.start} text={text} segment={segment} statements={statements} hues={hues} />
      ))}
    </p>
  )
})

const SCARE = 'A scare quote: the report keeps its distance from these words, and nobody is quoted'

interface StretchProps extends Pick<ReportTextProps, 'text' | 'statements' | 'hues'> {
  readonly segment: Segment
}

function Stretch({ text, segment: { start, end, marks }, statements, hues }: StretchProps) {
  const spotlight = useSpotlight()
  const words = text.slice(start, end)
  if (marks.length === 0) return <span data-at={start}>{words}</span>
  const lit = marks.find(({ id }) => spotlight.of(id) === 'marked') ?? marks.find(({ id }) => spotlight.of(id))
  const passage = lit?.kind === 'statement' ? lit : marks.find(({ kind }) => kind === 'statement')
  const statement = passage && statements.get(passage.id)
  const scare = marks.some(({ kind }) => kind === 'scare')
  const { line, struck } = statement ? lineOf(statement.certainty, statement.polarity) : {}
  return (
    <span
      data-at={start}
      data-ids={marks.flatMap(({ id, kind }) => (kind === 'scare' ? [] : id)).join(' ')}
      data-hue={hues.get((lit ?? passage)?.id ?? '')}
      data-line={line}
      data-struck={struck || undefined}
      data-lit={lit && spotlight.of(lit.id)}
      data-lit-kind={lit?.kind}
      data-scare={scare || undefined}
      title={scare ? SCARE : undefined}
      className={statement ? 'passage' : 'stretch'}
    >
      {words}
    </span>
  )
}

/** The ids under the pointer, the narrowest first. */
function idsAt(event: MouseEvent): string[] {
  const stretch = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-ids]') : null
  return stretch?.dataset.ids?.split(' ') ?? []
}
