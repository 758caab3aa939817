import { getRouteApi, Link } from '@tanstack/react-router'
import type { SourceView } from '../../../src/server/contract/answers.ts'
import { useReports, useSources } from '../api/queries.ts'
import { nameOf } from '../grammar/nameOf.ts'
import { PROTECTION, SourceName } from '../grammar/SourceName.tsx'
import { useLabel } from '../grammar/useLabel.ts'
import { counted } from '../shell/dates.ts'
import { Failure } from '../shell/Failure.tsx'
import { Loading } from '../shell/Loading.tsx'
import { SearchField } from '../shell/SearchField.tsx'
import { useTitle } from '../shell/useTitle.ts'

const route = getRouteApi('/sources')

/** Everyone who vouches for something in the record. */
export function SourcesPage() {
  useTitle('Sources')
  const { q } = route.useSearch()
  const navigate = route.useNavigate()
  const { data, error } = useSources()
  if (error) return <Failure error={error} />
  if (data === undefined) return <Loading />
  const wanted = q?.toLowerCase()
  const items = data.items.filter((source) => wanted === undefined || nameOf(source).toLowerCase().includes(wanted))
  if (data.items.length === 0) {
    return (
      <div className="welcome">
        <h1>No sources yet</h1>
        <p>
          Whoever a report quotes appears here. <Link to="/reports">Add a report</Link>
        </p>
      </div>
    )
  }
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1>Sources</h1>
          <p className="page-sum">Each keeps its colour on every screen.</p>
        </div>
        <SearchField
          label="Search the sources"
          value={q ?? ''}
          onChange={(value) => navigate({ search: { q: value || undefined }, replace: true })}
        />
      </header>
      {items.length === 0 && <p className="empty-list">No source is called that.</p>}
      <table className="sources">
        <thead>
          <tr>
            <th scope="col">Source</th>
            <th scope="col">Kind</th>
            <th scope="col">What it does</th>
            <th scope="col" className="number">
              States
            </th>
            <th scope="col" className="number">
              Passes on
            </th>
            <th scope="col">In</th>
          </tr>
        </thead>
        <tbody>
          {items.map((source) => (
            <SourceRow key={source.key} source={source} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function SourceRow({ source }: { source: SourceView }) {
  const label = useLabel()
  const reports = useReports()
  const titles = new Map(reports.data?.items.map(({ id, title, opening }) => [id, title ?? opening]))
  const acts = Object.entries(source.acts).sort((a, b) => b[1] - a[1])
  return (
    <tr>
      <th scope="row">
        <SourceName source={source} whole />
        {source.protected && <span className="source-why">{PROTECTION[source.protected.reason]}</span>}
      </th>
      <td>{source.kind}</td>
      <td className="acts">{acts.map(([act, count]) => `${label('acts', act)} ${count}`).join(', ')}</td>
      <td className="number">{source.statements}</td>
      <td className="number">{source.passed}</td>
      <td className="source-reports">
        {source.reports.slice(0, 3).map((id) => (
          <Link key={id} to="/reports/$id" params={{ id }} search={{ source: source.key }}>
            {titles.get(id) ?? 'a report'}
          </Link>
        ))}
        {source.reports.length > 3 && <span>and {counted(source.reports.length - 3, 'more', 'more')}</span>}
      </td>
    </tr>
  )
}
