import { parseVocabularyFile } from './parseVocabularyFile.ts'
import { wordLists, wordSetsOf } from './WordList.ts'

export const PARTICIPANT_LISTS = [
  'undertakings',
  'suppositions',
  'unmanned',
  'sendingVerbs',
  'missiles',
  'vehicles',
  'driven',
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

const File = wordLists(PARTICIPANT_LISTS)

/** Words by which a text tells who took part in a deed and whom it hit, as lemmas. */
export type ParticipantWords = Readonly<Record<ParticipantList, ReadonlySet<string>>>

export const parseParticipantWords = (json: string, file: string): ParticipantWords =>
  wordSetsOf(PARTICIPANT_LISTS, parseVocabularyFile(File, json, file))
