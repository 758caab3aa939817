import { PlaceFeature, type PlacePrecision } from '../../model/Place.ts'
import type { Candidate } from './candidatesOf.ts'
import type { EntryKind, GazetteerEntry } from './GazetteerEntry.ts'

const PRECISION: Readonly<Record<EntryKind, PlacePrecision>> = {
  country: 'country',
  admin1: 'admin1',
  admin2: 'admin2',
  town: 'town',
  district: 'town',
  airport: 'site',
  camp: 'site',
  site: 'site',
  pass: 'site',
  continent: 'region',
  region: 'region',
  ocean: 'region',
  sea: 'region',
  strait: 'region',
  gulf: 'region',
  bay: 'region',
  canal: 'region',
  river: 'region',
  lake: 'region',
  mountains: 'region',
  valley: 'region',
  desert: 'region',
  island: 'region',
  line: 'region',
}

/** How exactly the place named is known; a part of it ("northern Mali") is told by the relation. */
export const precisionOf = ({ entry }: Candidate): PlacePrecision => PRECISION[entry.kind]

/** What it is that is neither a town nor an area of government: a sea, a camp, a mountain range. */
export function featureOf({ kind }: GazetteerEntry): PlaceFeature | undefined {
  const { success, data } = PlaceFeature.safeParse(kind)
  return success ? data : undefined
}
