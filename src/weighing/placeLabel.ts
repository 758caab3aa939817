import type { Direction, Place } from '../model/Place.ts'

const NOUNS: Readonly<Record<Direction, string>> = {
  N: 'north',
  NE: 'north-east',
  E: 'east',
  SE: 'south-east',
  S: 'south',
  SW: 'south-west',
  W: 'west',
  NW: 'north-west',
  C: 'middle',
}
const BOUNDS = { about: 'about ', 'at-most': 'within ', 'at-least': 'more than ' } as const

/** A place in words: "about 60 km north-east of Mosul", "off the coast of Libya", "between Homs and Aleppo". */
export function placeLabel(place: Place): string {
  const { name, relation, direction, line, other } = place
  switch (relation) {
    case 'at':
      return name
    case 'part':
      return partLabel(name, direction)
    case 'distance':
      return distanceLabel(place)
    case 'near':
      if (line === 'border') return `near ${borderLabel(place)}`
      return direction === undefined ? `near ${name}` : `${NOUNS[direction]} of ${name}`
    case 'between':
      if (other === undefined) return `between ${name} and another place`
      return `${line === 'road' ? 'on the road ' : ''}between ${name} and ${other.name}`
    case 'along':
      if (line === 'border') return `along ${borderLabel(place)}`
      if (line === 'coast') return `on the ${coastLabel(place)}`
      return `along ${name}`
    case 'off':
      return `off the ${coastLabel(place)}`
    case 'inland':
      return `inland from ${name}`
  }
}

function distanceLabel(place: Place): string {
  const { name, distanceKm = 0, distanceBound, direction, line } = place
  const far = `${distanceBound === undefined ? '' : BOUNDS[distanceBound]}${distanceKm < 10 ? Math.round(distanceKm * 10) / 10 : Math.round(distanceKm)} km`
  if (line === 'border') return `${far} from ${borderLabel(place)}`
  if (line === 'coast') return `${far} off the ${coastLabel(place)}`
  return direction === undefined
    ? `${far} ${distanceBound === 'at-most' ? 'of' : 'from'} ${name}`
    : `${far} ${NOUNS[direction]} of ${name}`
}

function partLabel(name: string, direction: Direction | undefined): string {
  if (direction === undefined) return name
  const adjective = direction === 'C' ? 'central' : `${NOUNS[direction].replace('-', '')}ern`
  return name.toLowerCase().startsWith(adjective) ? name : `${adjective} ${name}`
}

/** "the Turkey–Syria border" */
const borderLabel = ({ name, other }: Place): string =>
  other === undefined ? `the border of ${name}` : `the ${name}–${other.name} border`

const coastLabel = ({ name, direction }: Place): string =>
  `${direction === undefined || direction === 'C' ? '' : `${NOUNS[direction]} `}coast of ${name}`
