import { PlaceFeature } from '../../model/Place.ts'

/** What an entry is, in the order of their numbers in the file. */
export const ENTRY_KINDS = ['country', 'admin1', 'admin2', 'town', 'district', ...PlaceFeature.options] as const
export type EntryKind = (typeof ENTRY_KINDS)[number]

/** How a name leads to its entry. */
export const NAME_USES = ['name', 'alternate', 'demonym', 'abbreviation', 'sound'] as const
export type NameUse = (typeof NAME_USES)[number]

/** One place. `admin1` and `admin2` are numbers of entries, -1 where there is none. */
export interface GazetteerEntry {
  readonly index: number
  readonly name: string
  readonly kind: EntryKind
  readonly lat: number
  readonly lon: number
  /** Reach of an area, or of a town by its population, in kilometres. */
  readonly radiusKm: number
  /** Inhabitants, to about 4 %; 0 where not known. */
  readonly population: number
  /** ISO 3166-1 alpha-2; empty for what lies in no one country. */
  readonly country: string
  readonly admin1: number
  readonly admin2: number
  readonly geonameId: number | undefined
  /** Seat of a country's or of a first-order area's government. */
  readonly capital: 'country' | 'admin1' | undefined
}

/** An entry under one of its names. */
export interface Named {
  readonly entry: GazetteerEntry
  readonly use: NameUse
}
