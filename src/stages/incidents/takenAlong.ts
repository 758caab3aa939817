import type { Scene } from './Scene.ts'

/** "with 24 crew members aboard", "carrying 12 fishermen" */
export function isAboard(scene: Scene, head: number): boolean {
  const { trees } = scene
  if (!scene.isPerson(head) && !/^(member|crew|people|passenger)$/.test(trees.lemma(head))) return false
  const over = trees.head(head)
  if (over >= 0 && trees.relation(head) === 'obj') return trees.lemma(over) === 'carry'
  return (
    scene.preposition(head) === 'with' &&
    (/^(aboard|onboard)$/.test(trees.lower(head + 1)) ||
      (trees.lower(head + 1) === 'on' && trees.lower(head + 2) === 'board'))
  )
}

/** "took four policemen with them", "took them hostage"; not "took two friends with her". */
export function isTakenAlong(scene: Scene, verb: number, head: number): boolean {
  const { trees } = scene
  if (!scene.isPerson(head)) return false
  const captive = [head + 1, head + 2].some(
    (i) => i < trees.length && /^(hostage|captive|prisoner|away)$/.test(trees.lower(i)) && trees.head(i) <= i,
  )
  const along = trees
    .children(verb)
    .some((child) => trees.lower(child) === 'them' && scene.preposition(child) === 'with')
  const by = trees.child(verb, 'nsubj')
  return (captive || along) && by >= 0 && scene.isArmed(by)
}
