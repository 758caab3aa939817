import { z } from 'zod'
import { Span } from './Span.ts'

/** What kind of source vouches. `unnamed`: "a resident"; `role`: "the defence ministry spokesman"; `group`: "some analysts". */
export const SourceKind = z.enum(['outlet', 'person', 'organisation', 'role', 'group', 'unnamed', 'document', 'post'])
export type SourceKind = z.infer<typeof SourceKind>

/** Why a source is protected, and where the text says so. */
export const Protection = z
  .object({
    reason: z.enum(['asked-not-to-be-named', 'private-individual', 'minor', 'decision']),
    span: Span.optional().describe('the words that give the reason'),
  })
  .meta({ id: 'Protection' })
export type Protection = z.infer<typeof Protection>

/** Who vouches for a content. */
export const Source = z
  .object({
    id: z.string(),
    kind: SourceKind,
    name: z.string().describe('name, or stable description: "a senior security official"'),
    entity: z.string().optional().describe('the entity of the reading that it is'),
    protected: Protection.optional(),
    mentions: z.array(Span),
  })
  .meta({
    id: 'Source',
    description: 'Who vouches: outlet, person, organisation, role, group, unnamed, document, post',
  })
export type Source = z.infer<typeof Source>
