import type { Direction } from '../../model/Place.ts'

/** The words of a direction, without what they may end in: "north", "northeast" in any spelling. */
export const COMPASS = '(?:north|south|east|west|northeast|northwest|southeast|southwest)'

const SHORT: Readonly<Record<string, Direction>> = {
  north: 'N',
  south: 'S',
  east: 'E',
  west: 'W',
  northeast: 'NE',
  northwest: 'NW',
  southeast: 'SE',
  southwest: 'SW',
  central: 'C',
  centre: 'C',
  center: 'C',
  middle: 'C',
  heart: 'C',
}

/** "north - east", "north-east" and "north east" as one word, "northeast". */
export const joinCompass = (words: string): string =>
  words.replace(/\b(north|south)[ -]+(?:- )?(east|west)(?=ern|erly|ward|\b)/gi, '$1$2')

/** The last direction that the words name: "to the north-east of", "northern", "in the heart of". */
export function directionIn(words: string): Direction | undefined {
  const found = [
    ...joinCompass(words.toLowerCase()).matchAll(
      /\b(northeast|northwest|southeast|southwest|north|south|east|west|central|centre|center|middle|heart)(?:ern|ernmost|erly|wards?)?\b/g,
    ),
  ].at(-1)
  return found && SHORT[found[1]]
}
