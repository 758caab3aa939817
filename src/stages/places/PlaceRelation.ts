import type { Place } from '../../model/Place.ts'

/** How what is told is related to the place named; `other` is the index of the second place. */
export interface PlaceRelation extends Pick<Place, 'relation' | 'direction' | 'distanceKm' | 'distanceBound' | 'line'> {
  readonly other?: number
  /** The other side of a border, where the report does not name it beside the first: a code of ISO 3166-1. */
  readonly otherCountry?: string
  /** The second of two places that are told as one: "between X and Y" is the value of X. */
  readonly partOf?: number
}

export const AT: PlaceRelation = { relation: 'at' }
