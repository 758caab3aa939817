import { type Geometry, wellKnownText } from '../geography/polygons.ts'
import type { Value } from '../model/Value.ts'
import type { ExportedReport, ExportedStatement } from './Export.ts'
import { placePrecisionOf } from './placePrecisionOf.ts'

type Cell = string | number | null | undefined

/** The columns, in their order; what each holds is said in docs/export.md. */
const COLUMNS: Record<string, (statement: ExportedStatement, report: ExportedReport) => Cell> = {
  statement: ({ id }) => id,
  report: (_statement, { id }) => id,
  outlet: (_statement, { outlet }) => outlet,
  published: (_statement, { published }) => published,
  title: (_statement, { title }) => title,
  url: (_statement, { url }) => url,
  subject_kind: ({ subject }) => subject.kind,
  subject: ({ subject }) => subject.id,
  subject_label: ({ subjectLabel }) => subjectLabel,
  incident_type: ({ subject }, { incidents }) => incidents.find(({ id }) => id === subject.id)?.type,
  incident_stage: ({ subject }, { incidents }) => incidents.find(({ id }) => id === subject.id)?.stage,
  property: ({ property }) => property,
  value_type: ({ value }) => value.type,
  value: ({ valueLabel }) => valueLabel,
  low: ({ value }) => ofType(value, 'count')?.low,
  best: ({ value }) => ofType(value, 'count')?.best,
  high: ({ value }) => ofType(value, 'count')?.high,
  casualty_category: ({ value }) => ofType(value, 'count')?.category,
  edtf: ({ value }) => ofType(value, 'interval')?.edtf,
  latitude: ({ value }) => ofType(value, 'place')?.lat,
  longitude: ({ value }) => ofType(value, 'place')?.lon,
  geoname_id: ({ value }) => ofType(value, 'place')?.geonameId,
  place_precision: ({ value }) => ofType(value, 'place')?.precision,
  place_relation: ({ value }) => ofType(value, 'place')?.relation,
  place_direction: ({ value }) => ofType(value, 'place')?.direction,
  place_distance_km: ({ value }) => ofType(value, 'place')?.distanceKm,
  place_other: ({ value }) => ofType(value, 'place')?.other?.name,
  where_latitude: ({ extent }) => extent?.point[1],
  where_longitude: ({ extent }) => extent?.point[0],
  where_uncertainty_km: ({ extent }) => extent?.uncertaintyKm,
  where_within_km: ({ extent }) => extent?.withinKm,
  where_wkt: ({ extent }) => extent && wellKnownText(extent.geometry as unknown as Geometry),
  where_precision: ({ placePrecision }) => placePrecision,
  acled_geo_precision: ({ value }) => codesOf(value)?.acled,
  ucdp_where_prec: ({ value }) => codesOf(value)?.ucdp,
  gtd_specificity: ({ value }) => codesOf(value)?.gtd,
  place_attribution: ({ extent }) => (extent === undefined ? undefined : '© GeoNames CC BY 4.0'),
  polarity: ({ polarity }) => polarity,
  certainty: ({ certainty }) => certainty,
  certainty_word: ({ certaintyWord }) => certaintyWord,
  source: ({ chain }) => chain[chain.length - 1].name,
  source_kind: ({ chain }, { sources }) => sources.find(({ id }) => id === chain[chain.length - 1].source)?.kind,
  act: ({ chain }) => chain[chain.length - 1].act,
  responsibility: ({ responsibility }) => responsibility,
  chain: ({ chain }) => chain.map(({ name }) => name).join(' > '),
  interval: ({ interval }) => interval?.edtf || interval?.phrase,
  quantity: ({ quantity }) => (quantity?.type === 'count' ? quantity.words : quantity?.text),
  said: ({ said }) => said?.edtf,
  passage_start: ({ passages: [passage] }) => ('start' in passage ? passage.start : undefined),
  passage_end: ({ passages: [passage] }) => ('end' in passage ? passage.end : undefined),
  passage: ({ passages }) =>
    passages.map((passage) => ('exact' in passage ? passage.exact : `(withheld: ${passage.withheld})`)).join(' … '),
  read_by: ({ by }) => by.join(' '),
}

const codesOf = (value: Value) => (value.type === 'place' ? placePrecisionOf(value)?.codes : undefined)

const ofType = <Type extends Value['type']>(value: Value, type: Type): Extract<Value, { type: Type }> | undefined =>
  value.type === type ? (value as Extract<Value, { type: Type }>) : undefined

/** An export as CSV (RFC 4180), one statement a row, in pieces that can be written as they come. */
export async function* exportCsv(reports: AsyncIterable<ExportedReport>): AsyncIterable<string> {
  yield csvRow(Object.keys(COLUMNS))
  for await (const report of reports) {
    yield report.statements
      .map((statement) => csvRow(Object.values(COLUMNS).map((column) => column(statement, report))))
      .join('')
  }
}

/** One row as RFC 4180 has it: fields with commas, quotation marks or line breaks are quoted; rows end in CR LF. */
export const csvRow = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`

function csvCell(cell: Cell): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'number') return String(cell)
  const text = harmless(cell)
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text
}

/**
 * Spreadsheets run what begins like a formula: such a text gets an apostrophe before it, as OWASP advises ("CSV injection"). The
 * full-width forms count as well, since some spreadsheets take them for the same.
 */
const harmless = (text: string): string =>
  /^[\s]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r]/.test(text) ? `'${text}` : text
