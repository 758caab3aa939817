import type { Document } from '../../document/Document.ts'
import type { Mention, PlaceAnnotation, TokenRange } from '../../document/Layers.ts'
import type { Stage } from '../../document/Stage.ts'
import { Trees } from '../../document/Trees.ts'
import type { LinearModel } from '../../learned/LinearModel.ts'
import type { NamedPlace, Place } from '../../model/Place.ts'
import type { GovernmentWords } from '../../vocabulary/GovernmentWords.ts'
import { asRiver } from './asRiver.ts'
import { borderRelations, type Lands } from './borderRelations.ts'
import type { Candidate } from './candidatesOf.ts'
import { withContradictions } from './contradictions.ts'
import type { Gazetteer } from './Gazetteer.ts'
import { homeOf } from './homeOf.ts'
import { PlaceRanker } from './PlaceRanker.ts'
import { PlaceRecogniser } from './PlaceRecogniser.ts'
import { AT, type PlaceRelation } from './PlaceRelation.ts'
import { PlaceText } from './PlaceText.ts'
import { placeUseOf } from './placeUseOf.ts'
import { featureOf, precisionOf } from './precisionOf.ts'
import { readPlaces } from './readPlaces.ts'
import { relationOf } from './relationOf.ts'
import { Surroundings } from './Surroundings.ts'
import { unnamedBorders } from './unnamedBorders.ts'

/** What the stage reads with: the gazetteer and two models, of names and of which place a name means. */
export interface PlacesStageOptions {
  readonly governments: GovernmentWords
  readonly gazetteer: Gazetteer
  readonly recogniser: LinearModel
  readonly ranker: LinearModel
}

/**
 * Finds place names and puts them on the map, each with how exactly it is known and how what is told is related to it.
 * A name that the gazetteer does not know, or has only far from where the report plays, stays without a point.
 */
export function createPlacesStage({
  gazetteer,
  governments,
  recogniser,
  ranker,
}: PlacesStageOptions): Stage<'tokens' | 'sentences' | 'tags' | 'trees' | 'names' | 'quantities', 'places'> {
  const names = new PlaceRecogniser(recogniser)
  const readings = new PlaceRanker(ranker, gazetteer)
  return {
    name: 'places',
    requires: ['tokens', 'sentences', 'tags', 'trees', 'names', 'quantities'],
    assigns: ['places'],
    run(document) {
      const text = new PlaceText(document, gazetteer)
      const home = homeOf(document.report.outlet, gazetteer)
      const { ranges, chosen: read } = readPlaces(text, names, readings, home)
      const chosen = read.map((candidate, i) => asRiver(text, ranges[i], candidate, gazetteer))
      const trees = Trees.of(document)
      const around = new Surroundings(text, ranges, document.get('quantities'))
      const lands = landsOf(chosen)
      const borders = borderRelations(around, lands)
      const entities = entitiesByRange(document)
      const wordsOf = ({ from, to }: TokenRange): string =>
        document.text.slice(text.tokens[from].start, text.tokens[to - 1].end)
      const relations = ranges.map((_, i) => borders.get(i) ?? relationOf(around, i))
      // Borders and coasts are told by the names of countries: "the Turkish-Syrian border" by Turkey and Syria.
      const isLine = (i: number): boolean => relations[i].line === 'border' || relations[i].line === 'coast'
      const nameOf = (range: TokenRange, i: number): string =>
        (chosen[i]?.use === 'demonym' && isLine(i) ? chosen[i].entry.name : undefined) ?? wordsOf(range)
      const named = ranges.map((range, i) => namedPlace(nameOf(range, i), chosen[i]))
      const countryOf = (iso: string): NamedPlace | undefined => {
        const entry = gazetteer.country(iso)
        return entry && namedPlace(entry.name, { entry, use: 'name', route: 'whole' })
      }
      const annotate = (
        range: TokenRange,
        place: NamedPlace,
        relation: PlaceRelation,
        by: string,
      ): PlaceAnnotation => ({
        start: text.tokens[range.from].start,
        end: text.tokens[range.to - 1].end,
        from: range.from,
        to: range.to,
        place: related(place, relation, relation.other === undefined ? undefined : named[relation.other], countryOf),
        ...(relation.partOf === undefined ? {} : { partOf: relation.partOf }),
        by,
      })
      const places = ranges.map((range, i) => {
        const entity = entities(range)
        const use = isLine(i) ? undefined : placeUseOf(text, trees, governments, range, chosen[i])
        return {
          ...annotate(
            range,
            named[i],
            use === undefined ? relations[i] : AT,
            chosen[i] ? `model:placeRanker/${chosen[i].route}` : 'model:places',
          ),
          ...(entity === undefined ? {} : { entity }),
          ...(use === undefined ? {} : { use }),
        }
      })
      const told = places.map(({ partOf, ...place }) =>
        partOf === undefined || places[partOf].use !== undefined ? place : { ...place, partOf },
      )
      const unnamed = unnamedBorders(around, lands).flatMap((border) => {
        const place = countryOf(border.country)
        return place ? [annotate(border, place, border.relation, 'rule:places/the-border')] : []
      })
      return { places: inOrder(withContradictions(around, told), unnamed) }
    },
  }
}

