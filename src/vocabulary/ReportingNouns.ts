import { z } from 'zod'
import { Act } from '../model/Attribution.ts'
import { Certainty, Polarity } from '../model/Certainty.ts'
import { parseVocabularyFile } from './parseVocabularyFile.ts'
import { ContentForm } from './ReportingVerbs.ts'

const Cue = z.object({
  act: Act,
  certainty: Certainty,
  polarity: Polarity,
  takes: z.array(ContentForm).optional(),
})

/** A noun ("claim", "report") or set phrase ("according to", "allegedly") that attributes. */
export type ReportingNoun = z.infer<typeof Cue>

/** Cues that are no verbs: nouns and adjectives ("convinced") by lemma, phrases by their lower-case words. */
export interface ReportingNouns {
  readonly nouns: ReadonlyMap<string, ReportingNoun>
  readonly adjectives: ReadonlyMap<string, ReportingNoun>
  readonly phrases: ReadonlyMap<string, ReportingNoun>
}

const Cues = z.record(z.string(), Cue)
const File = z.object({ nouns: Cues, adjectives: Cues, phrases: Cues })

export function parseReportingNouns(json: string, file: string): ReportingNouns {
  const { nouns, adjectives, phrases } = parseVocabularyFile(File, json, file)
  return {
    nouns: new Map(Object.entries(nouns)),
    adjectives: new Map(Object.entries(adjectives)),
    phrases: new Map(Object.entries(phrases)),
  }
}
