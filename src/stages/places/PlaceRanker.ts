import type { TokenRange } from '../../document/Layers.ts'
import type { LinearModel } from '../../learned/LinearModel.ts'
import type { Candidate } from './candidatesOf.ts'
import type { Gazetteer } from './Gazetteer.ts'
import type { GazetteerEntry } from './GazetteerEntry.ts'
import { levelOf } from './levelOf.ts'
import { contains, groupsOf, type PlaceGroup } from './PlaceGroup.ts'
import type { PlaceText } from './PlaceText.ts'
import { preferCountries } from './preferCountries.ts'
import { preferNeighbours } from './preferNeighbours.ts'
import { MOST_RANK_FEATURES, RankFeatures, type Surroundings } from './rankFeatures.ts'

/** Adds up the weights of the first `n` features. */
type Scorer = (features: Int32Array, n: number) => number

const features = new Int32Array(MOST_RANK_FEATURES)

/** The best candidate of a group by a linear score, or undefined where "none of these" is better. */
export function bestCandidate(group: PlaceGroup, view: RankFeatures, scorer: Scorer): Candidate | undefined {
  if (group.candidates.length === 0) return undefined
  let best: Candidate | undefined
  const placed = isPlaced(group)
  let most = noneIsPossible(group) ? scorer(features, view.fillNone(features)) : Number.NEGATIVE_INFINITY
  group.candidates.forEach((candidate, rank) => {
    if (placed && !isHeld(group, candidate)) return
    const sum = scorer(features, view.fill(candidate, rank, features))
    if (sum > most) {
      most = sum
      best = candidate
    }
  })
  return best
}

/** People of a town that is known the world over. */
const PROMINENT = 50_000

const isProminent = ({ entry, route, use }: Candidate): boolean =>
  route === 'whole' && use === 'name' && (entry.population >= PROMINENT || !SETTLED.has(entry.kind))

/** Where namesakes of streets, quarters and farms abound that the gazetteer does not have. */
const ENGLISH_SPEAKING: ReadonlySet<string> = new Set(['US', 'GB', 'CA', 'AU', 'NZ', 'IE', 'ZA', 'JM', 'PH'])

/** The one place of its name in the gazetteer, with a name that hardly came about twice: "Qamishli". */
const isOnlyOne = ({ candidates: [first, second] }: PlaceGroup): boolean =>
  second === undefined && first.route === 'whole' && !ENGLISH_SPEAKING.has(first.entry.country)

const SETTLED: ReadonlySet<string> = new Set(['town', 'district', 'admin1', 'admin2', 'airport'])

const isHeld = ({ containers }: PlaceGroup, { entry }: Candidate): boolean =>
  containers.some((container) => contains(container, entry))

/** What the report puts into a larger place in so many words is there, and nowhere else. */
const isPlaced = (group: PlaceGroup): boolean => group.candidates.some((candidate) => isHeld(group, candidate))

/**
 * Whether a name may be none of its candidates. The word of a nation means that nation, wherever the report plays; a great
 * town, a sea, or the only place of its name is not unknown for being far.
 */
export const noneIsPossible = (group: PlaceGroup): boolean =>
  !isPlaced(group) &&
  !isOnlyOne(group) &&
  !group.candidates.every(({ use }) => use === 'demonym') &&
  !group.candidates.some(isProminent)

/** How often the names of a report are read again in the light of each other. */
const ROUNDS = 2

/** Rules that have the last word over the scores, which learn without them. */
type Settle = (
  groups: readonly PlaceGroup[],
  chosen: readonly (Candidate | undefined)[],
  home: GazetteerEntry | undefined,
) => readonly (Candidate | undefined)[]

/** Reads every group by itself, and then again in the light of what the others were read as. */
export function chooseAll(
  text: PlaceText,
  groups: readonly PlaceGroup[],
  scorer: Scorer,
  home?: GazetteerEntry,
  settle: Settle = (_, chosen) => chosen,
): (Candidate | undefined)[] {
  const first = groups.map((group, i) => bestCandidate(group, new RankFeatures(text, groups, i), scorer))
  let chosen: readonly (Candidate | undefined)[] = settle(groups, first, home)
  for (let round = 0; round < ROUNDS; round++) {
    const around = surroundingsOf(groups, chosen, home)
    const again = groups.map((group, i) => bestCandidate(group, new RankFeatures(text, groups, i, around), scorer))
    chosen = settle(groups, again, home)
  }
  return [...chosen]
}

/** What a group is read among: the readings of the groups, and the outlet's home as one more name. */
export function surroundingsOf(
  groups: readonly PlaceGroup[],
  chosen: readonly (Candidate | undefined)[],
  home?: GazetteerEntry,
): Surroundings {
  return {
    chosen: [...chosen.map((candidate) => candidate?.entry), home],
    weights: [...groups.map(({ members }) => members.length), 1],
  }
}

/** Chooses which of the places of one name a report means. */
export class PlaceRanker {
  readonly #model: LinearModel
  readonly #gazetteer: Gazetteer

  constructor(model: LinearModel, gazetteer: Gazetteer) {
    this.#model = model
    this.#gazetteer = gazetteer
  }

  /** The reading of each range, undefined where the gazetteer has none that fits; `home` is where the outlet is at home. */
  resolve(text: PlaceText, ranges: readonly TokenRange[], home?: GazetteerEntry): (Candidate | undefined)[] {
    const groups = groupsOf(text, ranges, this.#gazetteer)
    const score = new Float32Array(1)
    const scorer: Scorer = (features, n) => {
      this.#model.scores(features, n, score)
      return score[0]
    }
    const chosen = preferNeighbours(groups, chooseAll(text, groups, scorer, home, preferCountries))
    const resolved: (Candidate | undefined)[] = ranges.map(() => undefined)
    const held = new Set(groups.flatMap(({ containers }) => containers))
    groups.forEach(({ members, candidates }, i) => {
      const candidate = chosen[i]
      if (!candidate) return
      for (const member of members)
        resolved[member] = levelOf(text, ranges[member], candidate, candidates, held.has(candidate.entry))
    })
    return resolved
  }
}
