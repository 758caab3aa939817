import { z } from 'zod'
import { parseVocabularyFile } from './parseVocabularyFile.ts'

const Words = z.array(z.string().min(1)).transform((words): ReadonlySet<string> => new Set(words))

const SpeakersFile = z.object({
  privatePeople: Words.describe('nouns for people who hold no office: resident, widow, driver'),
  minors: Words,
  groupWords: Words.describe('words that make a source many: some, critics, officials'),
  documents: Words,
  posts: Words,
  outlets: Words.describe('names of news outlets and wires, in lower case'),
  outletNames: Words.describe('last words of the names of newspapers and broadcasters: Herald, Radio'),
  outletDays: Words.describe('words that the name of a newspaper begins with, whatever follows: Morning Star'),
  outletNouns: Words.describe('nouns for outlets: newspaper, broadcaster'),
  offices: Words.describe('nouns for people who speak for an office or a trade: minister, analyst'),
})

/** Words that tell what kind of source speaks. */
export type Speakers = z.output<typeof SpeakersFile>

export const parseSpeakers = (json: string, file: string): Speakers => parseVocabularyFile(SpeakersFile, json, file)

const DangerFile = z.object({
  harm: Words.describe('verbs of doing harm; "we will" with one of them is a threat'),
  deeds: Words.describe('nouns for what responsibility is claimed for'),
  danger: Words.describe('words that make it dangerous to be known as the one who spoke'),
})

/** Words of violence and danger. */
export type DangerWords = z.output<typeof DangerFile>

export const parseDangerWords = (json: string, file: string): DangerWords => parseVocabularyFile(DangerFile, json, file)
