import type { ErrorBody } from '../../../src/server/contract/answers.ts'
import { ApiError } from './ApiError.ts'

/** Asks the API; answers its JSON or throws its error. */
export async function ask<Answer>(path: string, init?: RequestInit): Promise<Answer> {
  const response = await fetch(path, init)
  const body: unknown = await response.json().catch(() => undefined)
  if (response.ok) return body as Answer
  throw new ApiError(
    (body as ErrorBody | undefined)?.error ?? {
      code: 'answer-unreadable',
      message: `The server answered ${response.status}`,
      remedy: 'reload the page; if it happens again, look at what the server printed',
    },
  )
}

/** `/api/reports` with the parameters that are given. */
export function address(path: string, parameters: Record<string, string | number | boolean | undefined>): string {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== '')
  const query = new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString()
  return query === '' ? path : `${path}?${query}`
}
