import { z } from 'zod'
import { Certainty } from '../../model/Certainty.ts'
import { Position } from '../../model/Position.ts'
import { Extent } from '../../weighing/extentOf.ts'
import { SourceRef } from './SourceRef.ts'
import { StatementView } from './StatementView.ts'

/** One position with its statements and sources resolved. */
export const PositionView = z
  .object({
    ...Position.omit({ statements: true, independentSources: true }).shape,
    label: z.string().describe('the value in words'),
    extent: Extent.optional().describe('of a place: where it is on the map, with all that is left open'),
    certainty: Certainty.describe(
      'of the surest source that affirms it; of the surest that denies it where nobody affirms it',
    ),
    affirmed: z.boolean().describe('false where it is only denied'),
    statements: z.array(StatementView).min(1),
    independentSources: z.array(SourceRef).describe('who affirms it, each counted once'),
    deniedBy: z.array(SourceRef).describe('who denies or doubts it, each counted once'),
  })
  .meta({ id: 'PositionView', description: 'One position with its statements and sources' })
export type PositionView = z.infer<typeof PositionView>

/** Low, best and high over all positions on a count, under a named rule. */
export const CountRange = z
  .object({
    low: z.int().nonnegative(),
    best: z.int().nonnegative(),
    high: z.int().nonnegative().nullable(),
    rule: z.string().describe('name of the rule that chose'),
  })
  .meta({ id: 'CountRange' })
export type CountRange = z.infer<typeof CountRange>

/** All positions on one property of one subject, the best supported first. */
export const PropertyPositions = z
  .object({
    property: z.string().describe('key of the vocabulary properties'),
    label: z.string().describe('the property in words'),
    disputed: z.boolean(),
    positions: z.array(PositionView),
    count: CountRange.optional().describe('for properties that count'),
  })
  .meta({ id: 'PropertyPositions', description: 'All positions on one property' })
export type PropertyPositions = z.infer<typeof PropertyPositions>
