import type { TokenRange } from '../../document/Layers.ts'
import type { Gazetteer } from './Gazetteer.ts'
import type { GazetteerEntry, Named, NameUse } from './GazetteerEntry.ts'
import type { PlaceText } from './PlaceText.ts'

/** How the words of a report lead to a candidate: by the gazetteer's names as they are, or by less. */
export const ROUTES = ['whole', 'article', 'part', 'generic', 'inside', 'sound'] as const
export type Route = (typeof ROUTES)[number]

/** A place that a name in a report may mean. */
export interface Candidate {
  readonly entry: GazetteerEntry
  readonly use: NameUse
  readonly route: Route
}

/** The most candidates that are weighed for one name, the most prominent first. */
const MOST_CANDIDATES = 60

const PART =
  /^(?:(?:north|south|east|west|northern|southern|eastern|western|central|upper|lower|greater|mid|downtown|inner|outer|northeast|northwest|southeast|southwest|northeastern|northwestern|southeastern|southwestern|old|sub|pro|anti|trans|non|former|mainland|metropolitan)[ -])+/i
const GENERIC =
  / (?:city|township|twp\.?|town|village|borough|metro|area|district|province|state|governorate|region|municipality|parish|islands?)$/i

/**
 * What the gazetteer offers for the words of `range`. A name that it does not know is tried without its article, as a part
 * ("northern Mali"), without its kind ("Jackson Township"), by a known name inside ("Dubai Marina Mall": somewhere in
 * Dubai), and at last by what it sounds like.
 */
export function candidatesOf(text: PlaceText, { from, to }: TokenRange, gazetteer: Gazetteer): readonly Candidate[] {
  const whole = withoutHamlets(text.named(from, to))
  if (whole.length > 0) return asCandidates(whole, 'whole')
  const phrase = text.phrase(from, to)
  if (phrase.length > 80) return []
  const tries: [Route, string][] = [
    ['article', phrase.replace(/^the /i, '')],
    ['part', phrase.replace(PART, '')],
    ['whole', phrase.replace(/ co\.?$/i, ' County').replace(/^town of /i, '')],
    ['generic', phrase.replace(GENERIC, '')],
    ['generic', phrase.replace(/^(?:city|town|village|township|county|province|state) of /i, '')],
  ]
  for (const [route, words] of tries) {
    if (words === phrase || words.length < 3) continue
    const named = [...gazetteer.lookup(words), ...gazetteer.demonym(words)]
    if (named.length > 0) return asCandidates(named, route)
  }
  if (to - from > 1) {
    // The longest known name inside; of equals the last, as in "University of California Berkeley".
    let inside: readonly Named[] = []
    let longest = 0
    for (let i = from; i < to; i++) {
      if (!text.capital[i]) continue
      const match = text.matchAt(i)
      if (match && match.to <= to && match.to - match.from >= longest && text.phrase(match.from, match.to).length > 3) {
        longest = match.to - match.from
        inside = match.named
      }
    }
    if (inside.length > 0) return asCandidates(inside, 'inside')
  }
  return asCandidates(gazetteer.soundsLike(phrase), 'sound')
}

/** People of a town that is meant rather than a nation whose word it shares: Norman, but not English, Indiana. */
const AS_KNOWN_AS_A_NATION = 100_000

/** Where a word is a nation's, small towns of that name are not meant. */
function withoutHamlets(named: readonly Named[]): readonly Named[] {
  if (!named.some(({ use }) => use === 'demonym')) return named
  return named.filter(({ entry: { kind, population }, use }) => {
    const town = kind === 'town' || kind === 'district' || kind === 'admin2'
    return use === 'demonym' || !town || population >= AS_KNOWN_AS_A_NATION
  })
}

function asCandidates(named: readonly Named[], route: Route): Candidate[] {
  const seen = new Set<number>()
  const candidates: Candidate[] = []
  for (const { entry, use } of named) {
    if (seen.has(entry.index)) continue
    seen.add(entry.index)
    candidates.push({ entry, use, route })
    if (candidates.length === MOST_CANDIDATES) break
  }
  return candidates
}
