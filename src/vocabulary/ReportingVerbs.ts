import { z } from 'zod'
import { Act } from '../model/Attribution.ts'
import { Certainty, Polarity } from '../model/Certainty.ts'
import { parseVocabularyFile } from './parseVocabularyFile.ts'

/** What the content of a cue can be: a clause ("said that …"), a quotation, a noun phrase or an infinitive. */
export const ContentForm = z.enum(['clause', 'quote', 'noun', 'infinitive'])
export type ContentForm = z.infer<typeof ContentForm>

/**
 * What the text commits to for the complement of a verb, after Nairn, Condoravdi and Karttunen (2006): before the stroke in an
 * affirmative clause, after it in a negated one; + it happened, - it did not, o open. "managed to" +/-, "failed to" -/+,
 * "refused to" -/o, "knew that" +/+, "said that" o/o.
 */
export const Signature = z.string().regex(/^[+\-o]\/[+\-o]$/, "a signature looks like '+/-'")

/** A verb that reports, holds or brings about its complement. Without `act` it is no act of saying ("managed to"). */
export const ReportingVerb = z.object({
  act: Act.optional(),
  certainty: Certainty.optional().describe('how sure the source is of the content'),
  polarity: Polarity.optional(),
  takes: z.array(ContentForm),
  signature: Signature,
})
export type ReportingVerb = z.infer<typeof ReportingVerb>

/** Verbs by lemma, with a particle or noun where it belongs to the verb: "say", "point out", "claim responsibility". */
export type ReportingVerbs = ReadonlyMap<string, ReportingVerb>

export const parseReportingVerbs = (json: string, file: string): ReportingVerbs =>
  new Map(Object.entries(parseVocabularyFile(z.record(z.string(), ReportingVerb), json, file)))
