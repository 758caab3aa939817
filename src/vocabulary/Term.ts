import { z } from 'zod'

/**
 * One concept of the field. `examples` are sentences in which it applies, `nearMiss` one in which it looks as if it did but
 * does not; rules of the reader are tested on both.
 */
export const Term = z.object({
  label: z.string().min(1),
  definition: z.string().min(1),
  examples: z.array(z.string().min(1)).min(1),
  nearMiss: z.string().min(1),
  broader: z.string().optional().describe('key of a wider term of the same vocabulary'),
})
export type Term = z.infer<typeof Term>
