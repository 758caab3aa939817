import { z } from 'zod'
import { Reading } from '../../model/Reading.ts'
import { Report } from '../../model/Report.ts'
import { IncidentView } from './IncidentView.ts'
import { ReportSummary } from './ReportSummary.ts'
import { SourceRef } from './SourceRef.ts'
import { StatementView } from './StatementView.ts'

/** One report with its reading, and everything stated in it. */
export const ReportView = z
  .object({
    summary: ReportSummary,
    report: Report,
    reading: Reading,
    sources: z.array(SourceRef),
    statements: z.array(StatementView).describe('in the order of the text'),
    incidents: z.array(IncidentView),
    orphans: z.array(z.string()).describe('ids of statements with a passage that no longer matches the text'),
  })
  .meta({ id: 'ReportView', description: 'One report with its reading' })
export type ReportView = z.infer<typeof ReportView>
