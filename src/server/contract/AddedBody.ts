import { z } from 'zod'

/** What adding a report did. */
export const AddedBody = z
  .object({
    report: z.string().describe('id of the report, also where it was there before'),
    added: z.boolean().describe('false where the record held this very reading already'),
    replaced: z.boolean().describe("true where an older reader's statements of the same report gave way"),
  })
  .meta({ id: 'Added', description: 'What adding a report did' })
export type AddedBody = z.infer<typeof AddedBody>
