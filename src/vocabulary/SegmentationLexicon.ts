import { z } from 'zod'
import { parseVocabularyFile } from './parseVocabularyFile.ts'

const words = z.array(z.string().min(1))

/** The words that decide where text is cut into words; all in lower case but `starters`. See `vocabulary/lexicons/segmentation.json`. */
export const SegmentationLexicon = z.strictObject({
  abbreviations: words.describe('keep their full stop: "dr", "sept"; written without it'),
  capitalOnly: words.describe('abbreviations only with a capital: "Gen. Noor", but "the gen."'),
  beforeNumber: words.describe('abbreviations only before a number: "No. 5", but "He said no."'),
  joinedPrefixes: words.describe(
    'stay with what a hyphen joins to them: "anti-government", but "long" + "-" + "range"',
  ),
  joined: words.describe('hyphenated words that stay whole: "wi-fi"'),
  contractions: words.describe('two words written as one, with the cut: "can|not"'),
  whole: words.describe('words with an apostrophe or a slash that stay whole: "o\'clock"'),
  afterItIs: words.describe('say that "its" before them was meant as "it\'s": "its a pity", but "its own"'),
  afterHour: words.describe('go on with the time of day: "at 10 a.m. Monday"'),
  starters: words.describe(
    'with their capital: begin a sentence after an abbreviation: "at 3 a.m. The guards", but "the U.S. Army"',
  ),
  units: words.describe('units cut from the number they stand at: "35mm", "7pm"'),
  emoticons: z.array(z.string().min(2)),
})
export type SegmentationLexicon = z.infer<typeof SegmentationLexicon>

/** Reads the lexicon; `file` is named in complaints. */
export const parseSegmentationLexicon = (json: string, file: string): SegmentationLexicon =>
  parseVocabularyFile(SegmentationLexicon, json, file)
