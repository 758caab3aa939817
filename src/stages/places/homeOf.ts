import type { Gazetteer } from './Gazetteer.ts'
import type { GazetteerEntry } from './GazetteerEntry.ts'

/** A town this large, or a country or state, gives an outlet its home; "Star" and "Nation" are villages somewhere. */
const LARGE = 100_000
/** The largest place of the name must be so many times the next: "The Paris News" may be at home in Texas. */
const AHEAD = 10

/**
 * Where the name of an outlet says that it is at home: "Sudan Tribune", "Toronto Star". Undefined where it does not say,
 * or does not say which place of the name.
 */
export function homeOf(outlet: string | undefined, gazetteer: Gazetteer): GazetteerEntry | undefined {
  const words = (outlet ?? '').slice(0, 100).split(/\s+/)
  for (let length = Math.min(3, words.length); length > 0; length--) {
    for (let from = 0; from + length <= words.length; from++) {
      const phrase = words.slice(from, from + length).join(' ')
      if (!/^\p{Lu}/u.test(phrase)) continue
      const named = [...gazetteer.lookup(phrase), ...gazetteer.demonym(phrase)].filter(({ use }) => use !== 'sound')
      const places = named.map(({ entry }) => entry).sort((a, b) => b.population - a.population)
      const area = places.find(({ kind }) => kind === 'country' || kind === 'admin1')
      if (area && areasOf(places) === 1) return area
      const [first, second] = places.filter(({ kind }) => kind === 'town')
      if (first && !area && first.population >= LARGE && first.population >= AHEAD * (second?.population ?? 0))
        return first
    }
  }
  return undefined
}

const areasOf = (places: readonly GazetteerEntry[]): number =>
  places.filter(({ kind }) => kind === 'country' || kind === 'admin1').length
