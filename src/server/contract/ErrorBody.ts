import { z } from 'zod'

/** The one error shape: what went wrong, and what to do about it. `code` is stable and machine readable. */
export const ErrorBody = z
  .object({
    error: z.object({
      code: z.string().describe('stable, kebab case: "file-empty"'),
      message: z.string().describe('what went wrong, for people'),
      remedy: z.string().describe('what to do about it'),
    }),
  })
  .meta({ id: 'ErrorBody', description: 'The one error shape of the API' })
export type ErrorBody = z.infer<typeof ErrorBody>
