import type { Count, Value } from '../model/Value.ts'
import { placeLabel } from './placeLabel.ts'

/** A value in words that a person reads; `nameOf` gives the name of an entity or the label of an incident. */
export function valueLabel(value: Value, nameOf: (id: string) => string | undefined): string {
  switch (value.type) {
    case 'text':
      return value.text
    case 'entity':
      return nameOf(value.entity) ?? 'unknown'
    case 'incident':
      return nameOf(value.incident) ?? 'another incident'
    case 'place':
      return placeLabel(value)
    case 'interval':
      if (value.edtf === '') return `“${value.phrase}”`
      return value.phrase === '' || value.phrase === value.edtf ? value.edtf : `${value.edtf} (“${value.phrase}”)`
    case 'count':
      return countLabel(value)
    case 'distance':
      return value.words === ''
        ? `${value.km} km`
        : `${value.words}${value.from === undefined ? '' : ` from ${value.from}`}`
    case 'term':
      return value.key.replaceAll('-', ' ')
  }
}

/** "22 tourists"; where the words set no exact number, the words with their bounds: "several hundred (200 to 900)". */
function countLabel({ low, best, high, words, of }: Count): string {
  const counted = of === undefined || words.toLowerCase().includes(of.toLowerCase()) ? '' : ` ${of}`
  if (low === best && best === high) return `${best}${of === undefined ? '' : ` ${of}`}`
  return `${words}${counted} (${high === null ? `${low} or more` : `${low} to ${high}`})`
}
