import type { Candidate } from './candidatesOf.ts'
import type { GazetteerEntry } from './GazetteerEntry.ts'

/** Names and candidates looked at for one group: the first of a report name where it plays. */
const MOST_GROUPS = 25
const MOST_CANDIDATES = 25
/** Neighbours lie within this many degrees of latitude, some 45 km. */
const NEAR_DEGREES = 0.4

/**
 * For each candidate of a group, how many of the other names have some candidate that lies beside it or holds it: of the
 * many New Londons only one has a Mount Pleasant, a Winfield and a Henry County around it.
 */
export function supportOf(
  groups: readonly { key: string; candidates: readonly Candidate[] }[],
  index: number,
): number[] {
  const { key, candidates } = groups[index]
  const others = groups.filter((group) => group.key !== key).slice(0, MOST_GROUPS)
  return candidates.map(({ entry }) => {
    let support = 0
    for (const other of others) {
      let best = 0
      for (let i = 0; i < other.candidates.length && i < MOST_CANDIDATES && best < 1; i++) {
        const weight = between(entry, other.candidates[i].entry)
        if (weight > best) best = weight
      }
      support += best
    }
    return support
  })
}

function between(a: GazetteerEntry, b: GazetteerEntry): number {
  if (b.kind === 'admin1') return a.admin1 === b.index ? 0.5 : 0
  if (a.kind === 'admin1') return b.admin1 === a.index ? 0.5 : 0
  if (b.index === a.admin2 || a.index === b.admin2) return 1
  if (b.kind === 'country' || a.kind === 'country') return 0
  const north = Math.abs(a.lat - b.lat)
  return north < NEAR_DEGREES && Math.abs(a.lon - b.lon) * Math.cos((a.lat * Math.PI) / 180) < NEAR_DEGREES ? 1 : 0
}
