/**
 * An error a person can act on: what went wrong, and what to do about it.
 * `code` is stable and machine readable (kebab case, e.g. `file-empty`).
 */
export class AscribeError extends Error {
  readonly code: string
  readonly remedy: string

  constructor(code: string, message: string, remedy: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = 'AscribeError'
    this.code = code
    this.remedy = remedy
  }

  /** The one error shape of the API and of `--json` output. */
  toJSON(): { error: { code: string; message: string; remedy: string } } {
    return { error: { code: this.code, message: this.message, remedy: this.remedy } }
  }
}
