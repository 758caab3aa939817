import type { PlaceAnnotation } from '../../document/Layers.ts'
import { isKindOf, type Vocabulary } from '../../vocabulary/Vocabulary.ts'
import type { Candidate, CandidateAt } from './Candidate.ts'
import { agreeInTime } from './dateBounds.ts'
import type { Scene } from './Scene.ts'
import { markOf } from './whereAndWhen.ts'

/** One incident with its mentions, in the order of the text. */
export interface Cluster {
  readonly candidates: Candidate[]
}

/** Types that say what came of it, which any means can have: a killing by a bombing, by a shooting. */
const RESULTS = new Set(['killing', 'assassination', 'execution'])
/** Types in which people are killed and wounded although they are no attack. */
const WITH_CASUALTIES = new Set([
  'clash',
  'raid',
  'riot',
  'protest',
  'takeover',
  'hostage-taking',
  'hijacking',
  'robbery',
])
const OWN_KIND = new Set([
  'kidnapping',
  'hostage-taking',
  'hijacking',
  'robbery',
  'arson',
  'sexual-violence',
  'beating',
])

/** True where mentions of these two types can be of the same incident. */
export function compatible(vocabulary: Vocabulary, a: string, b: string): boolean {
  if (isKindOf(vocabulary, a, b) || isKindOf(vocabulary, b, a)) return true
  const [wideA, wideB] = [a, b].map((type) => isKindOf(vocabulary, type, 'attack'))
  if (!wideA || !wideB) return false
  if ([a, b].some((type) => OWN_KIND.has(type))) return false
  return RESULTS.has(a) || RESULTS.has(b)
}

/** True for words that only say what came of an incident: "killing", "wounded", "destroying". */
export const isEffect = ({ match: { trigger } }: Candidate): boolean =>
  trigger.effect !== undefined || trigger.type === 'killing' || (trigger.type === 'sabotage' && trigger.as === 'verb')

/** Puts the mentions of one incident together. A mention may belong to several: "both attacks". */
export function groupCandidates(scene: Scene, candidates: readonly Candidate[], at: CandidateAt): Cluster[] {
  const clusters: Cluster[] = []
  const clusterOf = new Map<Candidate, Cluster>()
  const put = (candidate: Candidate, cluster: Cluster) => {
    cluster.candidates.push(candidate)
    if (!clusterOf.has(candidate)) clusterOf.set(candidate, cluster)
  }
  // Mentions that lead: an effect comes after what it is an effect of, wherever it stands in the sentence.
  const ordered = [...candidates].sort(
    (a, b) => a.sentence - b.sentence || Number(isEffect(a)) - Number(isEffect(b)) || a.match.token - b.match.token,
  )
  for (const candidate of ordered) {
    const linked = linkedTo(scene, candidate, at)
    const cluster = linked && clusterOf.get(linked)
    if (cluster) {
      put(candidate, cluster)
      continue
    }
    if (candidate.pointing === 'both') {
      const several = clusters.filter((other) => fits(scene, candidate, other) >= 0).slice(-2)
      if (several.length === 2) {
        for (const other of several) put(candidate, other)
        continue
      }
    }
    const best = bestCluster(scene, candidate, clusters)
    if (best) put(candidate, best)
    else if (stands(candidate)) {
      const fresh: Cluster = { candidates: [] }
      clusters.push(fresh)
      put(candidate, fresh)
    }
  }
  for (const { candidates: list } of clusters) list.sort((a, b) => a.match.token - b.match.token)
  return clusters.sort((a, b) => a.candidates[0].match.token - b.candidates[0].match.token)
}

/** Whether a mention is enough for an incident of its own. */
function stands(candidate: Candidate): boolean {
  const supported =
    candidate.times.length > 0 ||
    candidate.places.length > 0 ||
    candidate.args.some(({ role }) => role === 'agent' || role === 'patient')
  if (candidate.open && candidate.stage === 'planned' && candidate.match.trigger.as !== 'noun')
    return supported && candidate.weight >= 0.8
  return supported ? candidate.weight >= 0.4 : candidate.weight >= 0.8 && candidate.pointing !== 'definite'
}

