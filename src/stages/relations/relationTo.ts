import type { Found } from './Found.ts'
import type { RelationScene } from './RelationScene.ts'
import { valueAt } from './valueAt.ts'

/** What a rule hands over where the value is what another word of the report stands for. */
export const relationTo = (scene: RelationScene, other: number, rest: Omit<Found, 'value' | 'valueSpan'>): Found => ({
  ...rest,
  value: valueAt(scene, other),
  valueSpan: scene.referents.phraseOf(other),
})
