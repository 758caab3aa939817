import type { TokenRange } from '../../document/Layers.ts'
import type { Candidate } from './candidatesOf.ts'
import { distanceKm } from './distanceKm.ts'
import type { GazetteerEntry } from './GazetteerEntry.ts'
import type { PlaceText } from './PlaceText.ts'

/** "Idlib province", "the Kherson region": the area, not its seat. */
const AREA_AFTER =
  /^(?:province|governorate|region|state|oblast|department|district|county|prefecture|division|canton|countryside|territory|provincial|regional)$/i
const AREA_BEFORE =
  /(?:^| )(?:(?:province|region|governorate|state|department|county|provinces|regions|governorates) of|rural|northern|southern|eastern|western|across|throughout) $/i
const LINK = /^(?:,|\(|in)$/

/**
 * Many areas are named for their seat. The words around a mention tell which is meant: "Idlib province" is the area, "near
 * Idlib" the town; where they tell nothing, and the name does not hold another ("Saraqib, Idlib"), it is the town.
 */
export function levelOf(
  text: PlaceText,
  { from, to }: TokenRange,
  chosen: Candidate,
  candidates: readonly Candidate[],
  holdsBefore: boolean,
): Candidate {
  const { tokens } = text
  const { entry, route, use } = chosen
  // "Kandahar province" as one name is that area as well.
  const own = route === 'generic' ? tokens[to - 1].text : ''
  if (own !== '' && !AREA_AFTER.test(own)) return chosen
  if (own === '' && route !== 'whole') return chosen
  if (use === 'demonym' || use === 'abbreviation' || entry.country === 'US') return chosen
  const sentence = tokens[from].sentence
  const after = own !== '' ? own : tokens[to]?.sentence === sentence ? tokens[to].text : ''
  const before = tokens
    .slice(Math.max(0, from - 3), from)
    .map(({ text: word }) => `${word} `)
    .join('')
  const area = AREA_AFTER.test(after) || AREA_BEFORE.test(before)
  if (entry.kind === 'admin1' && !area && !(holdsBefore && LINK.test(tokens[from - 1]?.text ?? ''))) {
    return candidates.find(({ entry: other }) => isSeat(other) && other.admin1 === entry.index) ?? chosen
  }
  if ((entry.kind === 'town' || entry.kind === 'region') && AREA_AFTER.test(after)) {
    const second = /^(?:district|county)$/i.test(after)
    for (const kind of second ? ['admin2', 'admin1'] : ['admin1', 'admin2']) {
      const found = candidates.find(({ entry: other }) => other.kind === kind && holds(other, entry))
      if (found) return found
    }
    if (entry.kind === 'town' && !/^(?:region|countryside|territory|regional)$/i.test(after))
      return areaAround(chosen, second ? 'admin2' : 'admin1')
  }
  if (entry.kind === 'admin2' && !area) {
    return candidates.find(({ entry: other }) => other.kind === 'town' && other.admin2 === entry.index) ?? chosen
  }
  return chosen
}

const holds = (area: GazetteerEntry, { admin1, admin2, lat, lon, kind }: GazetteerEntry): boolean =>
  admin1 === area.index ||
  admin2 === area.index ||
  (kind === 'region' && distanceKm(area, { lat, lon }) < area.radiusKm + 50)

/** Reach of an area whose edges are not known. */
const REACH_KM = { admin1: 80, admin2: 25 } as const

/** "Talkalakh district", where the gazetteer has the town only: the area around its seat. */
function areaAround(chosen: Candidate, kind: 'admin1' | 'admin2'): Candidate {
  const { entry } = chosen
  const radiusKm = Math.max(entry.radiusKm, REACH_KM[kind])
  return { ...chosen, entry: { ...entry, kind, radiusKm, geonameId: undefined } }
}

const isSeat = ({ kind, capital }: Candidate['entry']): boolean => kind === 'town' && capital !== undefined
