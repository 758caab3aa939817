import { z } from 'zod'
import { parseVocabularyFile } from './parseVocabularyFile.ts'
import { WordSet } from './WordSet.ts'

const SpeakersFile = z.object({
  privatePeople: WordSet.describe('nouns for people who hold no office: resident, widow, driver'),
  minors: WordSet,
  groupWords: WordSet.describe('words that make a source many: some, critics, officials'),
  documents: WordSet,
  posts: WordSet,
  outlets: WordSet.describe('names of news outlets and wires, in lower case'),
  outletNames: WordSet.describe('last words of the names of newspapers and broadcasters: Herald, Radio'),
  outletDays: WordSet.describe('words that the name of a newspaper begins with, whatever follows: Morning Star'),
  outletNouns: WordSet.describe('nouns for outlets: newspaper, broadcaster'),
  offices: WordSet.describe('nouns for people who speak for an office or a trade: minister, analyst'),
})

/** Words that tell what kind of source speaks. */
export type Speakers = z.output<typeof SpeakersFile>

export const parseSpeakers = (json: string, file: string): Speakers => parseVocabularyFile(SpeakersFile, json, file)

const DangerFile = z.object({
  harm: WordSet.describe('verbs of doing harm; "we will" with one of them is a threat'),
  deeds: WordSet.describe('nouns for what responsibility is claimed for'),
  danger: WordSet.describe('words that make it dangerous to be known as the one who spoke'),
})

/** Words of violence and danger. */
export type DangerWords = z.output<typeof DangerFile>

export const parseDangerWords = (json: string, file: string): DangerWords => parseVocabularyFile(DangerFile, json, file)
