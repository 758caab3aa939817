import { z } from 'zod'
import { Span } from './Span.ts'

/** How far an incident got. The keys are those of the vocabulary `stages`. */
export const IncidentStage = z.enum([
  'accomplished',
  'attempted',
  'failed',
  'foiled',
  'planned',
  'threatened',
  'alleged',
])
export type IncidentStage = z.infer<typeof IncidentStage>

/** Something that happened, was tried, was threatened or is alleged, as one report speaks of it. */
export const Incident = z
  .object({
    id: z.string(),
    type: z.string().describe('key of the vocabulary incident-types'),
    stage: IncidentStage,
    label: z.string().describe('short words for people, made of the report’s own: "attack on the museum"'),
    mentions: z.array(Span),
  })
  .meta({ id: 'Incident', description: 'Something that happened, was tried, was threatened or is alleged' })
export type Incident = z.infer<typeof Incident>
