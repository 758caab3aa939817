import { z } from 'zod'
import { contentId } from '../base/contentId.ts'

/** Handling of a report after the Traffic Light Protocol, version 2.0 (FIRST, 2022). */
export const Handling = z.enum(['TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:RED'])
export type Handling = z.infer<typeof Handling>

/**
 * One document as published. The text is immutable: every span in the record points into it.
 * `published` is an ISO 8601 calendar date or date-time; when it is missing, relative dates stay relative.
 */
export const Report = z
  .object({
    id: z.string(),
    text: z.string(),
    title: z.string().optional(),
    outlet: z.string().optional().describe('who published it, as named by whoever added the report'),
    author: z.string().optional(),
    published: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}(T.*)?$/, 'a published date looks like 2015-07-06')
      .optional()
      .describe('ISO 8601 date, or date-time, of publication'),
    url: z.string().optional(),
    language: z.string().default('en').describe('BCP 47'),
    handling: Handling.default('TLP:CLEAR'),
    hash: z.string().describe('SHA-256 based id of the text alone: equal texts have equal hashes'),
  })
  .meta({ id: 'Report', description: 'One document as published; its text never changes' })
export type Report = z.infer<typeof Report>

/** What a report is made from; the ids are computed. */
export type ReportInput = Omit<z.input<typeof Report>, 'id' | 'hash'> & { id?: string }

/** Completes a report: its id is derived from text, outlet, title, author, date and URL unless one is given. */
export function reportOf(input: ReportInput): Report {
  const { text, outlet, title, author, published, url } = input
  const id = input.id ?? contentId('r', { text, outlet, title, author, published, url })
  return Report.parse({ ...input, id, hash: contentId('t', text) })
}
