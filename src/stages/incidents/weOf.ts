import { innermostOver } from './attributionFor.ts'
import type { Scene } from './Scene.ts'

/** "We are preparing something for you", in the words of a group: the group. */
export function weOf(scene: Scene, head: number): number | undefined {
  if (!/^(we|us)$/.test(scene.trees.lower(head))) return undefined
  const attribution = scene.document.get('attributions')[innermostOver(scene, head)]
  const entity = attribution?.mode === 'direct' ? attribution.entity : undefined
  const kind = entity === undefined ? undefined : scene.referents.entities[entity].kind
  return /^(group|organisation|public body)$/.test(kind ?? '') ? entity : undefined
}
