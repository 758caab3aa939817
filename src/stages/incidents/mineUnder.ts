import { subjectOf } from '../../document/Clauses.ts'
import { isVehicle } from './agentOf.ts'
import type { Scene } from './Scene.ts'

/**
 * What somebody or a vehicle set off by going over it: "mine" of "their jeep hit a mine", "stepped on a landmine"; -1 where there is none,
 * and where the mine is a pit: "Rockets hit a mine", "The rebels struck the coal mine".
 */
export function mineUnder(scene: Scene, verb: number): number {
  const { trees, lexicons } = scene
  const { head, by } = subjectOf(trees, verb)
  if (head < 0 || by === 'none') return -1
  const goes =
    isVehicle(scene, head) ||
    lexicons.participantWords.driven.has(trees.lemma(head)) ||
    (scene.isPerson(head) && trees.lemma(verb) !== 'hit' && trees.lemma(verb) !== 'strike')
  if (!goes) return -1
  return (
    trees
      .children(verb)
      .find((child) => child > verb && /^(obj|obl)$/.test(trees.plainRelation(child)) && isMine(scene, child)) ?? -1
  )
}

const isMine = (scene: Scene, i: number): boolean => {
  const { trees } = scene
  const kind = scene.instrumentKind(i)
  if (kind === 'mine' || kind === 'improvised-device') return true
  if (/^(device|trap)$/.test(trees.lemma(i)))
    return trees.children(i).some((child) => /^(explosive|booby|improvised)$/.test(trees.lower(child)))
  return (
    /^(mine|bomb)$/.test(trees.lemma(i)) &&
    !trees
      .children(i)
      .some((child) => /^(coal|gold|copper|diamond|iron|salt|silver|tin|zinc)$/.test(trees.lower(child)))
  )
}
