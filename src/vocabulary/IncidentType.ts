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

/**
 * Which property the agent and the patient of the word fill: who arrests is the authority, who is arrested the target,
 * and how many are arrested goes to `arrested`. A type without a frame has that of its wider term.
 */
export const Frame = z.strictObject({
  agent: z.string().describe('key of the vocabulary properties'),
  agentPerson: z
    .string()
    .optional()
    .describe('what the agent fills where it is people and no body: recruiters for a militia'),
  patient: z.string(),
  agentCount: z.string().optional(),
  patientCount: z.string().optional(),
})
export type Frame = z.infer<typeof Frame>

/** One type of incident. */
export const IncidentType = z.strictObject({
  ...Term.shape,
  mappings: TypeMappings,
  frame: Frame.optional(),
  speech: z
    .literal(true)
    .optional()
    .describe(
      'done by saying it alone: an act of its own layer and no incident, since who says what is told by the attributions',
    ),
  means: z
    .string()
    .optional()
    .describe('the kind of instrument that such an incident is done with, where none is told'),
  possessor: z
    .literal('patient')
    .optional()
    .describe('its nouns\' "\'s" and "of" name who suffers it: "the mayor\'s murder", "the arrest of two men"'),
})
export type IncidentType = z.infer<typeof IncidentType>
