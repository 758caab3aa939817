import { createContext, type ReactNode, useCallback, useContext, useMemo } from 'react'
import { useSources } from '../api/queries.ts'
import { assignHues, leaningOf } from './assignHues.ts'

const Hues = createContext<ReadonlyMap<string, number>>(new Map())

/** Gives every screen the same hue for the same source. */
export function HuesProvider({ children }: { children: ReactNode }) {
  const { data } = useSources()
  const hues = useMemo(() => assignHues(data?.items ?? []), [data])
  return <Hues value={hues}>{children}</Hues>
}

/** The hue of a source by its key. */
export function useHue(): (key: string) => number {
  const hues = useContext(Hues)
  return useCallback((key) => hues.get(key) ?? leaningOf(key), [hues])
}
