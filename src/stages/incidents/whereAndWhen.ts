import type { PlaceAnnotation, Time } from '../../document/Layers.ts'
import type { Candidate, CandidateAt } from './Candidate.ts'
import type { Scene } from './Scene.ts'

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
      const owner = ownerOf(scene, headOf(scene, time), at, group, false)
      if (owner) owner.times = [...owner.times, time]
    }
    for (const place of scene.placesIn(sentence)) {
      const owner = ownerOf(scene, headOf(scene, place), at, group, true)
      if (owner) owner.places = [...owner.places, place]
    }
    share(scene, group, at)
  }
  for (const candidate of candidates) candidate.places = finest(candidate.places)
}

/** Dates and clock times that say when; "now", "for three years" and "every week" do not. */
const isMoment = ({ type, value, edtf }: Time): boolean =>
  (type === 'DATE' || type === 'TIME') && edtf !== '' && !/^(PRESENT|PAST|FUTURE)_REF$/.test(value)

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
  let below = start
  for (let i = trees.head(start); i >= 0; below = i, i = trees.head(i)) {
    const candidate = at.get(i)
    if (candidate) {
      // "militants from Libya attacked": where the attackers come from is not where it happened.
      if (
        forPlace &&
        candidate.args.some(({ role, head }) => (role === 'agent' || role === 'from') && trees.dominates(head, start))
      ) {
        return undefined
      }
      return candidate
    }
    if (REPORTING.has(trees.lemma(i))) {
      return undefined
    }
    if (trees.head(i) < 0 || trees.plainRelation(i) === 'ccomp' || trees.plainRelation(i) === 'parataxis') {
      const under = group.filter(({ match }) => trees.dominates(i, match.token) && !trees.dominates(below, match.token))
      const inside = group.filter(({ match }) => trees.dominates(below, match.token))
      if (under.length > 0) return nearestTo(under, start)
      if (inside.length > 0) return nearestTo(inside, start)
      if (trees.head(i) < 0) return undefined
    }
  }
  return group.length === 1 && start >= 0 ? group[0] : undefined
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
      if (!/^(advcl|conj|acl|xcomp|nsubj|obl|parataxis)$/.test(trees.plainRelation(candidate.match.token))) continue
      if (/^(after|before|since|following)$/.test(markOf(scene, candidate.match.token))) continue
      if (candidate.times.length === 0) candidate.times = above.times
      else if (above.times.length === 0) above.times = candidate.times
      if (candidate.places.length === 0) candidate.places = above.places
      else if (above.places.length === 0) above.places = candidate.places
    }
  }
}

/** The word that joins a clause or phrase to what is above it: "after", "when", "in". */
export function markOf(scene: Scene, token: number): string {
  const { trees } = scene
  const mark = trees
    .children(token)
    .find(
      (child) =>
        child < token &&
        (/^(mark|case)$/.test(trees.plainRelation(child)) || /^(when|while)$/.test(trees.lower(child))),
    )
  return mark === undefined ? '' : trees.lower(mark)
}

/** The most exact places only: of "a bar in Gulu, Uganda" the town, since the country follows from it. */
function finest(places: readonly PlaceAnnotation[]): PlaceAnnotation[] {
  return places.filter(
    ({ place }, index) =>
      !places.some(
        (other, otherIndex) =>
          otherIndex !== index &&
          FINENESS[other.place.precision] > FINENESS[place.precision] &&
          (other.place.country === undefined || place.country === undefined || other.place.country === place.country),
      ),
  )
}
