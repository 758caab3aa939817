import { z } from 'zod'
import { PlaceFeature } from '../model/Place.ts'
import { parseVocabularyFile } from './parseVocabularyFile.ts'

const names = z.array(z.string().min(1)).optional()
const point = { lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) }
const iso = z.string().regex(/^[A-Z]{2}$/, 'a country is written as ISO 3166-1 alpha-2, e.g. ML')

const Country = z.strictObject({ iso, name: z.string().min(1), ...point, alternates: names, demonyms: names })

/** A country with the point that stands for it, its other names, and the words for what or who belongs to it. */
export type Country = z.infer<typeof Country>

export const parseCountries = (json: string, file: string): Country[] =>
  parseVocabularyFile(z.array(Country), json, file)

const Region = z.strictObject({
  name: z.string().min(1),
  kind: z.enum([...PlaceFeature.exclude(['airport']).options, 'town']),
  ...point,
  radiusKm: z.number().positive(),
  countries: z.array(iso).optional(),
  alternates: names,
  demonyms: names,
})

/** A physical or political feature, or a site, with the circle that stands for it. */
export type Region = z.infer<typeof Region>

export const parseRegions = (json: string, file: string): Region[] => parseVocabularyFile(z.array(Region), json, file)

const PlaceForms = z.strictObject({
  name: z.string().min(1),
  country: iso,
  abbreviations: names,
  demonyms: names,
  nicknames: names,
})

/** How the press shortens or nicknames a place that the gazetteer's sources know, and what it calls who lives there. */
export type PlaceForms = z.infer<typeof PlaceForms>

export const parsePlaceForms = (json: string, file: string): PlaceForms[] =>
  parseVocabularyFile(z.array(PlaceForms), json, file)
