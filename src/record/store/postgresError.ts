import { AscribeError } from '../../base/AscribeError.ts'

/** The error of `pg` as one that says what to do; anything else as it is. */
export function postgresError(error: unknown, location: string): unknown {
  if (error instanceof AscribeError) return error
  const code = (error as { code?: unknown } | undefined)?.code
  if (typeof code !== 'string') {
    const message = error instanceof Error ? error.message : String(error)
    return /timeout|terminated|getaddrinfo|ECONN/i.test(message) ? unreachable(location, error) : error
  }
  if (/^E[A-Z]+$/.test(code) || code.startsWith('08') || code === '57P03') return unreachable(location, error)
  if (code.startsWith('28')) {
    return new AscribeError('record-refused', `${location} refused the login`, 'check user and password', error)
  }
  if (code === '3D000') {
    return new AscribeError(
      'record-missing',
      `${location}: there is no such database`,
      'create it with `createdb`',
      error,
    )
  }
  if (code === '42501') {
    const remedy = 'grant the user CREATE on the database, or USAGE and CREATE on its schema ascribe'
    return new AscribeError('record-readonly', `${location}: the user may not write`, remedy, error)
  }
  if (code === '55P03' || code === '40P01' || code === '40001') {
    const remedy = 'wait until it is done, and try again'
    return new AscribeError('record-locked', `${location} is being written by another process`, remedy, error)
  }
  if (code === '53100') {
    return new AscribeError('record-full', `${location}: no space is left`, 'make room on the database server', error)
  }
  return error
}

const unreachable = (location: string, cause: unknown): AscribeError =>
  new AscribeError(
    'record-unreachable',
    `${location} does not answer`,
    'check that the server runs and the URL is right',
    cause,
  )
