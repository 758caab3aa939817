import { useMemo } from 'react'
import { useReport } from '../api/queries.ts'
import { pseudonymsOf } from './shielded.ts'

/** Pseudonyms of the entities of a report that are protected sources; undefined until they are known. */
export function usePseudonyms(report: string | undefined): ReadonlyMap<string, string> | undefined {
  const { data } = useReport(report)
  return useMemo(() => data && pseudonymsOf(data), [data])
}
