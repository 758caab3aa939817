import { markOf } from '../../document/Clauses.ts'
import type { PlaceAnnotation, Time } from '../../document/Layers.ts'
import type { Candidate, CandidateAt } from './Candidate.ts'
import { agreeInTime } from './dateBounds.ts'
import { dayBefore } from './dayBefore.ts'
import { compatible } from './linkMentions.ts'
import { isSupported } from './nounArguments.ts'
import type { Scene } from './Scene.ts'

const AREA =
  /^(region|province|district|city|town|village|state|department|area|outskirts|suburb|center|centre|north|south|east|west|municipality|neighbou?rhood|part|capital|port|island|county)$/
const REPORTING = new Set([
  'say',
  'tell',
  'report',
  'announce',
  'state',
  'claim',
  'add',
  'warn',
  'confirm',
  'deny',
  'note',
  'declare',
  'disclose',
  'reveal',
  'according',
  'write',
  'quote',
  'describe',
  'believe',
  'think',
  'doubt',
  'regard',
])
const FINENESS = { site: 6, town: 5, admin2: 4, admin1: 3, country: 2, region: 1, unknown: 0 } as const

/**
 * Gives every candidate its times and places: an expression belongs to the first trigger above it in the tree, to what
 * stands under the same verb where that verb is no trigger, and otherwise to the only candidate of the sentence.
 *
 *     On Monday police said a bomb had exploded in a bar on Sunday.
 *     ^-------^ "said"                          ^----------------^ "exploded"
 */
export function placeInTime(scene: Scene, candidates: readonly Candidate[], at: CandidateAt): void {
  const bySentence = new Map<number, Candidate[]>()
  for (const candidate of candidates) {
    bySentence.set(candidate.sentence, [...(bySentence.get(candidate.sentence) ?? []), candidate])
  }
  for (const [sentence, group] of bySentence) {
    const times = scene.timesIn(sentence).filter(isMoment)
    for (const time of times) {
      if (isBound(scene, time)) continue
      const owner = ownerOf(scene, headOf(scene, time), at, group, false)
      if (owner) owner.times = [...owner.times, time]
    }
    for (const place of scene.placesIn(sentence)) {
      const owner = ownerOf(scene, headOf(scene, place), at, group, true)
      if (owner) owner.places = [...owner.places, place]
    }
    share(scene, group, at)
  }
  for (const candidate of candidates) {
    if (candidate.times.length === 0) candidate.times = countedBack(scene, candidate)
    candidate.places = finest(candidate.places)
    candidate.times = agreeing(scene, candidate)
  }
}

/** Dates and clock times that say when; "now", "for three years" and "every week" do not. */
const isMoment = ({ type, value, edtf }: Time): boolean =>
  (type === 'DATE' || type === 'TIME') && edtf !== '' && !/^(PRESENT|PAST|FUTURE)_REF$/.test(value)

/** "the worst since 1956", "before 2010": the end of a stretch, not when it happened. */
function isBound(scene: Scene, time: Time): boolean {
  const { trees } = scene
  // "a 1981 Chevrolet"
  // … or "their summer holidays"
  if (/^\d{4}(-2[1-4])?$/.test(time.edtf) && /^(amod|compound|nummod)$/.test(trees.plainRelation(headOf(scene, time))))
    return true
  for (let i = headOf(scene, time), steps = 0; i >= 0 && steps < 2; i = trees.head(i), steps++) {
    if (
      /^(since|until|till)$/.test(markOf(scene.trees, i)) ||
      /^(since|until|till)$/.test(i > 0 ? trees.lower(trees.left(i)) : '')
    )
      return true
  }
  for (let i = time.from - 1; i >= Math.max(0, time.from - 4); i--) if (trees.lower(i) === 'since') return true
  return false
}

/**
 * "Ten days after the attack, the port is still closed": told in the present, the day of publication is ten days after it.
 */
function countedBack(scene: Scene, { match: { token }, sentence }: Candidate): readonly Time[] {
  const { trees, document } = scene
  const { published } = document.report
  const time = scene
    .timesIn(sentence)
    .find(({ type, to }) => type === 'DURATION' && to < token && token - to < 12 && trees.lower(to) === 'after')
  if (time === undefined || published === undefined) return []
  const length = /^P(\d+)([DWMY])$/.exec(time.value)
  const { to: end } = document.get('sentences')[sentence]
  let finite = token + 1
  while (finite < end && !/^VB[DZP]$/.test(trees.tags[finite].xpos)) finite++
  const present = finite < end && trees.tags[finite].xpos !== 'VBD'
  if (length === null || !present) return []
  const edtf = dayBefore(published.slice(0, 10), Number(length[1]), length[2] as 'D' | 'W' | 'M' | 'Y')
  return [
    {
      ...time,
      type: 'DATE',
      edtf,
      anchor: { kind: 'published', value: published.slice(0, 10) },
      by: 'rule:incidents/counted-back',
    },
  ]
}

/** Of times that cannot all be true, the one nearest in the tree. */
function agreeing(scene: Scene, { times, match: { token } }: Candidate): readonly Time[] {
  if (times.length < 2) return times
  const steps = (time: Time): number => {
    let count = 0
    for (let i = headOf(scene, time); i >= 0 && i !== token && count < 50; i = scene.trees.head(i)) count++
    return count
  }
  const nearest = times.reduce((best, next) => (steps(next) < steps(best) ? next : best))
  return times.filter((time) => time === nearest || agreeInTime([time.edtf], [nearest.edtf]) > 0)
}

/** The word of the expression whose governor stands outside it. */
function headOf(scene: Scene, { from, to }: { from: number; to: number }): number {
  for (let i = from; i < to; i++) {
    const head = scene.trees.head(i)
    if (head < from || head >= to) return i
  }
  return from
}

