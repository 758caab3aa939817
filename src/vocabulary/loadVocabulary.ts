import { z } from 'zod'
import { EntityKind } from '../model/Entity.ts'
import { IncidentStage } from '../model/Incident.ts'
import { type Place, PlacePrecision } from '../model/Place.ts'
import { ResponsibilityMode } from '../model/ResponsibilityMode.ts'
import { Complaints } from './Complaints.ts'
import { type Frame, IncidentType } from './IncidentType.ts'
import { PlacePrecisionTerm, precisionTermOf } from './PlacePrecisionTerm.ts'
import { Property } from './Property.ts'
import { Term } from './Term.ts'
import { Trigger } from './Trigger.ts'
import type { Terms, Vocabulary } from './Vocabulary.ts'
import { WordKind } from './WordKind.ts'

/** The files that make up the vocabulary of incidents and relations, in the folder `vocabulary/`. */
export const VOCABULARY_FILES = [
  'incident-types.json',
  'stages.json',
  'roles.json',
  'properties.json',
  'actor-kinds.json',
  'target-kinds.json',
  'instrument-kinds.json',
  'place-precisions.json',
  'claim-modes.json',
  'casualty-categories.json',
  'responsibility-modes.json',
  'lexicons/triggers.json',
] as const

const StrictTerm = z.strictObject(Term.shape)

/**
 * Reads, checks and links the vocabulary. `files` maps file names to their text. Everything that is wrong is collected
 * and thrown as one AscribeError, each line with file, key and remedy.
 */
export function loadVocabulary(files: Record<string, string>): Vocabulary {
  const complaints = new Complaints()
  const read = <T extends { broader?: string }>(file: string, schema: z.ZodType<T>): Terms<T> =>
    readTerms(complaints, file, files[file], schema)
  const vocabulary: Vocabulary = {
    incidentTypes: read('incident-types.json', IncidentType),
    stages: read('stages.json', StrictTerm),
    roles: read('roles.json', StrictTerm),
    properties: read('properties.json', Property),
    actorKinds: read('actor-kinds.json', WordKind),
    targetKinds: read('target-kinds.json', WordKind),
    instrumentKinds: read('instrument-kinds.json', WordKind),
    placePrecisions: read('place-precisions.json', PlacePrecisionTerm),
    claimModes: read('claim-modes.json', WordKind),
    casualtyCategories: read('casualty-categories.json', WordKind),
    responsibilityModes: read('responsibility-modes.json', StrictTerm),
    triggers: readTriggers(complaints, files['lexicons/triggers.json']),
  }
  link(complaints, vocabulary)
  complaints.throwIfAny()
  return vocabulary
}

function readTerms<T extends { broader?: string }>(
  complaints: Complaints,
  file: string,
  text: string | undefined,
  schema: z.ZodType<T>,
): Terms<T> {
  const terms = new Map<string, T>()
  const entries = complaints.parse(file, '-', z.record(z.string(), z.unknown()), complaints.json(file, text) ?? {})
  for (const [key, entry] of Object.entries(entries ?? {})) {
    if (!/^[a-z][a-z0-9-]*$/.test(key)) {
      complaints.add(file, key, 'not a key', 'write keys in lower case with hyphens: "air-strike"')
    }
    const term = complaints.parse(file, key, schema, entry)
    if (term !== undefined) terms.set(key, term)
  }
  for (const [key, { broader }] of terms) {
    if (broader === undefined) continue
    if (!terms.has(broader)) {
      complaints.add(
        file,
        key,
        `broader '${broader}' is no key of this file`,
        `name an existing key, or add '${broader}'`,
      )
      continue
    }
    const seen = new Set([key])
    for (let at: string | undefined = broader; at !== undefined; at = terms.get(at)?.broader) {
      if (seen.has(at)) {
        complaints.add(
          file,
          key,
          `broader leads back to '${at}'`,
          'break the circle: a term is never wider than itself',
        )
        break
      }
      seen.add(at)
    }
  }
  return terms
}

