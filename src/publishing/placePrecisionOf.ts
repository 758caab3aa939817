import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Place } from '../model/Place.ts'
import { PlacePrecisionTerm, precisionTermOf } from '../vocabulary/PlacePrecisionTerm.ts'
import { parseVocabularyFile } from '../vocabulary/parseVocabularyFile.ts'

const FILE = new URL('../../vocabulary/place-precisions.json', import.meta.url)
let terms: ReadonlyMap<string, PlacePrecisionTerm> | undefined

/** How exactly a place is known, by the vocabulary: the key of the term, and the codes of other codebooks. */
export function placePrecisionOf(
  place: Place,
): { readonly key: string; readonly codes: PlacePrecisionTerm['codes'] } | undefined {
  terms ??= new Map(
    Object.entries(
      parseVocabularyFile(
        z.record(z.string(), PlacePrecisionTerm),
        readFileSync(FILE, 'utf8'),
        'vocabulary/place-precisions.json',
      ),
    ),
  )
  const key = precisionTermOf(place, terms)
  const term = key === undefined ? undefined : terms.get(key)
  return key === undefined || term === undefined ? undefined : { key, codes: term.codes }
}
