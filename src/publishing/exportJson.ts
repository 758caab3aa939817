import { ATTRIBUTION, type ExportedReport } from './Export.ts'

/**
 * An export as JSON, in pieces that can be written as they come: one report a line. Its shape is `Export`, published as
 * docs/schema/export.schema.json.
 */
export async function* exportJson(reports: AsyncIterable<ExportedReport>, count: () => number): AsyncIterable<string> {
  yield `{"format":"ascribe-export","version":1,"attribution":${JSON.stringify(ATTRIBUTION)},"reports":[`
  let first = true
  for await (const report of reports) {
    yield `${first ? '\n' : ',\n'}${JSON.stringify(report)}`
    first = false
  }
  yield `\n],"protectedSources":${count()}}\n`
}
