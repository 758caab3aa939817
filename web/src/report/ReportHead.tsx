import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { ReportView } from '../../../src/server/contract/answers.ts'
import { SourceName } from '../grammar/SourceName.tsx'
import { counted, day } from '../shell/dates.ts'

interface ReportHeadProps {
  readonly view: ReportView
  /** tools that stand at the end of its last line */
  readonly children?: ReactNode
}

/** Title, outlet and date of the report, and what was read in it. */
export function ReportHead({ view: { report, summary, sources, incidents }, children }: ReportHeadProps) {
  const outlet = sources.find(({ kind }) => kind === 'outlet')
  return (
    <header className="report-head">
      <h1>{report.title ?? summary.opening}</h1>
      <p className="report-line">
        {outlet ? <SourceName source={outlet} /> : report.outlet}
        {report.author && <span>{report.author}</span>}
        {report.published ? (
          <time dateTime={report.published}>{day(report.published)}</time>
        ) : (
          <span title="Dates such as “last month” stay relative">no date of publication</span>
        )}
        {report.handling !== 'TLP:CLEAR' && <span className="tag">{report.handling}</span>}
      </p>
      <div className="report-foot">
        <p className="report-sum">
          {counted(summary.statements, 'statement')} from {counted(summary.sources, 'source')}
          {incidents.length > 0 && (
            <>
              {' on '}
              <Link to="/incidents/$id" params={{ id: incidents[0].id }}>
                {counted(incidents.length, 'incident')}
              </Link>
            </>
          )}
          {summary.disputed > 0 && <span className="disputed">{summary.disputed} disputed</span>}
          {summary.copyOf && (
            <Link to="/reports/$id" params={{ id: summary.copyOf.report }} className="tag">
              near copy of another report, {Math.round(summary.copyOf.share * 100)} %
            </Link>
          )}
        </p>
        {children}
      </div>
    </header>
  )
}
