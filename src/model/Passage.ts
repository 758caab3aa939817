import { z } from 'zod'
import { Span } from './Span.ts'

/**
 * A span with what it quotes and what stands around it: the TextPositionSelector and the TextQuoteSelector of the
 * W3C Web Annotation Data Model in one. Anchors fail closed: where `text.slice(start, end) !== exact`, the passage is an
 * orphan and is shown as such, never moved to a guess.
 */
export const Passage = z
  .object({
    ...Span.shape,
    exact: z.string().describe('the text of the span, to the letter'),
    prefix: z.string().describe('up to 32 code units before it'),
    suffix: z.string().describe('up to 32 code units after it'),
  })
  .meta({ id: 'Passage', description: 'A span with its quote, prefix and suffix (W3C Web Annotation selectors)' })
export type Passage = z.infer<typeof Passage>

const CONTEXT = 32

/** The passage of a span of `text`. */
export function passageOf(text: string, { start, end }: Span): Passage {
  return {
    start,
    end,
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT), start),
    suffix: text.slice(end, end + CONTEXT),
  }
}

/** True where the passage still stands in `text` at its place, to the letter. */
export const isAnchored = (text: string, { start, end, exact }: Passage): boolean => text.slice(start, end) === exact
