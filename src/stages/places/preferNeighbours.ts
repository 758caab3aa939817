import type { Candidate } from './candidatesOf.ts'
import { distanceKm } from './distanceKm.ts'
import type { GazetteerEntry } from './GazetteerEntry.ts'
import type { PlaceGroup } from './PlaceGroup.ts'

/** Where a namesake in the next county is no rarity. */
const ENGLISH_SPEAKING: ReadonlySet<string> = new Set(['US', 'GB', 'CA', 'AU', 'NZ', 'IE', 'ZA', 'JM'])
/** Within this another place of the report speaks for a candidate. */
const NEAR_KM = 200
/** A facility that is named for a town of this size is in it: "Leipzig Institute", "Mosul Dam". */
const LARGE = 100_000
const FACILITY =
  /(?:^| )(?:airport|station|university|hospital|museum|dam|bridge|prison|refinery|institute|barracks|base|port|harbou?r|mosque|cathedral|church|stadium|court|market|gate|college|school|zoo|hotel|square|palace|embassy)$/i

/**
 * A name that nothing was found for although one of its places lies beside the others of the report is that place; one of a
 * facility lies in the large town that it is named for. What the report puts far from all of them stays unknown.
 */
export function preferNeighbours(
  groups: readonly PlaceGroup[],
  chosen: readonly (Candidate | undefined)[],
): (Candidate | undefined)[] {
  return chosen.map((candidate, i) => {
    const { candidates, phrase, key } = groups[i]
    if (candidate !== undefined || candidates.length === 0) return candidate
    if (candidates[0].route === 'inside') {
      return FACILITY.test(phrase)
        ? candidates.find(({ entry }) => entry.kind === 'town' && entry.population >= LARGE)
        : undefined
    }
    const others = chosen.flatMap((other, j) => (other && groups[j].key !== key ? [other.entry] : []))
    let best: Candidate | undefined
    let least = NEAR_KM
    for (const other of candidates) {
      if (other.route !== 'whole' || ENGLISH_SPEAKING.has(other.entry.country)) continue
      const km = kilometresTo(other.entry, others)
      if (km < least) [best, least] = [other, km]
    }
    return best
  })
}

/** How far the nearest of the others is; nothing where one of them is the area that it lies in. */
function kilometresTo(entry: GazetteerEntry, others: readonly GazetteerEntry[]): number {
  let least = Number.POSITIVE_INFINITY
  for (const other of others) {
    if (other.kind === 'admin1' && entry.admin1 === other.index) return 0
    if (other.kind === 'town' || other.kind === 'admin2') least = Math.min(least, distanceKm(entry, other))
  }
  return least
}
