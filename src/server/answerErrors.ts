import type { FastifyError, FastifyInstance } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { AscribeError } from '../base/AscribeError.ts'

// Codes of other floors that are not simply "this content cannot be read" (422).
const STATUS: Readonly<Record<string, number>> = {
  'not-found': 404,
  'request-invalid': 400,
  'request-too-large': 413,
  'media-type-unknown': 415,
  'host-unknown': 421,
  'origin-foreign': 403,
  'record-locked': 409,
  internal: 500,
}

/** Answers every failure, whatever its origin, in the one error shape. */
export function answerErrors(server: FastifyInstance): void {
  server.setErrorHandler<FastifyError>((error, request, reply) => {
    const known = asAscribeError(error)
    if (known.code === 'internal') request.log.error(error)
    return reply.code(STATUS[known.code] ?? 422).send(known.toJSON())
  })
}

function asAscribeError(error: FastifyError | AscribeError): AscribeError {
  if (error instanceof AscribeError) return error
  if (hasZodFastifySchemaValidationErrors(error)) {
    const complaints = error.validation.map(({ instancePath, message }) =>
      `${instancePath.replace(/^\//, '').replaceAll('/', '.')} ${message}`.trim(),
    )
    return new AscribeError(
      'request-invalid',
      `this request does not have the shape asked for: ${complaints.join('; ')}`,
      'compare it with /api/openapi.json',
      error,
    )
  }
  if (error.statusCode === 413) {
    return new AscribeError('request-too-large', 'this is larger than one report can be', 'split it, or send its text')
  }
  if (error.statusCode === 415 || error.statusCode === 406) {
    return new AscribeError(
      'media-type-unknown',
      'this kind of body is not understood here',
      'send application/json to /api/reports, multipart/form-data to /api/files',
    )
  }
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
    return new AscribeError('request-invalid', error.message, 'compare the request with /api/openapi.json', error)
  }
  return new AscribeError(
    'internal',
    'something failed in the server; nothing was stored',
    'try again; if it happens again, report it with the line that the server printed',
    error,
  )
}

/** The error for an id that nothing in the record has; `list` is where ids are found. */
export const notFound = (what: string, id: string, list: string): AscribeError =>
  new AscribeError('not-found', `the record has no ${what} '${id}'`, `find its id at ${list}`)
