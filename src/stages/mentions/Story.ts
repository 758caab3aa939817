import type { Document } from '../../document/Document.ts'
import type { Trees } from '../../document/Trees.ts'
import type { ActorNouns } from '../../vocabulary/ActorNouns.ts'
import type { Nationality } from '../../vocabulary/NameLexicon.ts'
import type { Candidate } from './Candidate.ts'
import type { Clusters } from './Clusters.ts'

/** All that a sieve looks at. */
export interface Story {
  readonly document: Document
  readonly trees: Trees
  readonly candidates: readonly Candidate[]
  readonly clusters: Clusters
  readonly nouns: ActorNouns
  /** countries by every name they go by, in lower case */
  readonly countries: ReadonlyMap<string, Nationality>
  /** the candidate whose head a token is */
  readonly at: ReadonlyMap<number, number>
}

/** One step of coreference: merges what it is sure of. Sieves run from the surest to the boldest. */
export type Sieve = (story: Story) => void
