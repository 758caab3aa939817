import { z } from 'zod'
import { parseVocabularyFile } from './parseVocabularyFile.ts'

/** A country with other names, what its people are called, and its capitals. */
export const Nationality = z.object({
  code: z.string().length(2).describe('ISO 3166-1 alpha-2; user-assigned or former codes for what is no member state'),
  name: z.string().min(1),
  also: z.array(z.string().min(1)),
  demonyms: z.array(z.string().min(1)),
  capitals: z.array(z.string().min(1)),
})
export type Nationality = z.infer<typeof Nationality>

export const parseNationalities = (json: string, file: string): Nationality[] =>
  parseVocabularyFile(z.array(Nationality), json, file)

const Packed = z.array(z.string()).transform((rows) => new Set(rows.flatMap((row) => row.split(' '))))

/** Personal names by gender, and family names. */
export const PersonalNames = z.object({ female: Packed, male: Packed, either: Packed, family: Packed })
export type PersonalNames = z.output<typeof PersonalNames>

export const parsePersonalNames = (json: string, file: string): PersonalNames =>
  parseVocabularyFile(PersonalNames, json, file)

const Words = z.array(z.string().min(1))

/** Words beside or inside names that tell their kind, in lower case; some are phrases. */
export const NameWords = z.object({
  titles: Words.describe('before a person: "president"'),
  particles: Words.describe('inside a person’s name: "ibn"'),
  organisationHeads: Words,
  placeHeads: Words,
  facilityHeads: Words,
  otherHeads: Words,
  peoples: Words,
  regions: Words,
  organisations: Words,
  reporting: Words.describe('verbs whose subject speaks'),
})
export type NameWords = z.infer<typeof NameWords>

export const parseNameWords = (json: string, file: string): NameWords => parseVocabularyFile(NameWords, json, file)

/** What is known of names before any report is read. */
export interface NameLexicon {
  readonly nationalities: readonly Nationality[]
  readonly personal: PersonalNames
  readonly words: NameWords
}
