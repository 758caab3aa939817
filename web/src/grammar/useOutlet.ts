import type { SourceView } from '../../../src/server/contract/answers.ts'
import { useSources } from '../api/queries.ts'

/** The source that an outlet's name stands for, where the record lists one. */
export function useOutlet(name: string | undefined): SourceView | undefined {
  const { data } = useSources()
  if (name === undefined) return undefined
  return data?.items.find((source) => source.kind === 'outlet' && source.name === name)
}