const landsOf = (chosen: readonly (Candidate | undefined)[]): Lands => ({
  countryAt: (i) => (chosen[i]?.entry.kind === 'country' ? chosen[i].entry.country : undefined),
  countryIn: (i) => chosen[i]?.entry.country || undefined,
})

/** Both kinds in the order of the text; where they moved, the numbers that places know each other by move with them. */
function inOrder(places: readonly PlaceAnnotation[], added: readonly PlaceAnnotation[]): PlaceAnnotation[] {
  if (added.length === 0) return [...places]
  const all = [...places, ...added].sort((a, b) => a.from - b.from)
  return all.map((place) =>
    place.partOf === undefined ? place : { ...place, partOf: all.indexOf(places[place.partOf]) },
  )
}

function namedPlace(name: string, candidate: Candidate | undefined): NamedPlace {
  if (!candidate) return { name, precision: 'unknown' }
  const { entry, route } = candidate
  const { geonameId, lat, lon, radiusKm, country } = entry
  const feature = featureOf(entry)
  return {
    name,
    ...(geonameId === undefined || route === 'inside' || route === 'part' ? {} : { geonameId }),
    lat,
    lon,
    radiusKm: Math.round(radiusKm * 10) / 10,
    precision: precisionOf(candidate),
    ...(country === '' ? {} : { country }),
    ...(feature === undefined ? {} : { feature }),
  }
}

function related(
  place: NamedPlace,
  { relation, direction, distanceKm, distanceBound, line, otherCountry }: PlaceRelation,
  named: NamedPlace | undefined,
  countryOf: (iso: string) => NamedPlace | undefined,
): Place {
  const other = named ?? (otherCountry === undefined ? undefined : countryOf(otherCountry))
  return {
    type: 'place',
    ...place,
    relation,
    ...(direction === undefined ? {} : { direction }),
    ...(distanceKm === undefined ? {} : { distanceKm }),
    ...(distanceBound === undefined ? {} : { distanceBound }),
    ...(line === undefined ? {} : { line }),
    ...(other === undefined ? {} : { other }),
  }
}

/** The entity whose name is at a range: the mention of the same words. */
function entitiesByRange(document: Document): (range: TokenRange) => number | undefined {
  if (!document.has('mentions')) return () => undefined
  const at = new Map<string, Mention>()
  for (const mention of document.get('mentions')) {
    if (mention.form === 'name') at.set(`${mention.from} ${mention.to}`, mention)
  }
  return ({ from, to }) => at.get(`${from} ${to}`)?.entity
}
