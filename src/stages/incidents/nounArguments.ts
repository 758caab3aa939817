import { isPassive, subjectOf } from '../../document/Clauses.ts'
import type { Trees } from '../../document/Trees.ts'
import type { Taken } from '../../vocabulary/Trigger.ts'
import { isKindOf } from '../../vocabulary/Vocabulary.ts'
import type { AddArgument, Argument } from './Argument.ts'
import { addTaken, doersWithin } from './addTaken.ts'
import { agentOf } from './agentOf.ts'
import { isDone } from './incidentsOf.ts'
import { isNationality } from './isNationality.ts'
import { isTime, PLACE_PREPOSITIONS } from './placePrepositions.ts'
import type { Scene } from './Scene.ts'
import type { TriggerMatch } from './TriggerLexicon.ts'

/** What stands around a noun: its phrase, and what the verb over it lends it. */
export function nounArguments(scene: Scene, match: TriggerMatch, add: AddArgument): void {
  const { trigger, token, words } = match
  const { trees } = scene
  const { lend } = scene.lexicons.supportVerbs
  const ofPatient = scene.lexicons.vocabulary.incidentTypes.get(trigger.type)?.possessor === 'patient'
  const takes = trigger.takes ?? {}
  // "state" of "state of emergency"
  const top = topOf(trees, match)
  const beside = top === token ? trees.children(token) : [...trees.children(top), ...trees.children(token)]
  for (const child of beside) {
    if (words.includes(child) || isTime(scene, child)) continue
    const relation = trees.relation(child)
    const taken = trees.plainRelation(child) === 'nmod' ? takes[scene.preposition(child)] : undefined
    if (taken !== undefined && relation !== 'nmod:poss') {
      addTaken(scene, taken, child, 'taken', add)
      within(scene, child, takes, add)
    } else if (relation === 'nmod:poss')
      add(
        beside.some((other) => isDoer(scene, other)) && !isTime(scene, child)
          ? // "a trawler's seizure by the navy"
            'patient'
          : possessorRole(scene, child, ofPatient, isDoneTo(scene, beside, takes)),
        child,
        'possessor',
      )
    else if (relation === 'amod' && isFromTheAir(trigger.type) && isNationality(scene, child))
      add('agent', child, 'nationality')
    else if (relation === 'compound' && isFromTheAir(trigger.type) && isCountry(scene, child))
      add('agent', child, 'nationality')
    else if (relation === 'compound' || relation === 'amod') modifier(scene, child, token, trigger.type, add)
    else if (trees.plainRelation(child) === 'nmod') nounPhrase(scene, child, ofPatient, add)
    else if (isSupported(scene, child)) supportClause(scene, child, add)
    // "an ambush laid by rebels"
    else if (
      relation === 'acl' &&
      /^VBN$/.test(trees.tags[child].xpos) &&
      (lend.has(trees.lemma(child)) || /^(lay|set|spring|plant|fire)$/.test(trees.lemma(child)))
    )
      byAgent(scene, child, add)
    // "a visit hosted by the premier": not who visits
    else if (relation === 'acl' && /^(host|receive)$/.test(trees.lemma(child)))
      byAgent(scene, child, (_role, head, name) => add('patient', head, name))
    else if (relation === 'acl' && scene.preposition(child) === '') {
      const tool = trees.children(child).find((inner) => trees.plainRelation(inner) === 'obj' && scene.isDevice(inner))
      if (tool !== undefined && /^(us|involv)/.test(trees.lemma(child))) add('instrument', tool, 'using')
    }
  }
  governor(scene, { ...match, token: top }, add)
  // "A suicide bomber struck the market": the word for what happened names who did it.
  if (takes.self === 'agent') add('agent', token, 'self')
}

/** "state" of "state of emergency", "round" of "a round of talks": the word that the verb over them governs. */
export function topOf(trees: Trees, { token, words }: Pick<TriggerMatch, 'token' | 'words'>): number {
  const top = words.find((word) => !words.includes(trees.head(word))) ?? token
  const over = trees.head(top)
  const counted = trees.plainRelation(top) === 'nmod' && over >= 0 && trees.preposition(top) === 'of'
  return counted && /^(round|series|day|wave|string|spate|hour|week|plenty|lot)$/.test(trees.lemma(over)) ? over : top
}

/** "the delivery of tanks [by Spain] [to Chad]", with Spain and Chad hung on the tanks. */
function within(scene: Scene, phrase: number, takes: Readonly<Record<string, Taken>>, add: AddArgument): void {
  const { trees } = scene
  for (const child of trees.children(phrase)) {
    if (trees.plainRelation(child) !== 'nmod' || isTime(scene, child)) continue
    const preposition = scene.preposition(child)
    const taken = takes[preposition] ?? (preposition === 'by' ? 'agent' : undefined)
    if (taken === undefined) continue
    addTaken(scene, taken, child, 'taken', add)
    within(scene, child, takes, add)
  }
}

