import { z } from 'zod'
import { Entity } from '../../model/Entity.ts'
import { PropertyPositions } from './PropertyPositions.ts'
import { PassageView, StatementView } from './StatementView.ts'

/** One entity in a list. */
export const EntitySummary = z
  .object({
    ...Entity.omit({ mentions: true }).shape,
    report: z.string(),
    reportTitle: z.string(),
    mentions: z.int().nonnegative(),
    statements: z.int().nonnegative().describe('statements about it, or with it as their value'),
    protected: z.boolean().describe('true where it is a protected source'),
  })
  .meta({ id: 'EntitySummary', description: 'One entity in a list' })
export type EntitySummary = z.infer<typeof EntitySummary>

/** One entity with its relations. */
export const EntityView = z
  .object({
    ...EntitySummary.shape,
    passages: z.array(PassageView).describe('its mentions in the report'),
    properties: z.array(PropertyPositions).describe('what is stated of it'),
    roles: z.array(StatementView).describe('statements on others that have it as their value'),
  })
  .meta({ id: 'EntityView', description: 'One entity with what is stated of it' })
export type EntityView = z.infer<typeof EntityView>
