import type { Incident } from '../model/Incident.ts'
import { isAnchored, passageOf } from '../model/Passage.ts'
import type { Place } from '../model/Place.ts'
import type { Interval } from '../model/Value.ts'
import { extentOf } from '../weighing/extentOf.ts'
import { nameKey } from '../weighing/nameKey.ts'
import { placeLabel } from '../weighing/placeLabel.ts'
import { fullId } from './fullId.ts'
import { incidentRow } from './incidentRow.ts'
import type { IncidentQuery } from './Record.ts'
import { loadReport, type ReportContents } from './ReportContents.ts'
import type { Store } from './store/Store.ts'
import type { IncidentRow } from './store/Tables.ts'
import { viewProperties } from './viewProperties.ts'
import type { IncidentSummary, IncidentView } from './views/IncidentView.ts'
import type { Page } from './views/Page.ts'

/** Incidents, the most recent first, the undated last. */
export async function listIncidents(store: Store, wanted: IncidentQuery): Promise<Page<IncidentSummary>> {
  const { report, type, disputed, query, limit = 100, offset = 0 } = wanted
  let found = store.db.selectFrom('incidents').innerJoin('reports', 'reports.id', 'incidents.report')
  if (report !== undefined) found = found.where('incidents.report', '=', report)
  if (type !== undefined) found = found.where('incidents.type', '=', type)
  if (disputed !== undefined) found = found.where('incidents.disputed', '=', Number(disputed))
  for (const word of nameKey(query ?? '')
    .split(' ')
    .filter(Boolean)) {
    found = found.where('incidents.words', 'like', `%${word}%`)
  }
  const { total } = await found.select(({ fn }) => fn.countAll().as('total')).executeTakeFirstOrThrow()
  const rows = await found
    .selectAll('incidents')
    .select(['reports.title', 'reports.opening', 'reports.published'])
    .orderBy((order) => order.fn.coalesce('incidents.day', order.val('')), 'desc')
    .orderBy('incidents.report')
    .orderBy('incidents.ordinal')
    .limit(limit)
    .offset(offset)
    .execute()
  return { items: rows.map((row) => summaryOf(row, row.title ?? row.opening, row.published)), total: Number(total) }
}

/** One incident with the positions on its properties. */
export async function findIncident(store: Store, id: string): Promise<IncidentView | undefined> {
  const found = await fullId(store.db, 'incidents', id)
  const contents = found === undefined ? undefined : await loadReport(store.db, found.report)
  const incident = contents?.incidents.get(found?.id ?? '')
  return contents === undefined || incident === undefined ? undefined : viewIncident(incident, contents)
}

/** An incident of a loaded report. */
export function viewIncident(incident: Incident, contents: ReportContents): IncidentView {
  const { report, layers, title, sources } = contents
  const statements = contents.statementsOn.get(incident.id) ?? []
  const row = incidentRow(layers.id, incident, 0, statements, sources)
  const summary = summaryOf(row, title, report.published ?? null)
  const whereExtent = summary.where && extentOf(summary.where)
  return {
    ...summary,
    ...(whereExtent === undefined ? {} : { whereExtent }),
    passages: incident.mentions.map((span) => {
      const passage = passageOf(report.text, span)
      return { ...passage, anchored: isAnchored(report.text, passage) }
    }),
    properties: viewProperties(statements, contents),
  }
}

function summaryOf(row: IncidentRow, reportTitle: string, published: string | null): IncidentSummary {
  const { id, type, stage, label } = JSON.parse(row.data) as Incident
  const place = row.place === null ? undefined : (JSON.parse(row.place) as Place)
  return {
    id,
    type,
    stage,
    label,
    report: row.report,
    reportTitle,
    ...(published === null ? {} : { published }),
    ...(row.happened === null ? {} : { when: JSON.parse(row.happened) as Interval }),
    ...(place === undefined ? {} : { where: place, whereLabel: placeLabel(place) }),
    mentions: row.mentions,
    statements: row.statements,
    sources: row.sources,
    disputed: row.disputed === 1,
  }
}