/** True of "carried" in "the attack [that was carried out at the harbour]", of "occurred" in "the blast that occurred in Gulu". */
export function isSupported({ trees, lexicons: { supportVerbs } }: Scene, verb: number): boolean {
  if (trees.relation(verb) !== 'acl:relcl') return false
  const lemma = trees.lemma(verb)
  if (supportVerbs.happen.has(lemma)) return lemma !== 'take' || trees.lower(trees.child(verb, 'obj')) === 'place'
  return supportVerbs.lend.has(lemma) && isPassive(trees, verb)
}

/** What such a clause says of the noun: "that was carried out by rebels at the harbour". */
function supportClause(scene: Scene, verb: number, add: AddArgument): void {
  byAgent(scene, verb, add)
  for (const child of scene.trees.children(verb)) {
    if (scene.trees.plainRelation(child) !== 'obl' || isTime(scene, child) || scene.preposition(child) === 'by')
      continue
    nounPhrase(scene, child, false, add)
  }
}

/** "the detention [of the preacher]", "the raid [on the mosque]": whom it was done to is told after the noun. */
const isDoneTo = (scene: Scene, beside: readonly number[], takes: Readonly<Record<string, Taken>>): boolean =>
  beside.some((child) => {
    if (scene.trees.plainRelation(child) !== 'nmod' || isTime(scene, child)) return false
    const preposition = scene.preposition(child)
    if (preposition === 'on' || preposition === 'against') return true
    // "Chad's deployment of tanks"
    if (preposition === 'of' && takes.of === 'none') return true
    return preposition === 'of' && takes.of !== 'agent' && (scene.isPerson(child) || scene.isThing(child))
  })

/** "by the navy" */
const isDoer = (scene: Scene, child: number): boolean =>
  scene.trees.plainRelation(child) === 'nmod' && scene.preposition(child) === 'by' && !isTime(scene, child)

/** "the militia's attack" did it, "the mayor's murder" happened to the mayor, "Lima's bombing" is where. */
function possessorRole(scene: Scene, head: number, ofPatient: boolean, doneTo: boolean): Argument['role'] {
  // "Bahrain's detention of the preacher"
  if (doneTo && !isTime(scene, head)) return 'agent'
  if (scene.isPlace(head) || isTime(scene, head)) return 'place'
  return ofPatient ? 'patient' : 'agent'
}

/** What one country does to another: its name before the noun is whose it was. */
export const isFromTheAir = (type: string): boolean => /^(air-strike|shelling|blockade|raid|sanction)$/.test(type)

/** "a United States drone strike": whose it was; "the Gaza air strike", where. */
const isCountry = (scene: Scene, i: number): boolean =>
  scene
    .placesIn(scene.sentenceOf(i))
    .some(({ from, to, place }) => from <= i && i < to && place.precision === 'country')

function modifier(scene: Scene, head: number, noun: number, type: string, add: AddArgument): void {
  const { trees } = scene
  if (head > noun) return
  if (scene.isDevice(head)) add('instrument', head, 'compound-instrument')
  else if (scene.isPlace(head)) add('place', head, 'compound-place')
  else if (scene.isBody(head) && scene.isArmed(head) && trees.relation(head) === 'compound')
    add('agent', head, 'compound-agent')
  else if (trees.relation(head) === 'amod') return
  // "street protests"
  else if (/^(street|road|campus|prison|factory)$/.test(trees.lemma(head)) && goesOn(scene, type)) return
  else if (scene.isThing(head) || scene.entityKind(head) === 'organisation') add('patient', head, 'compound-target')
  else if (scene.actorKind(head) === 'armed-group' || scene.actorKind(head) === 'criminals')
    add('agent', head, 'compound-agent')
  else if (scene.entityKind(head) === 'other') add('patient', head, 'compound-target')
}

