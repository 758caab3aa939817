import { feature, hashString } from '../../learned/featureHash.ts'
import { type Candidate, ROUTES } from './candidatesOf.ts'
import { distanceKm } from './distanceKm.ts'
import { ENTRY_KINDS, type GazetteerEntry, NAME_USES } from './GazetteerEntry.ts'
import { contains, type PlaceGroup } from './PlaceGroup.ts'
import type { PlaceText } from './PlaceText.ts'

/** What a report's other names have been read as so far. */
export interface Surroundings {
  /** One reading a group, in the order of the groups; undefined where unknown. */
  readonly chosen: readonly (GazetteerEntry | undefined)[]
  readonly weights: readonly number[]
}

export const MOST_RANK_FEATURES = 64

const POINTS = new Set(['town', 'district', 'admin2', 'site', 'airport', 'camp', 'lake', 'bay'])

/** Counts by country and by first-order area of what surrounds a group. */
class Tally {
  readonly #counts = new Map<string | number, number>()
  total = 0

  add(key: string | number, weight: number): void {
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + weight)
    this.total += weight
  }

  /** 0 none, 1 to 4 by quarters of the whole, 5 where it leads. */
  bucket(key: string | number): number {
    const count = this.#counts.get(key) ?? 0
    if (count === 0) return this.total === 0 ? 6 : 0
    for (const other of this.#counts.values())
      if (other > count) return 1 + Math.min(3, Math.floor((count / this.total) * 4))
    return 5
  }
}

/** Features of the candidates of one group, for a linear ranker. Made once for a group and a state of its surroundings. */
export class RankFeatures {
  readonly #group: PlaceGroup
  readonly #kindWord: number
  readonly #before: number
  readonly #after: number
  readonly #mostSupport: number
  readonly #most: number
  readonly #countries = new Tally()
  readonly #areas = new Tally()
  readonly #points: { entry: GazetteerEntry; weight: number }[] = []
  readonly #first: GazetteerEntry | undefined
  readonly #context: boolean

  constructor(text: PlaceText, groups: readonly PlaceGroup[], index: number, around?: Surroundings) {
    const group = groups[index]
    this.#group = group
    const { from, to } = group.range
    const { tokens } = text
    // "Jackson County", "Red River"; the word of a name of one word would be learnt by heart.
    this.#kindWord = to - from > 1 ? hashString(tokens[to - 1].text.toLowerCase()) : 0
    this.#after = tokens[to]?.sentence === tokens[from].sentence ? hashString(tokens[to].text.toLowerCase()) : 0
    this.#before = from > 0 ? hashString(tokens[from - 1].text.toLowerCase()) : 0
    this.#mostSupport = Math.max(0, ...group.support)
    this.#most = Math.max(...group.candidates.map(({ entry }) => entry.population), 0)
    this.#context = around !== undefined
    if (!around) return
    around.chosen.forEach((entry, i) => {
      if (!entry || i === index || groups[i]?.key === group.key) return
      const weight = Math.min(3, around.weights[i])
      if (entry.country !== '') this.#countries.add(entry.country, weight)
      const area = entry.kind === 'admin1' ? entry.index : entry.admin1
      if (area >= 0) this.#areas.add(area, weight)
      if (POINTS.has(entry.kind)) this.#points.push({ entry, weight })
    })
    this.#first = index === 0 ? undefined : around.chosen[0]
  }

