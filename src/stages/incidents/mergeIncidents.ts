import type { IncidentAnnotation, Proposition } from '../../document/Layers.ts'
import type { Place } from '../../model/Place.ts'
import { isKindOf } from '../../vocabulary/Vocabulary.ts'
import { agreeInTime } from './agreeInTime.ts'
import { agreeInPlace } from './agreement.ts'
import type { Cluster } from './groupCandidates.ts'
import { isAnother } from './isAnother.ts'
import type { IncidentReading } from './learnedFillers.ts'
import { compatible, isAfterwards, isResult } from './linkMentions.ts'
import { propositionsByIncident } from './propositionsByIncident.ts'
import type { Scene } from './Scene.ts'
import { shares } from './Told.ts'

/** Sentences between mentions of one incident, at most, where nothing but what is told of both makes them one. */
const APART = 6
/** Sentences within which an undated mention goes on with what was told. */
const GOES_ON = 1
/** Incidents that are looked back on: a report of a whole year must not cost the square of its length. */
const LOOKED_BACK = 40
/** From which chance on a filler counts as somebody or something that two incidents share. */
const SHARED = 0.15

/** Properties of whom or what an incident hit. */
const HIT: ReadonlySet<string> = new Set(['victim', 'target', 'damage'])
/** Below this chance of being news an incident is background, and no part of another. */
const BACKGROUND = 0.2

/** What two incidents are compared by. */
interface Profile {
  readonly index: number
  readonly annotation: IncidentAnnotation
  readonly sentences: readonly number[]
  readonly hit: ReadonlySet<string>
  /** whether a rule, not the network alone, tells of people, and of things, that it hit */
  readonly aimed: ReadonlySet<'people' | 'things'>
  readonly names: ReadonlySet<number>
  readonly dates: readonly string[]
  readonly places: readonly { readonly place: Place }[]
  /** incidents by which it is dated: "ten days after the blast" is another one than the blast */
  readonly datedBy: ReadonlySet<number>
  readonly another: boolean
}

/**
 * Puts incidents of one kind together that nothing tells apart, neither day nor place nor whom or what each of them hit: "Rebels raided
 * the depot on Monday. […] A guard died when the rebels shot at the depot."
 */
export function mergeIncidents(
  scene: Scene,
  { incidents, propositions }: IncidentReading,
  clusters: readonly Cluster[],
): IncidentReading {
  const kept: Profile[] = []
  const into = new Map<number, number>()
  for (const profile of profilesOf(scene, incidents, propositions)) {
    const recent = kept.slice(-LOOKED_BACK)
    const found = recent.findIndex(
      (other) => areOne(scene, other, profile) && !isSequel(scene, clusters, other, profile),
    )
    if (found < 0) kept.push(profile)
    else {
      const at = kept.length - recent.length + found
      into.set(profile.index, kept[at].index)
      kept[at] = joined(scene, kept[at], profile)
    }
  }
  if (into.size === 0) return { incidents, propositions }
  const merged = new Map(kept.map(({ index, annotation }) => [index, annotation]))
  const left = incidents.flatMap((_, index) => (into.has(index) ? [] : [index]))
  const place = new Map(left.map((index, at) => [index, at]))
  const now = (index: number): number => place.get(into.get(index) ?? index)!
  return {
    incidents: left.map((index) => merged.get(index) ?? incidents[index]),
    propositions: propositions.flatMap((proposition) => {
      const moved = movedTo(proposition, now)
      const { type } = merged.get(left[moved.subject.index]) ?? incidents[left[moved.subject.index]]
      const { value } = moved
      // Of several types the one that says most.
      return moved.subject.kind === 'incident' &&
        moved.property === 'type' &&
        value.type === 'term' &&
        value.key !== type
        ? []
        : [moved]
    }),
  }
}

function movedTo(proposition: Proposition, now: (index: number) => number): Proposition {
  const { subject, value } = proposition
  const moved = { ...proposition, subject: { ...subject, index: now(subject.index) } }
  if (value.type === 'incident') return { ...moved, value: { ...value, incident: now(value.incident) } }
  if (value.type === 'interval' && value.anchor.kind === 'incident' && 'incident' in value.anchor)
    return { ...moved, value: { ...value, anchor: { ...value.anchor, incident: now(value.anchor.incident) } } }
  return moved
}

function profilesOf(
  scene: Scene,
  incidents: readonly IncidentAnnotation[],
  propositions: readonly Proposition[],
): Profile[] {
  const of = propositionsByIncident(incidents.length, propositions)
  return incidents.flatMap((annotation, index) => {
    // of violent incidents only
    if (annotation.salience === undefined) return []
    const told = of[index].filter(({ chance = 1 }) => chance >= SHARED)
    const hit = told.filter(({ property }) => HIT.has(property))
    const heads = hit.map(({ spans }) => scene.trees.headIn(spans[0])).filter((head) => head >= 0)
    return {
      index,
      annotation,
      sentences: [...new Set(annotation.mentions.map(({ token }) => scene.sentenceOf(token)))],
      hit: new Set(heads.flatMap((head) => keysOf(scene, head))),
      aimed: new Set(
        hit
          .filter(({ by }) => by.startsWith('rule:'))
          .map(({ spans }) => (scene.isPerson(scene.trees.headIn(spans[0])) ? 'people' : 'things')),
      ),
      names: new Set(
        heads.map((head) => scene.referents.entityAt(head)).filter((entity) => isNamedPerson(scene, entity)),
      ),
      dates: told.flatMap(({ property, value }) =>
        property === 'date' && value.type === 'interval' ? [value.edtf] : [],
      ),
      // "in a doorway" is no other place than the town
      places: told.flatMap(({ property, value, by }) =>
        property === 'place' && value.type === 'place' && by !== 'rule:incidents/at-place' ? [{ place: value }] : [],
      ),
      datedBy: new Set(
        told.flatMap(({ value }) =>
          value.type === 'interval' && value.anchor.kind === 'incident' && 'incident' in value.anchor
            ? [value.anchor.incident]
            : [],
        ),
      ),
      another: annotation.mentions.some(({ token }) => isAnother(scene, token)),
    }
  })
}

