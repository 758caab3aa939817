import { z } from 'zod'
import { Certainty, Polarity } from './Certainty.ts'

/** What the source does with the content. The keys are those of the vocabulary `acts`. */
export const Act = z.enum([
  'says',
  'confirms',
  'denies',
  'doubts',
  'accuses',
  'claims',
  'claims-responsibility',
  'warns',
  'threatens',
  'promises',
  'orders',
  'believes',
  'asks',
  'hearsay',
])
export type Act = z.infer<typeof Act>

/** direct: in quotation marks; indirect: reported; mixed: both; scare: quotation marks that distance, no speech. */
export const AttributionMode = z.enum(['direct', 'indirect', 'mixed', 'scare'])
export type AttributionMode = z.infer<typeof AttributionMode>

const Pieces = z.array(z.tuple([z.int(), z.int()])).describe('[start, end) pieces')

/**
 * Source, cue and content of one act of saying or thinking in one report, in pieces as the text breaks them up.
 * `parent` is the id of the attribution whose content holds this one ("The ministry said residents had told police").
 */
export const Attribution = z
  .object({
    id: z.string(),
    source: Pieces,
    cue: Pieces,
    content: Pieces,
    medium: Pieces.optional().describe('what the source spoke through: "via Twitter", "in a video"'),
    mode: AttributionMode,
    act: Act,
    certainty: Certainty.describe('what the cue says of how sure the source is'),
    polarity: Polarity,
    sourceId: z.string().optional(),
    parent: z.string().optional(),
    by: z.string().describe('the rule or model that read it'),
  })
  .meta({ id: 'Attribution', description: 'Source, cue and content of one act of saying or thinking' })
export type Attribution = z.infer<typeof Attribution>