/** The mention that this one hangs on in the tree as part of the same event, if there is one. */
function linkedTo(scene: Scene, candidate: Candidate, at: CandidateAt): Candidate | undefined {
  const { trees, lexicons } = scene
  const { token } = candidate.match
  const joins = (other: Candidate | undefined): other is Candidate =>
    other !== undefined &&
    other !== candidate &&
    other.stage === candidate.stage &&
    (compatible(lexicons.vocabulary, candidate.type, other.type) ||
      ((isEffect(candidate) || isEffect(other)) &&
        (WITH_CASUALTIES.has(other.type) || WITH_CASUALTIES.has(candidate.type))) ||
      candidate.type === 'sabotage' ||
      other.type === 'sabotage')
  const above = at.get(trees.head(token))
  const relation = trees.plainRelation(token)
  const mark = markOf(scene, token)
  if (joins(above)) {
    if (relation === 'advcl' && !/^(after|before|since|until|because|although|though)$/.test(mark)) return above
    if (/^(xcomp|acl|nsubj|parataxis)$/.test(relation) && (relation !== 'acl' || above.match.trigger.as === 'noun'))
      return above
    if (relation === 'obl' && /^(in|during|by|at|when|of|from|with|)$/.test(mark)) return above
    if (relation === 'nmod' && /^(in|by|of|with|during)$/.test(mark) && isEffect(above)) return above
    if (
      relation === 'conj' &&
      above.match.trigger.as !== 'noun' &&
      (isEffect(candidate) || candidate.type === above.type)
    )
      return above
  }
  // "The blast killed three": the effect stands above. "… killed when a bomb exploded" likewise.
  if (isEffect(candidate)) {
    for (const child of trees.children(token)) {
      const below = at.get(child)
      if (!joins(below)) continue
      const how = trees.plainRelation(child)
      const joint = markOf(scene, child)
      if (/^nsubj/.test(how)) return below
      if ((how === 'obl' || how === 'nmod') && /^(in|during|by|at|of|from)$/.test(joint)) return below
      if (how === 'advcl' && /^(when|as|while|)$/.test(joint)) return below
      if (how === 'conj') return below
    }
  }
  return undefined
}

/** The incident that a mention belongs to by what it says, or none: then it is a new one. */
function bestCluster(scene: Scene, candidate: Candidate, clusters: readonly Cluster[]): Cluster | undefined {
  let best: Cluster | undefined
  let bestScore = thresholdOf(candidate)
  for (const cluster of clusters) {
    const score = fits(scene, candidate, cluster)
    if (score >= bestScore) [best, bestScore] = [cluster, score]
  }
  return best
}

function thresholdOf({ pointing, weight, plural, match }: Candidate): number {
  if (pointing === 'definite' && !plural) return 1
  if (pointing === 'indefinite') return 5
  if (match.trigger.as === 'noun' && weight < 0.5) return 1
  return 3
}

/** How well a mention fits an incident; negative where they contradict each other. */
function fits(scene: Scene, candidate: Candidate, { candidates }: Cluster): number {
  const { vocabulary } = scene.lexicons
  if (!candidates.every(({ type }) => matches(vocabulary, candidate.type, type))) return -1
  if (candidate.stage !== candidates[0].stage && !(candidate.pointing === 'definite' && isWide(candidate.type)))
    return -1
  const time = agreeInTime(edtfs([candidate]), edtfs(candidates))
  if (time < 0) return -1
  const place = agreeInPlace(placesOf([candidate]), placesOf(candidates))
  if (place < 0) return -1
  const own = aimed(scene, [candidate])
  const theirs = aimed(scene, candidates)
  const sharesAim = own.some((key) => theirs.includes(key))
  if (own.length > 0 && theirs.length > 0 && !sharesAim && candidate.pointing !== 'definite' && time + place < 2)
    return -1
  if (namedAims(own).length > 0 && namedAims(theirs).length > 0 && !sharesAim) return -1
  const agents = agentsOf(scene, [candidate])
  const sharesAgent = agentsOf(scene, candidates).some((key) => agents.includes(key))
  const last = candidates.reduce((a, b) => (a.sentence > b.sentence ? a : b))
  const distance = candidate.sentence - last.sentence
  const sameWord = candidates.some(({ match }) => match.trigger.word === candidate.match.trigger.word)
  return (
    (sharesAim ? 3 : 0) +
    time +
    place * 1.5 +
    (sharesAgent ? 1 : 0) +
    (sameWord ? 0.5 : 0) +
    (candidate.pointing === 'definite' ? 1 : 0) +
    Math.max(0, 0.9 - distance * 0.15) * (candidate.pointing === 'definite' ? 1 : 0.5) +
    (sameCounts(scene, candidate, candidates) ? 2 : 0)
  )
}

