import { agentsOf } from './agentsOf.ts'
import type { Found } from './Found.ts'
import type { RelationScene } from './RelationScene.ts'
import { relationTo } from './relationTo.ts'

const OF_ONLY = /^(party|group|clan|family|band)$/

/**
 * "the party of Omar Haddad", "his Dignity forces", "Haddad's Dignity forces": whose a group is, leads it. "His group" may be said by any
 * of its men, and "Haddad's group" has no other name than his.
 */
export function ownedGroupAt(scene: RelationScene, i: number): Found[] {
  const { trees, referents } = scene
  const lemma = trees.lemma(i)
  const isForce = scene.words.forces.has(lemma)
  const children = trees.children(i)
  // "Omar Haddad's Red Cells"
  const isGroup = scene.kindOf(i) === 'group' || scene.words.groupWords.has(trees.lower(i))
  const isName = /^NNPS?$/.test(trees.tags[i].xpos) && isGroup && scene.isNamed(i)
  if (isName) {
    // "the Popular Front of Omar Haddad"
    const ofOne = children.find(
      (child) => child > i && trees.relation(child) === 'nmod' && scene.preposition(child) === 'of',
    )
    if (ofOne !== undefined && trees.tags[ofOne].upos === 'PROPN' && scene.kindOf(ofOne) === 'person')
      return referents.entityAt(ofOne) === referents.entityAt(i) ? [] : [ledBy(scene, ofOne, i)]
    const owner = children.find((child) => child < i && trees.relation(child) === 'nmod:poss')
    const isOne = owner !== undefined && trees.tags[owner].upos === 'PROPN' && scene.kindOf(owner) === 'person'
    return isOne && owner + 2 <= referents.phraseOf(i).to && referents.entityAt(owner) !== referents.entityAt(i)
      ? [ledBy(scene, owner, i)]
      : []
  }
  if (trees.tags[i].upos !== 'NOUN' || !(isForce || OF_ONLY.test(lemma)) || referents.entityAt(i) < 0) return []
  const owner = isForce ? children.find((child) => child < i && trees.relation(child) === 'nmod:poss') : undefined
  const isHis = owner !== undefined && /^(his|her)$/.test(trees.lower(owner))
  // "his Dignity forces"
  const named = children.some((child) => child < i && child !== owner && trees.tags[child].upos === 'PROPN')
  const of = children.find(
    (child) => child > i && trees.relation(child) === 'nmod' && scene.preposition(child) === 'of',
  )
  const leader = owner === undefined ? (of ?? -1) : named ? owner : -1
  if (leader < 0 || !isLeader(scene, leader, isHis)) return []
  return [ledBy(scene, scene.antecedent(leader), i)]
}

const ledBy = (scene: RelationScene, subject: number, i: number): Found =>
  relationTo(scene, i, {
    property: 'leader-of',
    subject,
    token: i,
    rule: 'owned-group',
    background: true,
  })

/** "Under Omar Haddad, the Lions burned three villages." */
export function underAt(scene: RelationScene, i: number): Found[] {
  const { trees } = scene
  if (scene.preposition(i) !== 'under' || trees.plainRelation(i) !== 'obl' || trees.tags[i].upos !== 'PROPN') return []
  if (scene.kindOf(i) !== 'person' || trees.head(i) < i) return []
  return agentsOf(scene, trees.head(i))
    .filter((at) => scene.isOneOf(at, ['group']))
    .map((at) => ledBy(scene, i, at))
}

/** One person, by name: not "the movement of Saint John", nor "the army of the young". */
function isLeader(scene: RelationScene, i: number, isHis: boolean): boolean {
  if (scene.kindOf(i) !== 'person' || !scene.isNamed(i)) return false
  return isHis || scene.trees.tags[i].upos === 'PROPN'
}
