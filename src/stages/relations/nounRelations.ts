import type { WordRule } from '../../vocabulary/RelationWords.ts'
import { bothBefore } from './bothSubjects.ts'
import type { Found } from './Found.ts'
import { hasWord } from './hasWord.ts'
import { ownerOf } from './ownerOf.ts'
import { pairsOf } from './pairsOf.ts'
import type { RelationScene } from './RelationScene.ts'
import { isPredicative, subjectsOfNoun } from './subjectsOfNoun.ts'

/** "members of the Tunisian branch", "the local affiliate of X", "army spokesman Y", "X, a commander of Y". */
export function nounRelations(scene: RelationScene, i: number, rules: readonly WordRule[]): Found[] {
  const special = rules.filter((rule) => rule.with !== undefined && hasWord(scene, i, rule))
  const background = !isPredicative(scene, i)
  const speaker = describedBy(scene, i)
  const used = special.length > 0 ? special : rules.filter((rule) => rule.with === undefined)
  return used.flatMap((rule) => {
    const all = valuesOfNoun(scene, i, rule)
    // "Two members of the Lions, Omar and Karim, fled", with the two hung on the Lions
    const people =
      all.length > 1 && scene.trees.tags[i].xpos === 'NNS' ? all.slice(1).filter((at) => isPerson(scene, at)) : []
    const ofBodies = rule.valueKinds !== undefined && !rule.valueKinds.includes('person')
    const listed = ofBodies && !isPerson(scene, all[0]) ? people : []
    const values = all.filter((at) => !listed.includes(at))
    if (values.length === 0) return []
    return (listed.length > 0 ? listed : subjectsOfNoun(scene, i))
      .filter((subject) => scene.isOneOf(subject, rule.subjectKinds) && !isMereDescription(scene, i, subject, rule))
      .flatMap((subject) => pairsOf(scene, i, subject, values, { ...rule, valueKinds: undefined }, background))
      .map((found) => (speaker === undefined ? found : { ...found, speaker }))
  })
}

const isPerson = (scene: RelationScene, i: number): boolean =>
  scene.kindOf(i) === 'person' && scene.trees.tags[i].upos === 'PROPN'

/** "described by state television as a ringleader of the Front": who calls him so. */
function describedBy(scene: RelationScene, i: number): number | undefined {
  const { trees, referents } = scene
  const verb = trees.head(i)
  if (verb < 0 || scene.preposition(i) !== 'as' || !/^(describe|identify|name|label|present)$/.test(trees.lemma(verb)))
    return undefined
  const by = scene.obliques(verb, ['by']).find((at) => at !== i)
  const entity = by === undefined ? -1 : referents.entityAt(by)
  return entity < 0 ? undefined : entity
}

/** What the noun is of: "the [rebels]' leader", "[army] spokesman", "leader of [the rebels]", "founder and leader of [X]". */
function valuesOfNoun(scene: RelationScene, i: number, rule: WordRule): number[] {
  const { trees, referents } = scene
  const before =
    rule.valueKinds === undefined || rule.value.includes('of') === false
      ? []
      : trees
          .children(i)
          .filter((child) => child < i && /^(compound|nmod:poss)$/.test(trees.relation(child)))
          .map((child) => ownerOf(scene, child, rule.valueKinds!))
          .filter((child) => child >= 0)
  const joined =
    trees.plainRelation(i) === 'conj'
      ? [trees.head(i)]
      : trees.children(i).filter((child) => trees.plainRelation(child) === 'conj')
  const own = scene.obliques(i, rule.value)
  // "the Sulawesi branch of the Front" is the Front's, in Sulawesi
  const isPart = /^(part-of|affiliate-of)$/.test(rule.property)
  const owners = own.length > 0 ? before.filter((head) => !isPart && scene.placeAt(head) === undefined) : before
  const shared = own.length > 0 || before.length > 0 ? [] : joined.flatMap((at) => scene.obliques(at, rule.value))
  return [...own, ...owners, ...shared]
    .flatMap((head) => (trees.lower(head) === 'both' ? bothBefore(scene, head) : [head]))
    .map((head) => (head < i && referents.entityAt(head) < 0 ? scene.spokenOf(head) : head))
    .filter(
      (head) =>
        scene.isOneOf(head, rule.valueKinds) ||
        isGroupByRule(scene, head, rule) ||
        isForceOfTitle(scene, i, head, rule),
    )
}

/** "Omar Haddad, the army spokesman", "the police chief": of a body that the report need not have spoken of. */
function isForceOfTitle({ trees, referents }: RelationScene, i: number, head: number, { property }: WordRule): boolean {
  return (
    /^(spokesperson-of|leader-of)$/.test(property) &&
    head === i - 1 &&
    trees.relation(head) === 'compound' &&
    /^(army|police|navy|military|government|militia|rebel|guerrilla|air-force|coastguard)$/.test(trees.lemma(head)) &&
    referents.entityAt(head) < 0
  )
}

/**
 * A name of two words or more that is taken for a person, or "the Maoists": who has a spokesman, a founder or members is a group. So is
 * a place of which somebody is a member, and a unit that somebody heads.
 */
function isGroupByRule(scene: RelationScene, head: number, { valueKinds, property }: WordRule): boolean {
  const { referents, trees } = scene
  if (valueKinds === undefined || !valueKinds.includes('group') || valueKinds.includes('person')) return false
  if (property === 'leader-of' && scene.words.ledUnits.has(trees.lemma(head))) return true
  const mention = referents.mentionAt(head)
  if (mention < 0) return false
  const { form, from, to, entity } = referents.mentions[mention]
  const { kind } = referents.entities[entity]
  if (kind === 'people') return trees.tags[head].xpos === 'NNPS'
  if (form !== 'name') return false
  // "Omar Haddad's faction" is his, no part of him.
  if (kind === 'person' && /^(part-of|split-from)$/.test(property)) return false
  const of = /^(of|)$/.test(scene.preposition(head))
  if (kind === 'place') return of && property === 'member-of' && scene.placeAt(head)?.place.precision !== 'country'
  return to - from > 1 && kind === 'person'
}

/** "The group's leader was killed", "a spokesman said": who has no name is only called so; of several it tells who they are. */
function isMereDescription(
  scene: RelationScene,
  i: number,
  subject: number,
  { property, word, reversed }: WordRule,
): boolean {
  if (subject !== i || isPredicative(scene, i) || scene.isNamed(subject)) return false
  // "in the western parts of the department", "the rebels' strongholds"
  if (word === 'part' || (reversed && property === 'active-in')) return true
  const owned = scene.trees.children(i).some((child) => child < i && scene.trees.tags[child].xpos === 'PRP$')
  // "Its southern wing remains loyal": one of several, of which something is told.
  if (owned && property === 'part-of') return scene.trees.child(i, 'amod') < 0
  const titled = scene.trees
    .children(i)
    .some((child) => child < i && scene.trees.relation(child) === 'compound' && scene.isOneOf(child, ['group']))
  // "Front supporters"; but "the Front cell in Goma" is a part of the Front
  if (owned || (titled && !/^(part-of|affiliate-of)$/.test(property))) return true
  return (
    scene.trees.tags[i].xpos !== 'NNS' &&
    /^(leader-of|spokesperson-of|founder-of|recruited-by|killed-by|funded-by)$/.test(property)
  )
}
