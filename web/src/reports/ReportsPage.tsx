import { getRouteApi, Link } from '@tanstack/react-router'
import type { ReportSummary } from '../../../src/server/contract/answers.ts'
import { useReports, useSummary } from '../api/queries.ts'
import { SourceName } from '../grammar/SourceName.tsx'
import { useOutlet } from '../grammar/useOutlet.ts'
import { counted, day } from '../shell/dates.ts'
import { Failure } from '../shell/Failure.tsx'
import { Loading } from '../shell/Loading.tsx'
import { SearchField } from '../shell/SearchField.tsx'
import { useTitle } from '../shell/useTitle.ts'

const route = getRouteApi('/reports')

/** The reports of the record, newest first. */
export function ReportsPage() {
  useTitle('Reports')
  const { q } = route.useSearch()
  const navigate = route.useNavigate()
  const reports = useReports(q)
  const summary = useSummary()
  const empty = summary.data?.reports === 0

  if (reports.error) return <Failure error={reports.error} />
  if (reports.data === undefined) return <Loading />
  if (empty) return <NoReports />
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1>Reports</h1>
          {summary.data && (
            <p className="page-sum">
              {counted(summary.data.statements, 'statement')} on {counted(summary.data.incidents, 'incident')}, from{' '}
              {counted(summary.data.sources, 'source')}
              {summary.data.protectedSources > 0 && `, ${summary.data.protectedSources} of them protected`}
            </p>
          )}
        </div>
        <SearchField
          label="Search the reports"
          value={q ?? ''}
          onChange={(value) => navigate({ search: { q: value || undefined }, replace: true })}
        />
      </header>
      {reports.data.items.length === 0 && (
        <p className="empty-list">No report has “{q}” in its title, outlet or text.</p>
      )}
      <ol className="reports">
        {reports.data.items.map((report) => (
          <ReportRow key={report.id} report={report} />
        ))}
      </ol>
    </div>
  )
}

function ReportRow({ report }: { report: ReportSummary }) {
  const outlet = useOutlet(report.outlet)
  return (
    <li>
      <Link to="/reports/$id" params={{ id: report.id }} className="report-row">
        <span className="report-when">{day(report.published) || 'undated'}</span>
        <span className="report-what">
          <span className="report-title">{report.title ?? report.opening}</span>
          <span className="report-by">
            {outlet ? <SourceName source={outlet} /> : (report.outlet ?? 'outlet not given')}
            {report.author && <span className="report-author">{report.author}</span>}
            {report.copyOf && (
              <span className="tag" title="It adds no independent source">
                near copy, {Math.round(report.copyOf.share * 100)} %
              </span>
            )}
          </span>
          {report.title && <span className="report-opening">{report.opening}</span>}
        </span>
        <span className="report-counts">
          <span>{counted(report.statements, 'statement')}</span>
          <span>{counted(report.incidents, 'incident')}</span>
          {report.disputed > 0 && <span className="disputed">{report.disputed} disputed</span>}
        </span>
      </Link>
    </li>
  )
}

function NoReports() {
  return (
    <div className="welcome">
      <h1>Who says so?</h1>
      <p>
        Ascribe reads a news report and keeps what it states as statements: each with who says it, how sure they are,
        and the passage where it stands.
      </p>
      <button type="button" className="drop-zone" onClick={() => window.dispatchEvent(new Event('ascribe:add'))}>
        <strong>Drop a report here</strong>
        <span>text, Markdown or HTML; or click to paste one</span>
      </button>
      <p className="hint">Everything is read and kept on this machine.</p>
    </div>
  )
}
