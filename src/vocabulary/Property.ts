import { z } from 'zod'
import { EntityKind } from '../model/Entity.ts'
import { Term } from './Term.ts'

export const ValueType = z.enum(['text', 'entity', 'incident', 'place', 'interval', 'count', 'distance', 'term'])
export type ValueType = z.infer<typeof ValueType>

/** What a statement says of its subject: a property of incidents, or a relation of entities. */
export const Property = z.strictObject({
  ...Term.shape,
  role: z.string().optional().describe('key of the vocabulary roles, where its values fill that role'),
  domain: z
    .array(z.union([z.literal('incident'), EntityKind]))
    .min(1)
    .describe('what can have it: incidents, or kinds of entities'),
  range: z.array(ValueType).min(1).describe('types of its values'),
  vocabulary: z.string().optional().describe('for terms: the vocabulary they are from'),
  values: z
    .enum(['one', 'many', 'one-per-category'])
    .describe(
      'one: two values are rivals; many: they add up; one-per-category: rivals only of the same people or things',
    ),
  symmetric: z.boolean().optional(),
})
export type Property = z.infer<typeof Property>
