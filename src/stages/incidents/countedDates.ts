import type { Proposition, Time } from '../../document/Layers.ts'
import type { Trees } from '../../document/Trees.ts'
import { edtfBounds } from '../../model/edtfBounds.ts'
import type { Span } from '../../model/Span.ts'
import type { Anchor } from '../../model/Value.ts'
import type { Candidate, CandidateAt } from './Candidate.ts'
import { dateAway, type Length } from './dateAway.ts'
import { governorOf } from './governorOf.ts'
import type { Cluster } from './groupCandidates.ts'
import type { Scene } from './Scene.ts'

/**
 * A date counted from something else that happened.
 *
 *     Ten days after the ambush, a second patrol was hit.
 *     ^------^ time      ^ from                    ^ dated
 *     ^-----------------------^ span
 */
export interface CountedDate {
  readonly time: Time
  /** the whole phrase, as the reader quotes it */
  readonly span: Span
  /** the mention of the incident it is counted from; undefined where that is no incident: "the vote" */
  readonly from: Candidate | undefined
  /** the word it is counted from */
  readonly word: number
  /** the mention that it dates */
  readonly dated: Candidate | undefined
  /** how far, and in which direction; undefined where the words do not say: "hours after" */
  readonly length: Length | undefined
  readonly direction: 1 | -1
}

const DIRECTIONS: Readonly<Record<string, 1 | -1>> = { after: 1, following: 1, before: -1 }
const PRONOUN = /^(it|this|that|these|those)$/

/** How many words the incident may stand behind "after", and how many sentences a pronoun looks back. */
const REACH = 12
const BACK = 2

/** Finds the dates that are counted from another incident, and tells the mentions they date which one that is. */
export function findCounted(scene: Scene, candidates: readonly Candidate[], at: CandidateAt): CountedDate[] {
  const found: CountedDate[] = []
  for (const time of scene.document.get('times')) {
    const counted = countedAt(scene, time, candidates, at)
    if (counted === undefined) continue
    const { from } = counted
    const told = countedBack(scene, counted)
    // what is still so says when the other was, and not that it began now
    const dated = told.length > 0 ? undefined : counted.dated
    if (from?.times.length === 0) from.times = told
    found.push({ ...counted, dated })
    // what was done hours after may be told of the same incident, what was done days after is another
    if (dated !== undefined && from !== undefined && counted.length?.count !== 0)
      dated.datedBy = { from, edtf: likelyDate(counted, candidates) }
  }
  return found
}

/** The date by what the mention itself says, or the last of its kind told before; mentions are not put together yet. */
function likelyDate({ from, time, length, direction }: CountedDate, candidates: readonly Candidate[]): string {
  if (from === undefined) return ''
  const told = candidates.filter(({ type, match: { token } }) => type === from.type && token <= from.match.token)
  const known = told.flatMap((candidate) => {
    const edtf = dateOf({ candidates: [candidate] }) ?? candidate.datedBy?.edtf
    return edtf === undefined || edtf === '' ? [] : [edtf]
  })
  const last = known.at(-1)
  return last === undefined ? '' : awayFrom(last, length, direction, time)
}

function countedAt(
  scene: Scene,
  time: Time,
  candidates: readonly Candidate[],
  at: CandidateAt,
): CountedDate | undefined {
  const { trees, document } = scene
  // "a year to the day after"
  const exact = time.to + 3 < trees.length && trees.lower(time.to) === 'to' && trees.lower(time.to + 1) === 'the'
  const link = exact ? time.to + 3 : time.to
  const direction = link < trees.length ? DIRECTIONS[trees.lower(link)] : undefined
  if (time.anchor.kind !== 'incident' || direction === undefined) return undefined
  const { sentence } = trees.tokens[link]
  const { to: end } = document.get('sentences')[sentence]
  const first = link + 1
  if (first >= end) return undefined
  const group = candidates.filter((candidate) => candidate.sentence === sentence)
  // The parser now and then hangs "after" on something before it: then the first noun or verb behind it is taken.
  let word = trees.head(link) > link ? trees.head(link) : first
  const inReach = (token: number): boolean => token > link && token - link <= REACH && !isCut(scene, link, token)
  const behind = group.find(
    ({ match: { token } }) => inReach(token) && (token === word || word === first || trees.dominates(word, token)),
  )
  const pronoun = PRONOUN.test(trees.lower(first)) && (word === first || behind === undefined)
  const from = pronoun ? lastBefore(candidates, time.from, sentence) : behind
  if (pronoun) word = first
  else if (behind !== undefined && !trees.dominates(word, behind.match.token)) word = behind.match.token
  if (!inReach(word)) return undefined
  const last = from === undefined || pronoun ? word : Math.max(...from.match.words)
  const others = group.filter(
    (candidate) =>
      candidate !== from && !trees.dominates(word, candidate.match.token) && candidate.match.token !== word,
  )
  const governor = governorOf(scene, word, at, others, false)
  const dated = governor === 'none' || governor === from ? undefined : governor
  return {
    time,
    span: { start: time.start, end: trees.tokens[Math.max(last, link)].end },
    from,
    word,
    dated,
    length: lengthOf(time),
    direction,
  }
}

