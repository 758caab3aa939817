import { isKindOf, type Vocabulary } from '../../vocabulary/Vocabulary.ts'
import { agreeInReach } from './agreeInTime.ts'
import { agreeInPlace, aimed } from './agreement.ts'
import type { Candidate, CandidateAt } from './Candidate.ts'
import { isAnother } from './isAnother.ts'
import {
  compatible,
  isAfterwards,
  isEffect,
  isIncidentWord,
  isResult,
  linkMentions,
  WITH_CASUALTIES,
} from './linkMentions.ts'
import type { Scene } from './Scene.ts'
import { shares, Told } from './Told.ts'

/** One incident with its mentions, in the order of the text. */
export interface Cluster {
  readonly candidates: Candidate[]
}

/** An incident while mentions are put to it, with what those tell of it. */
interface Growing extends Cluster {
  told: Told
}

/** Puts the mentions of one incident together, sentence by sentence. A mention may belong to several: "both attacks". */
export function groupCandidates(scene: Scene, candidates: readonly Candidate[], at: CandidateAt): Cluster[] {
  const clusters: Growing[] = []
  for (const group of bySentence(candidates)) {
    const units = linkMentions(scene, group, at)
    // what is dated by another incident comes behind it
    const dated = (unit: readonly Candidate[]): number => (unit.some(({ datedBy }) => datedBy !== undefined) ? 1 : 0)
    for (const unit of [...units].sort((a, b) => dated(a) - dated(b))) {
      for (const cluster of clustersFor(scene, unit, clusters)) {
        cluster.candidates.push(...unit)
        cluster.told = new Told(scene, telling(cluster))
      }
    }
  }
  for (const { candidates: list } of clusters) list.sort((a, b) => a.match.token - b.match.token)
  return clusters.sort((a, b) => a.candidates[0].match.token - b.candidates[0].match.token)
}

function bySentence(candidates: readonly Candidate[]): Candidate[][] {
  const groups = new Map<number, Candidate[]>()
  for (const candidate of candidates)
    groups.set(candidate.sentence, [...(groups.get(candidate.sentence) ?? []), candidate])
  return [...groups.values()]
}

/** The incidents that what one sentence tells together belongs to: one known, several, a new one, or none. */
function clustersFor(scene: Scene, candidates: readonly Candidate[], clusters: Growing[]): Growing[] {
  const unit = unitOf(scene, candidates)
  const { lead } = unit
  const recent = clusters.slice(-MOST_CLUSTERS).map((cluster) => ({ cluster, score: fits(scene, unit, cluster.told) }))
  if (lead.pointing === 'both') {
    const several = recent.flatMap(({ cluster, score }) => (score >= 0 ? [cluster] : []))
    // "the shooting, the raid on the printers and the stabbing … both attacks": sooner what is an attack itself
    const alike = several.filter(({ candidates: [{ type }] }) => isKindOf(scene.lexicons.vocabulary, type, lead.type))
    const both = (alike.length < 2 ? several : alike).slice(-2)
    if (both.length === 2) return both
  }
  let best: Growing | undefined
  let bestScore = thresholdOf(scene, unit)
  for (const { cluster, score } of recent) if (score >= bestScore) [best, bestScore] = [cluster, score]
  if (best) return [best]
  if (!stands(scene, candidates)) return []
  const fresh: Growing = { candidates: [], told: unit.told }
  clusters.push(fresh)
  return [fresh]
}

/** Mentions that one sentence puts together, with what they are compared by. */
interface Unit {
  readonly lead: Candidate
  readonly told: Told
  /** the words for what was hit anew, by the article: "attacked a bridge" */
  readonly anew: readonly string[]
  /** "another bomb" */
  readonly another: boolean
  /** "Nine were killed in one incident": told of that one */
  readonly inOne: boolean
  readonly spoken: boolean
}

function unitOf(scene: Scene, candidates: readonly Candidate[]): Unit {
  const lead = leadOf(candidates)
  return {
    lead,
    told: new Told(scene, candidates),
    anew: hitAnew(scene, lead),
    another: candidates.some(({ match: { token } }) => isAnother(scene, token)),
    inOne: candidates.some((one) => isIncidentWord(one) && one.pointing === 'indefinite'),
    spoken: isSpokenBy(scene, candidates),
  }
}

/** The mention that names what happened rather than what came of it; the surest, then the first. */
const leadOf = (unit: readonly Candidate[]): Candidate => {
  const rank = (candidate: Candidate) => candidate.weight - (isEffect(candidate) ? 0.5 : 0)
  return unit.reduce((best, next) => (rank(next) > rank(best) ? next : best))
}

