import type { PlaceAnnotation, Proposition } from '../../src/document/Layers.ts'
import { countryName, OF_INTEREST } from './countries.ts'
import type { Message } from './messages.ts'
import type { Phrases } from './Phrases.ts'

/** Words beside a name that say what it is, as the task writes them. */
const LEVELS: Readonly<Record<string, string>> = {
  department: 'DEPARTMENT',
  province: 'PROVINCE',
  region: 'REGION',
  state: 'STATE',
  municipality: 'MUNICIPALITY',
  city: 'CITY',
  town: 'TOWN',
  village: 'VILLAGE',
  hamlet: 'HAMLET',
  canton: 'CANTON',
  jurisdiction: 'JURISDICTION',
  neighborhood: 'NEIGHBORHOOD',
  neighbourhood: 'NEIGHBORHOOD',
  suburb: 'SUBURB',
  district: 'DISTRICT',
  sector: 'SECTOR',
  area: 'AREA',
  zone: 'ZONE',
  farm: 'FARM',
  airport: 'AIRPORT',
  university: 'UNIVERSITY',
}
const OF_PRECISION: Readonly<Record<string, string>> = {
  site: 'CITY',
  town: 'CITY',
  admin2: 'MUNICIPALITY',
  admin1: 'DEPARTMENT',
  region: 'REGION',
  unknown: 'CITY',
}
/** What the highest areas are called where they are no departments (containing-areas, head of the document). */
const HIGHEST: Readonly<Record<string, string>> = { AR: 'PROVINCE', EC: 'PROVINCE', CL: 'OFFICIAL REGION', MX: 'STATE' }
/** "the location slot cannot have a filler that is at the level of granularity of a street" (template-doc-part1, 1.0) */
const STREETS = /\b(street|avenue|ave|road|highway|boulevard|volcano|church)$/i
/** Parts of a town, which stand behind it. */
const PARTS = /^(NEIGHBORHOOD|DISTRICT|SUBURB|SECTOR|ZONE)$/
const FINENESS: Readonly<Record<string, number>> = { site: 5, town: 4, admin2: 3, admin1: 2, region: 1, unknown: 4 }
const REACH = 9

/** "COUNTRY: AREA (KIND): PLACE (KIND)": the most exact place with the areas that the text names beside it. */
export function locationOf(
  phrases: Phrases,
  propositions: readonly Proposition[],
  message: Message,
  sentences: ReadonlySet<number>,
): string {
  const layer = phrases.document.get('places')
  const named = propositions
    .filter(({ property, value }) => property === 'place' && value.type === 'place')
    .flatMap(({ spans: [span], by }) => {
      const found = layer.find(({ start, end }) => start === span.start && end === span.end)
      // where a report is dated from is only probably where it happened
      return found === undefined || by.endsWith('/dateline') ? [] : [found]
    })
  const ranked = named.filter(({ place: { name } }) => !STREETS.test(name)).sort((a, b) => weightOf(b) - weightOf(a))
  const home = homeOf(phrases, message)
  const near =
    ranked[0] === undefined || ranked[0].place.precision === 'country' ? besideIncident(phrases, sentences) : []
  const best = near.find(({ place }) => place.country === (ranked[0]?.place.country ?? home)) ?? ranked[0]
  if (best === undefined) return (home && countryName(home)) ?? '-'
  const level = levelOf(phrases, best)
  const around = containing(layer, best, level)
  const read = around.find(({ place }) => place.country !== undefined)?.place.country ?? best.place.country
  const country = read === undefined || !isTold(layer, read) ? (home ?? read) : read
  const name = (country && countryName(country)) ?? '-'
  if (best.place.precision === 'country') return name
  return [name, ...around.map((place) => shown(place, levelOf(phrases, place))), shown(best, level)].join(': ')
}

/** Towns and areas in the sentences that speak of the incident, the first first. */
const besideIncident = ({ document, trees }: Phrases, sentences: ReadonlySet<number>): PlaceAnnotation[] =>
  document
    .get('places')
    .filter(
      ({ from, use, place }) =>
        use === undefined &&
        sentences.has(trees.tokens[from]?.sentence) &&
        /^(town|admin1|admin2)$/.test(place.precision),
    )

/** A country outside the nine counts only where the report names it: a village is sooner a namesake at home. */
const isTold = (layer: readonly PlaceAnnotation[], country: string): boolean =>
  OF_INTEREST.has(country) || layer.some(({ place }) => place.precision === 'country' && place.country === country)

