import { subjectOf } from '../../document/Clauses.ts'
import type { Responsibility } from './Responsibility.ts'
import type { Scene } from './Scene.ts'
import { sureness } from './sureness.ts'

/** Who the attackers are said to be: "identified the attackers as members of the clan", "the gunmen belonged to it", "it could have been the clan". */
export const identityOf = (scene: Scene, i: number): Responsibility | undefined =>
  identity(scene, i) ?? membership(scene, i) ?? identified(scene, i)

/** "identified the attackers as members of the clan" */
function identified(scene: Scene, i: number): Responsibility | undefined {
  const { trees } = scene
  if (!/^(identify|name|describe)$/.test(trees.lemma(i)) || trees.tags[i].upos !== 'VERB') return undefined
  const beside = trees.children(i)
  const whom = beside.some((child) => /:pass$/.test(trees.relation(child)))
    ? trees.child(i, 'nsubj')
    : trees.plainRelation(i) === 'acl'
      ? trees.head(i)
      : trees.child(i, 'obj')
  if (!scene.lexicons.responsibilityWords.doers.has(trees.lemma(whom))) return undefined
  const as = [...beside, ...trees.children(whom)].find((child) => child > i && scene.preposition(child) === 'as')
  if (as === undefined) return undefined
  // "named the bomber as Said Omar, a member of the clan"
  const group =
    scene.isBody(as) || scene.entityKind(as) === 'person'
      ? as
      : trees.children(as).find((child) => /^(of|from)$/.test(scene.preposition(child)) && scene.isBody(child))
  return group === undefined ? undefined : { verb: i, who: group, what: -1, rule: 'identity', bare: true }
}

/** "the gunmen belonged to the clan" */
function membership(scene: Scene, i: number): Responsibility | undefined {
  const { trees } = scene
  if (
    trees.lemma(i) !== 'belong' ||
    !scene.lexicons.responsibilityWords.doers.has(trees.lemma(subjectOf(trees, i).head))
  )
    return undefined
  const to = trees.children(i).find((child) => scene.preposition(child) === 'to')
  return to === undefined ? undefined : { verb: i, who: to, what: -1, rule: 'identity', bare: true }
}

/** "It could have been the Mafia", "the attackers were members of the clan" */
function identity(scene: Scene, i: number): Responsibility | undefined {
  const { trees } = scene
  const subject = trees.child(i, 'nsubj')
  // "It was us"
  if (/^(us|we)$/.test(trees.lower(i)) && /^(it|this)$/.test(trees.lower(subject)))
    return { verb: i, who: i, what: -1, rule: 'it-was', bare: true }
  if (trees.child(i, 'cop') < 0 || !/^(NOUN|PROPN)$/.test(trees.tags[i].upos)) return undefined
  if (subject < 0 || !isSomebodyArmed(scene, i)) return undefined
  const { doers } = scene.lexicons.responsibilityWords
  if (trees.lower(subject) === 'it') {
    return sureness(scene, i).certainty === 'certain'
      ? undefined
      : { verb: i, who: i, what: -1, rule: 'it-was', bare: true }
  }
  if (!doers.has(trees.lemma(subject)) || !trees.children(subject).some((child) => trees.lower(child) === 'the'))
    return undefined
  const of = trees.children(i).find((child) => /^(of|from)$/.test(scene.preposition(child)) && scene.isBody(child))
  return { verb: i, who: of ?? i, what: -1, rule: 'identity', bare: true }
}

const isSomebodyArmed = (scene: Scene, i: number): boolean =>
  scene.isBody(i) || scene.actorKind(i) !== undefined || /^(person|people|group)$/.test(scene.entityKind(i) ?? '')