/** What states and bodies say they will do: "Germany will send tanks" */
const DEEDS =
  /^(aid|military-aid|economic-aid|asylum|talks|visit|withdrawal|release|return|easing|concession|access|cooperation|extradition|disarmament|ceasefire)$/
const isPromised = ({ trees }: Scene, { type, match: { token } }: Candidate): boolean =>
  DEEDS.test(type) && trees.children(token).some((child) => /^(will|'ll|’ll|would)$/.test(trees.lower(child)))

/** Whether mentions are enough for an incident of their own. */
function stands(scene: Scene, unit: readonly Candidate[]): boolean {
  const supported = unit.some(
    ({ times, places, args }) =>
      times.length > 0 || places.length > 0 || args.some(({ role }) => /^(agent|patient|with)$/.test(role)),
  )
  const weight = Math.max(...unit.map((candidate) => candidate.weight))
  const lead = leadOf(unit)
  if (lead.open && lead.stage === 'planned' && lead.match.trigger.as !== 'noun')
    return supported && weight >= (isPromised(scene, lead) ? 0.45 : 0.8)
  return supported ? weight >= 0.4 : weight >= 0.8 && lead.pointing !== 'definite'
}

function thresholdOf(scene: Scene, { lead }: Unit): number {
  const { pointing, weight, plural, match } = lead
  // "the dynamite attack on the pipeline at Tazi": a definite phrase that says so much may well be new.
  if (pointing === 'definite' && !plural) return aimed(scene, [lead]).length > 0 && lead.sentence > 0 ? 2.6 : 1
  if (pointing === 'indefinite') return 5
  if (match.trigger.as === 'noun' && weight < 0.5) return 1
  return 3
}

/** A report tells of some dozens of incidents, each in some dozens of mentions; noise and lists must not cost more. */
const MOST_CLUSTERS = 80
const MOST_MENTIONS = 12

/** The first mentions of an incident, which tell most, and the last. */
const telling = ({ candidates }: Cluster): readonly Candidate[] =>
  candidates.length <= 2 * MOST_MENTIONS
    ? candidates
    : [...candidates.slice(0, MOST_MENTIONS), ...candidates.slice(-MOST_MENTIONS)]

/** How well mentions fit an incident; negative where they contradict each other. What is cheap to see is looked at first. */
function fits(scene: Scene, unit: Unit, known: Told): number {
  const { lead, told } = unit
  const { candidates } = known
  const { vocabulary } = scene.lexicons
  const definite = lead.pointing === 'definite' || lead.pointing === 'both'
  if (unit.another) return -1
  // "accused the group of planting the bomb": who is held to have done it is alleged, the bombing is known.
  const blamed = definite && lead.stage === 'alleged' && candidates[0].stage === 'accomplished'
  if (lead.stage !== candidates[0].stage && !blamed && !(definite && isWide(lead.type))) return -1
  if (!matchAll(vocabulary, told.types, known.types)) return -1
  const time = agreeInReach(told.dates, known.dates)
  if (time < 0) return -1
  const own = told.parties
  const theirs = known.parties
  const sharesAim = shares(own.aims, theirs.aims)
  if (own.named && theirs.named && !sharesAim) return -1
  const place = agreeInPlace(told.places, known.places)
  if (place < 0) return -1
  if (known.sentences.has(lead.sentence) && areAfterwards(scene, told, known)) return -1
  if (told.candidates.some(({ datedBy }) => datedBy !== undefined && candidates.includes(datedBy.from))) return -1
  if (known.words.has(lead.match.trigger.word) && isRepeated(scene, unit, candidates)) return -1
  const otherPeople = own.people && theirs.people
  const otherThings = own.things && theirs.things
  const others = sharesAim ? 0 : (otherThings ? 1.5 : 0) + (otherPeople && lead.match.trigger.as !== 'noun' ? 0.5 : 0)
  const sharesAgent = shares(own.agents, theirs.agents)
  const distance = lead.sentence - known.last
  const same = known.words.has(lead.match.trigger.word)
  // "The group said its fighters had killed 15 marines", right after the attack: what came of it.
  const follows =
    isEffect(lead) &&
    !unit.inOne &&
    distance <= 2 &&
    (own.agents.size === 0 || sharesAgent || unit.spoken) &&
    (!otherPeople || isReported(scene, lead) || isFurther(lead, candidates)) &&
    time === 0 &&
    place === 0
  const sameType = lead.type !== 'attack' && known.types.has(lead.type)
  return (
    (sharesAim ? 3 : 0) +
    time +
    place * 1.5 +
    (sharesAgent ? 1 : 0) +
    (same ? 0.2 : definite && isShortFor(lead, known) ? 0.8 : 0) +
    Math.min(0.2, candidates.length * 0.04) +
    (sameType ? 0.8 : 0) +
    (definite ? 1 : 0) +
    Math.max(0, 1 - distance * 0.3) * (definite ? 1 : 0.5) +
    (follows ? 3.9 - distance * 0.3 : 0) -
    (definite ? others / 2 : others) +
    (inHeading(scene, candidates[0]) && distance === 1 ? 1 : 0) +
    (isSumOf(scene, lead, candidates) ? 1.5 : 0) +
    (shares(told.counts, known.counts) ? 2 : 0)
  )
}

/** "the strike", after a drone strike */
const isShortFor = ({ match: { trigger } }: Candidate, { words }: Told): boolean =>
  trigger.as === 'noun' && [...words].some((word) => word.endsWith(` ${trigger.word}`))

/** Whether mentions of all these types can be of one incident. */
function matchAll(vocabulary: Vocabulary, own: ReadonlySet<string>, theirs: ReadonlySet<string>): boolean {
  for (const type of own) for (const other of theirs) if (!matches(vocabulary, type, other)) return false
  return true
}

const areAfterwards = (scene: Scene, told: Told, known: Told): boolean =>
  told.candidates.some((own) =>
    known.candidates.some((other) => isAfterwards(scene, own, other) || isAfterwards(scene, other, own)),
  )

/** "Gunmen killed five health workers. The group denied any part in the killings": several killed in one incident. */
const isSumOf = (scene: Scene, lead: Candidate, candidates: readonly Candidate[]): boolean =>
  lead.plural &&
  lead.pointing === 'definite' &&
  lead.args.every(({ role }) => role !== 'patient') &&
  candidates.some(
    ({ type, match, args }) =>
      (type === lead.type || match.trigger.type === lead.type) &&
      args.some(({ role, head }) => {
        const value = role === 'patient' ? scene.referents.quantityAt(head)?.value : undefined
        return value?.type === 'count' && value.best > 1
      }),
  )

/** "a bridge" of "attacked a bridge": the words for what a verb tells of as if it had not been told before. */
const hitAnew = ({ trees }: Scene, { match: { trigger }, args }: Candidate): string[] =>
  trigger.as !== 'verb'
    ? []
    : args
        .filter(({ role, head }) => role === 'patient' && /^an?$/.test(trees.lower(trees.child(head, 'det'))))
        .map(({ head }) => trees.lemma(head))

/** "attacked a clinic on Tuesday. Gunmen attacked a bridge": the same verb again, of something new. */
const isRepeated = ({ trees }: Scene, { lead: { match }, anew }: Unit, others: readonly Candidate[]): boolean =>
  anew.some((word) =>
    others.some(
      (other) =>
        other.match.trigger.word === match.trigger.word &&
        other.match.token < match.token &&
        other.args.some((told) => told.role === 'patient') &&
        other.args.every((told) => told.role !== 'patient' || trees.lemma(told.head) !== word),
    ),
  )

const inHeading = ({ document }: Scene, { sentence }: Candidate): boolean =>
  document.get('paragraphs')[document.get('sentences')[sentence].paragraph]?.kind === 'heading'

/** "Police now say that eight people were killed": other numbers and other people, since somebody else tells of the same. */
const isReported = (scene: Scene, { match: { token } }: Candidate): boolean => scene.attributionsOver(token).length > 0

/** "Gunmen killed two guards. Seven people were wounded.": another effect than those told, on whom it was. */
const isFurther = ({ match: { trigger } }: Candidate, candidates: readonly Candidate[]): boolean =>
  trigger.effect === 'wounded' && candidates.every(({ match }) => match.trigger.effect !== 'wounded')

/** "Its fighters", "they": agents that take up somebody spoken of. */
const isSpokenBy = ({ trees }: Scene, unit: readonly Candidate[]): boolean =>
  unit.some(({ args }) =>
    args.some(
      ({ role, head }) =>
        role === 'agent' &&
        (trees.tags[head].upos === 'PRON' ||
          trees.children(head).some((child) => /^(its|their|his|her)$/.test(trees.lower(child)))),
    ),
  )

const isWide = (type: string): boolean => type === 'attack' || type === 'killing'

/** Compatible, or a wide word taken up again: "the clash … the attack", "the incident". */
const matches = (vocabulary: Vocabulary, a: string, b: string): boolean =>
  compatible(vocabulary, a, b) ||
  (a === 'attack' && (WITH_CASUALTIES.has(b) || isResult(b))) ||
  (isResult(a) && WITH_CASUALTIES.has(b)) ||
  a === 'sabotage'
