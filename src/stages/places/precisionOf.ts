import type { PlacePrecision } from '../../model/Value.ts'
import type { Candidate } from './candidatesOf.ts'
import type { EntryKind } from './Gazetteer.ts'

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

/** How exactly a reading says where. A part of an area ("northern Mali") is a vague region, a part of a town is still the town. */
export function precisionOf({ entry, route }: Candidate): PlacePrecision {
  const precision = PRECISION[entry.kind]
  return route === 'part' && (precision === 'country' || precision === 'admin1') ? 'region' : precision
}
