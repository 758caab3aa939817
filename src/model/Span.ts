import { z } from 'zod'

/** `[start, end)` in UTF-16 code units of one report's text: `text.slice(start, end)` is what it covers. */
export const Span = z
  .object({ start: z.int().nonnegative(), end: z.int().nonnegative() })
  .refine(({ start, end }) => end >= start, 'a span ends where it starts or later')
  .meta({ id: 'Span', description: '[start, end) in UTF-16 code units of the text of one report' })
export type Span = z.infer<typeof Span>

/** True where the two spans share at least one code unit. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** True where `outer` holds all of `inner`. */
export const covers = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end
