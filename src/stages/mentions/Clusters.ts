import type { EntityKind } from '../../model/Entity.ts'
import type { Candidate, Gender, GrammaticalNumber } from './Candidate.ts'

/** What is known of an entity from all its mentions so far. */
export interface Cluster {
  /** indices of candidates */
  readonly members: readonly number[]
  readonly kinds: ReadonlySet<EntityKind>
  readonly genders: ReadonlySet<Gender>
  readonly numbers: ReadonlySet<GrammaticalNumber>
  /** the first candidate among them that is a name; infinite where none is */
  readonly firstName: number
  /** names as words, by their text */
  readonly names: ReadonlyMap<string, readonly string[]>
  /** roles set before a name or apposed to it */
  readonly roles: ReadonlySet<string>
}

/** Kinds that can be one entity: a university is a place to go to and an organisation that acts. */
const CLASSES: Record<EntityKind, number> = {
  person: 1,
  people: 2 | 4,
  group: 2 | 4,
  organisation: 4 | 8,
  'public body': 4 | 8,
  facility: 8 | 16,
  place: 16,
  other: 32,
}

/** Candidates grouped into entities; a merge names the sieve that made it. */
export class Clusters {
  readonly candidates: readonly Candidate[]
  readonly #root: number[]
  readonly #clusters: Cluster[]
  /** the sieve that first linked each candidate to another */
  readonly #linkedBy = new Map<number, string>()

  constructor(candidates: readonly Candidate[]) {
    this.candidates = candidates
    this.#root = candidates.map((_, i) => i)
    this.#clusters = candidates.map(
      (candidate, i): Cluster => ({
        members: [i],
        kinds: new Set(candidate.kind ? [candidate.kind] : []),
        genders: new Set(candidate.gender === 'unknown' ? [] : [candidate.gender]),
        numbers: new Set(candidate.number === 'unknown' ? [] : [candidate.number]),
        firstName: candidate.form === 'name' ? i : Number.POSITIVE_INFINITY,
        names: new Map(candidate.form === 'name' ? [[candidate.words.join(' '), candidate.words]] : []),
        roles: new Set(candidate.form === 'description' ? [candidate.lemma, ...candidate.roles] : candidate.roles),
      }),
    )
  }

  rootOf(i: number): number {
    let root = i
    while (this.#root[root] !== root) root = this.#root[root]
    while (this.#root[i] !== root) {
      const next = this.#root[i]
      this.#root[i] = root
      i = next
    }
    return root
  }

  of(i: number): Cluster {
    return this.#clusters[this.rootOf(i)]
  }

  same(i: number, j: number): boolean {
    return this.rootOf(i) === this.rootOf(j)
  }

  linkedBy(i: number): string | undefined {
    return this.#linkedBy.get(i)
  }

  /** True where nothing that is known speaks against one entity. */
  compatible(i: number, j: number): boolean {
    const [a, b] = [this.of(i), this.of(j)]
    if (differ(a.genders, b.genders)) return false
    if (a.kinds.size > 0 && b.kinds.size > 0 && (classOf(a) & classOf(b)) === 0) return false
    // One person is not several, whatever "they" may stand for.
    if (a.kinds.has('person') || b.kinds.has('person')) {
      if (a.numbers.has('plural') !== b.numbers.has('plural') && a.numbers.size > 0 && b.numbers.size > 0) return false
    }
    return true
  }

  /** Makes one entity of two, where `anaphor` is the mention that the sieve resolved. */
  merge(antecedent: number, anaphor: number, sieve: string): void {
    if (!this.#linkedBy.has(anaphor)) this.#linkedBy.set(anaphor, sieve)
    const [a, b] = [this.rootOf(antecedent), this.rootOf(anaphor)]
    if (a === b) return
    const [x, y] = [this.#clusters[a], this.#clusters[b]]
    const [root, other] = a < b ? [a, b] : [b, a]
    this.#root[other] = root
    this.#clusters[root] = {
      members: joined(x.members, y.members),
      kinds: union(x.kinds, y.kinds),
      genders: union(x.genders, y.genders),
      numbers: union(x.numbers, y.numbers),
      firstName: Math.min(x.firstName, y.firstName),
      names: new Map([...x.names, ...y.names]),
      roles: union(x.roles, y.roles),
    }
  }

  /** The entities by their first mention, the mentions of each in order of the text. */
  all(): Cluster[] {
    return this.candidates.flatMap((_, i) => {
      if (this.#root[i] !== i) return []
      const cluster = this.#clusters[i]
      return [{ ...cluster, members: cluster.members.toSorted((a, b) => a - b) }]
    })
  }
}

/** The longer list takes the shorter one in, so that an entity of many mentions is not copied at each of them. */
function joined(a: readonly number[], b: readonly number[]): readonly number[] {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a]
  for (const member of short) (long as number[]).push(member)
  return long
}

function classOf({ kinds }: Cluster): number {
  let bits = 0
  for (const kind of kinds) bits |= CLASSES[kind]
  return bits
}

/** True where the two together hold more than one thing. */
function differ<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  if (a.size > 1 || b.size > 1) return true
  for (const one of a) return b.size > 0 && !b.has(one)
  return false
}

const union = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): ReadonlySet<T> => new Set([...a, ...b])
