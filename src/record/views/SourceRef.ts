import { z } from 'zod'
import { Source } from '../../model/Source.ts'

/** A source as other views name it. */
export const SourceRef = z
  .object({
    ...Source.pick({ id: true, kind: true, name: true, protected: true }).shape,
    key: z
      .string()
      .describe(
        'the same for one source in all reports (outlets, people, organisations by name): it decides the colour',
      ),
  })
  .meta({ id: 'SourceRef', description: 'A source as other views name it' })
export type SourceRef = z.infer<typeof SourceRef>
