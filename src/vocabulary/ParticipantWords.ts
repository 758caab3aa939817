import { z } from 'zod'
import { WordList } from './AttributionWords.ts'
import { parseVocabularyFile } from './parseVocabularyFile.ts'

export const PARTICIPANT_LISTS = [
  'undertakings',
  'suppositions',
  'unmanned',
  'sendingVerbs',
  'missiles',
  'vehicles',
  'measures',
  'carriers',
  'talks',
  'retorts',
  'meetings',
  'assaults',
  'meetingForce',
  'harmed',
  'harmedOneByOne',
] as const

type ParticipantList = (typeof PARTICIPANT_LISTS)[number]

const File = z.strictObject(
  Object.fromEntries(PARTICIPANT_LISTS.map((key) => [key, WordList])) as Record<ParticipantList, typeof WordList>,
)

/** Words by which a text tells who took part in a deed and whom it hit, as lemmas. */
export type ParticipantWords = Readonly<Record<ParticipantList, ReadonlySet<string>>>

export function parseParticipantWords(json: string, file: string): ParticipantWords {
  const lists = parseVocabularyFile(File, json, file)
  return Object.fromEntries(
    PARTICIPANT_LISTS.map((key) => [key, new Set(lists[key].words)]),
  ) as unknown as ParticipantWords
}
