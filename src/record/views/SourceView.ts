import { z } from 'zod'
import { SourceRef } from './SourceRef.ts'

/** One source over all its reports. */
export const SourceView = z
  .object({
    ...SourceRef.shape,
    reports: z.array(z.string()).describe('ids of the reports that it speaks in'),
    statements: z.int().nonnegative().describe('statements that it is the innermost source of'),
    passed: z.int().nonnegative().describe('statements that it passes on from others'),
    acts: z.record(z.string(), z.int()).describe('how often it does what: says 4, denies 1'),
  })
  .meta({ id: 'SourceView', description: 'One source over all its reports' })
export type SourceView = z.infer<typeof SourceView>
