import { z } from 'zod'
import { Span } from './Span.ts'

/** What an entity is. `group`: an armed or informal group; `public body`: ministry, police, army. */
export const EntityKind = z.enum([
  'person',
  'group',
  'organisation',
  'public body',
  'place',
  'facility',
  'people',
  'other',
])
export type EntityKind = z.infer<typeof EntityKind>

/** How a mention names its entity. */
export const MentionForm = z.enum(['name', 'description', 'pronoun'])
export type MentionForm = z.infer<typeof MentionForm>

/** A person, group, organisation, public body, place or facility, as one report speaks of it. */
export const Entity = z
  .object({
    id: z.string(),
    kind: EntityKind,
    name: z.string().describe('the fullest name, or the first description'),
    aliases: z.array(z.string()).default([]),
    mentions: z.array(z.object({ ...Span.shape, form: MentionForm })),
  })
  .meta({ id: 'Entity', description: 'Whom or what a report speaks of, with its mentions' })
export type Entity = z.infer<typeof Entity>
