import type { PlaceAnnotation } from '../../document/Layers.ts'
import type { Bounds } from '../../model/edtfBounds.ts'
import { reachesOf } from './agreeInTime.ts'
import { agentsOf, aimed, countsOf, isNamed, isPeople } from './agreement.ts'
import type { Candidate } from './Candidate.ts'
import type { Scene } from './Scene.ts'

/** What mentions tell of whom or what an incident was aimed at, and by whom. */
interface Parties {
  readonly aims: ReadonlySet<string>
  readonly people: boolean
  readonly things: boolean
  /** whether one of the aims has a name */
  readonly named: boolean
  readonly agents: ReadonlySet<string>
}

/** What mentions of one incident tell, to compare with others: each part worked out once, and not before it is asked for. */
export class Told {
  readonly candidates: readonly Candidate[]
  readonly types: ReadonlySet<string>
  /** the words of the triggers */
  readonly words: ReadonlySet<string>
  readonly sentences: ReadonlySet<number>
  readonly last: number
  readonly #scene: Scene
  #dates: readonly Bounds[] | undefined
  #places: readonly PlaceAnnotation[] | undefined
  #parties: Parties | undefined
  #counts: ReadonlySet<number> | undefined

  constructor(scene: Scene, candidates: readonly Candidate[]) {
    this.#scene = scene
    this.candidates = candidates
    this.types = new Set(candidates.map(({ type }) => type))
    this.words = new Set(candidates.map(({ match }) => match.trigger.word))
    this.sentences = new Set(candidates.map(({ sentence }) => sentence))
    this.last = Math.max(...this.sentences)
  }

  get dates(): readonly Bounds[] {
    this.#dates ??= reachesOf([
      ...new Set(
        this.candidates.flatMap(({ times, datedBy }) => [
          ...times.map(({ edtf }) => edtf),
          ...(datedBy ? [datedBy.edtf] : []),
        ]),
      ),
    ])
    return this.#dates
  }

  /** Each place once. */
  get places(): readonly PlaceAnnotation[] {
    if (this.#places === undefined) {
      const places = new Map<string, PlaceAnnotation>()
      for (const { places: own } of this.candidates) for (const place of own) places.set(keyOf(place), place)
      this.#places = [...places.values()]
    }
    return this.#places
  }

  get parties(): Parties {
    if (this.#parties === undefined) {
      const aims = aimed(this.#scene, this.candidates)
      this.#parties = {
        aims: new Set(aims),
        people: aims.some(isPeople),
        things: aims.some((key) => !isPeople(key)),
        named: aims.some(isNamed),
        agents: new Set(agentsOf(this.#scene, this.candidates)),
      }
    }
    return this.#parties
  }

  /** The numbers of those it hit. */
  get counts(): ReadonlySet<number> {
    this.#counts ??= new Set(countsOf(this.#scene, this.candidates))
    return this.#counts
  }
}

const keyOf = ({ place: { name, geonameId, lat, lon, precision, country } }: PlaceAnnotation): string =>
  [name, geonameId, lat, lon, precision, country].join('|')

export const shares = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean => {
  for (const key of a) if (b.has(key)) return true
  return false
}
