import type { PlaceAnnotation } from '../../document/Layers.ts'
import type { CandidateAt } from './Candidate.ts'
import { isFromTheAir } from './nounArguments.ts'
import type { Scene } from './Scene.ts'

const FINENESS = { site: 6, town: 5, admin2: 4, admin1: 3, country: 2, region: 1, unknown: 0 } as const

/** "in Lima", "the Lima bombing", "Lima's airport": where; "a Peruvian officer", "fighters from Peru": not. */
export function isWhere(scene: Scene, named: number): boolean {
  const { trees } = scene
  const { areas } = scene.lexicons.circumstanceWords
  let start = named
  // "in the region of Sidi Lakhdar": the area's own preposition counts.
  while (scene.preposition(start) === 'of' && trees.head(start) >= 0 && areas.has(trees.lemma(trees.head(start))))
    start = trees.head(start)
  if (trees.tags[start].upos === 'ADJ' || /^(amod|nsubj)$/.test(trees.plainRelation(start)) || scene.isPerson(start))
    return false
  return (
    !/^(from|to|into|of|against|with|by|between|like|including|for|via)$/.test(scene.preposition(start)) ||
    trees.plainRelation(trees.head(start)) === 'obl'
  )
}

/** "two U.S. missionaries", "the U.S. embassy in Lima": a country before a noun tells whose it is; "the Kenya attack": where. */
export function isWhose(
  { trees, lexicons }: Scene,
  named: number,
  { place }: PlaceAnnotation,
  at: CandidateAt,
): boolean {
  const head = trees.head(named)
  return (
    place.precision === 'country' &&
    named < head &&
    /^(compound|nmod|amod)$/.test(trees.plainRelation(named)) &&
    trees.preposition(named) === '' &&
    !(at.has(head) && !isFromTheAir(at.get(head)!.type)) &&
    !lexicons.circumstanceWords.areas.has(trees.lemma(head))
  )
}

/** The most exact places only: of "a bar in Gulu, Uganda" the town, since the country follows from it. */
export function finest(places: readonly PlaceAnnotation[]): PlaceAnnotation[] {
  return places.filter(
    ({ place }, index) =>
      // What no gazetteer knows is no wide place: "the village of Tamba in the north-east".
      place.precision === 'unknown' ||
      !places.some(
        (other, otherIndex) =>
          otherIndex !== index &&
          FINENESS[other.place.precision] > FINENESS[place.precision] &&
          (other.place.country === undefined || place.country === undefined || other.place.country === place.country),
      ),
  )
}
