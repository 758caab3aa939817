import { COMPASS, directionIn } from './compass.ts'
import { AT, type PlaceRelation } from './PlaceRelation.ts'
import type { Measure, Surroundings } from './Surroundings.ts'

/** What may stand between the word that relates and the name: "near the Libyan coastal town of Zuwara". */
const KIND =
  '(?:town|city|village|hamlet|capital|port|camp|base|airport|suburb|district|province|region|island|river|resort|stronghold|enclave|settlement|neighbourhood|neighborhood|oasis|crossing)'
const FILLER = `(?:(?:the|a|an|its|their|(?:north|south|east|west|northeast|northwest|southeast|southwest)ern|central|remote|small|tiny|coastal|border|main|besieged|island|port|capital|seaside|provincial|regional|old|key|rebel-held|nearby|${KIND}|\\p{Lu}[\\p{L}'’-]*(?:n|i|ese|ish|ch)) ){0,5}(?:${KIND}s? (?:of )?)?`
const pattern = (words: string): RegExp => new RegExp(`(?:^| )(${words}) ${FILLER}$`, 'u')

/** "near X", "on the outskirts of X", "not far from X" */
const NEAR = pattern(
  'near|nearby|outside|just outside|close to|not far from|far from|a short (?:way|walk|drive|distance) from|in the vicinity of|within sight of|within (?:striking|walking) distance of|on the (?:\\p{L}+ )?(?:outskirts|edge|edges|fringes|approaches) of|at the (?:gates|edge|entrance|outskirts) of|(?:hills|mountains|villages|countryside|areas?|farms|fields|desert|forests?|suburbs) (?:around|surrounding|above|outside)|short of|adjacent to|next to|beside|overlooking',
)
/** "the village of X outskirts", "Mosul's outskirts" */
const OUTSKIRTS_AFTER = /^(?:['’]s )?(?:\p{L}+ern )?(?:outskirts|hinterland|countryside|environs|surroundings) /u
/** "south of X", "to the north-east of X" */
const BESIDE = pattern(`${COMPASS} of`)
/** "in the north of X" is a part of it, and so is "northern X". */
const PART = new RegExp(
  `(?:(?<!(?:^| )to )the (?:far |extreme |deep )?(${COMPASS}|centre|center|middle|heart) of (?:the )?|(?:^| )(?:far |deep )?(${COMPASS}ern(?:most)?|central|upper|lower) (?:parts? of |half of )?(?:the )?)$`,
  'iu',
)
/** "between X and Y", "the road linking X and Y", "on the way from X to Y" */
const BETWEEN = pattern('(?:mid-?way |half-?way |somewhere )?(?:in )?between|links|linking|connects|connecting|joining')
const FROM_TO = new RegExp(
  `(?:^| )(?:road|highway|route|motorway|railway|train|rail line|way|bus|trail|track)s? (?:\\p{L}+ )?from ${FILLER}$`,
  'u',
)
const AND = new RegExp(`^(?:and|to|with) ${FILLER}$`, 'u')
/** "the Erbil–Makhmur highway", "the Beirut to Damascus road" */
const JOINED = /^(?:-|–|—|\/|to|and)? ?$/u
const ROAD_AFTER = /^(?:\p{Ll}+ )?(?:road|highway|route|motorway|railway|corridor|expressway|rail line|pipeline) /u
/** "off the coast of X", "off X", "offshore from X" */
const OFF = pattern(
  `off(?: the)?(?: ${COMPASS}(?:ern)?)?(?: coasts?| shores?| coastline)?(?: of| from)?|offshore from|in (?:the )?waters? (?:off|near)|off the (?:\\p{L}+ )?(?:coasts?|shores?) (?:of|near)`,
)
const COAST_AFTER = /^(?:['’]s )?(?:\p{Ll}+ ){0,2}(?:coast|coastline|shores?|shoreline|seaboard) /u
const ON_COAST = pattern(
  `(?:on|along|down|up|across) the (?:\\p{L}+ )?(?:coast|coastline|shores?|shoreline|seaboard)(?: of| near| from| ${COMPASS} of)`,
)
const INLAND = pattern('inland (?:from|of)|in the (?:hinterland|interior|hills) (?:of|behind)')
const RIVER = pattern(
  '(?:upriver|upstream|downriver|downstream) (?:from|of)|on the banks? of|along the banks? of|along|on the shores? of',
)
/** Words between a distance and the place that it is measured from: "60 miles north-east of X", "30 km away from X". */
const FROM = new RegExp(
  `^((?:\\) |, |(?:away|by road|by sea|or so|upriver|upstream|downstream|inland|offshore|further|deep|outside|(?:to the )?(?:due )?(?:${COMPASS})(?:ern|wards?)?) )*(?:of|from|off|outside|inside|beyond|above|below|up|down|short of|within|(?:off|from) (?:the )?(?:${COMPASS}(?:ern)? )?(?:coast|shore|shores) of)) ${FILLER}$`,
  'u',
)

/** A name that only says of which country the place named next is: "the Libyan coastal town of". */
const HEADED = /^(?:\p{Ll}+ ){0,3}(?:town|city|village|capital|port|province|region|district|camp|island)s? of $/u

/** What may follow a name and relate: "Mosul's outskirts", "the Homs–Palmyra road". */
const AFTER =
  /outskirts|hinterland|countryside|environs|surroundings|coast|shore|seaboard|road|highway|route|way|corridor|line /

/** Reads from the words around a name how what is told is related to that place. */
export function relationOf(around: Surroundings, index: number): PlaceRelation {
  const before = around.beforeRange(index)
  const after = around.afterRange(index)
  // Most places: "in Mosul".
  if (before.endsWith(' in ') && !AFTER.test(after)) return AT
  // In "near the Libyan town of Zuwara" it is Zuwara that is near.
  const toNext = around.between(index, index + 1)
  if (toNext !== undefined && HEADED.test(toNext)) return AT

  const measure = around.measureBefore(around.ranges[index].from)
  const from = measure && FROM.exec(measure.between)
  if (measure && from) return atDistance(measure, from[1], after)

  const first = pairAt(around, index)
  if (first) return { ...first, other: index + 1 }
  const second = index > 0 ? pairAt(around, index - 1) : undefined
  if (second) return { ...second, other: index - 1, partOf: index - 1 }

  const inland = INLAND.exec(before)
  if (inland) return { relation: 'inland' }
  const shore = ON_COAST.exec(before)
  if (shore) return { relation: 'along', line: 'coast', ...towards(shore[1]) }
  if (COAST_AFTER.test(after)) {
    const off = /(?:^| )off (?:the )?$/.test(before)
    return { relation: off ? 'off' : 'along', line: 'coast', ...towards(COAST_WORDS.exec(after)?.[0]) }
  }
  const off = OFF.exec(before)
  if (off && !PUT_OFF.test(before)) return { relation: 'off', line: 'coast', ...towards(off[1]) }
  const part = PART.exec(before)
  if (part) return { relation: 'part', ...towards(part[1] ?? part[2]) }
  const beside = BESIDE.exec(before)
  if (beside) return { relation: 'near', ...towards(beside[1]) }
  if (NEAR.test(before) || OUTSKIRTS_AFTER.test(after)) return { relation: 'near' }
  if (RIVER.test(before)) return { relation: 'along' }
  return isListed(around, index) ? { relation: 'near' } : AT
}

/** "cut off X", "set off X" are no "off X". */
const PUT_OFF =
  /(?:^| )(?:cut|cutting|took|take|taken|set|sets|pull|pulled|break|broke|broken|laid|paid|call|called|fight|fought|drove|seal|sealed|split) off (?:the )?$/
const COAST_WORDS = /^(?:\S+ ){0,3}?(?=coast|shore|seaboard)/

/** "the road between X and Y", "the X–Y highway": whether a place and the next are the two ends of one stretch. */
function pairAt(around: Surroundings, index: number): PlaceRelation | undefined {
  const between = around.between(index, index + 1)
  if (between === undefined) return undefined
  const before = around.beforeRange(index)
  if (BETWEEN.test(before) && /^(?:and|with) /.test(between) && AND.test(between)) {
    return { relation: 'between', ...(/(?:link|connect)/.test(before.slice(-40)) ? { line: 'road' } : {}) }
  }
  if (FROM_TO.test(before) && /^to /.test(between) && AND.test(between)) return { relation: 'between', line: 'road' }
  if (
    JOINED.test(between) &&
    between.trim() !== 'and' &&
    between !== '' &&
    ROAD_AFTER.test(around.afterRange(index + 1))
  )
    return { relation: 'between', line: 'road' }
  return undefined
}

/** "near X and Y": both are. */
function isListed(around: Surroundings, index: number): boolean {
  const between = index > 0 ? around.between(index - 1, index) : undefined
  return (between === 'and ' || between === 'or ') && NEAR.test(around.beforeRange(index - 1))
}

function atDistance({ km, bound }: Measure, link: string, after: string): PlaceRelation {
  const coast = /(?:^| )(?:off|coast|shores?|offshore)(?: |$)/.test(link) || COAST_AFTER.test(after)
  return {
    relation: 'distance',
    distanceKm: km,
    ...(bound === undefined ? {} : { distanceBound: bound }),
    ...towards(link),
    // "10 km inside Tunisia" is measured from its border.
    ...(coast ? { line: 'coast' as const } : /(?:^| )inside$/.test(link) ? { line: 'border' as const } : {}),
  }
}

function towards(words: string | undefined): Pick<PlaceRelation, 'direction'> {
  const direction = directionIn(words ?? '')
  return direction === undefined ? {} : { direction }
}
