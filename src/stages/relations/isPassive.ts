import { isPassive as isPassiveInTree } from '../../document/Clauses.ts'
import type { RelationScene } from './RelationScene.ts'

/** True where a verb is passive, also where the tree does not show it. */
export function isPassive(scene: RelationScene, i: number): boolean {
  const { trees } = scene
  if (isPassiveInTree(trees, i)) return true
  if (scene.words.undergone.has(trees.lemma(i)) && (isParticiple(scene, i) || isAside(scene, i))) return true
  // "Ameril, wanted by the police", with the participle tagged as a past tense
  return (
    trees.plainRelation(i) === 'acl' &&
    trees.children(i).some((c) => trees.relation(c) === 'obl:agent' && scene.preposition(c) === 'by')
  )
}

/** "Omar, wanted in Spain, was arrested", read as if he had wanted: right behind a comma, without an object. */
const isAside = ({ trees }: RelationScene, i: number): boolean =>
  /^VB[ND]$/.test(trees.tags[i].xpos) && trees.lower(i - 1) === ',' && trees.child(i, 'obj') < 0

/** A participle that follows its noun, also where it is tagged as a past tense: "the Lions, formerly called the Army of Light". */
export function isParticiple({ trees }: RelationScene, i: number): boolean {
  return (
    trees.relation(i) === 'acl' &&
    /^VB[ND]$/.test(trees.tags[i].xpos) &&
    (trees.child(i, 'nsubj', 'obj') < 0 ||
      // "Omar Haddad, nicknamed the Fox, fled"
      (/^(nickname|dub|rename|style)$/.test(trees.lemma(i)) && trees.child(i, 'nsubj') < 0))
  )
}
