import type { PlaceAnnotation } from '../../document/Layers.ts'
import type { Trees } from '../../document/Trees.ts'

const LINE = /^(?:border|frontier|boundary|coast|coastline|shore|seaboard|highway|road)$/

/**
 * The noun that a border or coast is told by, under which its countries stand: "border" of "near the Turkish-Syrian border".
 * Undefined where a place is no line, or the noun is not found above it.
 */
export function lineHead(trees: Trees, { place, from, to }: PlaceAnnotation): number | undefined {
  if (place.line === undefined) return undefined
  for (let i = to - 1, steps = 0; i >= 0 && steps < 5; i = trees.head(i), steps++) {
    if ((i < from || i >= to) && LINE.test(trees.lemma(i))) return i
  }
  return undefined
}
