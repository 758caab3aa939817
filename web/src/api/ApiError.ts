import type { ErrorBody } from '../../../src/server/contract/answers.ts'

/** A failure as the API tells it: what went wrong, and what to do about it. */
export class ApiError extends Error {
  readonly code: string
  readonly remedy: string

  constructor({ code, message, remedy }: ErrorBody['error']) {
    super(message)
    this.name = 'ApiError'
    this.code = code
    this.remedy = remedy
  }
}

/** Any failure as one with a remedy: also the server that has stopped. */
export function apiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error
  return new ApiError({
    code: 'server-unreachable',
    message: 'The server does not answer',
    remedy: 'is “ascribe serve” still running? Start it again, then reload this page',
  })
}
