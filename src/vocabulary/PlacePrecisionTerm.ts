import { z } from 'zod'
import { Place, PlaceFeature, PlacePrecision, PlaceRelationKind } from '../model/Place.ts'
import { Term } from './Term.ts'
import type { Terms } from './Vocabulary.ts'

/** Which places a term is said of: all that is written here holds of the place. */
const Condition = z.strictObject({
  precision: z.array(PlacePrecision).optional(),
  relation: z.array(PlaceRelationKind).optional(),
  features: z.array(PlaceFeature).optional(),
  line: z.array(Place.shape.line.unwrap()).optional(),
  directed: z.boolean().optional().describe('whether it says on which side'),
  atMostKm: z.number().positive().optional(),
})

/** How exactly a place is known, with the code of that in other codebooks; null where they have none. */
export const PlacePrecisionTerm = z.strictObject({
  ...Term.shape,
  when: z.array(Condition).min(1),
  codes: z.strictObject({
    acled: z.int().min(1).max(3).nullable().describe('geo_precision'),
    ucdp: z.int().min(1).max(7).nullable().describe('where_prec'),
    gtd: z.int().min(1).max(5).nullable().describe('specificity'),
  }),
})
export type PlacePrecisionTerm = z.infer<typeof PlacePrecisionTerm>

/** The term that is said of a place: the first of the file that fits. */
export function precisionTermOf(place: Place, terms: Terms<PlacePrecisionTerm>): string | undefined {
  return [...terms].find(([, { when }]) => when.some((condition) => holds(condition, place)))?.[0]
}

function holds(
  { precision, relation, features, line, directed, atMostKm }: z.infer<typeof Condition>,
  place: Place,
): boolean {
  return (
    (precision === undefined || precision.includes(place.precision)) &&
    (relation === undefined || relation.includes(place.relation)) &&
    (features === undefined || (place.feature !== undefined && features.includes(place.feature))) &&
    (line === undefined || (place.line !== undefined && line.includes(place.line))) &&
    (directed === undefined || directed === (place.direction !== undefined)) &&
    (atMostKm === undefined || (place.distanceKm ?? Number.POSITIVE_INFINITY) <= atMostKm)
  )
}
