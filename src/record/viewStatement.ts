import { isAnchored, passageOf } from '../model/Passage.ts'
import type { ChainLink, Statement } from '../model/Statement.ts'
import { valueLabel } from '../weighing/valueLabel.ts'
import type { ReportContents } from './ReportContents.ts'
import type { SourceRef } from './views/SourceRef.ts'
import type { ChainLinkView, PassageView, StatementView } from './views/StatementView.ts'

/** A statement with names for its ids, its chain resolved, and each of its passages checked against the text. */
export function viewStatement(statement: Statement, contents: ReportContents): StatementView {
  const { chain, passages, subject, ...rest } = statement
  return {
    ...rest,
    subject: { ...subject, label: nameIn(contents, subject.id) ?? 'unknown' },
    valueLabel: valueLabel(statement.value, (id) => nameIn(contents, id)),
    chain: chain.map((link) => viewLink(link, contents)),
    passages: passages.map(
      (passage): PassageView => ({ ...passage, anchored: isAnchored(contents.report.text, passage) }),
    ),
    reportTitle: contents.title,
    decisions: [...(contents.decisions.get(statement.id) ?? [])],
  }
}

/** Name of an entity, or label of an incident. */
export const nameIn = ({ entities, incidents }: ReportContents, id: string): string | undefined =>
  entities.get(id)?.name ?? incidents.get(id)?.label

/** A source as views name it; one that the report does not hold is said to be unknown. */
export function viewSource(id: string, { sources, sourceKeys }: ReportContents): SourceRef {
  const source = sources.get(id)
  if (source === undefined) return { id, kind: 'unnamed', name: 'an unknown source', key: id }
  const { kind, name, protected: protection } = source
  return {
    id,
    kind,
    name,
    key: sourceKeys.get(id) ?? id,
    ...(protection === undefined ? {} : { protected: protection }),
  }
}

function viewLink({ source, ...link }: ChainLink, contents: ReportContents): ChainLinkView {
  const attribution = contents.attributions.get(link.attribution ?? '')
  const [cue] = attribution?.cue ?? []
  return {
    ...link,
    source: viewSource(source, contents),
    ...(cue === undefined
      ? {}
      : { cue: { ...passageOf(contents.report.text, { start: cue[0], end: cue[1] }), anchored: true } }),
  }
}

/** True where every passage still stands in the text. */
export const isWhole = ({ passages }: StatementView): boolean => passages.every(({ anchored }) => anchored)
