import { z } from 'zod'
import { Value } from './Value.ts'

/** One value of one property of one subject, with all statements for and against it and the sources behind them. */
export const Position = z
  .object({
    value: Value,
    statements: z.array(z.string()).min(1),
    independentSources: z.array(z.string()).describe('ids of the innermost sources, each counted once'),
    denied: z.boolean().describe('true where at least one source denies or doubts it'),
  })
  .meta({ id: 'Position', description: 'One value of one property with all statements for it' })
export type Position = z.infer<typeof Position>

/** All positions on one property of one subject; disputed where they rival each other or one is denied. */
export const PropertyView = z
  .object({ property: z.string(), disputed: z.boolean(), positions: z.array(Position) })
  .meta({ id: 'PropertyView' })
export type PropertyView = z.infer<typeof PropertyView>
