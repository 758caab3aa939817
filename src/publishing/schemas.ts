import { z } from 'zod'
import { Reading } from '../model/Reading.ts'
import { Report } from '../model/Report.ts'
import { Export } from './Export.ts'

/** The JSON Schemas (2020-12) of what Ascribe writes, by the path of their page. */
export function schemaPages(): Record<string, string> {
  const page = (schema: z.ZodType): string =>
    `${JSON.stringify(z.toJSONSchema(schema, { target: 'draft-2020-12' }), null, 2)}\n`
  return {
    'docs/schema/report.schema.json': page(Report),
    'docs/schema/reading.schema.json': page(Reading),
    'docs/schema/export.schema.json': page(Export),
  }
}
