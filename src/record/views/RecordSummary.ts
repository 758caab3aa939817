import { z } from 'zod'

/** What is in a record, in numbers. */
export const RecordSummary = z
  .object({
    store: z.enum(['sqlite', 'postgres']),
    location: z.string().describe('file, or database without its password'),
    schema: z.int().describe('number of the newest migration'),
    reports: z.int().nonnegative(),
    copies: z.int().nonnegative().describe('reports that nearly copy another'),
    incidents: z.int().nonnegative(),
    entities: z.int().nonnegative(),
    sources: z.int().nonnegative(),
    protectedSources: z.int().nonnegative(),
    statements: z.int().nonnegative(),
    decisions: z.int().nonnegative(),
  })
  .meta({ id: 'RecordSummary', description: 'What is in a record, in numbers' })
export type RecordSummary = z.infer<typeof RecordSummary>
