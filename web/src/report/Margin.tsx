import { type ReactNode, type RefObject, useLayoutEffect, useRef } from 'react'
import { layOutMargin } from './layOutMargin.ts'

export interface MarginItem {
  readonly id: string
  /** place in the text that it stands beside */
  readonly anchor: number
  readonly content: ReactNode
}

interface MarginProps {
  readonly label: string
  readonly side: 'left' | 'right'
  readonly items: readonly MarginItem[]
  /** the item that stands exactly beside its passage while others give way */
  readonly insists: string | undefined
  readonly text: RefObject<HTMLElement | null>
}

const GAP = { left: 8, right: 10 } as const
/** How far around the line that is being read notes hold on to their passages, in pixels, and how firmly. */
const NEAR = 320
const FIRM = 400

/**
 * A margin whose notes stand beside their passages and never overlap. Where there are more notes than lines, those near
 * the line being read hold their places and the others give way, so that the margin glides along with the reading.
 */
export function Margin({ label, side, items, insists, text }: MarginProps) {
  const margin = useRef<HTMLElement>(null)

  // Notes move with a glide when another one is marked; with the scrolling they simply move.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the change of what insists that starts a glide
  useLayoutEffect(() => {
    const element = margin.current
    if (element === null) return
    element.dataset.glides = ''
    const end = setTimeout(() => delete element.dataset.glides, 300)
    return () => clearTimeout(end)
  }, [insists])

  useLayoutEffect(() => {
    const element = margin.current
    const body = text.current
    if (element === null || body === null) return
    const notes = [...element.children] as HTMLElement[]
    let measured: { wanted: number; height: number }[] = []
    const placed = notes.map(() => Number.NaN)
    let frame = 0

    const placesAround = (line: number) =>
      layOutMargin(
        measured.map(({ wanted, height }, index) => ({
          wanted,
          height,
          weight: items[index].id === insists ? 1e6 : 1 + FIRM * Math.exp(-(((wanted - line) / NEAR) ** 2)),
        })),
        GAP[side],
        Number.NEGATIVE_INFINITY,
      )
    const place = () => {
      const top = element.getBoundingClientRect().top
      // From near the upper edge of the window at the start of the report to near the lower edge at its end.
      const end = window.scrollY + body.getBoundingClientRect().bottom - window.innerHeight * 0.85
      const way = end <= 0 ? 0 : Math.min(1, window.scrollY / end)
      const line = Math.min(window.innerHeight * (0.15 + 0.7 * way), body.getBoundingClientRect().bottom) - top
      const places = placesAround(line)
      for (const [index, note] of notes.entries()) {
        const y = Math.round(places[index])
        // Far from the window before and after: it can wait until it comes near.
        if (placed[index] === y || (isFar(y + top) && isFar(placed[index] + top))) continue
        note.style.transform = `translateY(${y}px)`
        note.dataset.placed = ''
        placed[index] = y
      }
    }
    const measure = () => {
      const top = element.getBoundingClientRect().top
      const stretches = [...body.querySelectorAll<HTMLElement>('[data-at]')]
      const starts = stretches.map(({ dataset }) => Number(dataset.at))
      measured = notes.map((note, index) => {
        const stretch = stretches[Math.max(0, lastAtMost(starts, items[index].anchor))]
        const line = stretch?.getClientRects()[0] ?? body.getBoundingClientRect()
        return { wanted: line.top - top, height: note.offsetHeight }
      })
      const last = placesAround(body.getBoundingClientRect().bottom - top).at(-1)
      element.style.minHeight = last === undefined ? '' : `${Math.ceil(last + (measured.at(-1)?.height ?? 0))}px`
      place()
    }
    const soon = (what: () => void) => () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(what)
    }
    measure()
    const onScroll = soon(place)
    const observer = new ResizeObserver(soon(measure))
    observer.observe(body)
    for (const note of notes) observer.observe(note)
    document.fonts.ready.then(soon(measure))
    window.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      observer.disconnect()
      window.removeEventListener('scroll', onScroll)
      cancelAnimationFrame(frame)
    }
  }, [items, insists, side, text])

  return (
    <aside ref={margin} className={`margin ${side}`} aria-label={label}>
      {items.map(({ id, content }) => (
        <div key={id} className="note">
          {content}
        </div>
      ))}
    </aside>
  )
}

const isFar = (y: number): boolean => y < -2 * window.innerHeight || y > 3 * window.innerHeight

/** Index of the last of the sorted numbers that is at most `value`; -1 where none is. */
function lastAtMost(sorted: readonly number[], value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle] <= value) low = middle + 1
    else high = middle
  }
  return low - 1
}
