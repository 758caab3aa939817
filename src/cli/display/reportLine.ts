import type { ReportSummary } from '../../record/views/ReportSummary.ts'
import { counted } from './counted.ts'
import { printable, shortened } from './printable.ts'
import type { Style } from './Style.ts'

/** One report in a line: id, date, title and outlet, and how much is stated in it. */
export function reportLine(report: ReportSummary, style: Style): string {
  const { id, published, outlet, title, opening, incidents, statements, disputed, copyOf } = report
  const parts = [counted(incidents, 'incident'), counted(statements, 'statement')]
  if (disputed > 0) parts.push(style.alarm(`${disputed} disputed`))
  if (copyOf !== undefined) parts.push(`copies ${copyOf.report}`)
  const name = `${shortened(title ?? opening, 60)}${outlet === undefined ? '' : ` · ${printable(outlet)}`}`
  return `${style.dim(id)}  ${published?.slice(0, 10) ?? 'undated   '}  ${name}: ${parts.join(', ')}`
}
