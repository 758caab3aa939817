import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { TermBody, type Terms } from './contract/Terms.ts'

const FOLDER = join(import.meta.dirname, '..', '..', 'vocabulary')

/** Labels and definitions of every file of the folder `vocabulary/` that holds terms; lists of words have none. */
export function openTerms(): Terms {
  const terms: Terms = {}
  for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.json'))) {
    const entries: unknown = JSON.parse(readFileSync(join(FOLDER, file), 'utf8'))
    if (typeof entries !== 'object' || entries === null || Array.isArray(entries)) continue
    const labelled = Object.entries(entries).flatMap(([key, entry]) => {
      const term = TermBody.safeParse(entry)
      return term.success ? [[key, term.data] as const] : []
    })
    if (labelled.length > 0) terms[file.replace(/\.json$/, '')] = Object.fromEntries(labelled)
  }
  return terms
}
