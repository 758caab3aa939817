import type { Interval, Value } from '../../model/Value.ts'
import type { IncidentView } from '../../record/views/IncidentView.ts'
import type { PropertyPositions } from '../../record/views/PropertyPositions.ts'
import type { ReportView } from '../../record/views/ReportView.ts'
import type { StatementView } from '../../record/views/StatementView.ts'
import { propertyLabel } from '../../record/vocabularyTerms.ts'
import { speaksAgainst } from '../../weighing/positionsOf.ts'
import { chainWords, sourceWords } from './chainWords.ts'
import { counted } from './counted.ts'
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

/** An incident with each position on each property in a line; what it is called and who calls it so stand at its head. */
export function incidentLines(incident: IncidentView, style: Style): string[] {
  const { label, type, stage, id, disputed, properties } = incident
  const kind = (stage === 'accomplished' ? type : `${type}, ${stage}`).replaceAll('-', ' ')
  const typed = properties.find(({ property }) => property === 'type')
  const [call] = typed?.positions.length === 1 && !typed.disputed ? typed.positions[0].statements : []
  const mark = disputed ? style.alarm('!') : ' '
  const name = style.bold(shortened(label, 60))
  const head =
    call === undefined
      ? `${mark} ${name}  ${kind}  ${style.dim(id)}`
      : `${mark} ${name}  ${withLine(kind, call.certainty, false, style)}  ${said([call], call, style)}  ${style.dim(id)}`
  const told = (property: PropertyPositions) =>
    property.disputed ||
    property.positions.length > 1 ||
    (property.property !== 'type' && property.property !== 'stage')
  return [
    head,
    ...properties
      .filter((property) => property !== typed || call === undefined)
      .filter(told)
      .flatMap((property) => propertyLines(property, style)),
  ]
}

/** Each position on a property in a line: mark, property, value, how sure, who says so, and the statement to ask about. */
export function propertyLines({ property, label, disputed, positions }: PropertyPositions, style: Style): string[] {
  const lines: string[] = []
  for (const { label: value, value: typed, statements, certainty } of positions) {
    for (const against of [false, true]) {
      const all = statements.filter((statement) => speaksAgainst(statement) === against)
      const surest = all.find((statement) => statement.certainty === certainty) ?? all[0]
      if (surest === undefined) continue
      const first = lines.length === 0
      const mark = first && disputed ? style.alarm('!') : ' '
      const shown = withLine(column(value, valueWidth()), surest.certainty, against, style)
      lines.push(
        `  ${mark} ${column(first ? label : '', 22)} ${shown} ${said(all, surest, style, categoryWords(typed, property))}`,
      )
    }
  }
  return lines
}

/** "(civilians)" of "nine villagers": the kind of people, where neither the words nor the property say it. */
function categoryWords(value: Value, property: string): string {
  if (value.type !== 'count' || value.category === undefined || value.category === property) return ''
  const category = value.category.replaceAll('-', ' ')
  return `${value.words} ${value.of ?? ''}`.toLowerCase().includes(category) ? '' : `  (${category})`
}

/** A wide terminal shows more of a value. */
const valueWidth = (): number => Math.min(60, Math.max(34, (process.stdout.columns ?? 0) - 90))

const innermost = ({ chain }: StatementView) => chain[chain.length - 1].source

/** "certain    police; a doctor  st_3fa9c1d2" */
export function said(statements: readonly StatementView[], surest: StatementView, style: Style, category = ''): string {
  const who = [...new Set(statements.map((statement) => chainWords(statement, style)))].join('; ')
  const against = surest.chain[surest.chain.length - 1].act === 'doubts' ? 'doubted' : 'denied'
  const sure = speaksAgainst(surest) ? against : (heldResponsible(surest) ?? surest.certainty)
  const orphan = statements.some(({ passages }) => passages.some(({ anchored }) => !anchored))
  const holds = holdsWords(surest)
  return `${column(sure, 9)} ${who}${category}${holds && `  ${holds}`}${orphan ? style.alarm(' (orphan)') : ''}  ${style.dim(shortId(surest.id))}`
}

/** How a perpetrator is held to be it, in place of how surely, which the line says; not where somebody simply says so. */
const heldResponsible = ({ responsibility, chain }: StatementView): string | undefined =>
  responsibility === 'accused' && chain[chain.length - 1].act !== 'accuses' ? undefined : responsibility

/** Of how many a relation holds, and when: "(several dozen of them; until 2014)". */
export function holdsWords({ interval, quantityLabel }: StatementView): string {
  const when = interval === undefined ? undefined : intervalWords(interval)
  const parts = [quantityLabel, when].filter((part) => part !== undefined).map(printable)
  return parts.length === 0 ? '' : `(${parts.join('; ')})`
}

/** The words of the report, with the date that they come to where they do not name it: "two years ago: 2013". */
function intervalWords({ edtf, phrase }: Interval): string {
  const years = edtf.match(/\d{4}/g) ?? []
  if (phrase === '') return edtf
  return edtf === '' || years.every((year) => phrase.includes(year)) ? phrase : `${phrase}: ${edtf}`
}

/** Enough of an id to ask `why` with. */
const shortId = (id: string): string => id.slice(0, 11)

export function relationLine(statement: StatementView, style: Style): string {
  const { subject, property, valueLabel, certainty, polarity } = statement
  const denied = polarity === 'denied'
  const words = `${printable(subject.label)} ${lineOf(certainty, denied)} ${propertyLabel(property)} ${lineOf(certainty, denied)} ${printable(valueLabel)}`
  return `    ${denied ? style.struck(words) : words}  ${said([statement], statement, style)}`
}

const REASONS: Record<string, string> = {
  'asked-not-to-be-named': 'asked not to be named',
  'private-individual': 'a private individual',
  minor: 'a minor',
  decision: 'by decision',
}

/** Those that most statements rest on first; unnamed ones that go by the same words in one line. */
function sourceLines({ sources, statements }: ReportView, style: Style): string[] {
  const groups = Map.groupBy(sources, ({ kind, name, protected: reason }) =>
    JSON.stringify([kind, name, reason?.reason]),
  )
  return [...groups.values()]
    .map((group) => {
      const ids = new Set(group.map(({ id }) => id))
      return { group, count: statements.filter((statement) => ids.has(innermost(statement).id)).length }
    })
    .sort((a, b) => b.count - a.count)
    .map(({ group, count }) => {
      const [source] = group
      const reason = source.protected === undefined ? '' : `  protected: ${REASONS[source.protected.reason]}`
      const times = group.length > 1 ? ` (${group.length})` : ''
      const name = style.source(source.key, column(`${sourceWords(source)}${times}`, 44))
      return `    ${name} ${column(source.kind, 13)} ${counted(count, 'statement')}${style.alarm(reason)}`
    })
}