function readTriggers(complaints: Complaints, text: string | undefined): Trigger[] {
  const file = 'lexicons/triggers.json'
  const entries = complaints.parse(file, '-', z.array(z.unknown()), complaints.json(file, text) ?? [])
  const seen = new Set<string>()
  return (entries ?? []).flatMap((entry, index) => {
    const key = (entry as { word?: unknown } | null)?.word
    const name = typeof key === 'string' ? key : `entry ${index + 1}`
    const trigger = complaints.parse(file, name, Trigger, entry)
    if (trigger === undefined) return []
    const id = `${trigger.word}/${trigger.as}/${trigger.type}/${trigger.with ?? ''}`
    if (seen.has(id)) complaints.add(file, name, 'stands twice for the same type', 'remove one of the two entries')
    seen.add(id)
    return [trigger]
  })
}

/** Every key that one file names in another must exist there. */
function link(complaints: Complaints, vocabulary: Vocabulary): void {
  const {
    incidentTypes,
    stages,
    roles,
    properties,
    actorKinds,
    targetKinds,
    instrumentKinds,
    responsibilityModes,
    triggers,
  } = vocabulary
  for (const stage of IncidentStage.options) {
    if (!stages.has(stage)) complaints.add('stages.json', stage, 'is missing', `add the stage '${stage}' of the model`)
  }
  for (const mode of ResponsibilityMode.options) {
    if (responsibilityModes.has(mode)) continue
    complaints.add('responsibility-modes.json', mode, 'is missing', `add the mode '${mode}' of the model`)
  }
  for (const precision of PlacePrecision.options) {
    const place: Place = { type: 'place', name: precision, precision, relation: 'at' }
    if (precisionTermOf(place, vocabulary.placePrecisions) !== undefined) continue
    complaints.add('place-precisions.json', precision, 'no term is said of it', 'add it to the "when" of a term')
  }
  for (const key of stages.keys()) {
    if (!(IncidentStage.options as string[]).includes(key)) {
      complaints.add('stages.json', key, 'is no stage of the model', `use one of ${IncidentStage.options.join(', ')}`)
    }
  }
  const linkFrame = (file: string, key: string, frame: Frame | undefined) => {
    for (const property of Object.values(frame ?? {})) {
      if (properties.get(property)?.domain.includes('incident')) continue
      complaints.add(file, key, `frame: '${property}' is no property of incidents`, 'name one of properties.json')
    }
  }
  for (const [key, { frame, means }] of incidentTypes) {
    linkFrame('incident-types.json', key, frame)
    if (means !== undefined && !instrumentKinds.has(means)) {
      complaints.add(
        'incident-types.json',
        key,
        `means '${means}' is no key of instrument-kinds.json`,
        'name an existing kind',
      )
    }
  }
  for (const { word, type, stage, frame } of triggers) {
    linkFrame('lexicons/triggers.json', word, frame)
    if (!incidentTypes.has(type)) {
      complaints.add(
        'lexicons/triggers.json',
        word,
        `type '${type}' is no key of incident-types.json`,
        'name an existing type',
      )
    }
    if (stage !== undefined && !stages.has(stage)) {
      complaints.add(
        'lexicons/triggers.json',
        word,
        `stage '${stage}' is no key of stages.json`,
        'name an existing stage',
      )
    }
  }
  for (const [key, { role, domain, range, vocabulary: terms }] of properties) {
    const complain = (problem: string, remedy: string) => complaints.add('properties.json', key, problem, remedy)
    if (role !== undefined && !roles.has(role))
      complain(`role '${role}' is no key of roles.json`, 'name an existing role')
    if (domain.includes('incident') && domain.some((kind) => (EntityKind.options as string[]).includes(kind))) {
      complain('its domain mixes incidents and entities', 'make two properties of it')
    }
    if (range.includes('term') !== (terms !== undefined)) {
      complain('terms and vocabulary go together', "give 'vocabulary' if and only if the range has 'term'")
    }
    if (terms !== undefined && !VOCABULARY_FILES.some((file) => file === `${terms}.json`)) {
      complain(`vocabulary '${terms}' is not there`, 'name a file of the folder vocabulary/ without .json')
    }
  }
  for (const [key, { actors = [] }] of targetKinds) {
    for (const actor of actors.filter((name) => !actorKinds.has(name))) {
      complaints.add(
        'target-kinds.json',
        key,
        `actor '${actor}' is no key of actor-kinds.json`,
        'name an existing kind',
      )
    }
  }
}
