import { namedBy } from './namedBy.ts'
import type { RelationScene } from './RelationScene.ts'

/** The words that name what a word stands for: the names that its description is given, else the word itself. */
export function namesOf(scene: RelationScene, i: number): number[] {
  const { trees, referents } = scene
  const names = namedBy(referents, i)
  if (names.length > 0 || trees.tags[i].upos !== 'PRON') return names.length > 0 ? names : [i]
  // "The gunman, identified as Omar Haddad, … He had trained": who a pronoun goes back to may be named there.
  const entity = referents.entityAt(i)
  const heads = entity < 0 ? [] : referents.entities[entity].mentions.map((at) => referents.mentions[at].head)
  for (const head of heads) {
    const before = head < i ? namedBy(referents, head) : []
    if (before.length > 0) return before
  }
  const speaker = speakerAfter(scene, i)
  if (speaker !== undefined) return [speaker]
  return [i]
}

/** "He spent a year there, [Omar Haddad] told the court": who is named only as the one who says so. */
function speakerAfter(scene: RelationScene, i: number): number | undefined {
  const { trees, referents, attributions } = scene
  const entity = referents.entityAt(i)
  if (!/^(he|she|his|her|him)$/.test(trees.lower(i)) || attributions.length === 0) return undefined
  if (entity >= 0 && referents.entities[entity].mentions.some((at) => referents.mentions[at].form !== 'pronoun'))
    return undefined
  const { end } = trees.tokens[i]
  const said = scene.attributionsOver(i).find((index) => attributions[index].source.some(({ start }) => start > end))
  const speaker = said === undefined ? undefined : attributions[said].entity
  if (speaker === undefined || referents.entities[speaker].kind !== 'person') return undefined
  const mentions = referents.entities[speaker].mentions.map((at) => referents.mentions[at])
  return mentions.find(({ form, start }) => form === 'name' && start > end)?.head
}
