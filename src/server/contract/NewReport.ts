import { z } from 'zod'
import { Report } from '../../model/Report.ts'

/** Forms send empty strings for fields left empty: those count as not given. */
const given = <Type extends z.ZodType>(type: Type) =>
  z.preprocess((value) => (typeof value === 'string' && value.trim() === '' ? undefined : value), type)

const metadata = {
  title: given(Report.shape.title),
  outlet: given(Report.shape.outlet),
  author: given(Report.shape.author),
  published: given(Report.shape.published),
  url: given(Report.shape.url),
}

/** A report to read, as text. */
export const NewReport = z
  .object({ text: z.string().describe('the whole text, as published'), ...metadata })
  .meta({ id: 'NewReport', description: 'A report to read, as text' })
export type NewReport = z.input<typeof NewReport>

/** The bytes of an uploaded file and its name. */
export interface UploadedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** A report to read, as a file; what is given beside it goes before what the file says of itself. */
export const NewFile = z
  .object({
    file: z
      .custom<UploadedFile>((value) => typeof value === 'object' && value !== null && 'bytes' in value, 'send a file')
      .meta({ type: 'string', format: 'binary', description: 'the file: plain text, Markdown or HTML' }),
    ...metadata,
  })
  .meta({ id: 'NewFile', description: 'A report to read, as a file' })
export type NewFile = z.input<typeof NewFile>
