import type { IncidentAnnotation, Proposition } from '../../document/Layers.ts'
import { FILLER_ROLES, type FillerNetwork, type ReadIncident } from './FillerNetwork.ts'
import { FillerView } from './FillerView.ts'
import { nearestOf } from './fillerRows.ts'
import { PLACE_PREPOSITIONS } from './placePrepositions.ts'
import { fillerOf } from './propositionsOf.ts'
import type { Scene } from './Scene.ts'

/** From which chance on a noun is taken for a filler. */
const TAKEN = 0.5

const BY = 'model:fillers'

/** The property of a filler that the network found, by what it is to the incident. */
const PROPERTY: Readonly<Record<(typeof FILLER_ROLES)[number], string | undefined>> = {
  none: undefined,
  perpetrator: 'perpetrator',
  'perpetrator group': 'perpetrator',
  thing: 'target',
  person: 'victim',
  instrument: 'instrument',
}
/** What the network calls the values of a property. */
const ROLES_OF: Readonly<Record<string, readonly (typeof FILLER_ROLES)[number][]>> = {
  perpetrator: ['perpetrator', 'perpetrator group'],
  victim: ['person'],
  target: ['person', 'thing', 'perpetrator group'],
  damage: ['thing'],
  instrument: ['instrument'],
}
/** Properties of the rules under which a filler is told already: who is a target need not be a victim as well. */
const SAME: Readonly<Record<string, string>> = { victim: 'aim', target: 'aim', damage: 'aim' }

/** Who has the one part has not the other. */
const OPPOSITE: Readonly<Record<string, string>> = { aim: 'perpetrator', perpetrator: 'aim' }

/** What was read of a report's incidents. */
export interface IncidentReading {
  readonly incidents: readonly IncidentAnnotation[]
  readonly propositions: readonly Proposition[]
}

/**
 * What the network adds to the rules' reading of violent incidents: "The bomb went off in the square. Three vendors died.": the vendors
 * are the bombing's victims. What the rules found stays, with how likely the network finds it.
 */
export function learnedFillers(
  scene: Scene,
  { incidents, propositions }: IncidentReading,
  network: FillerNetwork,
): IncidentReading {
  const read = network.read(new FillerView(scene, incidents, propositions))
  const chances = new Map(read.map((incident) => [incident.incident.index, chancesByNoun(incident)]))
  const judged = propositions.map((proposition) => {
    const roles = ROLES_OF[proposition.property]
    const found = chances.get(proposition.subject.index)?.get(scene.trees.headIn(proposition.spans[0]))
    return roles === undefined || found === undefined
      ? proposition
      : { ...proposition, chance: roles.reduce((sum, role) => sum + found[FILLER_ROLES.indexOf(role)], 0) }
  })
  const surest = surestOf(read)
  const salience = new Map(read.map((incident) => [incident.incident.index, incident.salience]))
  return {
    incidents: incidents.map((incident, index) => ({
      ...incident,
      ...(salience.has(index) ? { salience: salience.get(index) } : {}),
    })),
    propositions: [...judged, ...read.flatMap((incident) => addedTo(scene, withSurest(incident, surest)))],
  }
}

/** How sure the network is of each noun as somebody or something hit, in the incident where it is surest. */
function surestOf(read: readonly ReadIncident[]): ReadonlyMap<number, number> {
  const surest = new Map<number, number>()
  for (const { fillers } of read)
    for (const { noun, chances } of fillers) surest.set(noun, Math.max(surest.get(noun) ?? 0, hitBy(chances)))
  return surest
}

const hitBy = (chances: Float64Array): number => chances[PERSON] + chances[THING]
const [PERSON, THING] = (['person', 'thing'] as const).map((role) => FILLER_ROLES.indexOf(role))

/** "Three died in the blast in Gulu. A blast in Lira hurt nobody.": whoever one incident hit was not hit by the next, far less surely. */
const withSurest = (incident: ReadIncident, surest: ReadonlyMap<number, number>): ReadIncident => ({
  ...incident,
  fillers: incident.fillers.filter(({ noun, chances }) => likelyElsewhere(hitBy(chances), surest.get(noun)!)),
})
const likelyElsewhere = (own: number, best: number): boolean => own < 0.5 || own >= best - MARGIN
const MARGIN = 0.02

