import type { Scene } from './Scene.ts'
import { isMouthpiece, isRebel, possessorOf, sideOf, whoseSide } from './sideOf.ts'

/** The side of the one who speaks, where that is who did it: itself, its men, "we", or the group that its spokesman names. */
export function ownSide(scene: Scene, head: number, attribution: number): number {
  if (attribution < 0) return -1
  const { entity, mode, source } = scene.document.get('attributions')[attribution]
  if (isMouthpiece(scene, source) && isRebel(scene, head)) return head
  if (entity === undefined) return -1
  const [first] = scene.referents.entities[entity].mentions
  const speaker = first === undefined ? -1 : scene.referents.mentions[first].head
  const side = sideOf(scene, entity)
  const spoken = side >= 0 ? side : speaker
  if (/^(we|us|i)$/.test(scene.trees.lower(head))) return mode === 'indirect' ? -1 : spoken
  const own = possessorOf(scene, head)
  const whose = own >= 0 ? own : head
  // "The Lions said in a message that they were responsible": they, whomever the text spoke of before.
  const kind = scene.referents.entities[entity].kind
  if (/^(group|organisation)$/.test(kind) && /^(it|its|they|their)$/.test(scene.trees.lower(whose)))
    return isOfAccused(scene, whose) ? -1 : spoken
  if (own >= 0 && /^our$/.test(scene.trees.lower(own))) return spoken
  // "Militants from the emirate killed the mayor, the group said": of the group just named.
  if (scene.trees.tags[head].upos !== 'PRON' && isRebel(scene, head) && isBareGroup(scene, entity))
    return own >= 0 ? own : head
  const of = scene.referents.entityAt(whose)
  if (of < 0) return -1
  return of === entity || (side >= 0 && of === scene.referents.entityAt(side)) ? spoken : -1
}

/** "The coalition blamed the rebels, saying [they] had fired on it" */
function isOfAccused({ referents }: Scene, pronoun: number): boolean {
  const mention = referents.mentions[referents.mentionAt(pronoun)]
  return mention !== undefined && /\/accused$/.test(mention.by)
}

/** "the group", "the movement", by no other name. */
function isBareGroup({ referents, document: { text } }: Scene, entity: number): boolean {
  return referents.entities[entity].mentions.every((index) => {
    const { start, end } = referents.mentions[index]
    return /^the (group|movement|organi[sz]ation|faction|militia)$/i.test(text.slice(start, end))
  })
}

/** The group of a person who claims for it, and of its men; -1 where they claim for themselves. */
export function sideAt(scene: Scene, head: number): number {
  const whose = whoseSide(scene, head)
  if (whose >= 0) return whose
  const own = possessorOf(scene, head)
  return own >= 0 && scene.referents.entityAt(own) >= 0 ? own : sideOf(scene, scene.referents.entityAt(head))
}
