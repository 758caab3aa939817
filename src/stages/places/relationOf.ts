import type { Quantity, TokenRange } from '../../document/Layers.ts'
import type { Place } from '../../model/Value.ts'
import type { PlaceText } from './PlaceText.ts'

/** How what happens is related to the place named. */
export interface PlaceRelation {
  readonly relation: Place['relation']
  readonly distanceKm?: number
}

const AT: PlaceRelation = { relation: 'at' }

/** What may stand between the word that relates and the name: "near the Libyan coastal town of Zuwara". */
const FILLER =
  "(?:(?:the|a|its|their|northern|southern|eastern|western|central|remote|small|coastal|border|main|besieged|\\p{Lu}[\\p{L}'’-]*(?:n|i|ese|ish|ch)) ){0,4}(?:(?:town|city|village|capital|port|border|camp|airport|suburb|district|province|island|river|outskirts|edge)s? (?:of |with |between )?)?"

/** "near X", "on the outskirts of X", "not far from X" */
const NEAR = new RegExp(
  `(?:^| )(?:near|nearby|outside|just outside|close to|not far from|in the vicinity of|on the (?:outskirts|edge) of|adjacent to|next to) ${FILLER}$`,
  'iu',
)
/** "between X and Y": both are named by it. */
const BETWEEN = new RegExp(`(?:^| )(?:between|midway between|halfway between) ${FILLER}$`, 'iu')
const AND = /^(?:,|and)$/i
/** "along the X border", "straddles the border with X", "on the border between X and Y" */
const ALONG = new RegExp(
  `(?:^| )(?:along|straddl\\p{L}+|astride|running|runs|stretch\\p{L}*)(?: along| across| of)? ${FILLER}$`,
  'iu',
)
const BORDER_WITH =
  /(?:^| )(?:along|on|across|straddl\p{L}+|near) (?:(?:the|its|their|\p{L}+) ){0,3}(?:border|frontier|boundary)(?: line)? (?:with|of|between) (?:the )?$/iu
const BORDER = /^(?:border|frontier|boundary|coast|coastline|shore|shoreline|river|railway|highway|road)$/i
/** Words between a distance and the place that it is measured from: "60 miles north-east of X", "30 km away from X". */
const FROM =
  /^(?:\)|away|by road|or so|inland|offshore|outside|(?:to the )?(?:due )?(?:north|south|east|west|northeast|northwest|southeast|southwest|north-east|north-west|south-east|south-west)(?:ern)?|north - east|south - east|north - west|south - west| )*(?: ?(?:of|from|off|outside|inside|beyond|above|below|up|down))? (?:the (?:\p{L}+ ){0,2}|)$/iu

/** A name that only says of which country the place named next is: "the Libyan coastal town of". */
const HEADED = /^(?:\p{Ll}+ ){0,3}(?:town|city|village|capital|port|province|region|district|camp|island)s? of /u

/** Reads from the words before a name how what is told is related to that place. */
export function relationOf(
  text: PlaceText,
  ranges: readonly TokenRange[],
  index: number,
  quantities: readonly Quantity[],
): PlaceRelation {
  const { from, to } = ranges[index]
  const { tokens, sentences } = text
  const begin = sentences[tokens[from].sentence].from
  const end = sentences[tokens[from].sentence].to
  const words = (a: number, b: number): string =>
    tokens
      .slice(Math.max(begin, a), Math.min(b, end))
      .map(({ text: word }) => word)
      .join(' ')
  const before = `${words(from - 12, from)} `
  const after = tokens[to]?.sentence === tokens[from].sentence ? tokens[to].text : ''

  const measure = quantities.findLast(
    ({ value, from: start, to: end }) => value.type === 'distance' && start >= begin && end <= from && from - end <= 9,
  )
  if (measure?.value.type === 'distance') {
    const between = ` ${words(measure.to, from)} `.replace(/ +/g, ' ').trimStart()
    if (
      between !== '' &&
      FROM.test(between) &&
      /(?:of|from|off|outside|inside|beyond|above|below|up|down) /i.test(between)
    ) {
      return { relation: 'distance', distanceKm: measure.value.km }
    }
  }
  if (BETWEEN.test(before)) return { relation: 'between' }
  const past = ranges[index - 1]
  if (past && past.from >= begin && from - past.to <= 2 && AND.test(tokens[from - 1].text)) {
    if (BETWEEN.test(`${words(past.from - 8, past.from)} `)) return { relation: 'between' }
    if (NEAR.test(`${words(past.from - 8, past.from)} `) && from - past.to === 1) return { relation: 'near' }
  }
  if (BORDER_WITH.test(before) || (BORDER.test(after) && ALONG.test(before))) return { relation: 'along' }
  if (/(?:^| )along (?:the )?$/i.test(before)) return { relation: 'along' }
  // In "near the Libyan town of Zuwara" it is Zuwara that is near.
  if (NEAR.test(before) && !HEADED.test(`${words(to, to + 5)} `)) return { relation: 'near' }
  return AT
}
