import { type ReactNode, type RefObject, useLayoutEffect, useRef, useState } from 'react'
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

const GAP = { left: 8, right: 11 } as const

/** A margin whose notes stand beside their passages and never overlap. */
export function Margin({ label, side, items, insists, text }: MarginProps) {
  const margin = useRef<HTMLElement>(null)
  const [places, setPlaces] = useState<{ tops: readonly number[]; height: number }>({ tops: [], height: 0 })

  useLayoutEffect(() => {
    const element = margin.current
    const body = text.current
    if (element === null || body === null) return
    let frame = 0
    const place = () => {
      const top = element.getBoundingClientRect().top
      const stretches = [...body.querySelectorAll<HTMLElement>('[data-at]')]
      const starts = stretches.map(({ dataset }) => Number(dataset.at))
      const notes = [...element.children].map((note, index) => {
        const { id, anchor } = items[index]
        const stretch = stretches[Math.max(0, lastAtMost(starts, anchor))]
        const line = stretch?.getClientRects()[0] ?? body.getBoundingClientRect()
        return { wanted: line.top - top, height: note.getBoundingClientRect().height, weight: id === insists ? 1e6 : 1 }
      })
      const tops = layOutMargin(notes, GAP[side])
      const height = notes.length === 0 ? 0 : tops[tops.length - 1] + notes[notes.length - 1].height
      setPlaces((before) =>
        before.height === height &&
        before.tops.every((before, index) => before === tops[index]) &&
        before.tops.length === tops.length
          ? before
          : { tops, height },
      )
    }
    const later = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(place)
    }
    place()
    const observer = new ResizeObserver(later)
    observer.observe(body)
    for (const note of element.children) observer.observe(note)
    document.fonts.ready.then(later)
    return () => {
      observer.disconnect()
      cancelAnimationFrame(frame)
    }
  }, [items, insists, side, text])

  return (
    <aside ref={margin} className={`margin ${side}`} aria-label={label} style={{ minHeight: places.height }}>
      {items.map(({ id, content }, index) => (
        <div
          key={id}
          className="note"
          data-placed={places.tops.length > index || undefined}
          style={{ transform: `translateY(${places.tops[index] ?? 0}px)` }}
        >
          {content}
        </div>
      ))}
    </aside>
  )
}

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
