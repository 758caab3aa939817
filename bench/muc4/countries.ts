import type { Phrases } from './Phrases.ts'

const names = new Intl.DisplayNames(['en'], { type: 'region' })

/** The nine countries that the task asks about. */
export const OF_INTEREST: ReadonlySet<string> = new Set(['SV', 'GT', 'HN', 'AR', 'BO', 'CL', 'CO', 'EC', 'PE'])

/** Names of 1990 for the countries of its list that have others now. */
const OF_THEN: Readonly<Record<string, string>> = {
  RU: 'USSR',
  SU: 'USSR',
  DE: 'WEST GERMANY',
  CN: 'PEOPLES REP OF CHINA',
  TW: 'REPUBLIC OF CHINA',
  KR: 'REPUBLIC OF KOREA',
  KP: 'DEMOCRATIC PEOPLES REP OF KOREA',
  ZA: 'REPUBLIC OF SOUTH AFRICA',
  VA: 'VATICAN CITY',
  CZ: 'CZECHOSLOVAKIA',
}

/** A country as the task's set list names it. */
export const countryName = (iso: string): string | undefined => OF_THEN[iso] ?? names.of(iso)?.toUpperCase()

/** The country that a target's words name, where it is not the one it was hit in: "a Dutch reporter", "the Ecuadoran consulate". */
export function foreignNation(
  { document, trees }: Phrases,
  heads: readonly number[],
  country: string | undefined,
): string | undefined {
  for (const head of heads) {
    // "Danish engineers", "the embassy of Denmark"
    const own = new Set([head, ...trees.children(head)])
    for (const { from, to, place, use } of document.get('places')) {
      if (place.country === undefined || to > head + 5 || from < head - 6) continue
      const holds = [...Array(to - from).keys()].some((k) => own.has(from + k))
      if (!holds || (use !== 'people' && place.precision !== 'country')) continue
      const name = countryName(place.country)
      if (name !== undefined && name !== country) return name
    }
  }
  return undefined
}
