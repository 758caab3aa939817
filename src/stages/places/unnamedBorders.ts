import type { TokenRange } from '../../document/Layers.ts'
import { haveBorder } from '../../geography/countryShapes.ts'
import { type Lands, neighbourOf, relatedBy } from './borderRelations.ts'
import type { PlaceRelation } from './PlaceRelation.ts'
import type { Surroundings } from './Surroundings.ts'

/** "the border" that a report means without naming it, and how what is told is related to it. */
export interface UnnamedBorder extends TokenRange {
  readonly country: string
  readonly relation: PlaceRelation
}

/** What makes a place of it: "60 miles from the border", "straddles the border"; but not "the border was closed". */
const ALONG = /(?:^| )(?:along|straddl\p{L}+|astride|near|close to|not far from) (?:both sides of )?the $/u
const AFTER =
  /^(?:with|between|of|guards?|police|town|towns|village|city|post|posts|crossing|patrols?|officials?|force|forces|agents?|wall|fence|dispute)$/

/**
 * "60 miles from the border" in a report from Libya that also speaks of Tunisia: the border of the country where it plays, with
 * the one that the report names beside it.
 */
export function unnamedBorders(around: Surroundings, lands: Lands): UnnamedBorder[] {
  const { text, ranges } = around
  const { tokens } = text
  const found: UnnamedBorder[] = []
  for (let i = 1; i < tokens.length; i++) {
    if (tokens[i].text !== 'border' || tokens[i - 1].text !== 'the') continue
    if (tokens[i].sentence !== tokens[i - 1].sentence || AFTER.test(tokens[i + 1]?.text ?? '')) continue
    if (ranges.some(({ from, to }) => from <= i && i < to)) continue
    const relation = relatedBy(around, i - 1)
    if (relation.relation !== 'distance' && !ALONG.test(around.before(i))) continue
    const sides = sidesAt(around, i, lands)
    if (sides) found.push({ from: i - 1, to: i + 1, country: sides[0], relation: { ...relation, ...other(sides[1]) } })
  }
  return found
}

const other = (country: string | undefined): Pick<PlaceRelation, 'otherCountry'> =>
  country === undefined ? {} : { otherCountry: country }

/** The country of the last place named before, and its neighbour among those that the report names. */
function sidesAt(
  { ranges }: Surroundings,
  token: number,
  { countryIn }: Lands,
): [country: string, other: string | undefined] | undefined {
  const next = ranges.findIndex(({ from }) => from > token)
  const before = next < 0 ? ranges.length : next
  for (let i = before - 1; i >= 0; i--) {
    const country = countryIn(i)
    if (country === undefined || !haveBorder(country)) continue
    return [country, neighbourOf(country, before, countryIn, ranges.length)]
  }
  return undefined
}
