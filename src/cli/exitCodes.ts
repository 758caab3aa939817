import { AscribeError } from '../base/AscribeError.ts'

/** What the exit code of `ascribe` tells a script. */
export const EXIT = { ok: 0, inputFailed: 1, usage: 2, record: 3 } as const

/** The exit code that an error stands for. */
export const exitCodeOf = (error: AscribeError): number =>
  error.code.startsWith('record-') ? EXIT.record : error.code.startsWith('usage-') ? EXIT.usage : EXIT.inputFailed

/** Any error as one that can be shown; what nobody foresaw keeps its own message. */
export function asAscribeError(error: unknown): AscribeError {
  if (error instanceof AscribeError) return error
  const message = error instanceof Error ? error.message : String(error)
  return new AscribeError(
    'unexpected',
    message,
    'this is an error of Ascribe: please report it with the command',
    error,
  )
}
