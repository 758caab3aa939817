import type { IncidentView } from '../../record/views/IncidentView.ts'
import type { PropertyPositions } from '../../record/views/PropertyPositions.ts'
import type { ReportView } from '../../record/views/ReportView.ts'
import type { StatementView } from '../../record/views/StatementView.ts'
import { chainWords, sourceWords } from './chainWords.ts'
import { column, printable, shortened } from './printable.ts'
import type { Style } from './Style.ts'
import { lineOf, withLine } from './sureness.ts'

/** Everything stated in a report, for a person to read. */
export function reportSummary(view: ReportView, style: Style): string {
  const { summary, report } = view
  const lines = [
    style.bold(printable(summary.title ?? summary.opening)),
    [report.outlet, report.author, report.published ?? 'undated: relative times stay relative', style.dim(report.id)]
      .filter((part) => part !== undefined)
      .map((part) => (part === report.outlet || part === report.author ? printable(part ?? '') : part))
      .join(' · '),
  ]
  if (summary.copyOf !== undefined) {
    lines.push(
      style.alarm(`nearly copies ${summary.copyOf.report} (${Math.round(summary.copyOf.share * 100)} % of it)`),
    )
  }
  lines.push('', heading('Incidents', view.incidents.length, style))
  for (const incident of view.incidents) lines.push(...incidentLines(incident, style), '')
  const relations = view.statements.filter(({ subject }) => subject.kind === 'entity')
  lines.push(heading('Relations', relations.length, style))
  lines.push(...relations.map((statement) => relationLine(statement, style)), '')
  lines.push(heading('Sources', view.sources.length, style), ...sourceLines(view, style))
  return `${lines.join('\n')}\n`
}

const heading = (word: string, count: number, style: Style): string => style.bold(`${word} (${count})`)

/** An incident with each position on each property in a line. */
export function incidentLines(incident: IncidentView, style: Style): string[] {
  const { label, type, stage, id, disputed } = incident
  const kind = stage === 'accomplished' ? type : `${type}, ${stage}`
  const head = `${disputed ? style.alarm('!') : ' '} ${style.bold(shortened(label, 60))}  ${kind.replaceAll('-', ' ')}  ${style.dim(id)}`
  return [head, ...incident.properties.flatMap((property) => propertyLines(property, style))]
}

/** Each position on a property in a line: mark, property, value, how sure, who says so, and the statement to ask about. */
export function propertyLines({ label, disputed, positions }: PropertyPositions, style: Style): string[] {
  return positions.flatMap((position, index) => {
    const mark = disputed && index === 0 ? style.alarm('!') : ' '
    const name = column(index === 0 ? label : '', 18)
    const against = position.statements.filter((statement) =>
      position.deniedBy.some(({ id }) => id === innermost(statement).id),
    )
    const inFavour = position.statements.filter((statement) => !against.includes(statement))
    const value = column(position.label, 34)
    const lines = []
    if (inFavour.length > 0) {
      const surest = inFavour.find(({ certainty }) => certainty === position.certainty) ?? inFavour[0]
      lines.push(
        `  ${mark} ${name} ${withLine(value, surest.certainty, false, style)} ${said(inFavour, surest, style)}`,
      )
    }
    if (against.length > 0) {
      const shown = inFavour.length > 0 ? column('', 18) : name
      const cross = inFavour.length > 0 ? ' ' : mark
      lines.push(
        `  ${cross} ${shown} ${withLine(value, against[0].certainty, true, style)} ${said(against, against[0], style)}`,
      )
    }
    return lines
  })
}

const innermost = ({ chain }: StatementView) => chain[chain.length - 1].source

/** "certain    police; a doctor  st_3fa9c1d2" */
function said(statements: readonly StatementView[], surest: StatementView, style: Style): string {
  const who = [...new Set(statements.map((statement) => chainWords(statement, style)))].join('; ')
  const denied = statements[0].polarity === 'denied'
  const sure = denied ? 'denied' : surest.certainty
  const orphan = statements.some(({ passages }) => passages.some(({ anchored }) => !anchored))
    ? style.alarm(' (orphan)')
    : ''
  return `${column(sure, 9)} ${who}${orphan}  ${style.dim(shortId(surest.id))}`
}

/** Enough of an id to ask `why` with. */
const shortId = (id: string): string => id.slice(0, 11)

function relationLine(statement: StatementView, style: Style): string {
  const { subject, property, valueLabel, certainty, polarity } = statement
  const denied = polarity === 'denied'
  const words = `${printable(subject.label)} ${lineOf(certainty, denied)} ${property.replaceAll('-', ' ')} ${lineOf(certainty, denied)} ${printable(valueLabel)}`
  return `    ${denied ? style.struck(words) : words}  ${said([statement], statement, style)}`
}

const REASONS: Record<string, string> = {
  'asked-not-to-be-named': 'asked not to be named',
  'private-individual': 'a private individual',
  minor: 'a minor',
  decision: 'by decision',
}

function sourceLines({ sources, statements }: ReportView, style: Style): string[] {
  return sources.map((source) => {
    const count = statements.filter((statement) => innermost(statement).id === source.id).length
    const reason = source.protected === undefined ? '' : `  protected: ${REASONS[source.protected.reason]}`
    const name = style.source(source.key, column(sourceWords(source), 44))
    return `    ${name} ${column(source.kind, 13)} ${count} statement${count === 1 ? '' : 's'}${style.alarm(reason)}`
  })
}
