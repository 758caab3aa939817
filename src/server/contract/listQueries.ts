import { z } from 'zod'
import { EntityKind } from '../../model/Entity.ts'

const whole = (minimum: number, maximum: number) => z.coerce.number().int().min(minimum).max(maximum).optional()

const page = {
  limit: whole(1, 1000).describe('at most this many; 100 unless told'),
  offset: whole(0, 1_000_000_000).describe('leave out this many at the start'),
}
const report = z.string().optional().describe('only those of the report with this id')

/** Query of `GET /api/reports`. */
export const ReportsQuery = z.object({
  ...page,
  query: z.string().optional().describe('words that the title, outlet or text must have'),
})

/** Query of `GET /api/incidents`. */
export const IncidentsQuery = z.object({
  ...page,
  report,
  type: z.string().optional().describe('key of the vocabulary incident-types'),
  disputed: z
    .enum(['true', 'false'])
    .transform((value) => value === 'true')
    .optional()
    .describe('only those that are, or are not, disputed'),
  query: z.string().optional().describe('words that the label must have'),
})

/** Query of `GET /api/entities`. */
export const EntitiesQuery = z.object({
  ...page,
  report,
  kind: EntityKind.optional(),
  query: z.string().optional().describe('part of a name or alias'),
})

/** Query of `GET /api/sources`. */
export const SourcesQuery = z.object({ ...page, report })
