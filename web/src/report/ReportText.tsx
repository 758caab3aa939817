import { type MouseEvent, memo } from 'react'
import type { StatementView } from '../../../src/record/views/StatementView.ts'
import { lineOf } from '../grammar/lineOf.ts'
import type { Block } from './paragraphsOf.ts'
import type { Mark, Segment } from './segmentsOf.ts'
import { segmentsOf } from './segmentsOf.ts'

/** What is lit in the text: the ids of statements and attributions under the pointer, and those that are marked. */
export interface Lit {
  readonly hovered: ReadonlySet<string>
  readonly marked: ReadonlySet<string>
}

interface ParagraphProps {
  readonly text: string
  readonly block: Block
  readonly marks: readonly Mark[]
  readonly statements: ReadonlyMap<string, StatementView>
  readonly hues: ReadonlyMap<string, number>
  readonly lit: Lit
}

/** One paragraph of the report, its passages underlined in the hue and line of who says so. */
export function Paragraph({ text, block, marks, statements, hues, lit }: ParagraphProps) {
  return (
    <p>
      {segmentsOf(block, marks).map((segment) => (
        <Stretch key={segment.start} text={text} segment={segment} statements={statements} hues={hues} lit={lit} />
      ))}
    </p>
  )
}

/** A paragraph is drawn again only when what is lit in it changes. */
export const SteadyParagraph = memo(Paragraph, (before, after) => {
  if (before.text !== after.text || before.marks !== after.marks || before.hues !== after.hues) return false
  if (before.lit === after.lit) return true
  const here = after.marks.filter(({ start, end }) => start < after.block.end && end > after.block.start)
  return here.every(
    ({ id }) =>
      before.lit.hovered.has(id) === after.lit.hovered.has(id) &&
      before.lit.marked.has(id) === after.lit.marked.has(id),
  )
})

function Stretch({
  text,
  segment,
  statements,
  hues,
  lit,
}: Omit<ParagraphProps, 'block' | 'marks'> & { segment: Segment }) {
  const { start, end, marks } = segment
  const words = text.slice(start, end)
  if (marks.length === 0) return <span data-at={start}>{words}</span>
  const shining = marks.find(({ id }) => lit.marked.has(id)) ?? marks.find(({ id }) => lit.hovered.has(id))
  const passage = marks.find(({ id, kind }) => kind === 'statement' && id === shining?.id) ?? firstPassage(marks)
  const statement = passage && statements.get(passage.id)
  const innermost = statement?.chain.at(-1)
  const { line, struck } = statement ? lineOf(statement.certainty, statement.polarity) : {}
  const names = marks.map(({ id }) => id)
  return (
    <span
      data-at={start}
      data-ids={names.join(' ')}
      data-hue={shining ? hues.get(shining.id) : innermost && hues.get(statement!.id)}
      data-line={line}
      data-struck={struck || undefined}
      data-cue={marks.some(({ kind }) => kind === 'cue') || undefined}
      data-lit={shining && (lit.marked.has(shining.id) ? 'marked' : 'hovered')}
      data-lit-kind={shining?.kind}
      className={statement ? 'passage' : 'stretch'}
    >
      {words}
    </span>
  )
}

const firstPassage = (marks: readonly Mark[]): Mark | undefined => marks.find(({ kind }) => kind === 'statement')

/** The ids under the pointer, the narrowest first. */
export function idsAt(event: MouseEvent): string[] {
  const stretch = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-ids]') : null
  return stretch?.dataset.ids?.split(' ') ?? []
}