function nounPhrase(scene: Scene, head: number, ofPatient: boolean, add: AddArgument): void {
  const preposition = scene.preposition(head)
  const thing = scene.isPerson(head) || scene.isBody(head) || scene.isThing(head)
  if (preposition === 'by') {
    add('agent', head, 'noun-by')
    // "the arrest by gendarmes of a priest", with the priest hung on the gendarmes; "members of the army" are of it
    if (ofPatient)
      for (const child of scene.trees.children(head))
        if (scene.preposition(child) === 'of' && isNobodysSide(scene, child)) add('patient', child, 'noun-of')
  } else if (preposition === 'against' || preposition === 'upon' || preposition === 'targeting')
    add('patient', head, 'noun-on')
  else if (preposition === 'on') {
    add('patient', head, 'noun-on')
    // "the attack on the barracks by separatists", with "by" hung on the barracks
    for (const child of scene.trees.children(head)) {
      if (scene.trees.plainRelation(child) === 'nmod' && scene.preposition(child) === 'by')
        add('agent', child, 'noun-by')
    }
  } else if (preposition === 'of' && ofPatient) {
    add('patient', head, 'noun-of')
    // "the arrest of two men by gendarmes", with "by" hung on the men
    for (const doer of doersWithin(scene, head)) add('agent', doer, 'noun-by')
  } else if (preposition === 'at' && thing) {
    add('patient', head, 'noun-at')
    add('place', head, 'at-place')
  } else if (preposition === 'with' && scene.isDevice(head)) add('instrument', head, 'with-instrument')
  else if (preposition === 'between' || preposition === 'with' || preposition === 'among')
    add('with', head, 'noun-between')
  else if (preposition === 'into' || preposition === 'to') add('into', head, 'into')
  else if (preposition === 'from') add('from', head, 'from')
  else if (PLACE_PREPOSITIONS.has(preposition)) add('place', head, 'at-place')
}

const isNobodysSide = (scene: Scene, i: number): boolean =>
  (scene.isPerson(i) || scene.isThing(i)) &&
  !scene.isBody(i) &&
  !scene.isArmed(i) &&
  scene.trees.tags[i].upos === 'NOUN' &&
  !/^(leader|chief|head|commander|president|director|boss|minister|governor)$/.test(scene.trees.lemma(i)) &&
  !isTime(scene, i)

/** "entered the third week of a hunger strike": it is theirs. */
const GOES_ON =
  /^(begin|start|enter|continue|end|resume|suspend|observe|keep|run|open|wrap|complete|extend|renew|prolong)$/
const goesOn = ({ lexicons }: Scene, type: string): boolean =>
  /^(cooperation|curfew|state-of-emergency|ceasefire)$/.test(type) || isKindOf(lexicons.vocabulary, type, 'protest')

function byAgent(scene: Scene, verb: number, add: AddArgument): void {
  for (const child of scene.trees.children(verb)) {
    if (scene.trees.plainRelation(child) === 'obl' && scene.preposition(child) === 'by') add('agent', child, 'by-agent')
  }
}