function ownerOf(
  scene: Scene,
  start: number,
  at: CandidateAt,
  group: readonly Candidate[],
  forPlace: boolean,
): Candidate | undefined {
  const { trees } = scene
  if (forPlace && !isWhere(scene, start)) return undefined
  let below = start
  for (let i = trees.head(start); i >= 0; below = i, i = trees.head(i)) {
    const candidate = at.get(i)
    if (candidate) {
      // "militants from Libya attacked": where the attackers come from is not where it happened.
      const apart = ({ role, head }: Candidate['args'][number]) =>
        /^(agent|from|into)$/.test(role) &&
        (head < candidate.match.token || role !== 'agent') &&
        trees.dominates(candidate.match.token, head) &&
        trees.dominates(head, start)
      return forPlace && candidate.args.some(apart) ? undefined : candidate
    }
    // "the attack that was carried out in Gulu"
    const told = isSupported(scene, i) ? at.get(trees.head(i)) : undefined
    if (told) return told
    if (REPORTING.has(trees.lemma(i))) {
      // "claimed an attack last month": what stands after the object says when that was, not when it was claimed.
      const object = group.find(({ match: { token } }) => token > i && token < start && isGoverned(scene, i, token))
      return object
    }
    // "The attack took place on Friday", "tried on Friday to attack": no trigger itself, but what it governs is one.
    const governed = group.filter(
      ({ match }) => isGoverned(scene, i, match.token) && !trees.dominates(below, match.token),
    )
    if (governed.length > 0) return nearestTo(governed, start)
    // "The group, which split in 2009, plans an attack": when it split.
    if (trees.relation(i) === 'acl:relcl' && !forPlace && !group.some(({ match }) => trees.dominates(i, match.token))) {
      if (group.every(({ match }) => match.token !== trees.head(i))) return undefined
    }
    if (/^(acl|ccomp|advcl|parataxis)$/.test(trees.plainRelation(i))) break
  }
  const clause = forPlace ? [] : group.filter(({ match }) => !isUnderReport(scene, start, match.token))
  return clause.length === 1 && group.length === 1 ? clause[0] : undefined
}

/** True where the word hangs on the verb as one of its nouns, or as the verb that it helps: "managed to escape". */
function isGoverned(scene: Scene, verb: number, token: number): boolean {
  const { trees } = scene
  for (let i = token, steps = 0; i >= 0 && steps < 4; i = trees.head(i), steps++) {
    if (i === verb) return true
    if (!/^(nsubj|obj|obl|nmod|xcomp|compound|appos)$/.test(trees.plainRelation(i))) return false
  }
  return false
}

/** True where one stands in what is reported and the other with the reporting: "said on Monday that a bomb exploded". */
function isUnderReport(scene: Scene, start: number, token: number): boolean {
  const { trees } = scene
  const meet = trees.meet(start, token)
  for (let i = token; i >= 0 && i !== meet; i = trees.head(i)) {
    if (trees.head(i) >= 0 && REPORTING.has(trees.lemma(trees.head(i)))) return true
  }
  return false
}

/** "in Lima", "the Lima bombing", "Lima's airport": where; "a Peruvian officer", "fighters from Peru": not. */
function isWhere(scene: Scene, named: number): boolean {
  const { trees } = scene
  let start = named
  // "in the region of Sidi Lakhdar": the area's own preposition counts.
  while (scene.preposition(start) === 'of' && trees.head(start) >= 0 && AREA.test(trees.lemma(trees.head(start))))
    start = trees.head(start)
  if (trees.tags[start].upos === 'ADJ' || /^(amod|nsubj)$/.test(trees.plainRelation(start)) || scene.isPerson(start))
    return false
  return (
    !/^(from|to|into|of|against|with|by|between|like|including|for|via)$/.test(scene.preposition(start)) ||
    trees.plainRelation(trees.head(start)) === 'obl'
  )
}

const nearestTo = (group: readonly Candidate[], token: number): Candidate =>
  group.reduce((best, next) => (Math.abs(next.match.token - token) < Math.abs(best.match.token - token) ? next : best))

/** "ambushed a patrol on Friday, killing two": clauses of one sentence that belong together share when and where. */
function share(scene: Scene, group: readonly Candidate[], at: CandidateAt): void {
  const { trees } = scene
  for (let round = 0; round < 2; round++) {
    for (const candidate of group) {
      const above = at.get(trees.head(candidate.match.token))
      if (!above || above === candidate) continue
      if (!compatible(scene.lexicons.vocabulary, candidate.type, above.type) && candidate.type !== 'sabotage') continue
      if (!/^(advcl|conj|acl|xcomp|nsubj|obl|parataxis)$/.test(trees.plainRelation(candidate.match.token))) continue
      if (/^(after|before|since|following)$/.test(markOf(scene.trees, candidate.match.token))) continue
      if (candidate.times.length === 0) candidate.times = above.times
      else if (above.times.length === 0) above.times = candidate.times
      if (candidate.places.length === 0) candidate.places = above.places
      else if (above.places.length === 0) above.places = candidate.places
    }
  }
}

/** The most exact places only: of "a bar in Gulu, Uganda" the town, since the country follows from it. */
function finest(places: readonly PlaceAnnotation[]): PlaceAnnotation[] {
  return places.filter(
    ({ place }, index) =>
      // What no gazetteer knows is no wide place: "the village of Tamba in the north-east".
      place.precision === 'unknown' ||
      !places.some(
        (other, otherIndex) =>
          otherIndex !== index &&
          FINENESS[other.place.precision] > FINENESS[place.precision] &&
          (other.place.country === undefined || place.country === undefined || other.place.country === place.country),
      ),
  )
}