const isWide = (type: string): boolean => type === 'attack' || type === 'killing'

/** Compatible, or a wide word taken up again: "the clash … the attack", "the incident". */
const matches = (vocabulary: Vocabulary, a: string, b: string): boolean =>
  compatible(vocabulary, a, b) ||
  (a === 'attack' && (WITH_CASUALTIES.has(b) || b === 'killing')) ||
  (RESULTS.has(a) && WITH_CASUALTIES.has(b))

const edtfs = (list: readonly Candidate[]): string[] => list.flatMap(({ times }) => times.map(({ edtf }) => edtf))
const placesOf = (list: readonly Candidate[]): PlaceAnnotation[] => list.flatMap(({ places }) => places)

const EARTH_KM = 6371
const REACH = { site: 5, town: 25, admin2: 60, admin1: 200, country: 1000, region: 2000, unknown: 5000 } as const

/** 1 where a place is shared or one lies within reach of the other, 0 where nothing is known, -1 where they lie apart. */
function agreeInPlace(a: readonly PlaceAnnotation[], b: readonly PlaceAnnotation[]): -1 | 0 | 1 {
  if (a.length === 0 || b.length === 0) return 0
  let known = false
  for (const { place: left } of a) {
    for (const { place: right } of b) {
      if (left.name === right.name || (left.geonameId !== undefined && left.geonameId === right.geonameId)) return 1
      if (left.lat === undefined || left.lon === undefined || right.lat === undefined || right.lon === undefined)
        continue
      known = true
      const wide = (place: typeof left) => place.precision === 'country' || place.precision === 'region'
      if ((wide(left) || wide(right)) && left.country !== undefined && left.country === right.country) return 1
      if (
        kilometres(left.lat, left.lon, right.lat, right.lon) <= Math.max(REACH[left.precision], REACH[right.precision])
      )
        return 1
    }
  }
  return known ? -1 : 0
}

function kilometres(latA: number, lonA: number, latB: number, lonB: number): number {
  const rad = Math.PI / 180
  const h =
    Math.sin(((latB - latA) * rad) / 2) ** 2 +
    Math.cos(latA * rad) * Math.cos(latB * rad) * Math.sin(((lonB - lonA) * rad) / 2) ** 2
  return 2 * EARTH_KM * Math.asin(Math.sqrt(h))
}

/** What was aimed at, as keys to compare: an entity, or the head word of a phrase. */
function aimed(scene: Scene, list: readonly Candidate[]): string[] {
  return list.flatMap(({ args }) =>
    args.filter(({ role }) => role === 'patient').flatMap(({ head }) => keysOf(scene, head)),
  )
}

function agentsOf(scene: Scene, list: readonly Candidate[]): string[] {
  return list.flatMap(({ args }) =>
    args.filter(({ role }) => role === 'agent').flatMap(({ head }) => keysOf(scene, head)),
  )
}

function keysOf(scene: Scene, head: number): string[] {
  const entity = scene.referents.entityAt(head)
  const upos = scene.trees.tags[head].upos
  const keys = upos === 'PRON' || upos === 'NUM' ? [] : [scene.trees.lemma(head)]
  if (entity >= 0) keys.push(`${isNamed(scene, entity) ? 'name' : 'entity'}:${entity}`)
  return keys
}

const isNamed = ({ referents: { entities, mentions } }: Scene, entity: number): boolean =>
  entities[entity].mentions.some((mention) => mentions[mention].form === 'name')

const namedAims = (keys: readonly string[]): string[] => keys.filter((key) => key.startsWith('name:'))

/** The same number of people, above one, in both: "killed 22 people … the attack, in which 22 died". */
function sameCounts(scene: Scene, candidate: Candidate, others: readonly Candidate[]): boolean {
  const countsOf = ({ args }: Candidate) =>
    args.flatMap(({ head, role }) => {
      const value = role === 'patient' ? scene.referents.quantityAt(head)?.value : undefined
      return value?.type === 'count' && value.best > 2 ? [value.best] : []
    })
  const own = countsOf(candidate)
  return own.length > 0 && others.some((other) => countsOf(other).some((count) => own.includes(count)))
}