/** A comma or a stop between two words: what stands behind it is counted from nothing before it. */
function isCut({ trees }: Scene, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (/^[,;:.()]$/.test(trees.lower(i))) return true
  return false
}

/** "Two days after it": the incident that was told last, soon before. */
const lastBefore = (candidates: readonly Candidate[], token: number, sentence: number): Candidate | undefined =>
  candidates.findLast((candidate) => candidate.match.token < token && sentence - candidate.sentence <= BACK)

/** "P10D" is ten days, "XXXX-WXX" (the week) one week; "PTXH" (hours) is the same day. */
function lengthOf({ value }: Time): Length | undefined {
  const counted = /^P(\d+)([DWMY])$/.exec(value)
  if (counted !== null) return { count: Number(counted[1]), unit: counted[2] as Length['unit'] }
  if (/^PT(X|\d+)[HMS]$/.test(value)) return { count: 0, unit: 'D' }
  const one = { 'XXXX-XX-XX': 'D', 'XXXX-WXX': 'W', 'XXXX-XX': 'M', XXXX: 'Y' } as const
  return value in one ? { count: 1, unit: one[value as keyof typeof one] } : undefined
}

/**
 * "Ten days after the attack, the port is still closed": told in the present, the day of publication is ten days after it.
 */
function countedBack(scene: Scene, { time, span, word, length, direction }: CountedDate): readonly Time[] {
  const { trees, document } = scene
  const { published } = document.report
  if (length === undefined || length.count === 0 || direction < 0) return []
  if (time.type !== 'DURATION') return []
  if (!isPresent(trees, word)) return []
  // a report without a day: when it was stays relative to it
  if (published === undefined)
    return [
      { ...time, ...span, type: 'DATE', edtf: '', anchor: { kind: 'unresolved' }, by: 'rule:incidents/counted-back' },
    ]
  const day = published.slice(0, 10)
  const edtf = dateAway(day, { ...length, count: -length.count })
  if (edtf === undefined) return []
  const anchor: Anchor = { kind: 'published', value: day }
  return [{ ...time, ...span, type: 'DATE', edtf, anchor, by: 'rule:incidents/counted-back' }]
}

/** True where the verb that the phrase hangs on, or what helps it, stands in the present: "is still closed", "has not reopened". */
function isPresent(trees: Trees, word: number): boolean {
  for (let i = trees.head(word), steps = 0; i >= 0 && steps < 6; i = trees.head(i), steps++) {
    const finite = [i, ...trees.children(i).filter((child) => /^(aux|cop)/.test(trees.relation(child)))]
    const tag = finite.map((each) => trees.tags[each].xpos).find((xpos) => /^(VB[DZP]|MD)$/.test(xpos))
    if (tag !== undefined) return tag === 'VBZ' || tag === 'VBP'
  }
  return false
}

/**
 * The dates of incidents that are counted from another: worked out where that one's date is known, otherwise left open. Where
 * only the dated one is known, the other's follows: "On 12 March, ten days after the ambush".
 */
