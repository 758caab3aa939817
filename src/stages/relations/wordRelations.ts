import { subjectOf } from '../../document/Clauses.ts'
import type { PhraseRule, VerbRule, WordRule } from '../../vocabulary/RelationWords.ts'
import { isOnlyIntended } from './isOnlyIntended.ts'
import { pairsOf } from './pairsOf.ts'
import type { Found, RelationScene } from './RelationScene.ts'
import { isPredicative, subjectsOfNoun } from './subjectsOfNoun.ts'

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
    const owner = ownerOfObject(scene, i, rule)
    const subjects = (owner >= 0 ? [owner] : rule.subject === 'agent' ? scene.agents(i) : scene.patients(i))
      .map((head) => scene.fitting(head, rule.subjectKinds))
      .filter((head) => scene.isOneOf(head, rule.subjectKinds))
    // "leader-of" and the like hold of whom the active subject names; a passive without "by" names none.
    // "trained the recruits at a farm", "sent him to Libya": what is done to them there, whoever does it.
    const moved = /^(trained-at|travelled-to)$/.test(rule.property)
    if (rule.subject === 'patient' && !scene.isPassive(i) && typeof rule.value !== 'string' && !moved) return []
    // "pledged the group's allegiance": the group's, as the one who pledges it says.
    const token = owner >= 0 ? scene.trees.head(owner) : i
    const values = valuesOf(scene, i, rule)
      .map((head) => scene.fitting(head, rule.valueKinds))
      .map((head) => (rule.property === 'leader-of' ? ledBy(scene, unitOf(scene, head), rule.valueKinds) : head))
    return subjects.flatMap((subject) => pairsOf(scene, token, subject, values, rule, background))
  })
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
  return owner === undefined ? i : scene.owner(owner, kinds)
}

const hasWord = ({ trees }: RelationScene, i: number, { with: words }: { with?: readonly string[] }): boolean =>
  words === undefined ||
  trees
    .children(i)
    .filter((child) => trees.plainRelation(child) !== 'advcl')
    .some((child) => words.includes(trees.lemma(child)) || isAmountOf(trees, child, words))

/** "gets most of its weapons from", "gave them $10 million" */
function isAmountOf(trees: RelationScene['trees'], i: number, words: readonly string[]): boolean {
  if (trees.tokens[i].text === '$') return words.includes('million')
  if (!/^(most|much|some|all|half|part|bulk|lot|ton|shipment|load|supply)$/.test(trees.lower(i))) return false
  return trees.children(i).some((child) => child > i && words.includes(trees.lemma(child)))
}

/** "Its commander, [wanted by the police for the raid], is said to be ill": told by the way. */
function isAside(scene: RelationScene, i: number): boolean {
  const { trees } = scene
  if (trees.relation(i) !== 'acl' || !scene.isNamed(trees.head(i))) return false
  return trees.lower(trees.left(i)) === ',' || trees.lower(trees.left(i) - 1) === ','
}

