import type { NamedPlace, Place } from '../model/Place.ts'
import type { Value } from '../model/Value.ts'
import { nameKey } from './nameKey.ts'

/** Two values with one key are one position. Words differ where the value does not: "twenty-two" and "22" are one. */
export function valueKey(value: Value): string {
  switch (value.type) {
    case 'text':
      return `text ${nameKey(value.text) || value.text}`
    case 'entity':
      return `entity ${value.entity}`
    case 'incident':
      return `incident ${value.incident}`
    case 'place':
      return placeKey(value)
    case 'interval':
      return value.edtf === '' ? `phrase ${nameKey(value.phrase)}` : `interval ${value.edtf}`
    case 'count':
      return `count ${value.low} ${value.best} ${value.high ?? 'or more'} ${nameKey(value.of ?? '')}`
    case 'distance':
      return `distance ${value.km.toPrecision(3)} ${nameKey(value.from ?? '')}`
    case 'term':
      return `term ${value.vocabulary} ${value.key}`
  }
}

/** "between Homs and Aleppo" is "between Aleppo and Homs", and so with borders. */
function placeKey(place: Place): string {
  const { relation, direction = '', distanceKm = '', distanceBound, line = '', other } = place
  const bound = distanceBound === 'at-most' || distanceBound === 'at-least' ? distanceBound : ''
  const ends = [place, ...(other === undefined ? [] : [other])].map(endKey).sort()
  return ['place', ...ends, relation, direction, line, distanceKm, bound].join(' ').trim()
}

const endKey = ({ geonameId, name }: NamedPlace): string => String(geonameId ?? nameKey(name))