  fill({ entry, use, route }: Candidate, rank: number, out: Int32Array): number {
    const group = this.#group
    let n = 0
    const kind = ENTRY_KINDS.indexOf(entry.kind)
    const how = NAME_USES.indexOf(use)
    const size = entry.population === 0 ? 0 : 1 + Math.round(Math.log10(entry.population) * 2)
    const context = this.#context ? 1 : 0
    const put = (template: number, a = 0, b = 0, c = 0): void => {
      out[n++] = feature(template + context * 100, a, b, c)
    }
    put(1, kind, how)
    put(2, kind, ROUTES.indexOf(route))
    put(3, kind, size)
    put(4, Math.min(rank, 5))
    put(5, Math.min(rank, 5), kind)
    const share = this.#most === 0 ? 0 : entry.population / this.#most
    put(6, share > 0.99 ? 4 : share > 0.3 ? 3 : share > 0.1 ? 2 : share > 0.01 ? 1 : 0)
    put(7, kind, this.#kindWord)
    put(8, kind, this.#before)
    put(14, kind, this.#after)
    put(9, entry.name === group.phrase ? 1 : 0, how)
    put(10, entry.capital === 'country' ? 2 : entry.capital === 'admin1' ? 1 : 0)
    put(11, Math.min(group.candidates.length, 9) === 9 ? 9 : group.candidates.length, Math.min(rank, 3))
    if (group.containers.length > 0) {
      const within = group.containers.find((container) => contains(container, entry))
      put(12, within ? 1 : 0)
      put(13, within ? 1 + ENTRY_KINDS.indexOf(within.kind) : 0, kind)
    }
    put(15, hashString(entry.country))
    const support = group.support[rank] ?? 0
    const leads = this.#mostSupport === 0 ? 2 : support === this.#mostSupport ? 1 : 0
    put(16, leads, Math.min(6, Math.round(support * 2)))
    put(17, leads, Math.min(6, Math.round((this.#mostSupport - support) * 2)))
    put(18, leads, size, entry.country === 'US' ? 1 : 0)
    if (!this.#context) return n

    const country = entry.country === '' ? 7 : this.#countries.bucket(entry.country)
    const of = entry.kind === 'admin1' ? entry.index : entry.admin1
    const area = of < 0 ? 7 : this.#areas.bucket(of)
    put(20, country)
    put(21, area)
    put(22, country, area)
    put(23, country, area, kind)
    put(24, country, size)
    put(25, area, size)
    let nearest = Number.POSITIVE_INFINITY
    let close = 0
    let hugging = 0
    for (const { entry: other, weight } of this.#points) {
      const km = distanceKm(entry, other)
      if (km < nearest) nearest = km
      if (km < 150) close += weight
      if (km < 40) hugging += weight
    }
    const near = this.#points.length === 0 ? 9 : kmBucket(nearest)
    put(30, near)
    put(31, near, kind)
    put(32, near, size)
    put(33, Math.min(4, close), near)
    put(34, Math.min(4, hugging), Math.min(4, close))
    put(35, near, country, area)
    put(
      36,
      this.#first ? kmBucket(distanceKm(entry, this.#first)) : 9,
      this.#first ? ENTRY_KINDS.indexOf(this.#first.kind) : 0,
    )
    return n
  }

  /** Features of the answer "none of these". */
  fillNone(out: Int32Array): number {
    const group = this.#group
    let n = 0
    const context = this.#context ? 1 : 0
    const put = (template: number, a = 0, b = 0, c = 0): void => {
      out[n++] = feature(template + context * 100, a, b, c)
    }
    put(50, ROUTES.indexOf(group.candidates[0].route))
    put(51, Math.min(group.candidates.length, 9))
    put(52, this.#most === 0 ? 0 : 1 + Math.round(Math.log10(this.#most + 1)))
    put(53, this.#kindWord)
    put(54, this.#before)
    put(55, ENTRY_KINDS.indexOf(group.candidates[0].entry.kind), NAME_USES.indexOf(group.candidates[0].use))
    put(56, group.containers.length > 0 ? 1 : 0)
    put(57, group.range.to - group.range.from)
    return n
  }
}

function kmBucket(km: number): number {
  return km < 3 ? 0 : km < 15 ? 1 : km < 40 ? 2 : km < 100 ? 3 : km < 250 ? 4 : km < 700 ? 5 : km < 2500 ? 6 : 7
}
