import { z } from 'zod'
import { Term } from './Term.ts'

/** The names of a type in other codebooks, where they have one. */
export const TypeMappings = z.strictObject({
  plover: z
    .strictObject({ type: z.string(), mode: z.string().optional() })
    .optional()
    .describe('event type and mode of PLOVER (Open Event Data Alliance)'),
  muc4: z
    .enum(['ARSON', 'ATTACK', 'BOMBING', 'FORCED WORK STOPPAGE', 'HIJACKING', 'KIDNAPPING', 'ROBBERY'])
    .optional()
    .describe('INCIDENT: TYPE of MUC-4 (1992)'),
  gtd: z.string().optional().describe('attack type of the Global Terrorism Database codebook'),
  acled: z.string().optional().describe('sub-event type of the ACLED codebook'),
})

/** One type of incident. */
export const IncidentType = z.strictObject({ ...Term.shape, mappings: TypeMappings })
export type IncidentType = z.infer<typeof IncidentType>
