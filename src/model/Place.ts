import { z } from 'zod'

/** How exactly a place is known, from an exact site to a vague region; `unknown` is never a point. */
export const PlacePrecision = z.enum(['site', 'town', 'admin2', 'admin1', 'country', 'region', 'unknown'])
export type PlacePrecision = z.infer<typeof PlacePrecision>

/** What a place is that is neither a town nor an area of government. */
export const PlaceFeature = z.enum([
  'airport',
  'continent',
  'region',
  'ocean',
  'sea',
  'strait',
  'gulf',
  'bay',
  'canal',
  'river',
  'lake',
  'mountains',
  'valley',
  'pass',
  'desert',
  'island',
  'line',
  'camp',
  'site',
])
export type PlaceFeature = z.infer<typeof PlaceFeature>

/** A direction from a place, or the side of it: eight points of the compass, and C, the middle. */
export const Direction = z.enum(['N', 'NE', 'E', 'SE', 'S', 'SW', 'W', 'NW', 'C'])
export type Direction = z.infer<typeof Direction>

const named = {
  name: z.string().describe('as written'),
  geonameId: z.int().optional(),
  lat: z.number().min(-90).max(90).optional(),
  lon: z.number().min(-180).max(180).optional(),
  radiusKm: z.number().nonnegative().optional().describe('reach of the place around the point: an area is an area'),
  precision: PlacePrecision,
  country: z.string().length(2).optional().describe('ISO 3166-1 alpha-2'),
  feature: PlaceFeature.optional(),
}

/** A place by its name, with its point and reach. */
export const NamedPlace = z.object(named).meta({ id: 'NamedPlace', description: 'A place by its name' })
export type NamedPlace = z.infer<typeof NamedPlace>

/** How what is told is related to the place named: in it, near it, so far from it, between it and another … */
export const PlaceRelationKind = z.enum(['at', 'part', 'near', 'distance', 'between', 'along', 'off', 'inland'])
export type PlaceRelationKind = z.infer<typeof PlaceRelationKind>

/**
 * A place: the place named, and how what is told is related to it. The point is that of the place named; where it happened is
 * worked out from the relation (`extentOf`) and never stored.
 */
export const Place = z
  .object({
    type: z.literal('place'),
    ...named,
    relation: PlaceRelationKind.default('at'),
    direction: Direction.optional().describe('on which side of the place named; for relation part: which part of it'),
    distanceKm: z.number().nonnegative().optional().describe('for relation distance: kilometres from the place named'),
    distanceBound: z
      .enum(['about', 'at-most', 'at-least'])
      .optional()
      .describe('"about 60 km", "within 60 km", "more than 60 km"'),
    line: z
      .enum(['border', 'coast', 'river', 'road', 'front'])
      .optional()
      .describe('of the place named: what the distance is measured from, or what it lies along'),
    other: NamedPlace.optional().describe('the other end of "between X and Y", the other side of a border'),
    contradicts: z
      .object({ of: z.string(), statedKm: z.number(), mapKm: z.number() })
      .optional()
      .describe('the report states a distance between this place and another that the map does not bear out'),
  })
  .meta({ id: 'Place', description: 'A place with its precision class and relation' })
export type Place = z.infer<typeof Place>
