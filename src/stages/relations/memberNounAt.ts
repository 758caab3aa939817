import type { Found } from './Found.ts'
import type { RelationScene } from './RelationScene.ts'
import { relationTo } from './relationTo.ts'

/** "the rebels' judge, Idris Haddad", "Idris Haddad, a bomb maker with the Front": belongs to the group that he works for. */
export function memberNounAt(scene: RelationScene, i: number): Found[] {
  const { trees } = scene
  if (trees.tags[i].upos !== 'NOUN' || !scene.isNamed(i)) return []
  const owner = scene.words.memberNouns.has(trees.lemma(i))
    ? trees
        .children(i)
        .find(
          (child) =>
            child < i && /^(nmod:poss|compound)$/.test(trees.relation(child)) && scene.isOneOf(child, ['group']),
        )
    : undefined
  const isPerson = scene.kindOf(i) === 'person' && (trees.plainRelation(i) === 'appos' || trees.child(i, 'cop') >= 0)
  const known = scene.rules.nouns(trees.lemma(i)).length > 0
  const group =
    isPerson && !known
      ? scene.obliques(i, ['with']).find((at) => scene.isOneOf(at, ['group']) && isArmed(scene, at))
      : undefined
  const value = owner ?? group
  if (value === undefined) return []
  return [
    relationTo(scene, value, {
      property: 'member-of',
      subject: i,
      token: i,
      rule: 'member-noun',
      background: trees.child(i, 'cop') < 0,
    }),
  ]
}

/** Not "an analyst with the Institute for Peace". */
const isArmed = (scene: RelationScene, i: number): boolean =>
  !/^(organisation|public body)$/.test(scene.kindOf(i) ?? '')

/** "Idris Haddad of the Lions Brigade": a person named with the group. */
export function namedWithGroupAt(scene: RelationScene, i: number): Found[] {
  const { trees } = scene
  if (trees.tags[i].upos !== 'PROPN' || scene.kindOf(i) !== 'person' || trees.plainRelation(i) === 'flat') return []
  const group = trees
    .children(i)
    .find((child) => child > i && trees.plainRelation(child) === 'nmod' && scene.preposition(child) === 'of')
  if (group === undefined || scene.kindOf(group) !== 'group' || !scene.isNamed(group)) return []
  return [
    relationTo(scene, group, { property: 'member-of', subject: i, token: i, rule: 'named-with', background: true }),
  ]
}
