import type { RelationScene } from './RelationScene.ts'

/** How many sentences back the group that "its" stands for is looked for. */
const BACK = 2

/** Whose it is: what "its", "their" and "whose" stand for, where the word before a noun is one of these; -1 where nobody knows. */
export function ownerOf(scene: RelationScene, i: number, kinds: readonly string[]): number {
  const word = scene.trees.lower(i)
  if (word === 'whose') return scene.whose(i)
  if (word === 'our') return scene.antecedent(i)
  if (!/^(its|their)$/.test(word)) return i
  // "Tehran says that [its] founder was paid": no city has a founder
  const known = scene.referents.entityAt(i) >= 0
  if (known && (scene.kindOf(i) !== 'place' || scene.isOneOf(i, kinds))) return i
  const found = bodyBefore(scene, i, kinds)
  return found < 0 && known ? i : found
}

/** The group that "it", "its", "they" or "their" may stand for: the subject named last, or else the name; -1 where there is none. */
export function bodyBefore(scene: RelationScene, i: number, kinds: readonly string[]): number {
  const { trees } = scene
  const { sentence } = trees.tokens[i]
  const bodies = kinds.filter((kind) => !/^(person|people|place|known place)$/.test(kind))
  for (let back = 0; back <= BACK; back++) {
    // The sentence itself and the one before are looked at as one.
    const before = (back === 0 ? [] : scene.mentionsIn(sentence - back))
      .concat(back <= 1 ? scene.mentionsIn(sentence) : [])
      .filter(({ to, form }) => to <= i && form !== 'pronoun')
    if (back === 0) continue
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
