import type { TokenRange } from '../../document/Layers.ts'
import type { Candidate } from './candidatesOf.ts'
import { distanceKm } from './distanceKm.ts'
import type { GazetteerEntry } from './GazetteerEntry.ts'
import type { Match, PlaceText } from './PlaceText.ts'

/** Where people, streets and shops are so often named like places that a neighbour is no proof. */
const ENGLISH_SPEAKING: ReadonlySet<string> = new Set(['US', 'GB', 'CA', 'AU', 'NZ', 'IE', 'ZA', 'JM'])
/** Within this two places of one report speak for each other. */
const NEAR_KM = 120

const TITLE =
  /^(?:mr|mrs|ms|dr|gen|col|maj|capt|lt|sgt|president|general|colonel|captain|minister|sheikh|mullah|imam|judge|son|brother)\.?$/i

/**
 * Names that nothing was seen in so far, and that are towns beside the places of the report all the same: "the bandits left
 * Maradun" in a report of Zamfara. A name that is also somebody's in the report ("Ahmed Anka") is not taken for a town.
 */
export function supportedNames(
  text: PlaceText,
  ranges: readonly TokenRange[],
  chosen: readonly (Candidate | undefined)[],
): TokenRange[] {
  const points = chosen.flatMap((candidate) =>
    candidate && (candidate.entry.kind === 'town' || candidate.entry.kind === 'admin2') ? [candidate.entry] : [],
  )
  const areas = new Set(
    chosen.flatMap((candidate) => (candidate?.entry.kind === 'admin1' ? [candidate.entry.index] : [])),
  )
  if (points.length + areas.size === 0) return []
  const taken = new Uint8Array(text.tokens.length)
  for (const { from, to } of ranges) taken.fill(1, from, to)
  const people = partsOfPeople(text)
  return text.matches.filter(
    (match) =>
      !taken.subarray(match.from, match.to).some(Boolean) &&
      standsAlone(text, match) &&
      !people.has(text.phrase(match.from, match.to)) &&
      match.named.some(
        ({ entry, use }) =>
          (use === 'name' || isForeign(text, match)) &&
          entry.kind === 'town' &&
          !ENGLISH_SPEAKING.has(entry.country) &&
          isBeside(entry, points, areas),
      ),
  )
}

const isBeside = (entry: GazetteerEntry, points: readonly GazetteerEntry[], areas: ReadonlySet<number>): boolean =>
  areas.has(entry.admin1) || points.some((point) => point.index !== entry.index && distanceKm(point, entry) < NEAR_KM)

/** Arabic, Cyrillic and other scripts, as in "Derna (درنة)". */
const FOREIGN = /^\p{Lo}|^\p{Script=Cyrillic}/u
const isForeign = ({ tokens }: PlaceText, { from }: Match): boolean => FOREIGN.test(tokens[from].text)

/** A proper noun of four letters and more, by itself, and no more of a name than the words that are matched. */
function standsAlone({ tokens, tags, capital, names, nameAt }: PlaceText, { from, to }: Match): boolean {
  if (capital[to] || (capital[from - 1] && tokens[from - 1].sentence === tokens[from].sentence)) return false
  if (tokens[to - 1].end - tokens[from].start < 4 || TITLE.test(tokens[from - 1]?.text ?? '')) return false
  for (let i = from; i < to; i++) {
    const name = names[nameAt[i] - 1]
    if ((tags[i].upos !== 'PROPN' && !FOREIGN.test(tokens[i].text)) || (name && (name.from < from || name.to > to)))
      return false
    if (name && name.kind !== 'Person' && name.kind !== 'Location') return false
  }
  return true
}

/** The words of people's names of several words. */
function partsOfPeople({ names, tokens }: PlaceText): ReadonlySet<string> {
  const parts = new Set<string>()
  for (const { kind, from, to } of names) {
    if (kind === 'Person' && to - from > 1) for (let i = from; i < to; i++) parts.add(tokens[i].text)
  }
  return parts
}
