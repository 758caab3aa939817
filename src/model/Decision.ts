import { z } from 'zod'

const common = {
  id: z.string(),
  author: z.string().min(1),
  time: z.iso.datetime(),
  reason: z.string(),
}

/**
 * What a person decided, append-only. A decision is taken back by another (`undo`), never erased.
 * Grades follow the NATO Admiralty code (AJP-2.1): reliability A to F, credibility 1 to 6.
 */
export const Decision = z
  .discriminatedUnion('kind', [
    z.object({ ...common, kind: z.literal('accept'), statement: z.string() }),
    z.object({ ...common, kind: z.literal('reject'), statement: z.string() }),
    z.object({ ...common, kind: z.literal('correct'), statement: z.string(), replacement: z.unknown() }),
    z.object({ ...common, kind: z.literal('merge'), items: z.array(z.string()).min(2) }),
    z.object({ ...common, kind: z.literal('split'), items: z.array(z.string()).min(2) }),
    z.object({ ...common, kind: z.literal('protect'), source: z.string() }),
    z.object({ ...common, kind: z.literal('mark-as-copy'), report: z.string(), original: z.string() }),
    z.object({
      ...common,
      kind: z.literal('grade'),
      source: z.string(),
      reliability: z.enum(['A', 'B', 'C', 'D', 'E', 'F']).optional(),
      credibility: z.enum(['1', '2', '3', '4', '5', '6']).optional(),
    }),
    z.object({ ...common, kind: z.literal('undo'), decision: z.string() }),
  ])
  .meta({ id: 'Decision', description: "A person's decision: append-only, with author, time and reason" })
export type Decision = z.infer<typeof Decision>
