import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { Property } from '../vocabulary/Property.ts'
import { parseVocabularyFile } from '../vocabulary/parseVocabularyFile.ts'

const FILE = new URL('../../vocabulary/properties.json', import.meta.url)
let terms: Record<string, Property> | undefined

/** The properties of the vocabulary by key, read when first asked for. */
function properties(): Record<string, Property> {
  terms ??= parseVocabularyFile(
    z.record(z.string(), Property),
    readFileSync(FILE, 'utf8'),
    'vocabulary/properties.json',
  )
  return terms
}

/** True where two values of a property are rivals; those that the vocabulary does not know may have many. */
export const isSingleProperty = (key: string): boolean => (properties()[key]?.values ?? 'many') !== 'many'

/** A property in words: "number of perpetrators". */
export const propertyLabel = (key: string): string => properties()[key]?.label ?? key.replaceAll('-', ' ')