const chancesByNoun = ({ fillers }: ReadIncident): ReadonlyMap<number, Float64Array> =>
  new Map(fillers.map(({ noun, chances }) => [noun, chances]))

/** The fillers that no rule found: each person or thing once, where the network is surest of it. */
function addedTo(scene: Scene, { incident, fillers }: ReadIncident): Proposition[] {
  const keyOf = (property: string, noun: number) => `${SAME[property] ?? property} ${whoIs(scene, noun)}`
  const told = new Set(
    incident.propositions.map(({ property, spans }) => keyOf(property, scene.trees.headIn(spans[0]))),
  )
  const best = new Map<string, { noun: number; property: string; chance: number }>()
  for (const { noun, chances } of fillers) {
    const role = likeliest(chances)
    const property = PROPERTY[FILLER_ROLES[role]]
    if (property === undefined || chances[role] < TAKEN || isWithin(scene, noun, property, told)) continue
    const key = keyOf(property, noun)
    // "The Lions said they had bombed the mill": who did it, or says so, is not hit by it as well.
    if (told.has(`${OPPOSITE[SAME[property] ?? property]} ${whoIs(scene, noun)}`)) continue
    if (SAME[property] === 'aim' && isOwnDeed(scene, noun, nearestOf(scene, incident, noun))) continue
    if (told.has(key) || (best.get(key)?.chance ?? 0) >= chances[role]) continue
    best.set(key, { noun, property, chance: chances[role] })
  }
  return [...best.values()].flatMap((found) => propositionsFor(scene, incident, found))
}

/** "The Lions threatened explosions": who threatens or claims a deed is not hit by it. */
function isOwnDeed(scene: Scene, noun: number, token: number): boolean {
  const entity = scene.referents.entityAt(noun)
  const attributions = scene.document.get('attributions')
  return (
    entity >= 0 &&
    scene
      .attributionsOver(token)
      .some((index) => attributions[index].entity === entity && OWNING.has(attributions[index].act))
  )
}

/** Acts by which somebody owns up to a deed, or announces it. */
const OWNING: ReadonlySet<string> = new Set(['claims', 'claims-responsibility', 'threatens', 'promises'])

/** "burned an office near the bank": what only tells where that was, or which office it was, is no target of its own. */
function isWithin(scene: Scene, noun: number, property: string, told: ReadonlySet<string>): boolean {
  if (property !== 'target') return false
  const above = scene.trees.head(noun)
  if (above >= 0 && scene.trees.plainRelation(noun) === 'nmod' && told.has(`aim ${whoIs(scene, above)}`)) return true
  return PLACE_PREPOSITIONS.has(scene.preposition(noun)) && [...told].some((key) => key.startsWith('aim '))
}

function likeliest(chances: Float64Array): number {
  let best = 0
  for (let role = 1; role < chances.length; role++) if (chances[role] > chances[best]) best = role
  return best
}

/** The entity that a noun stands for, or its word where it stands for none. */
function whoIs(scene: Scene, noun: number): string {
  const entity = noun < 0 ? -1 : scene.referents.entityAt(noun)
  return entity >= 0 ? `entity ${entity}` : noun < 0 ? '' : scene.trees.lower(noun)
}

function propositionsFor(
  scene: Scene,
  incident: ReadIncident['incident'],
  { noun, property, chance }: { noun: number; property: string; chance: number },
): Proposition[] {
  const span = scene.referents.phraseOf(noun)
  const token = nearestOf(scene, incident, noun)
  const { start, end } = scene.trees.tokens[token]
  const proposition = (name: string, value: Proposition['value']): Proposition => ({
    subject: { kind: 'incident', index: incident.index },
    property: name,
    value,
    token,
    spans: [span, { start, end }],
    chance,
    by: BY,
  })
  if (property !== 'instrument') return [proposition(property, fillerOf(scene, noun))]
  const kind = scene.instrumentKind(noun)
  const text = scene.document.text.slice(span.start, span.end)
  return [
    proposition('instrument', { type: 'text', text }),
    ...(kind === undefined
      ? []
      : [proposition('instrument-kind', { type: 'term', vocabulary: 'instrument-kinds', key: kind })]),
  ]
}
