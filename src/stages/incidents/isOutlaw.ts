import { subjectOf } from '../../document/Clauses.ts'
import { PRIVATE_WORDS } from './isPublic.ts'
import type { Scene } from './Scene.ts'

/** Somebody of an armed group or sought by the law: "the rebel commander", "one of the country's most wanted men, Omar Tal". */
export function isOutlaw(scene: Scene, i: number): boolean {
  const { trees } = scene
  if (isOutside(scene, i)) return true
  // the description that a name stands with, wherever the tree hangs it
  let top = i
  while (/^(appos|flat|compound)$/.test(trees.plainRelation(top)) && trees.head(top) >= 0) top = trees.head(top)
  const beside = trees.head(top) < 0 ? [] : trees.children(trees.head(top))
  const apposed = beside.find((child) => child > top && trees.relation(child) === 'appos')
  const last = Math.max(trees.right(top), apposed === undefined ? -1 : trees.right(apposed))
  for (let word = trees.left(top); word <= last; word++) if (isOutside(scene, word)) return true
  return false
}

const isOutside = (scene: Scene, i: number): boolean =>
  scene.isLawless(i) ||
  scene.entityKind(i) === 'group' ||
  /^(fugitive|warlord|mastermind|kingpin|outlaw)$/.test(scene.trees.lower(i)) ||
  // "one of the most wanted men", "the wanted preacher"; not "the most wanted coach"
  (scene.trees.lower(i) === 'wanted' &&
    scene.trees.head(i) >= 0 &&
    scene.isPerson(scene.trees.head(i)) &&
    !PRIVATE_WORDS.test(scene.trees.lemma(scene.trees.head(i))))

/**
 * Who was there, of a meeting that somebody tells of:
 *
 *     One shepherd described a visit from the warlord.      the shepherd
 *     The talks followed a visit from the warlord.          nobody
 */
export function metBy({ trees }: Scene, noun: number): number[] {
  const verb = trees.head(noun)
  if (verb < 0 || !/^(obj|obl|nmod)$/.test(trees.plainRelation(noun))) return []
  if (!TELLING.test(trees.lemma(verb))) return []
  const { head } = subjectOf(trees, verb)
  return head < 0 ? [] : [head]
}

const TELLING = /^(describe|recall|recount|remember|tell|speak|receive|have|get|survive)$/
