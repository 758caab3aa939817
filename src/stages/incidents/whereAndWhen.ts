import { markOf } from '../../document/Clauses.ts'
import type { PlaceAnnotation, Time } from '../../document/Layers.ts'
import { edtfBounds } from '../../model/edtfBounds.ts'
import { agreeInTime } from './agreeInTime.ts'
import type { Candidate, CandidateAt } from './Candidate.ts'
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
    placeTimes(scene, sentence, group, at)
    for (const place of scene.placesIn(sentence)) {
      const start = headOf(scene, place)
      const owner = isWhere(scene, start) ? governorOf(scene, start, at, group, true) : undefined
      if (owner !== undefined && owner !== 'none') owner.places = [...owner.places, place]
    }
    share(scene, group, at)
  }
  for (const candidate of candidates) {
    candidate.places = finest(candidate.places)
    candidate.times = agreeing(scene, candidate)
  }
}

/** First what the tree says; then what it says nothing of goes to the only mention there is, unless that has a time of its own. */
function placeTimes(scene: Scene, sentence: number, group: readonly Candidate[], at: CandidateAt): void {
  const stray: Time[] = []
  for (const time of scene.timesIn(sentence)) {
    if (!isMoment(time) || isBound(scene, time)) continue
    const start = headOf(scene, time)
    const owner = besideIt(scene, time, at) ?? governorOf(scene, start, at, group, false)
    if (owner === undefined) stray.push(time)
    else if (owner !== 'none') owner.times = [...owner.times, time]
  }
  const [only, ...others] = group
  if (only === undefined || others.length > 0 || only.times.length > 0) return
  only.times = stray.filter((time) => isOfOneClause(scene, headOf(scene, time), only.match.token))
}

/** "The fifth killing, on Friday, was claimed by nobody", "and on Saturday a stabbing": what stands beside the noun itself. */
function besideIt({ trees }: Scene, { from, to }: Time, at: CandidateAt): Candidate | undefined {
  const before = trees.tags[from - 1]?.upos === 'ADP' ? from - 2 : from - 1
  const aside = before > 0 && trees.lower(before) === ',' && (trees.lower(to) === ',' || trees.lower(to) === '.')
  const named = aside ? at.get(before - 1) : undefined
  if (named !== undefined) return named
  const first = to < trees.length && /^(a|an|another)$/.test(trees.lower(to)) ? trees.head(to) : -1
  const told = first > to && first - to <= 3 ? at.get(first) : undefined
  const hangs = told !== undefined && trees.head(first) >= from && trees.head(first) < to
  return hangs ? told : undefined
}

/**
 * "On Monday the minister saw the town where the bomb had gone off": the bombing stands in a clause of its own, which Monday
 * says nothing of; nor does a reporting verb's time of what is reported.
 */
function isOfOneClause(scene: Scene, start: number, token: number): boolean {
  const { trees } = scene
  if (isUnderReport(scene, start, token)) return false
  const meet = trees.meet(start, token)
  for (let i = token; i >= 0 && i !== meet; i = trees.head(i)) {
    if (/^(acl|advcl|ccomp)$/.test(trees.plainRelation(i))) return false
  }
  return true
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

/** Of the times that one sentence gives one incident, those that say no more than another does are left out. */
export function keepFinest({ candidates }: { readonly candidates: readonly Candidate[] }): void {
  for (const candidate of candidates) {
    const beside = candidates.filter(({ sentence }) => sentence === candidate.sentence).flatMap(({ times }) => times)
    candidate.times = candidate.times.filter((time) => !beside.some((other) => isWithin(other, time)))
  }
}

/** "In the third quarter, on 19 August": the day says all that the quarter says. */
function isWithin(inner: Time, outer: Time): boolean {
  const [narrow, wide] = [edtfBounds(inner.edtf), edtfBounds(outer.edtf)]
  if (narrow === undefined || wide === undefined) return false
  const contained = wide.first <= narrow.first && narrow.last <= wide.last
  return contained && (wide.first < narrow.first || narrow.last < wide.last)
}

/** The word of the expression whose governor stands outside it. */
export function headOf(scene: Scene, { from, to }: { from: number; to: number }): number {
  for (let i = from; i < to; i++) {
    const head = scene.trees.head(i)
    if (head < from || head >= to) return i
  }
  return from
}

/** The mention that the tree puts an expression under; `none` where it puts it under something else. */
export function governorOf(
  scene: Scene,
  start: number,
  at: CandidateAt,
  group: readonly Candidate[],
  forPlace: boolean,
): Candidate | 'none' | undefined {
  const { trees } = scene
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
      return forPlace && candidate.args.some(apart) ? 'none' : candidate
    }
    // "the attack that was carried out in Gulu"
    const told = isSupported(scene, i) ? at.get(trees.head(i)) : undefined
    if (told) return told
    if (REPORTING.has(trees.lemma(i))) {
      // "claimed an attack last month": what stands after the object says when that was, not when it was claimed.
      const object = group.find(({ match: { token } }) => token > i && token < start && isGoverned(scene, i, token))
      return object ?? 'none'
    }
    // "The attack took place on Friday", "tried on Friday to attack": no trigger itself, but what it governs is one.
    const governed = group.filter(
      ({ match }) => isGoverned(scene, i, match.token) && !trees.dominates(below, match.token),
    )
    if (governed.length > 0) return nearestTo(governed, start)
    // "The group, which split in 2009, plans an attack": when it split.
    if (trees.relation(i) === 'acl:relcl' && !forPlace && !group.some(({ match }) => trees.dominates(i, match.token))) {
      if (group.every(({ match }) => match.token !== trees.head(i))) return 'none'
    }
    if (/^(acl|ccomp|advcl|parataxis)$/.test(trees.plainRelation(i))) break
  }
  return undefined
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
