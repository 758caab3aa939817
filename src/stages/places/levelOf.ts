import type { TokenRange } from '../../document/Layers.ts'
import type { Candidate } from './candidatesOf.ts'
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
  if (route !== 'whole' || use === 'demonym' || use === 'abbreviation' || entry.country === 'US') return chosen
  const sentence = tokens[from].sentence
  const after = tokens[to]?.sentence === sentence ? tokens[to].text : ''
  const before = tokens
    .slice(Math.max(0, from - 3), from)
    .map(({ text: word }) => `${word} `)
    .join('')
  const area = AREA_AFTER.test(after) || AREA_BEFORE.test(before)
  if (entry.kind === 'admin1' && !area && !(holdsBefore && LINK.test(tokens[from - 1]?.text ?? ''))) {
    return candidates.find(({ entry: other }) => isSeat(other) && other.admin1 === entry.index) ?? chosen
  }
  if (entry.kind === 'town' && AREA_AFTER.test(after)) {
    const wanted = /^(?:district|county)$/i.test(after) ? ['admin2', 'admin1'] : ['admin1', 'admin2']
    for (const kind of wanted) {
      const found = candidates.find(
        ({ entry: other }) => other.kind === kind && (entry.admin1 === other.index || entry.admin2 === other.index),
      )
      if (found) return found
    }
  }
  return chosen
}

const isSeat = ({ kind, capital }: Candidate['entry']): boolean => kind === 'town' && capital !== undefined
