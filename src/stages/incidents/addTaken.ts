import type { Taken } from '../../vocabulary/Trigger.ts'
import type { AddArgument } from './Argument.ts'
import type { Scene } from './Scene.ts'

/** Takes a phrase for what the trigger says it is: a role, nothing, or whose it is. */
export function addTaken(scene: Scene, taken: Taken, head: number, name: string, add: AddArgument): void {
  if (head < 0 || taken === 'none' || taken === 'otherwise') return
  if (taken === 'reached') add('patient', reachedBy(scene, head), name)
  else if (taken !== 'whose') add(taken, head, name)
  else for (const party of partiesIn(scene, head)) add('patient', party, 'whose')
}

/** "the app" of "access to the app"; anything else itself */
function reachedBy(scene: Scene, head: number): number {
  const { trees } = scene
  if (!/^(access|entry|use|broadcast|transmission|body|corpse|remains|remain)$/.test(trees.lemma(head))) return head
  return trees.children(head).find((child) => /^(to|of|from)$/.test(scene.preposition(child))) ?? head
}

/** Somebody, or a place that stands for those who rule it. */
export const isParty = (scene: Scene, i: number): boolean =>
  scene.isBody(i) ||
  scene.isPlace(i) ||
  (scene.trees.tags[i].upos === 'PROPN' && scene.entityKind(i) === undefined) ||
  (scene.isPerson(i) && !scene.isThing(i))

/** "the minister" himself; "police" of "the police crackdown", "the army" of "the attack by the army". */
function partiesIn(scene: Scene, head: number): number[] {
  if (isParty(scene, head)) return [head]
  const doers = doersWithin(scene, head).filter((doer) => isParty(scene, doer))
  if (doers.length > 0) return doers
  return scene.trees.children(head).filter((child) => {
    const relation = scene.trees.relation(child)
    const owns = /^(nmod:poss|compound)$/.test(relation)
    const did = scene.trees.plainRelation(child) === 'nmod' && /^(by|from)$/.test(scene.preposition(child))
    return (owns || did) && isParty(scene, child)
  })
}

/** "two men by gendarmes", "the union's leader by hired men": who did it, hung somewhere under whom it was done to */
export function doersWithin(scene: Scene, phrase: number, depth = 0): number[] {
  if (depth > 2) return []
  const { trees } = scene
  return trees.children(phrase).flatMap((child) => {
    if (!/^(nmod|compound)$/.test(trees.plainRelation(child))) return []
    return scene.preposition(child) === 'by' && child > phrase ? [child] : doersWithin(scene, child, depth + 1)
  })
}
