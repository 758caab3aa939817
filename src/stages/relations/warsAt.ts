import { subjectOf } from '../../document/Clauses.ts'
import { ACTORS } from './actorKinds.ts'
import { agentsOf, patientsOf } from './agentsOf.ts'
import type { Found } from './Found.ts'
import { namesOf } from './namesOf.ts'
import type { RelationScene } from './RelationScene.ts'
import { relationTo } from './relationTo.ts'

/** "the war between X and Y", "a feud with Y": how two stand to each other, named by what is between them. */
export function warsAt(scene: RelationScene, i: number): Found[] {
  const { trees, referents } = scene
  const isWar = trees.lemma(i) === 'war'
  const atWar = isWar && scene.preposition(i) === 'at' && trees.child(i, 'cop') >= 0
  // "The Lions, at war with the army since 1999, agreed": between commas, right behind the name
  const first = trees.lower(trees.left(i)) === ',' ? trees.left(i) + 1 : trees.left(i)
  const aside = isWar && !atWar && trees.lower(first) === 'at' && trees.lower(first - 1) === ','
  const beside = aside ? referents.mentionAt(first - 2) : -1
  if (beside >= 0 && scene.isOneOf(referents.mentions[beside].head, ACTORS))
    return scene.obliques(i, ['with']).map((side) =>
      relationTo(scene, side, {
        property: 'fights',
        subject: referents.mentions[beside].head,
        token: i,
        rule: 'at-war',
      }),
    )
  if (atWar) {
    const sides = [...referents.conjuncts(scene.antecedent(subjectOf(trees, i).head)), ...scene.obliques(i, ['with'])]
    return sides
      .slice(1)
      .map((side) => relationTo(scene, side, { property: 'fights', subject: sides[0], token: i, rule: 'at-war' }))
  }
  if (!(trees.tags[i].upos === 'NOUN' || trees.lower(i) === 'fighting')) return []
  const war = scene.rules.wars(trees.lemma(i))[0] ?? scene.rules.wars(trees.lower(i))[0]
  if (war === undefined) return []
  const own = scene.obliques(i, ['between', 'with', 'against'])
  // "Fighting broke out between the Lions and the army"
  const outbreak =
    own.length === 0 && trees.plainRelation(i) === 'nsubj' ? scene.obliques(trees.head(i), ['between']) : []
  const sides = [...own, ...outbreak].filter((head) => scene.isOneOf(head, ACTORS))
  const owner = trees.children(i).find((child) => trees.relation(child) === 'nmod:poss')
  const over =
    (trees.plainRelation(i) === 'obj' && /^(have|fight|wage|form|make|enter)$/.test(trees.lemma(trees.head(i)))) ||
    (trees.lemma(trees.head(i)) === 'enter' && scene.preposition(i) === 'into')
  // "are locked in a turf war with the Creek Boys"
  const verb = trees.head(i)
  const locked =
    verb >= 0 &&
    scene.preposition(i) === 'in' &&
    /^(lock|engage|embroil|involve|mire|entangle)$/.test(trees.lemma(verb))
  const pair =
    sides.length > 1 && scene.preposition(sides[0]) === 'between'
      ? [sides]
      : [
          ...(owner === undefined ? [] : [owner]),
          ...(over ? agentsOf(scene, verb) : []),
          ...(locked ? patientsOf(scene, verb) : []),
        ].flatMap((own) => sides.map((side) => [referents.antecedent(own), side]))
  return pair
    .filter(([a, b]) => scene.isOneOf(a, ACTORS) && b !== undefined)
    .map(([a, b]) => relationTo(scene, b, { property: war.property, subject: a, token: i, rule: 'war' }))
}

/** "X and Y have been fighting each other": each the other. */
export function eachOtherAt(scene: RelationScene, i: number): Found[] {
  const { trees, referents } = scene
  if (trees.tags[i].upos !== 'VERB' || !/^(fight|battle|attack|combat)$/.test(trees.lemma(i))) return []
  const object = trees.child(i, 'obj')
  if (object < 0 || !/^(each|one)$/.test(trees.lower(object)) || !/^(other|another)$/.test(trees.lower(object + 1)))
    return []
  const subjects = trees.children(i).filter((child) => child < i && trees.plainRelation(child) === 'nsubj')
  const sides = subjects
    .flatMap((at) => referents.conjuncts(referents.antecedent(at)))
    .flatMap((at) => namesOf(scene, at))
  const groups = sides.filter((at) => scene.isOneOf(at, ACTORS) && scene.isNamed(at))
  return groups
    .slice(1)
    .map((other) => relationTo(scene, other, { property: 'fights', subject: groups[0], token: i, rule: 'each-other' }))
}
