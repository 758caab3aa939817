import { ATTRIBUTION, type ExportedReport, type ExportedStatement } from './Export.ts'

/**
 * An export as one GeoJSON feature collection (RFC 7946), in pieces that can be written as they come: a feature for every
 * statement of where an incident happened, with the area that its words leave open as its geometry.
 */
export async function* exportGeoJson(reports: AsyncIterable<ExportedReport>): AsyncIterable<string> {
  yield `{"type":"FeatureCollection","attribution":${JSON.stringify(ATTRIBUTION)},"features":[`
  let first = true
  for await (const report of reports) {
    for (const statement of report.statements) {
      const feature = featureOf(statement, report)
      if (feature === undefined) continue
      yield `${first ? '\n' : ',\n'}${JSON.stringify(feature)}`
      first = false
    }
  }
  yield '\n]}\n'
}

function featureOf(statement: ExportedStatement, report: ExportedReport): object | undefined {
  const { id, subject, subjectLabel, property, valueLabel, extent, placePrecision, polarity, certainty, chain } =
    statement
  if (extent === undefined || subject.kind !== 'incident') return undefined
  const incident = report.incidents.find((candidate) => candidate.id === subject.id)
  return {
    type: 'Feature',
    id,
    geometry: extent.geometry,
    properties: {
      incident: subject.id,
      label: subjectLabel,
      type: incident?.type,
      stage: incident?.stage,
      property,
      where: valueLabel,
      precision: placePrecision,
      withinKm: extent.withinKm,
      longitude: extent.point[0],
      latitude: extent.point[1],
      uncertaintyKm: extent.uncertaintyKm,
      polarity,
      certainty,
      source: chain[chain.length - 1].name,
      chain: chain.map(({ name }) => name),
      report: report.id,
      outlet: report.outlet,
      published: report.published,
    },
  }
}
