import type { Candidate } from '../src/stages/places/candidatesOf.ts'
import { distanceKm } from '../src/stages/places/distanceKm.ts'
import type { Gazetteer } from '../src/stages/places/Gazetteer.ts'
import { groupsOf, type PlaceGroup } from '../src/stages/places/PlaceGroup.ts'
import { bestCandidate, chooseAll, noneIsPossible, surroundingsOf } from '../src/stages/places/PlaceRanker.ts'
import type { PlaceText } from '../src/stages/places/PlaceText.ts'
import { MOST_RANK_FEATURES, RankFeatures, type Surroundings } from '../src/stages/places/rankFeatures.ts'
import { AveragedPerceptron } from './AveragedPerceptron.ts'
import type { GoldPlace, PlaceDocument } from './placeDocuments.ts'
import { random, shuffle } from './random.ts'

/** Within this the gold point and a candidate's are taken for one place: 100 miles, as the table counts. */
const SAME_KM = 161

interface Example {
  readonly text: PlaceText
  readonly groups: readonly PlaceGroup[]
  /** The right candidate of each group; null where none is right; undefined where the gold does not say. */
  readonly truth: readonly (Candidate | null | undefined)[]
}

/**
 * Trains the ranker of places on the gold names of reports. A group's candidates are scored by themselves and then among
 * the (guessed) readings of the others; each time the best wrong one is punished and the right one rewarded.
 */
export function trainPlaceRanker(
  documents: readonly PlaceDocument[],
  texts: readonly PlaceText[],
  gazetteer: Gazetteer,
  iterations = 10,
): AveragedPerceptron {
  const examples = documents.map(({ ranges, corpus }, i): Example => {
    const groups = groupsOf(texts[i], ranges, gazetteer)
    const truth = groups.map(({ members, candidates }) =>
      corpus === 'world' ? worldTruthOf(candidates) : truthOf(ranges[members[0]].gold, candidates),
    )
    return { text: texts[i], groups, truth }
  })
  const perceptron = new AveragedPerceptron(['score'])
  const score = new Float32Array(1)
  const scorer = (features: Int32Array, n: number): number => {
    perceptron.scores(features, n, score)
    return score[0]
  }
  const next = random(1)
  const learn = ({ text, groups, truth }: Example, around?: Surroundings): void => {
    groups.forEach((group, i) => {
      const right = truth[i]
      if (right === undefined || group.candidates.length === 0 || (right === null && !noneIsPossible(group))) return
      const view = new RankFeatures(text, groups, i, around)
      const guess = bestCandidate(group, view, scorer)
      if ((guess ?? null) !== right && !(guess && right && distanceKm(guess.entry, right.entry) < 5)) {
        add(perceptron, group, view, right ?? undefined, 1)
        add(perceptron, group, view, guess, -1)
      }
      perceptron.tick()
    })
  }
  for (let iteration = 0; iteration < iterations; iteration++) {
    for (const example of shuffle([...examples], next)) {
      learn(example)
      const first = example.groups.map((group, i) =>
        bestCandidate(group, new RankFeatures(example.text, example.groups, i), scorer),
      )
      learn(example, surroundingsOf(example.groups, first))
      const all = chooseAll(example.text, example.groups, scorer)
      learn(example, surroundingsOf(example.groups, all))
    }
  }
  return perceptron
}

const features = new Int32Array(MOST_RANK_FEATURES)

function add(
  perceptron: AveragedPerceptron,
  group: PlaceGroup,
  view: RankFeatures,
  candidate: Candidate | undefined,
  amount: number,
): void {
  const n = candidate ? view.fill(candidate, group.candidates.indexOf(candidate), features) : view.fillNone(features)
  for (let i = 0; i < n; i++) perceptron.add(features[i], 0, amount)
}

/** In world news a country's name is the country, unless a state shares it, and a capital's name is the capital. */
function worldTruthOf(candidates: readonly Candidate[]): Candidate | undefined {
  const country = candidates.find(({ entry }) => entry.kind === 'country')
  const state = candidates.some(({ entry, use }) => entry.kind === 'admin1' && use === 'name')
  if (country) return state ? undefined : country
  return candidates.find(({ entry, use }) => entry.capital === 'country' && entry.kind === 'town' && use === 'name')
}

/** Areas so wide that points within them lie further apart than counts as the same. */
const AREAS: ReadonlySet<string> = new Set([
  'country',
  'continent',
  'region',
  'ocean',
  'sea',
  'river',
  'desert',
  'mountains',
])

function truthOf(gold: GoldPlace, candidates: readonly Candidate[]): Candidate | null | undefined {
  const { lat, lon, geonameId } = gold
  // Nations and regions without a point in the corpus have one all the same.
  if (candidates.some(({ entry, use }) => use === 'demonym' || AREAS.has(entry.kind))) {
    if (lat === undefined || lon === undefined) return undefined
  } else if (lat === undefined || lon === undefined) return null
  const exact = candidates.find(({ entry }) => geonameId !== undefined && entry.geonameId === geonameId)
  if (exact) return exact
  const near = candidates
    .map((candidate) => ({ candidate, km: distanceKm(candidate.entry, { lat, lon }) }))
    .filter(({ km }) => km <= SAME_KM)
    .sort((a, b) => a.km - b.km)
  // The point of a wide region is a matter of taste: that a corpus has another says nothing.
  return (
    near[0]?.candidate ??
    (candidates.some(({ entry, use }) => use === 'demonym' || AREAS.has(entry.kind)) ? undefined : null)
  )
}
