import type { PlaceAnnotation } from '../../document/Layers.ts'
import type { Scene } from './Scene.ts'

const DATELINE_DASH = /^[^\n]{0,80}?(?:--|—|–|\s-)\s/

/** The place in the dateline: "ZAMBOANGA, March 12 (Wire) -- A bomb …"; undefined where the report has none. */
export function datelinePlace({ document }: Scene): PlaceAnnotation | undefined {
  const paragraphs = document.get('paragraphs')
  const first = document.get('places').find(({ start }) => {
    const paragraph = paragraphs.find((candidate) => candidate.start <= start && start < candidate.end)
    if (paragraph === undefined || paragraph.kind === 'heading' || paragraph.kind === 'byline') return false
    if (paragraph.kind === 'dateline') return true
    return (
      document.text.slice(paragraph.start, start).trim() === '' &&
      DATELINE_DASH.test(document.text.slice(start, start + 120))
    )
  })
  return first !== undefined && first.place.precision !== 'country' && first.start < 300 ? first : undefined
}
