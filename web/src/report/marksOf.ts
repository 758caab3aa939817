import type { ReportView, StatementView } from '../../../src/server/contract/answers.ts'
import type { Mark } from './segmentsOf.ts'
import type { Voice } from './voicesOf.ts'

/** Everything that the text shows: passages that still stand, the pieces of attributions, and scare quotes. */
export function marksOf(
  statements: readonly StatementView[],
  voices: readonly Voice[],
  scareQuotes: ReportView['reading']['scareQuotes'],
): Mark[] {
  const passages = statements.flatMap(({ id, passages }) =>
    passages.filter(({ anchored }) => anchored).map(({ start, end }): Mark => ({ start, end, kind: 'statement', id })),
  )
  const pieces = voices.flatMap(({ attribution }) =>
    (['source', 'cue', 'content'] as const).flatMap((kind) =>
      attribution[kind].map(([start, end]): Mark => ({ start, end, kind, id: attribution.id })),
    ),
  )
  const scare = scareQuotes.map(({ start, end }): Mark => ({ start, end, kind: 'scare', id: String(start) }))
  return [...passages, ...pieces, ...scare]
}
