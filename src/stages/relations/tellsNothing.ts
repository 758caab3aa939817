import type { RelationScene } from './RelationScene.ts'

/** What a rule tells by which word. */
interface Told {
  readonly property: string
  readonly word: string
  readonly reversed?: boolean | undefined
}

/** Values that name nobody and no place, and people of whom the incident tells already: a relation with them says nothing. */
export function tellsNothing(scene: RelationScene, subject: number, head: number, rule: Told): boolean {
  return (
    isVague(scene, head, rule) ||
    isNobody(scene, head, rule.property) ||
    isAnyOne(scene, rule.reversed ? head : subject, rule.property) ||
    // "Gunmen killed nine villagers": who has no name killed people, as the incident has it
    (rule.property === 'killed-by' && scene.kindOf(subject) === 'people' && !scene.isNamed(head))
  )
}

/** "killed by those who …" tells of nobody, "killed by grenade launchers" of a weapon. */
const isNobody = ({ trees, words }: RelationScene, head: number, property: string): boolean =>
  /^(those|whoever|others)$/.test(trees.lower(head)) ||
  (property === 'killed-by' && words.weapons.has(trees.lemma(head)))

/** "heads of state", "left his cell", "went to the scene of the crime", which is no place on a map. */
function isVague(scene: RelationScene, head: number, { property, word }: Told): boolean {
  const { trees } = scene
  const lemma = trees.lemma(head)
  const bare = trees.children(head).every((child) => !/^(det|nmod:poss|compound|amod)$/.test(trees.relation(child)))
  if (property === 'leader-of' && /^(state|government)$/.test(lemma) && bare) return true
  if (property === 'member-of' && word === 'leave' && lemma === 'cell') return true
  if (!/^(travelled-to|crossed-into)$/.test(property)) return false
  const { from, to } = scene.referents.mentions[scene.referents.mentionAt(head)] ?? { from: head, to: head + 1 }
  for (let at = from; at < to; at++) if (scene.placeAt(at) !== undefined) return false
  return scene.kindOf(head) === 'place' && !scene.isNamed(head) && !scene.isOneOf(head, ['area'])
}

/** "are looking for a leader": whoever it will be */
const isAnyOne = (scene: RelationScene, subject: number, property: string): boolean =>
  property === 'wanted-by' &&
  !scene.isNamed(subject) &&
  scene.trees.children(subject).some((child) => /^an?$/.test(scene.trees.lower(child)))
