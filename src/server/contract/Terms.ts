import { z } from 'zod'

/** What people need of a vocabulary term: its label and what it means. */
export const TermBody = z.object({ label: z.string(), definition: z.string() }).meta({ id: 'Term' })
export type TermBody = z.infer<typeof TermBody>

/** Terms by vocabulary and key: `terms['incident-types'].bombing.label`. */
export const Terms = z
  .record(z.string(), z.record(z.string(), TermBody))
  .meta({ id: 'Terms', description: 'The terms of all vocabularies, by vocabulary and key' })
export type Terms = z.infer<typeof Terms>
