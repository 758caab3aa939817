import { subjectOf } from '../../document/Clauses.ts'
import { isPassive } from './isPassive.ts'
import type { RelationScene } from './RelationScene.ts'

/** Who does it: the subject of the active, the "by" of the passive; all of a list. */
export function agentsOf(scene: RelationScene, verb: number): number[] {
  const { trees } = scene
  if (isPassive(scene, verb)) {
    // "was shot dead by the gang", with the gang hung on "dead"
    const complement = trees.child(verb, 'xcomp')
    const by = scene.obliques(verb, ['by'])
    if (by.length > 0) return by
    if (complement >= 0) return scene.obliques(complement, ['by'])
    // "founded in the 1970s by Omar Haddad", with him hung on the years
    const when = trees.children(verb).find((child) => child > verb && scene.isTime(child))
    return when === undefined ? by : scene.obliques(when, ['by'])
  }
  return scene.eachOf(subjectHead(scene, verb))
}

/** To whom it is done: the object of the active, the subject of the passive. */
export function patientsOf(scene: RelationScene, verb: number): number[] {
  const { trees } = scene
  if (isPassive(scene, verb)) return scene.eachOf(subjectHead(scene, verb))
  const object = trees.child(verb, 'obj')
  // "allowed the rebels to pass"
  const allowed = object < 0 && trees.child(verb, 'xcomp') >= 0 ? trees.child(verb, 'iobj') : object
  return scene.eachOf(allowed)
}

/** The subject; where the tree loses it behind a clause between commas ("Gul, who …, was killed"), what the last comma closes. */
function subjectHead({ trees }: RelationScene, verb: number): number {
  const { head } = subjectOf(trees, verb)
  if (head >= 0) return head
  // "a carpenter suspected of leading the cell"
  const over = trees.head(verb)
  if (over >= 0 && /^(suspect|accuse|convict)$/.test(trees.lemma(over)) && trees.plainRelation(over) === 'acl')
    return trees.head(over)
  const first = trees.children(verb).find((child) => child < verb && /^(aux|cop)$/.test(trees.plainRelation(child)))
  const comma = (first ?? verb) - 1
  if (comma < 1 || trees.lower(comma) !== ',') return -1
  let closed = trees.head(comma) < comma ? trees.head(comma) : comma - 1
  while (trees.head(closed) >= 0 && trees.head(closed) < comma && trees.head(closed) !== trees.head(verb))
    closed = trees.head(closed)
  return closed >= 0 && /^(NOUN|PROPN)$/.test(trees.tags[closed].upos) ? closed : -1
}
