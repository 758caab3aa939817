import type { FastifyRequest } from 'fastify'
import { AscribeError } from '../base/AscribeError.ts'
import type { UploadedFile } from './contract/NewReport.ts'

/** The file of a `multipart/form-data` body as `file`, and its fields by their names. */
export async function readMultipart(
  request: FastifyRequest,
): Promise<{ file?: UploadedFile; [field: string]: unknown }> {
  if (!request.isMultipart()) {
    throw new AscribeError(
      'media-type-unknown',
      'files come as multipart/form-data',
      'send the file in the field "file", or its text as JSON to /api/reports',
    )
  }
  const body: { file?: UploadedFile; [field: string]: unknown } = {}
  for await (const part of request.parts()) {
    if (part.type === 'file') body.file = { name: part.filename, bytes: new Uint8Array(await part.toBuffer()) }
    else body[part.fieldname] = part.value
  }
  return body
}
