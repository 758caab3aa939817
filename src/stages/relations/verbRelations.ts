import type { VerbRule } from '../../vocabulary/RelationWords.ts'
import { agentsOf, patientsOf } from './agentsOf.ts'
import { bodyFor } from './bodyBefore.ts'
import type { Found } from './Found.ts'
import { hasWord } from './hasWord.ts'
import { isOnlyIntended } from './isOnlyIntended.ts'
import { isPassive } from './isPassive.ts'
import { ownerOf } from './ownerOf.ts'
import { pairsOf } from './pairsOf.ts'
import type { RelationScene } from './RelationScene.ts'

/** Relations that a verb of the lexicon makes: "The group is led by Haddad", "fighters crossed into Chad". */
export function verbRelations(scene: RelationScene, i: number, rules: readonly VerbRule[]): Found[] {
  if (isOnlyIntended(scene, i)) return []
  const background = isAside(scene, i)
  // "joined forces with" is no joining.
  const special = rules.filter((rule) => rule.with !== undefined && hasWord(scene, i, rule))
  return (special.length > 0 ? special : rules.filter((rule) => rule.with === undefined)).flatMap((rule) => {
    // "was married off by her uncle"
    if (rule.property === 'relative-of' && scene.trees.child(i, 'compound') >= 0) return []
    // "hid in the hills", but not "hid the gun in the hills"
    // "trained recruits in the hills": the recruits trained there.
    const places = rule.property === 'located-in' || /^(train|drill)$/.test(rule.word)
    if (places && rule.with === undefined && rule.subject === 'agent' && scene.trees.child(i, 'obj') >= 0) return []
    // "instructed the residents to leave"
    const isDirected = rule.property === 'directed-by'
    if (isDirected && scene.trees.child(i, 'xcomp') >= 0) return []
    const owner = ownerOfObject(scene, i, rule)
    const subjects = (owner >= 0 ? [owner] : rule.subject === 'agent' ? agentsOf(scene, i) : patientsOf(scene, i))
      .map((head) => bodyFor(scene, head, rule.subjectKinds))
      .filter((head) => scene.isOneOf(head, rule.subjectKinds) && !(isDirected && saysSo(scene, i, head)))
    // "leader-of" and the like hold of whom the active subject names; a passive without "by" names none.
    // "trained the recruits at a farm", "sent him to Libya": what is done to them there, whoever does it.
    const moved = /^(trained-at|travelled-to)$/.test(rule.property)
    if (rule.subject === 'patient' && !isPassive(scene, i) && typeof rule.value !== 'string' && !moved) return []
    // "pledged the group's allegiance": the group's, as the one who pledges it says.
    const token = owner >= 0 ? scene.trees.head(owner) : i
    const values = valuesOf(scene, i, rule)
      .map((head) => bodyFor(scene, head, rule.valueKinds))
      .map((head) => (rule.property === 'leader-of' ? ledBy(scene, unitOf(scene, head), rule.valueKinds) : head))
    return subjects.flatMap((subject) => pairsOf(scene, token, subject, values, rule, background))
  })
}

/** "Officials believe that a dealer instructed them": others than the officials. */
function saysSo(scene: RelationScene, i: number, head: number): boolean {
  const entity = scene.referents.entityAt(head)
  return scene.attributionsOver(i).some((index) => scene.attributions[index].entity === entity)
}

/** "the [group]'s" of "pledged the group's allegiance to X"; -1 where who pledges it is whose it is. */
function ownerOfObject({ trees, referents }: RelationScene, i: number, rule: VerbRule): number {
  const object = rule.with ? trees.children(i).find((child) => rule.with!.includes(trees.lemma(child))) : undefined
  if (object === undefined || trees.plainRelation(object) !== 'obj') return -1
  const owner = trees.children(object).find((child) => trees.relation(child) === 'nmod:poss')
  return owner !== undefined && referents.entityAt(owner) >= 0 && trees.tags[owner].upos !== 'PRON' ? owner : -1
}

/** "camps, each of 20 men, led by foreigners": the camps are led. */
function unitOf({ trees }: RelationScene, i: number): number {
  const each = trees.head(i)
  const isEach = each >= 0 && trees.plainRelation(i) === 'nmod' && trees.lower(each) === 'each'
  return isEach && trees.plainRelation(each) === 'appos' ? trees.head(each) : i
}

/** "Its daily operations are run by Omar Haddad": who runs them leads it. */
function ledBy(scene: RelationScene, i: number, kinds: readonly string[] | undefined): number {
  const { trees } = scene
  if (kinds === undefined || !/^(operation|affair|activity|business|campaign)$/.test(trees.lemma(i))) return i
  const owner = trees.children(i).find((child) => trees.relation(child) === 'nmod:poss')
  return owner === undefined ? i : ownerOf(scene, owner, kinds)
}

/** "Its commander, [wanted by the police for the raid], is said to be ill": told by the way. */
function isAside(scene: RelationScene, i: number): boolean {
  const { trees } = scene
  if (trees.relation(i) !== 'acl' || !scene.isNamed(trees.head(i))) return false
  return trees.lower(trees.left(i)) === ',' || trees.lower(trees.left(i) - 1) === ','
}

function valuesOf(scene: RelationScene, i: number, { value, with: objects, reversed }: VerbRule): number[] {
  if (value === 'agent') {
    const agents = agentsOf(scene, i)
    const object = isPassive(scene, i) ? scene.trees.child(i, 'obj', 'xcomp') : -1
    // "was designated a terrorist organization by the state", with the state hung on the organization
    return agents.length > 0 || object < 0 ? agents : scene.obliques(object, ['by'])
  }
  if (value === 'patient') return patientsOf(scene, i)
  // "pledged allegiance to X": the phrase may hang on the noun.
  const object = objects
    ? scene.trees.children(i).find((child) => objects.includes(scene.trees.lemma(child)))
    : undefined
  const where = value.includes('at') || value.includes('in') ? whereOf(scene, i) : -1
  // "left for exile in Libya"
  const exile = /^(leave|go|flee|send|head|drive|force)$/.test(scene.trees.lemma(i))
    ? scene.trees
        .children(i)
        .find((child) => scene.trees.lemma(child) === 'exile' && /^(for|into|to)$/.test(scene.preposition(child)))
    : undefined
  if (exile !== undefined && (value.includes('to') || value.includes('for') || value.includes('into'))) {
    const places = [...scene.obliques(exile, ['in']), ...scene.obliques(i, ['in'])]
    if (places.length > 0) return places.slice(0, 1)
  }
  // "gave the Front $10 million"
  const given = reversed && value.includes('to') && /^(give|send|pay|lend|wire)$/.test(scene.trees.lemma(i))
  return [
    ...(given ? patientsOf(scene, i).filter((head) => scene.isOneOf(head, ['group'])) : []),
    ...scene.obliques(i, value),
    ...(object === undefined ? [] : scene.obliques(object, value)),
    ...(where < 0 ? [] : [where]),
  ]
}

/** "the camp where, police say, they trained": what "where" stands for, -1 where the clause has none. */
function whereOf({ trees }: RelationScene, i: number): number {
  for (let at = i; at >= 0; at = trees.head(at)) {
    if (trees.relation(at) === 'acl:relcl')
      return trees.children(at).some((child) => trees.lower(child) === 'where') ? trees.head(at) : -1
    if (!/^(ccomp|xcomp|conj)$/.test(trees.plainRelation(at))) return -1
  }
  return -1
}
