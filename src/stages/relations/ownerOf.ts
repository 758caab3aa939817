import { bodyBefore } from './bodyBefore.ts'
import type { RelationScene } from './RelationScene.ts'

/** Whose it is: what "its", "their" and "whose" stand for, where the word before a noun is one of these; -1 where nobody knows. */
export function ownerOf(scene: RelationScene, i: number, kinds: readonly string[]): number {
  const word = scene.trees.lower(i)
  if (word === 'whose') return nounBeforeWhose(scene, i)
  if (word === 'our') return scene.antecedent(i)
  if (!/^(its|their)$/.test(word)) return i
  // "Tehran says that [its] founder was paid": no city has a founder
  const known = scene.referents.entityAt(i) >= 0
  if (known && (scene.kindOf(i) !== 'place' || scene.isOneOf(i, kinds))) return i
  const found = bodyBefore(scene, i, kinds)
  return found < 0 && known ? i : found
}

/** The noun before "whose" in "the Front, whose leader fled"; -1 where there is none. */
export function nounBeforeWhose({ trees }: RelationScene, i: number): number {
  let clause = i
  while (clause >= 0 && trees.plainRelation(clause) !== 'acl') clause = trees.head(clause)
  return clause < 0 ? -1 : trees.head(clause)
}
