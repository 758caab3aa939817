import type { GazetteerEntry, Named } from './GazetteerEntry.ts'
import type { Match } from './PlaceText.ts'
import { placeKey } from './placeKey.ts'

/** Names with more meanings than this say nothing of where a report plays. */
const MOST_AREAS = 30

/**
 * Where a report plays, before anything is resolved: every known name votes for the first-order areas and countries that
 * have a place of that name, the more the fewer they are.
 */
export class Focus {
  readonly #areas = new Map<number, number>()
  readonly #countries = new Map<string, number>()
  readonly #own = new Map<string, { area: number; country: number }>()
  readonly #keys: string[] = []
  #topArea = 0
  #topCountry = 0

  constructor(matches: readonly Match[], phrases: (match: Match) => string) {
    for (const match of matches) {
      const key = placeKey(phrases(match))
      this.#keys.push(key)
      if (this.#own.has(key)) continue
      const areas = new Set(match.named.map(({ entry }) => areaOf(entry)).filter((area) => area >= 0))
      const countries = new Set(match.named.map(({ entry }) => entry.country).filter((country) => country !== ''))
      const vote = { area: 1 / Math.max(1, areas.size), country: 1 / Math.max(1, countries.size) }
      this.#own.set(key, vote)
      if (areas.size <= MOST_AREAS) for (const area of areas) add(this.#areas, area, vote.area)
      if (countries.size <= MOST_AREAS) for (const country of countries) add(this.#countries, country, vote.country)
    }
    this.#topArea = Math.max(0, ...this.#areas.values())
    this.#topCountry = Math.max(0, ...this.#countries.values())
  }

  /** How well the places of a name fit with the other names: 0 not at all, 4 in the area that most of them fit. */
  fit(index: number, named: readonly Named[]): number {
    const own = this.#own.get(this.#keys[index]) ?? { area: 0, country: 0 }
    let best = 0
    for (const { entry } of named) {
      const area = areaOf(entry)
      const votes = area < 0 ? 0 : (this.#areas.get(area) ?? 0) - own.area
      const share = this.#topArea === 0 ? 0 : votes / this.#topArea
      const fit =
        share > 0.6 ? 4 : share > 0.25 ? 3 : votes > 0.05 ? 2 : this.#countryShare(entry, own.country) > 0.4 ? 1 : 0
      if (fit > best) best = fit
    }
    return best
  }

  #countryShare({ country }: GazetteerEntry, own: number): number {
    return this.#topCountry === 0 ? 0 : ((this.#countries.get(country) ?? 0) - own) / this.#topCountry
  }
}

const areaOf = (entry: GazetteerEntry): number => (entry.kind === 'admin1' ? entry.index : entry.admin1)

function add<Key>(counts: Map<Key, number>, key: Key, amount: number): void {
  counts.set(key, (counts.get(key) ?? 0) + amount)
}