/** Somebody or something as an entity, and by its word: "the guard … a guard", but not "two guards … three guards". */
function keysOf({ trees, referents }: Scene, head: number): string[] {
  const entity = referents.entityAt(head)
  const word = /^(NOUN|PROPN)$/.test(trees.tags[head].upos) && referents.quantityAt(head) === undefined
  return [...(entity < 0 ? [] : [`entity ${entity}`]), ...(word ? [`word ${trees.lemma(head)}`] : [])]
}

const isNamedPerson = ({ referents }: Scene, entity: number): boolean =>
  entity >= 0 && referents.entities[entity].kind === 'person' && referents.isNamed(entity)

function areOne(scene: Scene, a: Profile, b: Profile): boolean {
  const mayBe =
    a.annotation.stage === b.annotation.stage &&
    (isOneKind(scene, a, b) || isWhatCame(scene, a, b)) &&
    !b.another &&
    !a.datedBy.has(b.index) &&
    !b.datedBy.has(a.index) &&
    Math.min(a.annotation.salience!, b.annotation.salience!) >= BACKGROUND &&
    (a.names.size === 0 || b.names.size === 0 || shares(a.names, b.names)) &&
    (!shares(a.aimed, b.aimed) || shares(a.hit, b.hit))
  const distance = mayBe ? sentencesBetween(a.sentences, b.sentences) : Number.POSITIVE_INFINITY
  return (
    distance <= APART &&
    (distance <= GOES_ON || agreeInDay(scene, a.dates, b.dates)) &&
    agreeInTime(a.dates, b.dates) >= 0 &&
    agreeInSite(a.places, b.places)
  )
}

function sentencesBetween(a: readonly number[], b: readonly number[]): number {
  let least = Number.POSITIVE_INFINITY
  for (const x of a) for (const y of b) least = Math.min(least, Math.abs(x - y))
  return least
}

/** "A guard who survived the raid was shot on Monday": what became of somebody afterwards. */
function isSequel(scene: Scene, clusters: readonly Cluster[], { index: a }: Profile, { index: b }: Profile): boolean {
  return clusters[a].candidates.some((x) =>
    clusters[b].candidates.some((y) => isAfterwards(scene, x, y) || isAfterwards(scene, y, x)),
  )
}

/** Violence of one kind: what came of a bombing is told with it by other rules. */
const isOneKind = (
  { lexicons: { vocabulary } }: Scene,
  { annotation: a }: Profile,
  { annotation: b }: Profile,
): boolean =>
  compatible(vocabulary, a.type, b.type) &&
  isKindOf(vocabulary, a.type, 'bombing') === isKindOf(vocabulary, b.type, 'bombing')

/** "A bomb went off at the market. […] The market was damaged and Sara Okello died.": what came of one and the same deed. */
const isWhatCame = ({ lexicons: { vocabulary } }: Scene, a: Profile, b: Profile): boolean =>
  shares(a.hit, b.hit) &&
  [a, b].some(({ annotation: { type } }) => CAME_OF.has(type)) &&
  [a, b].some(({ annotation: { type } }) => isKindOf(vocabulary, type, 'bombing'))

const CAME_OF: ReadonlySet<string> = new Set(['killing', 'assassination', 'sabotage', 'attack'])

/** On days that can be the same; what is not dated is of the day of the report. */
function agreeInDay({ document }: Scene, a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 && b.length === 0) return true
  const { published } = document.report
  const today = published === undefined ? [] : [published.slice(0, 10)]
  return agreeInTime(a.length === 0 ? today : a, b.length === 0 ? today : b) > 0
}

/** Villages that no gazetteer knows are told apart by their names. */
function agreeInSite(a: Profile['places'], b: Profile['places']): boolean {
  const [left, right] = [a, b].map((list) => list.filter(({ place }) => !/^(country|region)$/.test(place.precision)))
  if (left.length === 0 || right.length === 0) return agreeInPlace(a, b) >= 0
  return left.some(({ place: { name } }) => right.some((other) => other.place.name === name))
}

function joined(scene: Scene, a: Profile, b: Profile): Profile {
  const { vocabulary } = scene.lexicons
  const [first, second] = [a.annotation, b.annotation]
  const finer =
    (first.type !== second.type && isKindOf(vocabulary, second.type, first.type) && !isResult(second.type)) ||
    (isResult(first.type) && !isResult(second.type) && second.type !== 'attack')
  const main = finer ? second : first
  return {
    index: a.index,
    annotation: {
      ...main,
      salience: Math.max(first.salience!, second.salience!),
      mentions: [...first.mentions, ...second.mentions].sort((x, y) => x.token - y.token),
    },
    sentences: [...a.sentences, ...b.sentences],
    hit: new Set([...a.hit, ...b.hit]),
    aimed: new Set([...a.aimed, ...b.aimed]),
    names: new Set([...a.names, ...b.names]),
    dates: [...a.dates, ...b.dates],
    places: [...a.places, ...b.places],
    datedBy: new Set([...a.datedBy, ...b.datedBy]),
    another: a.another,
  }
}
