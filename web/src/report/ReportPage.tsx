import { getRouteApi } from '@tanstack/react-router'
import { useReport } from '../api/queries.ts'
import { Failure } from '../shell/Failure.tsx'
import { Loading } from '../shell/Loading.tsx'
import { useTitle } from '../shell/useTitle.ts'
import { ReportSpread } from './ReportSpread.tsx'

const route = getRouteApi('/reports/$id')

/** One report with its margins. */
export function ReportPage() {
  const { id } = route.useParams()
  const { data, error } = useReport(id)
  useTitle(data?.report.title ?? data?.summary.opening ?? '')
  if (error) return <Failure error={error} />
  if (data === undefined) return <Loading />
  return <ReportSpread key={id} view={data} />
}
