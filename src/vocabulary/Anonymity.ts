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

/** The phrases as patterns, each with the reason that may follow it: "asked not to be named | for fear of his neighbours". */
export interface AnonymityPatterns {
  /** one for each phrase, for all of its matches in a text */
  readonly phrases: readonly RegExp[]
  /** matches where one of them does: most texts say no such thing, and one look is much quicker than one for each */
  readonly any: RegExp
}

export function parseAnonymity(json: string, file: string): AnonymityPatterns {
  const { reason, ...terms } = parseAnonymityTerms(json, file)
  const why = `(?:,?\\s+(?:${reason.phrases.map(words).join('|')})\\b[^.;,”"]{0,90})?`
  const sources = Object.values(terms).flatMap(({ phrases }) =>
    phrases.map((phrase) => `\\b${patternOf(phrase)}\\b${why}`),
  )
  return { phrases: sources.map((source) => new RegExp(source, 'gi')), any: new RegExp(sources.join('|'), 'i') }
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
