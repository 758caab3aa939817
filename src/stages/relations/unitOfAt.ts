import type { Found } from './Found.ts'
import type { RelationScene } from './RelationScene.ts'
import { relationTo } from './relationTo.ts'

/** "the 5th Brigade of the Lions": a unit by name, of the group whose it is. */
export function unitOfAt(scene: RelationScene, i: number): Found[] {
  const { trees, referents } = scene
  if (trees.tags[i].upos !== 'PROPN' || !scene.words.namedUnits.has(trees.lower(i)) || referents.entityAt(i) < 0)
    return []
  const of = trees
    .children(i)
    .find((child) => child > i && trees.plainRelation(child) === 'nmod' && scene.preposition(child) === 'of')
  if (of === undefined || !scene.isOneOf(of, ['group', 'organisation']) || !scene.isNamed(of)) return []
  if (referents.entityAt(of) === referents.entityAt(i)) return []
  return [relationTo(scene, of, { property: 'part-of', subject: i, token: i, rule: 'unit-of', background: true })]
}
