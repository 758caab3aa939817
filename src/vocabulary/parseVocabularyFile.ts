import type { z } from 'zod'
import { AscribeError } from '../base/AscribeError.ts'

/**
 * Reads one file of the vocabulary and checks it against its schema. What is wrong is named by file and key, with a remedy.
 */
export function parseVocabularyFile<Schema extends z.ZodType>(
  schema: Schema,
  json: string,
  file: string,
): z.output<Schema> {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch (cause) {
    throw new AscribeError('vocabulary-json', `${file} is not JSON: ${String(cause)}`, 'mend the file', cause)
  }
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const key = issue.path.map(String).join(' > ')
  throw new AscribeError(
    'vocabulary-entry',
    `${file}: '${key || 'the file'}': ${issue.message}`,
    `mend the entry '${key}' of ${file}`,
  )
}
