import type { ActorNouns } from '../../vocabulary/ActorNouns.ts'
import type { PersonalNames } from '../../vocabulary/NameLexicon.ts'

/** What finding mentions knows of words. */
export interface MentionLexicon {
  readonly nouns: ActorNouns
  readonly personal: PersonalNames
}
