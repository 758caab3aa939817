import type { Candidate } from './candidatesOf.ts'
import { distanceKm } from './distanceKm.ts'
import type { GazetteerEntry } from './GazetteerEntry.ts'
import type { PlaceGroup } from './PlaceGroup.ts'

/** Within this another place of the report speaks for a namesake of a country. */
const NEAR_KM = 150

/**
 * "Nine people were killed in Mali" is told of the country, not of a town in China: a name that is a country's means it, unless
 * another place of the report, or the outlet's home, lies beside the namesake that was chosen. "Georgia" beside "Macon" stays a
 * state, and "Lebanon" in "Lebanon, Tennessee" a town.
 */
export function preferCountries(
  groups: readonly PlaceGroup[],
  chosen: readonly (Candidate | undefined)[],
  home: GazetteerEntry | undefined,
): (Candidate | undefined)[] {
  return chosen.map((candidate, i) => {
    const { candidates, containers, key } = groups[i]
    const country = candidates.find(
      ({ entry, use, route }) =>
        entry.kind === 'country' && route === 'whole' && (use === 'name' || use === 'alternate'),
    )
    if (country === undefined || candidate === country || containers.length > 0) return candidate
    if (candidate === undefined) return country
    const { entry } = candidate
    // The capital of that name: "Luxembourg", "Panama".
    if (entry.country === country.entry.country) return country
    const others = [...chosen.map((other, j) => (groups[j].key === key ? undefined : other?.entry)), home]
    const kept =
      others.some((other) => other !== undefined && speaksFor(entry, other)) || isAtHome(entry, country.entry, others)
    return kept ? candidate : country
  })
}

function speaksFor(entry: GazetteerEntry, other: GazetteerEntry): boolean {
  if (other.kind === 'country' || other.country !== entry.country) return false
  if (entry.kind === 'admin1') return true
  return (
    (entry.admin1 >= 0 && (other.admin1 === entry.admin1 || other.index === entry.admin1)) ||
    distanceKm(entry, other) < NEAR_KM
  )
}

/** A report that names several places of the namesake's country and none abroad is told there: "Jordan" among towns of Minnesota. */
function isAtHome(
  entry: GazetteerEntry,
  country: GazetteerEntry,
  others: readonly (GazetteerEntry | undefined)[],
): boolean {
  const places = others.filter((other) => other !== undefined && other.kind !== 'country' && other.country !== '')
  const home = places.filter((other) => other?.country === entry.country).length
  return home >= 2 && home === places.length && !others.some((other) => other?.country === country.country)
}
