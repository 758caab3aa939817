import type { Document } from '../document/Document.ts'
import type { Span } from '../model/Span.ts'

/** Who a report is credited to, besides its outlet; the span is where the text says so. */
export interface Credit {
  readonly name: string
  readonly span?: Span
}

/** "(Meridian Wire)" in a dateline; not "(March 12)". */
const IN_BRACKETS = /\(([^()\d\n]{2,40})\)/
/** "03:09 - Source: Meridian Wire" */
const SOURCE_LINE = /\b(?:source|credit)\s*:\s*(\S[^.;|\n]*)/i
/** "AFP", "Meridian Wire", "Lake Press Agency": an author who is no person. */
const AGENCY = /^(?:[A-Z]{2,6}|.*\b(?:wire|agency|agencies|newswire|press|news service))$/i

/**
 * The agency or outlet that a report is credited to in its dateline, its byline or as its author:
 *
 *     ZAMBOANGA, March 12 (Meridian Wire) -- A bomb …      Meridian Wire
 *     Dorvel, Norland CNN —                                CNN, where it is known for an organisation
 *     DORVEL, March 12 -- A bomb …                         nobody
 */
export function creditedAgency(document: Document): Credit | undefined {
  const { text, author } = document.report
  for (const { kind, start, end } of document.get('paragraphs')) {
    if (kind !== 'dateline' && kind !== 'byline') continue
    const block = text.slice(start, end)
    const match = kind === 'dateline' ? IN_BRACKETS.exec(block) : SOURCE_LINE.exec(block)
    if (match !== null) {
      const name = match[1].trim()
      const from = start + match.index + match[0].indexOf(match[1])
      return { name, span: { start: from, end: from + name.length } }
    }
    const named = document
      .get('names')
      .find(
        (one) =>
          one.kind === 'Organization' && (kind === 'byline' ? one.start >= start : one.start > start) && one.end <= end,
      )
    if (named !== undefined) {
      return { name: text.slice(named.start, named.end), span: { start: named.start, end: named.end } }
    }
  }
  return author !== undefined && AGENCY.test(author) && author === author.trim() ? { name: author } : undefined
}
