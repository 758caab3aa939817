import { isAnchored, passageOf } from '../model/Passage.ts'
import type { ChainLink, Statement } from '../model/Statement.ts'
import type { Value } from '../model/Value.ts'
import { quantityLabel } from '../weighing/quantityLabel.ts'
import { responsibilityMode } from '../weighing/responsibilityMode.ts'
import { valueLabel } from '../weighing/valueLabel.ts'
import type { ReportContents } from './ReportContents.ts'
import type { SourceRef } from './views/SourceRef.ts'
import type { ChainLinkView, PassageView, StatementView } from './views/StatementView.ts'
import { termLabel } from './vocabularyTerms.ts'

/** A statement with names for its ids, its chain resolved, and each of its passages checked against the text. */
export function viewStatement(statement: Statement, contents: ReportContents): StatementView {
  const { chain, passages, subject, ...rest } = statement
  const responsibility = responsibilityMode(statement)
  const label = nameIn(contents, subject.id) ?? 'unknown'
  const many = quantityBeyond(label, statement)
  return {
    ...rest,
    subject: { ...subject, label },
    valueLabel: labelIn(contents, statement.value),
    ...(many === undefined ? {} : { quantityLabel: many }),
    ...(responsibility === undefined ? {} : { responsibility }),
    chain: chain.map((link) => viewLink(link, contents)),
    passages: passages.map(
      (passage): PassageView => ({ ...passage, anchored: isAnchored(contents.report.text, passage) }),
    ),
    reportTitle: contents.title,
    decisions: [...(contents.decisions.get(statement.id) ?? [])],
  }
}

/** Of how many a relation holds, unless the subject's own words say so: "several dozen recruits". */
function quantityBeyond(subject: string, { quantity }: Statement): string | undefined {
  if (quantity === undefined) return undefined
  const words = quantity.type === 'count' ? quantity.words : quantity.text
  return subject.toLowerCase().startsWith(words.toLowerCase()) ? undefined : quantityLabel(quantity)
}

/** A value in words: terms by their labels, entities and incidents by their names. */
export const labelIn = (contents: ReportContents, value: Value): string =>
  value.type === 'term' ? termLabel(value) : valueLabel(value, (id) => nameIn(contents, id))

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