/** Finer is better, and what lies in one of the countries asked for. */
const weightOf = ({ place }: PlaceAnnotation): number =>
  (FINENESS[place.precision] ?? 0) + (place.country !== undefined && OF_INTEREST.has(place.country) ? 10 : 0)

function shown({ place }: PlaceAnnotation, level: string): string {
  const words = place.name
    .toUpperCase()
    .replace(/\s+/g, ' ')
    .replace(/^THE /, '')
    .replace(/^(DEPARTMENT|PROVINCE|CITY|TOWN) OF /, '')
  const bare = words.replace(/ (DEPARTMENT|PROVINCE|REGION|NEIGHBORHOOD|DISTRICT|MUNICIPALITY)$/, '')
  return `${bare} (${level})`
}

/** "Cauca Department", "the department of Cauca", "the Miraflores neighborhood"; else by how exact it is. */
function levelOf({ trees }: Phrases, { from, to, place }: PlaceAnnotation): string {
  const word = (i: number): string | undefined =>
    i < 0 || i >= trees.length ? undefined : (LEVELS[trees.lemma(i)] ?? LEVELS[trees.lower(i)])
  const inside = word(to - 1)
  if (inside !== undefined && to - from > 1 && inside !== 'CITY') return inside
  const after = word(to)
  if (after !== undefined) return after
  if (trees.lower(from - 1) === 'of' || trees.lower(from - 1) === ',') {
    const before = word(from - 2)
    if (before !== undefined && trees.lower(from - 1) === 'of') return before
  }
  const title = word(from - 1)
  if (title !== undefined) return title
  if (place.feature === 'airport') return 'AIRPORT'
  if (place.precision === 'admin1' && place.country !== undefined) return HIGHEST[place.country] ?? 'DEPARTMENT'
  return OF_PRECISION[place.precision] ?? 'CITY'
}

/** The wider places named right beside it, the widest first: "in Achi, Bolivar department"; a part of a town lies in the town. */
function containing(layer: readonly PlaceAnnotation[], best: PlaceAnnotation, level: string): PlaceAnnotation[] {
  const fineness = PARTS.test(level) ? 6 : (FINENESS[best.place.precision] ?? 0)
  const beside = layer.filter(
    (other) =>
      other !== best &&
      other.use === undefined &&
      other.place.precision !== 'country' &&
      (FINENESS[other.place.precision] ?? 9) < fineness &&
      other.place.name.toLowerCase() !== best.place.name.toLowerCase() &&
      (PARTS.test(level) ||
        other.place.country === undefined ||
        best.place.country === undefined ||
        other.place.country === best.place.country) &&
      (other.from >= best.to ? other.from - best.to : best.from - other.to) <= REACH,
  )
  const byKind = new Map<number, PlaceAnnotation>()
  for (const other of beside) {
    const kind = FINENESS[other.place.precision] ?? 0
    if (!byKind.has(kind)) byKind.set(kind, other)
  }
  return [...byKind].sort(([a], [b]) => a - b).map(([, place]) => place)
}

/** The country of the dateline, or the one of the nine that the report names most. */
function homeOf({ document }: Phrases, { place: dateline }: Message): string | undefined {
  const written = DATELINES.find(([pattern]) => pattern.test(dateline ?? ''))?.[1]
  if (written !== undefined) return written
  const counts = new Map<string, number>()
  for (const { place } of document.get('places'))
    if (place.country !== undefined && OF_INTEREST.has(place.country))
      counts.set(place.country, (counts.get(place.country) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0]
}

/** The countries of interest by the cities from which they report. */
const DATELINES: readonly (readonly [RegExp, string])[] = [
  [/SAN SALVADOR|SALVADOR/, 'SV'],
  [/BOGOTA|MEDELLIN|CALI|COLOMBIA/, 'CO'],
  [/LIMA|PERU/, 'PE'],
  [/GUATEMALA/, 'GT'],
  [/TEGUCIGALPA|HONDURAS/, 'HN'],
  [/SANTIAGO|CHILE/, 'CL'],
  [/BUENOS AIRES|ARGENTINA/, 'AR'],
  [/LA PAZ|BOLIVIA/, 'BO'],
  [/QUITO|ECUADOR/, 'EC'],
]
