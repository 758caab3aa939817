import { z } from 'zod'

/** How somebody is held to have done it. The keys are those of the vocabulary `responsibility-modes`. */
export const ResponsibilityMode = z
  .enum(['claimed', 'denied', 'accused', 'suspected', 'possible', 'reported'])
  .meta({ id: 'ResponsibilityMode', description: 'how the innermost source holds a perpetrator to have done it' })
export type ResponsibilityMode = z.infer<typeof ResponsibilityMode>
