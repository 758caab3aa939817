import type { z } from 'zod'
import { AscribeError } from '../base/AscribeError.ts'

/** One thing that is wrong in the vocabulary's files: where, what, and how to mend it. */
export interface Complaint {
  readonly file: string
  readonly key: string
  readonly problem: string
  readonly remedy: string
}

/** Collects everything that is wrong before anything is thrown, so that one run shows all there is to mend. */
export class Complaints {
  readonly #all: Complaint[] = []

  add(file: string, key: string, problem: string, remedy: string): void {
    this.#all.push({ file, key, problem, remedy })
  }

  /** The JSON of a file, or undefined after a complaint. */
  json(file: string, text: string | undefined): unknown {
    if (text === undefined) {
      this.add(file, '-', 'the file is missing', `put ${file} back into the folder vocabulary/`)
      return undefined
    }
    try {
      return JSON.parse(text)
    } catch (error) {
      this.add(file, '-', `not JSON: ${(error as Error).message}`, 'mend the JSON at the place named')
      return undefined
    }
  }

  /** The value under a schema, or undefined after one complaint for each issue. */
  parse<T>(file: string, key: string, schema: z.ZodType<T>, value: unknown): T | undefined {
    const result = schema.safeParse(value)
    if (result.success) return result.data
    for (const issue of result.error.issues) {
      const field = issue.path.join('.') || 'entry'
      this.add(file, key, `${field}: ${issue.message}`, `correct '${field}' of '${key}'`)
    }
    return undefined
  }

  /** Throws AscribeError `vocabulary` with all complaints in its message, if there is one. */
  throwIfAny(): void {
    if (this.#all.length === 0) return
    const lines = this.#all.map(({ file, key, problem, remedy }) => `${file}: ${key}: ${problem} (${remedy})`)
    throw new AscribeError(
      'vocabulary',
      `the vocabulary has ${lines.length === 1 ? 'a fault' : `${lines.length} faults`}:\n${lines.join('\n')}`,
      lines.length === 1 ? this.#all[0].remedy : 'mend the entries named; each line ends with its remedy',
    )
  }
}
