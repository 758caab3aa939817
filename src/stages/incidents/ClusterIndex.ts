import { append } from '../../base/append.ts'
import { isKindOf, type Vocabulary } from '../../vocabulary/Vocabulary.ts'
import type { Candidate } from './Candidate.ts'
import type { Cluster } from './groupCandidates.ts'

/** Types beside attacks that people are killed and wounded in. */
const HAS_TOLL = new Set(['clash', 'raid', 'riot', 'protest', 'takeover', 'disappearance'])

/** A mention, with the index of an incident that it is of. */
export interface PlacedMention {
  readonly index: number
  readonly candidate: Candidate
}

/** Finds the incidents that are told near a place of the text without looking at all of them. */
export class ClusterIndex {
  readonly clusters: readonly Cluster[]
  readonly #bySentence = new Map<number, PlacedMention[]>()
  readonly #indices = new Map<Candidate, number[]>()
  readonly #hasToll: readonly boolean[]

  constructor(clusters: readonly Cluster[], vocabulary: Vocabulary) {
    this.clusters = clusters
    for (const [index, { candidates }] of clusters.entries())
      for (const candidate of candidates) {
        append(this.#bySentence, candidate.sentence, { index, candidate })
        append(this.#indices, candidate, index)
      }
    this.#hasToll = clusters.map(
      ({ candidates }) =>
        !/^(planned|threatened)$/.test(candidates[0].stage) &&
        candidates.some(({ type }) => HAS_TOLL.has(type) || isKindOf(vocabulary, type, 'attack')),
    )
  }

  /** The mentions in these sentences, both ends included; those of one incident in the order of the text. */
  within(first: number, last: number): PlacedMention[] {
    const found: PlacedMention[] = []
    for (let sentence = first; sentence <= last; sentence++) found.push(...(this.#bySentence.get(sentence) ?? []))
    return found
  }

  /** The incidents that a mention is of, as indices in the order of the text. */
  indicesOf(candidate: Candidate): readonly number[] {
    return this.#indices.get(candidate) ?? []
  }

  /** Whether people may have been killed or wounded in an incident, and it is not only to come. */
  hasToll(index: number): boolean {
    return this.#hasToll[index]
  }
}
