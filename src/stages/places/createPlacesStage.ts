import type { Document } from '../../document/Document.ts'
import type { Mention, PlaceAnnotation, TokenRange } from '../../document/Layers.ts'
import type { Stage } from '../../document/Stage.ts'
import type { LinearModel } from '../../learned/LinearModel.ts'
import type { Place } from '../../model/Value.ts'
import type { Candidate } from './candidatesOf.ts'
import { contradictionOf } from './contradictionOf.ts'
import type { Gazetteer } from './Gazetteer.ts'
import { homeOf } from './homeOf.ts'
import { PlaceRanker } from './PlaceRanker.ts'
import { PlaceRecogniser } from './PlaceRecogniser.ts'
import { PlaceText } from './PlaceText.ts'
import { precisionOf } from './precisionOf.ts'
import { type PlaceRelation, relationOf } from './relationOf.ts'

/** What the stage reads with: the gazetteer and two models, of names and of which place a name means. */
export interface PlacesStageOptions {
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
  recogniser,
  ranker,
}: PlacesStageOptions): Stage<'tokens' | 'sentences' | 'tags' | 'names' | 'quantities', 'places'> {
  const names = new PlaceRecogniser(recogniser)
  const readings = new PlaceRanker(ranker, gazetteer)
  return {
    name: 'places',
    requires: ['tokens', 'sentences', 'tags', 'names', 'quantities'],
    assigns: ['places'],
    run(document) {
      const text = new PlaceText(document, gazetteer)
      const ranges = names.recognise(text)
      const chosen = readings.resolve(text, ranges, homeOf(document.report.outlet, gazetteer))
      const entities = entitiesByRange(document)
      const quantities = document.get('quantities').filter(({ value }) => value.type === 'distance')
      const places = ranges.map((range, i): PlaceAnnotation => {
        const start = text.tokens[range.from].start
        const end = text.tokens[range.to - 1].end
        const name = document.text.slice(start, end)
        const entity = entities(range)
        return {
          start,
          end,
          ...range,
          place: placeOf(name, chosen[i], relationOf(text, ranges, i, quantities)),
          ...(entity === undefined ? {} : { entity }),
          by: chosen[i] ? `model:placeRanker/${chosen[i].route}` : 'model:places',
        }
      })
      return {
        places: places.map((place, i) => {
          const contradicts = contradictionOf(text, places, i, quantities)
          return contradicts ? { ...place, contradicts } : place
        }),
      }
    },
  }
}

function placeOf(name: string, candidate: Candidate | undefined, relation: PlaceRelation): Place {
  if (!candidate) return { type: 'place', name, precision: 'unknown', ...relation }
  const { geonameId, lat, lon, radiusKm, country } = candidate.entry
  return {
    type: 'place',
    name,
    ...(geonameId === undefined || candidate.route === 'inside' || candidate.route === 'part' ? {} : { geonameId }),
    lat,
    lon,
    radiusKm: Math.round(radiusKm * 10) / 10,
    precision: precisionOf(candidate),
    ...(country === '' ? {} : { country }),
    ...relation,
  }
}

/** The entity whose name is at a range: the mention of the same words, or else the shortest name that begins and holds it. */
function entitiesByRange(document: Document): (range: TokenRange) => number | undefined {
  if (!document.has('mentions')) return () => undefined
  const at = new Map<string, Mention>()
  for (const mention of document.get('mentions')) {
    if (mention.form === 'name') at.set(`${mention.from} ${mention.to}`, mention)
  }
  return ({ from, to }) => at.get(`${from} ${to}`)?.entity
}
