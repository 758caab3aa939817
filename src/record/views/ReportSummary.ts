import { z } from 'zod'
import { Report } from '../../model/Report.ts'

/** Where the text of a report is nearly that of another one, which was published or added before it. */
export const CopyOf = z
  .object({
    report: z.string().describe('id of the report it copies'),
    share: z.number().min(0).max(1).describe('the part of its word shingles that the other one has as well'),
  })
  .meta({ id: 'CopyOf', description: 'A near copy: it adds no independent source' })
export type CopyOf = z.infer<typeof CopyOf>

/** One report in a list. */
export const ReportSummary = z
  .object({
    ...Report.omit({ text: true }).shape,
    opening: z.string().describe('the first words of the text, for reports without a title'),
    added: z.iso.datetime().describe('when it was added to the record'),
    reader: z.string().describe('name and version of the reader that read it'),
    characters: z.int().nonnegative(),
    incidents: z.int().nonnegative(),
    entities: z.int().nonnegative(),
    sources: z.int().nonnegative(),
    statements: z.int().nonnegative(),
    disputed: z.int().nonnegative().describe('incidents with at least one disputed property'),
    copyOf: CopyOf.optional(),
  })
  .meta({ id: 'ReportSummary', description: 'One report in a list' })
export type ReportSummary = z.infer<typeof ReportSummary>
