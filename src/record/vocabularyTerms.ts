import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { TermValue } from '../model/Value.ts'
import { Property } from '../vocabulary/Property.ts'
import { parseVocabularyFile } from '../vocabulary/parseVocabularyFile.ts'

const FOLDER = new URL('../../vocabulary/', import.meta.url)
const Labelled = z.object({ label: z.string() })
let terms: Record<string, Property> | undefined
const labels = new Map<string, Record<string, { label: string }>>()

const read = <T>(file: string, schema: z.ZodType<T>): Record<string, T> =>
  parseVocabularyFile(z.record(z.string(), schema), readFileSync(new URL(file, FOLDER), 'utf8'), `vocabulary/${file}`)

/** The properties of the vocabulary by key, read when first asked for. */
function properties(): Record<string, Property> {
  terms ??= read('properties.json', Property)
  return terms
}

/** True where two values of a property are rivals; those that the vocabulary does not know may have many. */
export const isSingleProperty = (key: string): boolean => (properties()[key]?.values ?? 'many') !== 'many'

/** A property in words: "number of perpetrators". */
export const propertyLabel = (key: string): string => properties()[key]?.label ?? key.replaceAll('-', ' ')

/** A term in words: "posted online" for the claim mode `website`. */
export function termLabel({ vocabulary, key }: TermValue): string {
  const isValued = Object.values(properties()).some((property) => property.vocabulary === vocabulary)
  if (!isValued) return key.replaceAll('-', ' ')
  if (!labels.has(vocabulary)) labels.set(vocabulary, read(`${vocabulary}.json`, Labelled))
  return labels.get(vocabulary)?.[key]?.label ?? key.replaceAll('-', ' ')
}
