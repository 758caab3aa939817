import type { Found, RelationScene } from './RelationScene.ts'

const FORCE =
  /^(militia|army|force|troop|faction|gang|brigade|battalion|network|cartel|column|bloc|movement|legion|guard|mafia|syndicate|outfit|insurgency|rebellion)$/
const OF_ONLY = /^(party|group|clan|family|band)$/

/**
 * "the party of Omar Haddad", "his Dignity forces", "Haddad's Dignity forces": whose a group is, leads it. "His group" may be said by any
 * of its men, and "Haddad's group" has no other name than his.
 */
export function ownedGroupAt(scene: RelationScene, i: number): Found[] {
  const { trees, referents } = scene
  const lemma = trees.lemma(i)
  const isForce = FORCE.test(lemma)
  if (trees.tags[i].upos !== 'NOUN' || !(isForce || OF_ONLY.test(lemma)) || referents.entityAt(i) < 0) return []
  const children = trees.children(i)
  const owner = isForce ? children.find((child) => child < i && trees.relation(child) === 'nmod:poss') : undefined
  const isHis = owner !== undefined && /^(his|her)$/.test(trees.lower(owner))
  // "his Dignity forces"
  const named = children.some((child) => child < i && child !== owner && trees.tags[child].upos === 'PROPN')
  const of = children.find(
    (child) => child > i && trees.relation(child) === 'nmod' && scene.preposition(child) === 'of',
  )
  const leader = owner === undefined ? (of ?? -1) : named ? owner : -1
  if (leader < 0 || !isLeader(scene, leader, isHis)) return []
  return [
    {
      property: 'leader-of',
      subject: scene.antecedent(leader),
      value: scene.valueOf(i),
      valueSpan: referents.phraseOf(i),
      token: i,
      rule: 'owned-group',
      background: true,
    },
  ]
}

/** One person, by name: not "the movement of Saint John", nor "the army of the young". */
function isLeader(scene: RelationScene, i: number, isHis: boolean): boolean {
  if (scene.kindOf(i) !== 'person' || !scene.isNamed(i)) return false
  return isHis || scene.trees.tags[i].upos === 'PROPN'
}
