import { markOf } from '../../document/Clauses.ts'
import type { Time } from '../../document/Layers.ts'
import { edtfBounds } from '../../model/edtfBounds.ts'
import { agreeInTime } from './agreeInTime.ts'
import type { Candidate, CandidateAt } from './Candidate.ts'
import { governorOf, headOf, isUnderReport } from './governorOf.ts'
import type { Scene } from './Scene.ts'
import { withRanges } from './timeRanges.ts'

/** First what the tree says; then what it says nothing of goes to the only mention there is, unless that has a time of its own. */
export function placeTimes(scene: Scene, sentence: number, group: readonly Candidate[], at: CandidateAt): void {
  const stray: Time[] = []
  for (const time of withRanges(scene, scene.timesIn(sentence).filter(isMoment))) {
    if (isBound(scene, time, at)) continue
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

/**
 * Dates and clock times that say when; "now", "for three years" and "every week" do not. "Last Monday" in a report without a day
 * of publication says when, and stays relative.
 */
const isMoment = ({ type, value, edtf, anchor }: Time): boolean =>
  (type === 'DATE' || type === 'TIME') &&
  (edtf !== '' || anchor.kind === 'unresolved') &&
  !/^(PRESENT|PAST|FUTURE)_REF$/.test(value)

/** "the worst since 1956", "before 2010": the end of a stretch, not when it happened. */
function isBound(scene: Scene, time: Time, at: CandidateAt): boolean {
  const { trees } = scene
  // "from mid-January until Sunday" has both ends
  if (/^(from|between)$/.test(trees.lower(time.from))) return false
  const named = headOf(scene, time)
  // "a 1981 Chevrolet", "their summer holidays"; but "the 2019 attack"
  if (/^\d{4}(-2[1-4])?$/.test(time.edtf) && /^(amod|compound|nummod)$/.test(trees.plainRelation(named)))
    return !at.has(trees.head(named))
  // "a Christmas market"
  if (
    trees.relation(named) === 'compound' &&
    /^(market|fair|concert|party|parade)$/.test(trees.lemma(trees.head(named)))
  )
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
export function agreeing(scene: Scene, { times, match: { token } }: Candidate): readonly Time[] {
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
  const bySentence = new Map<number, Time[]>()
  for (const { sentence, times } of candidates)
    bySentence.set(sentence, [...(bySentence.get(sentence) ?? []), ...times])
  for (const candidate of candidates) {
    const beside = bySentence.get(candidate.sentence) ?? []
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
