import { z } from 'zod'
import { parseVocabularyFile } from './parseVocabularyFile.ts'
import { Term } from './Term.ts'

/** A way in which a text says that somebody is not to be named, with the phrases that say it. */
export const AnonymityTerm = z.strictObject({
  ...Term.shape,
  phrases: z
    .array(z.string().regex(/^[^A-Z]+$/, 'phrases are written in lower case'))
    .min(1)
    .describe('a|b: either; a_b: both; a?: or nothing; *3: up to three words of any kind'),
})
export type AnonymityTerm = z.infer<typeof AnonymityTerm>

/** The terms by key; `reason` is what may follow each of the others. */
export type AnonymityTerms = Readonly<Record<string, AnonymityTerm>>

export const parseAnonymityTerms = (json: string, file: string): AnonymityTerms =>
  parseVocabularyFile(
    z.record(z.string(), AnonymityTerm).refine((terms) => 'reason' in terms, "an entry 'reason' is needed"),
    json,
    file,
  )

/** One pattern for each phrase, with the reason that may follow it: "asked not to be named | for fear of his neighbours". */
export function parseAnonymity(json: string, file: string): readonly RegExp[] {
  const { reason, ...terms } = parseAnonymityTerms(json, file)
  const why = `(?:,?\\s+(?:${reason.phrases.map(words).join('|')})\\b[^.;,”"]{0,90})?`
  return Object.values(terms).flatMap(({ phrases }) =>
    phrases.map((phrase) => new RegExp(`\\b${patternOf(phrase)}\\b${why}`, 'gi')),
  )
}

/** "asked *3 not_to_be publicly? named|quoted" as a regular expression. */
function patternOf(phrase: string): string {
  const parts = phrase.split(' ').map((part) => {
    const any = /^\*(\d)$/.exec(part)
    if (any !== null) return `(?:\\s+[\\w’'-]+){0,${any[1]}}?`
    const either = part.replaceAll('?', '').split('|').map(words).join('|')
    return part.endsWith('?') ? `(?:\\s+(?:${either})){0,3}` : `\\s+(?:${either})`
  })
  return parts.join('').replace(/^\\s\+/, '')
}

const words = (choice: string): string => choice.split('_').map(escaped).join('\\s+')

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
