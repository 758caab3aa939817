import type { RelationScene } from './RelationScene.ts'

/** How many sentences back the group that "its" stands for is looked for. */
const BACK = 2

/** The group that "it", "its", "they" or "their" may stand for: the subject named last, or else the name; -1 where there is none. */
export function bodyBefore(scene: RelationScene, i: number, kinds: readonly string[]): number {
  const { trees } = scene
  const { sentence } = trees.tokens[i]
  const bodies = kinds.filter((kind) => !/^(person|people|place|known place)$/.test(kind))
  for (let back = 1; back <= BACK; back++) {
    // The sentence itself and the one before are looked at as one.
    const mentions = back === 1 ? scene.mentionsNear(i) : scene.mentionsIn(sentence - back)
    const before = mentions.filter(({ to, form }) => to <= i && form !== 'pronoun')
    const fit = before.filter(({ head }) => scene.isOneOf(head, bodies))
    // "the party, based in the Bekaa town of Zahle": what only may be a group gives way
    const sure = fit.filter(({ head }) => bodies.includes(scene.kindOf(head) ?? ''))
    const named = (sure.length > 0 ? sure : fit).filter(({ head }) => scene.isNamed(head))
    const groups = (named.length > 0 ? named : fit).map(({ head }) => head)
    const found = groups.findLast((head) => /^nsubj/.test(trees.relation(head))) ?? groups.at(-1)
    if (found !== undefined) return found
  }
  // "Under its leader, Omar Haddad, the Lions have grown"
  const after = scene
    .mentionsIn(sentence)
    .find(
      ({ head, from, form }) =>
        from > i && form === 'name' && /^nsubj/.test(trees.relation(head)) && scene.isOneOf(head, bodies),
    )
  return after?.head ?? -1
}

/** "Tehran says that [it] is paid by …": the group that a pronoun may stand for, where what was read for it is of none of the kinds. */
export function bodyFor(scene: RelationScene, i: number, kinds: readonly string[] | undefined): number {
  if (!kinds?.includes('group')) return i
  if (!/^(it|they|them)$/.test(scene.trees.lower(i)) || scene.isOneOf(i, kinds)) return i
  if (scene.referents.entityAt(i) >= 0 && scene.kindOf(i) !== 'place') return i
  const found = bodyBefore(scene, i, kinds)
  return found < 0 ? i : found
}
