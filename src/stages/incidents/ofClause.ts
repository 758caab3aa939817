import type { Taken } from '../../vocabulary/Trigger.ts'
import type { AddArgument } from './Argument.ts'
import { addTaken, isParty } from './addTaken.ts'
import type { Scene } from './Scene.ts'

/** "promised to send [Iraq] trainers", "agreed not to deport [the families]": to whom what is promised is to be done. */
export function ofClause(scene: Scene, verb: number, taken: Taken, add: AddArgument): void {
  const { trees } = scene
  // "wants [Brussels] to open its stores"
  if (trees.relation(verb) === 'xcomp' && taken === 'patient' && trees.child(trees.head(verb), 'obj', 'iobj') >= 0)
    return
  // "demanded that the army lift the siege"
  const subject = trees.relation(verb) === 'ccomp' ? trees.child(verb, 'nsubj') : -1
  if (subject >= 0) {
    if (isParty(scene, subject) || !scene.isThing(subject)) add('patient', subject, 'clause')
    return
  }
  const given = trees.children(verb).find((child) => trees.relation(child) === 'iobj')
  const to = trees
    .children(verb)
    .find((child) => trees.plainRelation(child) === 'obl' && /^(to|with)$/.test(scene.preposition(child)))
  // "threatened to seize the island [from Chad]"
  const from = /^(seize|wrest|capture|annex|grab|snatch)$/.test(trees.lemma(verb))
    ? trees.children(verb).find((child) => scene.preposition(child) === 'from' && isParty(scene, child))
    : undefined
  const object = trees.child(verb, 'obj')
  if (given === undefined && to === undefined && from === undefined && taken === 'whose' && isSpot(scene, object))
    return
  addTaken(scene, taken, from ?? given ?? to ?? partyUnder(scene, trees.child(verb, 'obj')), 'clause', add)
}

/** "agreed to reopen the border", "to share intelligence": nobody */
const isSpot = ({ trees }: Scene, object: number): boolean =>
  object >= 0 &&
  trees.tags[object].upos === 'NOUN' &&
  /^(border|frontier|crossing|intelligence|road|port|airport|camp|market|corridor|railway|dam|pipeline|embassy|consulate|school|hospital|base|line|bridge|force|command|committee|commission|centre|center)$/.test(
    trees.lemma(object),
  )

/** "flew to Lima to see [the premier]" */
export const isPurpose = ({ trees }: Scene, verb: number): boolean =>
  trees.relation(verb) === 'advcl' && trees.children(verb).some((child) => child < verb && trees.lower(child) === 'to')

/** "any [of the families]" */
function partyUnder(scene: Scene, object: number): number {
  if (object < 0 || isParty(scene, object)) return object
  const { trees } = scene
  const of = trees
    .children(object)
    .find((child) => trees.plainRelation(child) === 'nmod' && scene.preposition(child) === 'of')
  return of !== undefined && /^(any|all|some|none|most|one|many)$/.test(trees.lower(object)) ? of : object
}
