import { markOf } from '../../document/Clauses.ts'
import type { Candidate, CandidateAt } from './Candidate.ts'
import { governorOf, headOf, isAtOnce } from './governorOf.ts'
import { agreeing, placeTimes } from './happenedWhen.ts'
import { finest, isWhere, isWhose } from './happenedWhere.ts'
import { lineHead } from './lineHead.ts'
import { compatible } from './linkMentions.ts'
import { placeThatSaw } from './placeThatSaw.ts'
import type { Scene } from './Scene.ts'

/**
 * Gives every candidate its times and places: an expression belongs to the first trigger above it in the tree, to what
 * stands under the same verb where that verb is no trigger, and otherwise to the only candidate of the sentence.
 *
 *     On Monday police said a bomb had exploded in a bar on Sunday.
 *     ^-------^ "said"                          ^----------------^ "exploded"
 */
export function placeInTime(scene: Scene, candidates: readonly Candidate[], at: CandidateAt): void {
  const bySentence = new Map<number, Candidate[]>()
  for (const candidate of candidates) {
    bySentence.set(candidate.sentence, [...(bySentence.get(candidate.sentence) ?? []), candidate])
  }
  for (const [sentence, group] of bySentence) {
    placeTimes(scene, sentence, group, at)
    for (const place of scene.placesIn(sentence)) {
      const start = lineHead(scene.trees, place) ?? headOf(scene, place)
      const owner =
        isWhere(scene, start) && !isWhose(scene, start, place, at)
          ? governorOf(scene, start, at, group, true)
          : undefined
      if (owner !== undefined && owner !== 'none') owner.places = [...owner.places, place]
    }
    for (const candidate of group) {
      const place = candidate.places.length > 0 ? undefined : placeThatSaw(scene, candidate)
      if (place !== undefined) candidate.places = [place]
    }
    share(scene, group, at)
  }
  for (const candidate of candidates) {
    candidate.places = finest(candidate.places)
    candidate.times = agreeing(scene, candidate)
  }
}

/** "ambushed a patrol on Friday, killing two": clauses of one sentence that belong together share when and where. */
function share(scene: Scene, group: readonly Candidate[], at: CandidateAt): void {
  const { trees } = scene
  for (let round = 0; round < 2; round++) {
    for (const candidate of group) {
      const above = at.get(trees.head(candidate.match.token))
      if (!above || above === candidate) continue
      if (
        !compatible(scene.lexicons.vocabulary, candidate.type, above.type) &&
        candidate.type !== 'sabotage' &&
        !isAtOnce(scene.trees, candidate.match.token)
      )
        continue
      if (!/^(advcl|conj|acl|xcomp|nsubj|obl|parataxis)$/.test(trees.plainRelation(candidate.match.token))) continue
      if (/^(after|before|since|following)$/.test(markOf(scene.trees, candidate.match.token))) continue
      if (candidate.times.length === 0) candidate.times = above.times
      else if (above.times.length === 0) above.times = candidate.times
      if (candidate.places.length === 0) candidate.places = above.places
      else if (above.places.length === 0) above.places = candidate.places
    }
  }
}
