import { haveBorder } from '../../geography/countryShapes.ts'
import { COMPASS, directionIn } from './compass.ts'
import type { PlaceRelation } from './PlaceRelation.ts'
import type { Surroundings } from './Surroundings.ts'

const BORDER = '(?:border|frontier|boundary)(?:lands?|line| line| area| region| zone)?s?'
/** "border guards", "the border town of" are people and towns. */
const NO_BORDER =
  '(?! (?:guards?|police|officials?|officers?|patrols?|agents?|force|forces|troops|authorit|post|posts|town|towns|village|city|villages|crossing|control|dispute|clash|province|district|state|and customs))'
/** "Syria's border with", "the Syrian side of the border with" */
const WITH = new RegExp(`^(?:['’]s? )?(?:\\S+ ){0,3}${BORDER} (?:with|to|and) (?:the |neighbou?ring ){0,2}$`, 'u')
/** "the Turkish-Syrian border" */
const AFTER = new RegExp(
  `^(?:['’]s? )?(?:(?:${COMPASS}ern|long|porous|shared|land|common|disputed|mountainous|desert|sea) ){0,2}${BORDER} `,
  'u',
)
const GUARDED = new RegExp(`^(?:['’]s? )?(?:\\S+ )?border${NO_BORDER.replace('(?! ', '(?= ')}`, 'u')
const JOINED = /^(?:-|–|—|\/|and|or)? ?$/u
/** "the border between X and Y", "the border with X", "the border of X" */
const BETWEEN = new RegExp(`(?:^| )${BORDER} (?:between|separating|dividing|of) (?:the )?$`, 'u')
const BESIDE = new RegExp(`(?:^| )${BORDER} (?:with|to) (?:the |neighbou?ring ){0,2}$`, 'u')
/** The words of the phrase itself, before which stands how it is related: "60 miles from the long". */
const DETERMINED =
  /(?:(?:the|a|its|their|both|long|porous|shared|remote|mountainous|entire|side of|sides of|\p{L}+ern) )+$/iu
const NEAR = /(?:^| )(?:near|close to|not far from|towards?|short of|next to|outside|by) $/u
const FROM = new RegExp(
  `^(?:\\) |, |(?:away|inland|or so|(?:to the )?(?:due )?${COMPASS}) )*(?:of|from|off|inside|within|short of) $`,
  'u',
)

/** What is known of the places of a report: which of them are countries, and in which country each lies. */
export interface Lands {
  readonly countryAt: (index: number) => string | undefined
  readonly countryIn: (index: number) => string | undefined
}

/**
 * Countries told by their borders: "along the Turkish-Syrian border", "60 miles from the Tunisian border", "straddles the
 * border with Cameroon". A border has two sides; where one alone is named, the other is the country of the report that shares it.
 */
export function borderRelations(
  around: Surroundings,
  { countryAt, countryIn }: Lands,
): ReadonlyMap<number, PlaceRelation> {
  const found = new Map<number, PlaceRelation>()
  const { ranges } = around
  for (let i = 0; i < ranges.length; i++) {
    const country = countryAt(i)
    if (country === undefined || found.has(i) || !around.speaksOfBorder(ranges[i].from)) continue
    const pair = pairFrom(around, i)
    const next = pair === undefined ? undefined : countryAt(i + 1)
    if (pair !== undefined && next !== undefined && next !== country) {
      found.set(i, { ...relatedBy(around, pair), other: i + 1 })
      found.set(i + 1, { ...relatedBy(around, pair), other: i, partOf: i })
      continue
    }
    const at = singleFrom(around, i)
    if (at === undefined) continue
    const other = neighbourOf(country, i, countryIn, ranges.length)
    found.set(i, { ...relatedBy(around, at), ...(other === undefined ? {} : { otherCountry: other }) })
  }
  return found
}

/** Where the phrase of a border that this place and the next one name begins. */
function pairFrom(around: Surroundings, i: number): number | undefined {
  const between = around.between(i, i + 1)
  if (between === undefined) return undefined
  const { from } = around.ranges[i]
  if (JOINED.test(between) && AFTER.test(around.afterRange(i + 1)) && !GUARDED.test(around.afterRange(i + 1)))
    return from
  if (WITH.test(between)) return from
  const before = BETWEEN.exec(around.beforeRange(i))
  if (before && /^and (?:the )?$/.test(between)) return from - before[0].trim().split(' ').length
  return undefined
}

function singleFrom(around: Surroundings, i: number): number | undefined {
  const { from } = around.ranges[i]
  if (AFTER.test(around.afterRange(i)) && !GUARDED.test(around.afterRange(i))) return from
  const before = around.beforeRange(i)
  const beside = BESIDE.exec(before) ?? BETWEEN.exec(before)
  return beside ? from - beside[0].trim().split(' ').length : undefined
}

/** How what is told is related to the border whose phrase begins at a token. */
export function relatedBy(around: Surroundings, at: number): PlaceRelation {
  const before = around.before(at)
  const [own] = DETERMINED.exec(before) ?? ['']
  const length = own.trim() === '' ? 0 : own.trim().split(' ').length
  const measure = around.measureBefore(at - length)
  const link = measure && FROM.exec(measure.between)
  if (measure && link) {
    const direction = directionIn(link[0])
    return {
      relation: 'distance',
      line: 'border',
      distanceKm: measure.km,
      ...(measure.bound === undefined ? {} : { distanceBound: measure.bound }),
      ...(direction === undefined ? {} : { direction }),
    }
  }
  return { relation: NEAR.test(before.slice(0, before.length - own.length)) ? 'near' : 'along', line: 'border' }
}

/** The nearest other country of the report that shares a border with this one: of a place named before it, or else after it. */
export function neighbourOf(
  country: string,
  index: number,
  countryIn: Lands['countryIn'],
  size: number,
): string | undefined {
  const neighbour = (i: number): string | undefined => {
    const other = countryIn(i)
    return other !== undefined && other !== country && haveBorder(country, other) ? other : undefined
  }
  for (let i = index - 1; i >= 0; i--) if (neighbour(i)) return neighbour(i)
  for (let i = index + 1; i < size; i++) if (neighbour(i)) return neighbour(i)
  return undefined
}
