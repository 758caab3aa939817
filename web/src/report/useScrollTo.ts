import { type RefObject, useEffect } from 'react'

const ABOVE = 120
const BELOW = 160

/** Brings the line at a place of the text into sight, where it is not. */
export function useScrollTo(text: RefObject<HTMLElement | null>, place: number | undefined): void {
  useEffect(() => {
    if (place === undefined || text.current === null) return
    const line = text.current.querySelector(`[data-at="${place}"]`)?.getClientRects()[0]
    if (line === undefined || (line.top > ABOVE && line.bottom < window.innerHeight - BELOW)) return
    const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
    window.scrollTo({ top: window.scrollY + line.top - window.innerHeight * 0.38, behavior: calm ? 'auto' : 'smooth' })
  }, [text, place])
}
