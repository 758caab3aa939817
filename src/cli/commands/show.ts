import { AscribeError } from '../../base/AscribeError.ts'
import type { Record } from '../../record/Record.ts'
import type { EntityView } from '../../record/views/EntityView.ts'
import type { IncidentView } from '../../record/views/IncidentView.ts'
import type { StatementView } from '../../record/views/StatementView.ts'
import { propertyLabel } from '../../record/vocabularyTerms.ts'
import { printable } from '../display/printable.ts'
import { reportLine } from '../display/reportLine.ts'
import { incidentLines, propertyLines, relationLine, reportSummary, said } from '../display/reportSummary.ts'
import { type Style, styleFor } from '../display/Style.ts'
import { withLine } from '../display/sureness.ts'
import { EXIT } from '../exitCodes.ts'
import { withRecord } from '../openRecordAt.ts'
import { printJson, printMore } from '../printJson.ts'

interface ShowOptions {
  readonly query?: string
  readonly limit: number
  readonly record?: string
  readonly json?: boolean
}

/** `ascribe show [ID]`: one report, incident, entity or statement; or the list of reports. */
export function show(id: string | undefined, options: ShowOptions): Promise<number> {
  return withRecord(options.record, async (record) => {
    const style = styleFor(process.stdout)
    if (id === undefined) return showReports(record, options, style)
    const report = await record.report(id)
    const incident = report ?? (await record.incident(id))
    const entity = incident ?? (await record.entity(id))
    if (entity === undefined) {
      throw new AscribeError(
        'id-unknown',
        `the record has no report, incident or entity ${id}`,
        '`ascribe show` lists the reports',
      )
    }
    if (options.json) printJson(entity)
    else if (report !== undefined) process.stdout.write(reportSummary(report, style))
    else
      process.stdout.write(
        `${('stage' in entity ? showIncident(entity, style) : showEntity(entity as EntityView, style)).join('\n')}\n`,
      )
    return EXIT.ok
  })
}

async function showReports(record: Record, { query, limit, json }: ShowOptions, style: Style): Promise<number> {
  const page = await record.reports({ limit: Math.max(1, limit), ...(query === undefined ? {} : { query }) })
  if (json) {
    printJson(page)
    return EXIT.ok
  }
  for (const report of page.items) process.stdout.write(`${reportLine(report, style)}\n`)
  printMore(page, 'reports')
  return EXIT.ok
}

function showIncident(incident: IncidentView, style: Style): string[] {
  return [...incidentLines(incident, style), '', `in ${printable(incident.reportTitle)}  ${style.dim(incident.report)}`]
}

function showEntity(entity: EntityView, style: Style): string[] {
  const names = [entity.name, ...entity.aliases].map(printable)
  return [
    `${style.bold(names[0])}  ${entity.kind}${entity.protected ? style.alarm('  protected') : ''}  ${style.dim(entity.id)}`,
    ...(names.length > 1 ? [`also ${names.slice(1).join(', ')}`] : []),
    ...entity.properties.flatMap((property) => propertyLines(property, style)),
    ...entity.roles.map((statement) => roleLine(statement, style)),
    '',
    `in ${printable(entity.reportTitle)}  ${style.dim(entity.report)}`,
  ]
}

/** "perpetrator of attack on a convoy", "Omar Sy ━━ member of ━━ River Guard". */
function roleLine(statement: StatementView, style: Style): string {
  if (statement.subject.kind === 'entity') return relationLine(statement, style)
  const { certainty, polarity } = statement
  const role = `${propertyLabel(statement.property)} of ${printable(statement.subject.label)}`
  return `    ${withLine(role, certainty, polarity === 'denied', style)}  ${said([statement], statement, style)}`
}
