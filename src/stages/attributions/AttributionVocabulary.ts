import type { AnonymityPatterns } from '../../vocabulary/Anonymity.ts'
import type { AttributionWords } from '../../vocabulary/AttributionWords.ts'
import type { DeedVerbs } from '../../vocabulary/DeedVerbs.ts'
import type { DangerWords, Speakers } from '../../vocabulary/Speakers.ts'
import type { ReportingVocabulary } from './Context.ts'

/** All the words that the attributions are read with. */
export interface AttributionVocabulary extends ReportingVocabulary {
  readonly speakers: Speakers
  readonly danger: DangerWords
  readonly deedVerbs: DeedVerbs
  readonly words: AttributionWords
  /** phrases that ask for, or grant, anonymity */
  readonly anonymity: AnonymityPatterns
}