/** What the verb above a noun lends it: "rebels launched an attack", "the attack was carried out by rebels in Puno". */
function governor(scene: Scene, { trigger, token }: TriggerMatch, add: AddArgument): void {
  const { trees } = scene
  const { lend, proclaim, suffer, strike } = scene.lexicons.supportVerbs
  const own = new Set(trigger.with ?? [])
  const verb = trees.head(token)
  const relation = trees.relation(token)
  // "The group was behind the attack": the noun itself is the predicate.
  if (trees.child(token, 'cop') >= 0 && scene.preposition(token) === 'behind') {
    add('agent', trees.child(token, 'nsubj'), 'behind')
    return
  }
  // "Doctors have been on strike since Monday"
  if (trees.child(token, 'cop') >= 0 && scene.preposition(token) === 'on' && goesOn(scene, trigger.type)) {
    add('agent', trees.child(token, 'nsubj'), 'support-verb')
    return
  }
  // "The mayor is under investigation"
  if (trees.child(token, 'cop') >= 0 && scene.preposition(token) === 'under') {
    add('patient', trees.child(token, 'nsubj'), 'came-under')
    return
  }
  if (verb < 0) return
  const lemma = trees.lemma(verb)
  // "The premier is in Accra for talks"
  if (own.has('for') && scene.preposition(token) === 'for' && trees.child(verb, 'cop') >= 0)
    add('agent', trees.child(verb, 'nsubj'), 'here-for')
  // "suspended hearings in protest at the sackings"
  if (trigger.word === 'protest' && scene.preposition(token) === 'in')
    add('agent', subjectOf(trees, verb).head, 'in-protest')
  // "At the request of Chad, [the court] froze the account"
  if (trigger.needs?.includes('asked-by')) add('patient', subjectOf(trees, verb).head, 'asked')
  if (own.has(lemma)) ownVerb(scene, verb, relation, trigger.takes ?? {}, add)
  else if (
    /^(obj|obl:unmarked)$/.test(relation) &&
    (lend.has(lemma) || (goesOn(scene, trigger.type) && GOES_ON.test(lemma))) &&
    !(proclaim.has(lemma) && isDone(scene, trigger.type))
  )
    add('agent', agentOf(scene, verb).head, 'support-verb')
  else if (relation === 'nsubj:pass' && lend.has(lemma)) byAgent(scene, verb, add)
  else if (relation === 'obj' && (suffer.has(lemma) || isGiven(trees, verb)))
    add('patient', subjectOf(trees, verb).head, 'suffered')
  else if (trees.plainRelation(token) === 'obl' || trees.plainRelation(token) === 'nmod') {
    const preposition = scene.preposition(token)
    if (preposition === 'for' && (lemma === 'responsible' || lemma === 'blame')) {
      add('agent', lemma === 'blame' ? trees.child(verb, 'obj') : trees.child(verb, 'nsubj'), 'responsible')
      // "blamed rebels for the attack [on a convoy]", with the convoy hung on the blame
      for (const child of trees.children(verb))
        if (child > token && /^(on|against)$/.test(scene.preposition(child)) && !isTime(scene, child))
          add('patient', child, 'noun-on')
    } else if (preposition === 'under' && lemma === 'come') add('patient', trees.child(verb, 'nsubj'), 'came-under')
    else if (preposition === 'in' && /^(involve|participate|take|part|role|hand)$/.test(lemma)) {
      const subject = subjectOf(
        scene.trees,
        lemma === 'part' || lemma === 'role' || lemma === 'hand' ? trees.head(verb) : verb,
      )
      add('agent', subject.head, 'took-part')
    } else if (preposition === 'of' && lemma === 'target') add('patient', trees.child(verb, 'nsubj'), 'target-of')
  }
  // "A curfew was imposed [on Haldia]", "declared a state of emergency [in two provinces]"
  if (!own.has(lemma) && trigger.takes !== undefined && lend.has(lemma) && /^(obj|nsubj:pass)$/.test(relation))
    takenBy(scene, verb, trigger.takes, add)
  // "Blast hits market", "Bomb threat empties courthouse"
  if (relation === 'nsubj' && strike.has(lemma) && !isDoneTo(scene, trees.children(token), trigger.takes ?? {}))
    add('patient', trees.child(verb, 'obj'), 'struck')
  if (/^nsubj/.test(relation) || relation === 'obj') {
    for (const child of trees.children(verb)) {
      // "The murder of the mayor by hired gunmen shocked Lima", with the gunmen read as who shocked
      if (child > token && child < verb && trees.plainRelation(child) === 'nsubj' && scene.preposition(child) === 'by')
        add('agent', child, 'noun-by')
      if (child === token || trees.plainRelation(child) !== 'obl' || isTime(scene, child)) continue
      const preposition = scene.preposition(child)
      if (/^(against|on)$/.test(preposition) && relation === 'obj') add('patient', child, 'support-on')
      // "Fighting flared on Friday between the army and rebels"
      // "There is some smuggling over the ridge, mainly among herders"
      else if (/^(between|among)$/.test(preposition) && /^nsubj/.test(relation)) add('with', child, 'noun-between')
      else if (PLACE_PREPOSITIONS.has(preposition)) add('place', child, 'at-place')
    }
  }
}

/** "[The poet] was given a long sentence" */
const isGiven = (trees: Trees, verb: number): boolean =>
  /^(give|hand|deal|grant|deny|serve)$/.test(trees.lemma(verb)) && isPassive(trees, verb)

/** "[Two ministers] held talks with the rebels", "arrived for a visit": the verb that makes an event of the noun, and what hangs on it. */
function ownVerb(
  scene: Scene,
  verb: number,
  relation: string,
  takes: Readonly<Record<string, Taken>>,
  add: AddArgument,
): void {
  const { trees } = scene
  if (relation === 'nsubj:pass' || (/^(obj|acl)/.test(relation) && isPassive(trees, verb))) byAgent(scene, verb, add)
  else if (!/^nsubj/.test(relation)) add('agent', subjectOf(trees, verb).head, 'support-verb')
  for (const child of trees.children(verb))
    if (trees.relation(child) === 'iobj') addTaken(scene, 'recipient', child, 'object', add)
  takenBy(scene, verb, takes, add)
}

/** The phrases on the verb that the noun says something of. */
function takenBy(scene: Scene, verb: number, takes: Readonly<Record<string, Taken>>, add: AddArgument): void {
  const { trees } = scene
  for (const child of trees.children(verb)) {
    const taken = trees.plainRelation(child) === 'obl' ? takes[scene.preposition(child)] : undefined
    if (taken !== undefined && !isTime(scene, child)) addTaken(scene, taken, child, 'taken', add)
  }
}