export function countedDates(
  scene: Scene,
  clusters: readonly Cluster[],
  counted: readonly CountedDate[],
): Proposition[] {
  const dates = clusters.map(dateOf)
  const indices = new Map<Candidate, number>()
  for (const [index, { candidates }] of clusters.entries())
    for (const candidate of candidates) if (!indices.has(candidate)) indices.set(candidate, index)
  const indexOf = (candidate: Candidate | undefined): number =>
    candidate === undefined ? -1 : (indices.get(candidate) ?? -1)
  const found: Proposition[] = []
  const add = (subject: number, { match }: Candidate, span: Span, edtf: string, anchor: IncidentAnchor | Anchor) => {
    const { start, end } = scene.trees.tokens[match.token]
    found.push({
      subject: { kind: 'incident', index: subject },
      property: 'date',
      value: { type: 'interval', edtf, phrase: scene.document.text.slice(span.start, span.end), anchor },
      token: match.token,
      spans: [span, { start, end }],
      by: 'rule:incidents/counted-from',
    })
  }
  for (const { time, span, from, word, dated, length, direction } of counted) {
    const subject = indexOf(dated)
    if (dated === undefined || subject < 0) continue
    const origin = indexOf(from)
    if (origin === subject) continue
    if (origin < 0) {
      const known = dateOfWord(scene, word, time.from)
      if (from !== undefined && known === undefined) continue
      const edtf = known === undefined ? '' : awayFrom(known, length, direction, time)
      add(subject, dated, span, edtf, known === undefined ? { kind: 'incident' } : { kind: 'date', value: known })
      continue
    }
    const edtf = dates[origin] === undefined ? '' : awayFrom(dates[origin], length, direction, time)
    add(subject, dated, span, edtf, { kind: 'incident', incident: origin })
    if (dates[subject] === undefined && edtf !== '') dates[subject] = edtf
    const reverse = edtf === '' && dates[subject] !== undefined && length !== undefined && length.count > 0
    if (reverse && from !== undefined) {
      const back = awayFrom(dates[subject]!, length, -direction as 1 | -1, time)
      add(origin, from, span, back, { kind: 'incident', incident: subject })
      dates[origin] = back === '' ? undefined : back
    }
  }
  return found
}

interface IncidentAnchor {
  readonly kind: 'incident'
  readonly incident: number
}

/** Counted from a known date: "the week after" is the seven days behind it, "days after" some time from it on. */
function awayFrom(edtf: string, length: Length | undefined, direction: 1 | -1, { type, value }: Time): string {
  if (length === undefined) return direction > 0 ? `${edtf}/` : `/${edtf}`
  if (type === 'DATE' && value === 'XXXX-WXX') {
    const edges = [1, 7].map((days) => dateAway(edtf, { count: direction * days, unit: 'D' }))
    if (edtf.includes('/') || edges.includes(undefined)) return dateAway(edtf, { ...length, count: direction }) ?? ''
    return (direction > 0 ? edges : edges.reverse()).join('/')
  }
  return dateAway(edtf, { ...length, count: direction * length.count }) ?? ''
}

/** The date of an incident by what its mentions say: the most exact. */
function dateOf({ candidates }: Cluster): string | undefined {
  const widths = candidates.flatMap(({ times }) =>
    times.flatMap(({ edtf }) => {
      const bounds = edtfBounds(edtf)
      return bounds === undefined ? [] : [{ edtf, width: Date.parse(bounds.last) - Date.parse(bounds.first) }]
    }),
  )
  const [first, ...rest] = widths
  return first === undefined
    ? undefined
    : rest.reduce((best, next) => (next.width < best.width ? next : best), first).edtf
}

/** "The vote was held on 26 August. Two days before the vote …": the one day that was told with the same word before. */
function dateOfWord({ trees, document }: Scene, word: number, before: number): string | undefined {
  const lemma = trees.lemma(word)
  const days = document
    .get('times')
    .filter(({ type, edtf, from }) => type === 'DATE' && from < before && /^\d{4}-\d\d-\d\d$/.test(edtf))
  const told = days.filter(({ from }) => {
    const { from: start, to } = document.get('sentences')[trees.tokens[from].sentence]
    for (let i = start; i < to; i++)
      if (i !== word && trees.lemma(i) === lemma && trees.tags[i].upos === 'NOUN') return true
    return false
  })
  return told.length === 1 ? told[0].edtf : undefined
}
