import type { PropositionValue } from '../../document/Layers.ts'
import { namesOf } from './namesOf.ts'
import type { RelationScene } from './RelationScene.ts'

/** What a word of the report is as a value: a place, an entity, or else its words. */
export function valueAt(scene: RelationScene, i: number): PropositionValue {
  const { trees, referents } = scene
  // "near the old town of Gulu" is not in it.
  const around = /^(place|facility)$/.test(scene.kindOf(i) ?? 'place') ? trees.children(i) : []
  const near = [i, ...around].map((at) => scene.placeAt(at)).findLast((place) => place !== undefined)
  if (near?.place.relation === 'near' || (near && scene.preposition(i) === 'near'))
    return { ...near.place, relation: 'near' }
  const entity = referents.entityAt(namesOf(scene, i)[0])
  if (entity >= 0) return { type: 'entity', entity }
  const place = scene.placeAt(i)
  if (place) return place.place
  const { start, end } = referents.phraseOf(i)
  return { type: 'text', text: scene.document.text.slice(start, end) }
}
