import type { Frame, IncidentType } from './IncidentType.ts'
import type { PlacePrecisionTerm } from './PlacePrecisionTerm.ts'
import type { Property } from './Property.ts'
import type { Term } from './Term.ts'
import type { Trigger } from './Trigger.ts'
import type { WordKind } from './WordKind.ts'

/** Terms by key, in the order of their file. */
export type Terms<T> = ReadonlyMap<string, T>

/** The field's words, checked and linked. */
export interface Vocabulary {
  readonly incidentTypes: Terms<IncidentType>
  readonly stages: Terms<Term>
  readonly roles: Terms<Term>
  readonly properties: Terms<Property>
  readonly actorKinds: Terms<WordKind>
  readonly targetKinds: Terms<WordKind>
  readonly instrumentKinds: Terms<WordKind>
  readonly placePrecisions: Terms<PlacePrecisionTerm>
  readonly claimModes: Terms<WordKind>
  readonly casualtyCategories: Terms<WordKind>
  readonly responsibilityModes: Terms<Term>
  readonly triggers: readonly Trigger[]
}

/** True where incident type `key` is `wider` or narrower than it: isKindOf(v, 'suicide-bombing', 'attack'). */
export function isKindOf(vocabulary: Vocabulary, key: string, wider: string): boolean {
  for (let at: string | undefined = key; at !== undefined; at = vocabulary.incidentTypes.get(at)?.broader) {
    if (at === wider) return true
  }
  return false
}

/** What a type or the nearest wider one says, undefined where none says it. */
export function inherited<T>(
  vocabulary: Vocabulary,
  key: string,
  of: (type: IncidentType) => T | undefined,
): T | undefined {
  for (let type = vocabulary.incidentTypes.get(key); type !== undefined; ) {
    const found = of(type)
    if (found !== undefined) return found
    type = type.broader === undefined ? undefined : vocabulary.incidentTypes.get(type.broader)
  }
  return undefined
}

const NO_FRAME: Frame = { agent: 'participant', patient: 'target' }

/** The frame of a type, its own or that of the nearest wider term. */
export const frameOf = (vocabulary: Vocabulary, key: string): Frame =>
  inherited(vocabulary, key, ({ frame }) => frame) ?? NO_FRAME