function valuesOf(scene: RelationScene, i: number, { value, with: objects, reversed }: VerbRule): number[] {
  if (value === 'agent') {
    const agents = scene.agents(i)
    const object = scene.isPassive(i) ? scene.trees.child(i, 'obj', 'xcomp') : -1
    // "was designated a terrorist organization by the state", with the state hung on the organization
    return agents.length > 0 || object < 0 ? agents : scene.obliques(object, ['by'])
  }
  if (value === 'patient') return scene.patients(i)
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
    ...(given ? scene.patients(i).filter((head) => scene.isOneOf(head, ['group'])) : []),
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

/** "Its leadership appears loyal to the network", "a group active in the north". */
export function adjectiveRelations(scene: RelationScene, i: number, rules: readonly WordRule[]): Found[] {
  const { trees } = scene
  const relation = trees.plainRelation(i)
  const own = trees.child(i, 'nsubj')
  const head =
    own >= 0
      ? own
      : relation === 'amod' || relation === 'acl'
        ? trees.head(i)
        : relation === 'xcomp' || relation === 'conj'
          ? subjectOf(trees, i).head
          : -1
  if (head < 0) return []
  const subject = scene.referents.antecedent(head)
  return rules.flatMap((rule) =>
    scene.isOneOf(subject, rule.subjectKinds)
      ? pairsOf(scene, i, subject, ofAdjective(scene, i, rule), rule, false)
      : [],
  )
}

/** "stayed loyal to its general": the phrase may hang on the verb. */
function ofAdjective(scene: RelationScene, i: number, rule: WordRule): number[] {
  const own = scene.obliques(i, rule.value)
  const over = scene.trees.plainRelation(i) === 'xcomp' ? scene.trees.head(i) : -1
  return own.length > 0 || over < 0 ? own : scene.obliques(over, rule.value).filter((at) => at > i)
}

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
          .map((child) => scene.owner(child, rule.valueKinds!))
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
    .flatMap((head) => (trees.lower(head) === 'both' ? scene.bothBefore(head) : [head]))
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

const UNIT =
  /^(unit|wing|branch|brigade|battalion|cell|network|camp|faction|column|band|gang|squad|front|regiment|division|intelligence|guard|resistance|command|corps|fleet|service|family|clan)$/

/**
 * A name of two words or more that is taken for a person, or "the Maoists": who has a spokesman, a founder or members is a group. So is
 * a place of which somebody is a member, and a unit that somebody heads.
 */
function isGroupByRule(scene: RelationScene, head: number, { valueKinds, property }: WordRule): boolean {
  const { referents, trees } = scene
  if (valueKinds === undefined || !valueKinds.includes('group') || valueKinds.includes('person')) return false
  if (property === 'leader-of' && UNIT.test(trees.lemma(head))) return true
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

const DEATH =
  /^(die|death|kill|killing|murder|slay|perish|execute|execution|slaughter|assassinate|assassination|fall|massacre)$/

/** "is at the helm of the Front", "fought under the command of Haddad", "a veteran in the ranks of the Front". */
export function phraseRelations(scene: RelationScene, i: number, rules: readonly PhraseRule[]): Found[] {
  const { trees, referents } = scene
  const preposition = scene.preposition(i)
  return rules.flatMap((rule) => {
    if (rule.preposition !== preposition) return []
    const over = trees.head(i)
    // "died at the hands of X"; an act of aggression has no dead
    if (rule.property === 'killed-by' && (over < 0 || !DEATH.test(trees.lemma(over)))) return []
    const subjects =
      trees.child(i, 'cop') >= 0
        ? referents.conjuncts(referents.antecedent(subjectOf(trees, i).head))
        : over < 0
          ? []
          : trees.tags[over].upos === 'VERB'
            ? scene.isPassive(over)
              ? scene.patients(over)
              : scene.agents(over)
            : trees.child(over, 'cop') >= 0
              ? [referents.antecedent(subjectOf(trees, over).head)]
              : [over]
    // the phrase may hang on the noun or on the verb above it
    const values = [
      ...scene.obliques(i, rule.value),
      ...(over < 0 ? [] : scene.obliques(over, rule.value).filter((at) => at > i)),
    ]
    const kinds = rule.subjectKinds ?? ['person', 'people', 'group', 'organisation', 'public body']
    // "The Lions and the Creek Boys are at odds"
    if (values.length === 0 && rule.property === 'rival-of' && subjects.length > 1)
      return subjects
        .slice(1)
        .filter((subject) => scene.isOneOf(subject, kinds) && scene.isOneOf(subjects[0], kinds))
        .flatMap((subject) => pairsOf(scene, i, subjects[0], [subject], rule, false))
    return subjects
      .filter((subject) => subject >= 0 && scene.isOneOf(subject, kinds))
      .flatMap((subject) => pairsOf(scene, i, subject, values.slice(0, 1), rule, false))
  })
}
