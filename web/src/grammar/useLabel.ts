import { useCallback } from 'react'
import { useTerms } from '../api/queries.ts'

/** Label of a term: "incident-types", "suicide-bombing" is "suicide bombing". */
export function useLabel(): (vocabulary: string, key: string) => string {
  const { data } = useTerms()
  return useCallback((vocabulary, key) => data?.[vocabulary]?.[key]?.label ?? key.replaceAll('-', ' '), [data])
}
