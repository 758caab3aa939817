import type { Proposition } from '../../src/document/Layers.ts'
import type { Place } from '../../src/model/Place.ts'
import { countryName } from './countries.ts'
import type { Message } from './messages.ts'

const LEVELS: Record<string, string> = {
  site: 'CITY',
  town: 'CITY',
  admin2: 'CITY',
  admin1: 'DEPARTMENT',
  region: 'REGION',
}

/** "COUNTRY: PLACE (KIND)", from the most exact place; the country of the dateline where none is named. */
export function locationOf(places: readonly Proposition[], { place }: Message): string {
  const found = places.flatMap(({ value }) => (value.type === 'place' ? [value] : []))
  const best =
    found.find((candidate) => candidate.precision !== 'country' && candidate.precision !== 'unknown') ?? found[0]
  const country = countryOf(best) ?? DATELINES.find(([pattern]) => pattern.test(place ?? ''))?.[1] ?? '-'
  if (!best || best.precision === 'country' || best.precision === 'unknown') return country
  return `${country}: ${best.name.toUpperCase().replace(/ (DEPARTMENT|PROVINCE|CITY)$/, '')} (${LEVELS[best.precision] ?? 'CITY'})`
}

const countryOf = (place: Place | undefined): string | undefined =>
  place?.country ? countryName(place.country) : undefined

/** The nine countries of interest by the cities from which they report. */
const DATELINES: readonly (readonly [RegExp, string])[] = [
  [/SAN SALVADOR|SALVADOR/, 'EL SALVADOR'],
  [/BOGOTA|MEDELLIN|CALI|COLOMBIA/, 'COLOMBIA'],
  [/LIMA|PERU/, 'PERU'],
  [/GUATEMALA/, 'GUATEMALA'],
  [/TEGUCIGALPA|HONDURAS/, 'HONDURAS'],
  [/SANTIAGO|CHILE/, 'CHILE'],
  [/BUENOS AIRES|ARGENTINA/, 'ARGENTINA'],
  [/LA PAZ|BOLIVIA/, 'BOLIVIA'],
  [/QUITO|ECUADOR/, 'ECUADOR'],
]
