import { createContext, useCallback, useContext, useSyncExternalStore } from 'react'

/** How a statement or an attribution is lit: chosen, or under the pointer. */
export type Light = 'marked' | 'hovered'

/**
 * What is lit on the page of a report. It stands outside of React's state, so that moving the pointer draws only the
 * paragraph, the card and the voice that change, however long the report is.
 */
export class Spotlight {
  #hovered: ReadonlySet<string> = new Set()
  #marked: string | undefined
  readonly #listeners = new Set<() => void>()

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly hover = (ids: readonly string[]): void => {
    if (ids.length === this.#hovered.size && ids.every((id) => this.#hovered.has(id))) return
    this.#hovered = new Set(ids)
    this.#tell()
  }

  readonly mark = (id: string | undefined): void => {
    if (id === this.#marked) return
    this.#marked = id
    this.#tell()
  }

  of(id: string): Light | undefined {
    if (id === this.#marked) return 'marked'
    return this.#hovered.has(id) ? 'hovered' : undefined
  }

  /** Those of the ids that are lit, as one word: equal words, equal light. */
  among(ids: ReadonlySet<string>): string {
    const lit = [...this.#hovered].filter((id) => ids.has(id))
    const marked = this.#marked !== undefined && ids.has(this.#marked) ? this.#marked : ''
    return `${marked} ${lit.join(' ')}`
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}

const Spotlights = createContext(new Spotlight())
export const SpotlightProvider = Spotlights.Provider
export const useSpotlight = (): Spotlight => useContext(Spotlights)

/** How one statement or attribution is lit. */
export function useLight(id: string): Light | undefined {
  const spotlight = useSpotlight()
  return useSyncExternalStore(
    spotlight.subscribe,
    useCallback(() => spotlight.of(id), [spotlight, id]),
  )
}

/** Draws again when any of these changes its light. */
export function useLightAmong(ids: ReadonlySet<string>): string {
  const spotlight = useSpotlight()
  return useSyncExternalStore(
    spotlight.subscribe,
    useCallback(() => spotlight.among(ids), [spotlight, ids]),
  )
}
