import type { RelationScene } from './RelationScene.ts'

/** Whose it is: what "its", "their" and "whose" stand for, where the word before a noun is one of these; -1 where nobody knows. */
export function ownerOf(scene: RelationScene, i: number, kinds: readonly string[]): number {
  const word = scene.trees.lower(i)
  if (word === 'whose') return scene.whose(i)
  if (word === 'our') return scene.antecedent(i)
  if (!/^(its|their)$/.test(word) || scene.referents.entityAt(i) >= 0) return i
  const { sentence } = scene.trees.tokens[i]
  const before = scene
    .mentionsNear(i)
    .filter(({ head, to, form }) => to <= i && form !== 'pronoun' && scene.trees.tokens[head].sentence >= sentence - 1)
  const bodies = kinds.filter((kind) => !/^(person|people)$/.test(kind))
  const fit = before.filter(({ head }) => scene.isOneOf(head, bodies))
  const named = fit.filter(({ form }) => form === 'name')
  const groups = (named.length > 0 ? named : fit).map(({ head }) => head)
  const known = groups.findLast((head) => /^nsubj/.test(scene.trees.relation(head))) ?? groups.at(-1)
  if (known !== undefined) return known
  // "Under its leader, Omar Haddad, the Lions have grown"
  const after = scene
    .mentionsNear(i)
    .find(
      ({ head, from, form }) =>
        from > i &&
        form === 'name' &&
        scene.trees.tokens[head].sentence === sentence &&
        /^nsubj/.test(scene.trees.relation(head)) &&
        scene.isOneOf(head, bodies),
    )
  return after?.head ?? -1
}
