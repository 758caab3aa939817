import { hasChild, isIntransitive, isPassive, subjectOf } from '../../document/Clauses.ts'
import type { Trees } from '../../document/Trees.ts'
import type { Taken } from '../../vocabulary/Trigger.ts'
import { isKindOf } from '../../vocabulary/Vocabulary.ts'
import type { AddArgument } from './Argument.ts'
import { addTaken, isParty } from './addTaken.ts'
import { agentOf, isBlownUp, isVehicle, isWeapon, sendersOf } from './agentOf.ts'
import { beyondBorder } from './beyondBorder.ts'
import { isNationality } from './isNationality.ts'
import { mineUnder } from './mineUnder.ts'
import { objectOfRelative } from './objectOfRelative.ts'
import { byAgent, oblique } from './oblique.ts'
import { isPurpose, ofClause } from './ofClause.ts'
import { isTime } from './placePrepositions.ts'
import type { Scene } from './Scene.ts'
import type { TriggerMatch } from './TriggerLexicon.ts'

/** What stands around a verb: subject, objects, prepositions, and what hangs on the nouns fixed to it. */
export function verbArguments(scene: Scene, match: TriggerMatch, add: AddArgument): void {
  const { token } = match
  let suffered = false
  let hit = false
  const tell: AddArgument = (role, head, name) => {
    suffered ||= role === 'patient' && head >= 0
    hit ||= role === 'patient' && head >= 0 && /^(object|passive-subject)$/.test(name)
    add(role, head, name)
  }
  aroundVerb(scene, match, tell, () => hit)
  if (match.trigger.takes?.object !== 'otherwise' || suffered) return
  const { trees } = scene
  addTaken(scene, 'owner', trees.child(token, isPassive(trees, token) ? 'nsubj' : 'obj'), 'object', add)
}

function aroundVerb(
  scene: Scene,
  { trigger, token, words }: TriggerMatch,
  add: AddArgument,
  isHit: () => boolean,
): void {
  const { trees } = scene
  const takes = trigger.takes ?? {}
  // "was ambushed and shot dead"
  const joined = trees.relation(token) === 'conj' && trees.child(token, 'nsubj', 'aux', 'obj') < 0
  const passive =
    words.length > 1 && !joined
      ? hasChild(trees, token, 'aux:pass', ...(isPrepositional(trees, words) ? [] : ['nsubj:pass'])) ||
        // "information passed on by Chad"
        (trees.relation(token) === 'acl' && hasChild(trees, token, 'obl:agent'))
      : isPassive(trees, token) ||
        isHeadlinePassive(trees, token) ||
        (trigger.type === 'investigation' && isTakenBefore(trees, token))
  // "[Russian] missiles struck the port"
  if (trigger.subject === 'instrument') {
    const device = trees.child(token, 'nsubj')
    const nation = device < 0 ? undefined : trees.children(device).find((child) => isNationality(scene, child))
    if (nation !== undefined && scene.isDevice(device) && !isPassive(trees, token)) add('agent', nation, 'nationality')
  }
  // "Arrested on Sunday: [two nurses]"
  if (passive || trees.tags[token].xpos === 'VBN') add('patient', behindColon(trees, token), 'behind-colon')
  // "killed or wounded 30 guards", with the guards hung on "killed"
  const joint = trigger.effect === undefined ? -1 : objectOfBoth(scene, token)
  if (joint >= 0) add('patient', joint, 'shared-object')
  // "eleven were killed and 24 others injured": without an object, who is wounded is the subject.
  const short =
    /^VB[DN]$/.test(trees.tags[token].xpos) &&
    trigger.effect === 'wounded' &&
    trees.child(token, 'obj') < 0 &&
    trees.child(token, 'aux') < 0 &&
    joint < 0
  const subject = agentOf(scene, token)
  const asSubject = trigger.subject ?? 'agent'
  // "seven people were killed and 24 wounded": the number is whom it happened to, not the seven.
  const number = subject.by === 'shared-subject' ? numberBefore(scene, token) : -1
  if (number >= 0 && (passive || short)) add('patient', number, 'number-subject')
  else if (subject.head >= 0) {
    // "families were given shelter by a monastery"
    if (passive && takes.object === 'none' && trees.child(token, 'obj') >= 0)
      add('recipient', subject.head, 'passive-subject')
    if (isShot(scene, trigger.type, subject.head)) {
      // "Shots were fired at the embassy"
    } else if (passive || short) addTaken(scene, takes.object ?? 'patient', subject.head, 'passive-subject', add)
    else if (asSubject === 'agent' && isWeapon(scene, subject.head)) {
      add('instrument', subject.head, 'device-subject')
      // "An American drone killed two men"
      const nation = trees.children(subject.head).find((child) => isNationality(scene, child))
      if (nation !== undefined) add('agent', nation, 'nationality')
    } else if (asSubject === 'agent' && isBlownUp(scene, { trigger, token, words }, subject.head)) {
      add('instrument', subject.head, 'device-subject')
    } else if (trigger.effect === undefined || !isVehicle(scene, subject.head)) {
      const senders = asSubject === 'agent' ? sendersOf(scene, subject.head) : []
      for (const doer of senders.length > 0 ? senders : [subject.head]) add(asSubject, doer, subject.by)
      if (asSubject === 'agent') add('agent', joinerOf(scene, token), 'joined')
    }
  }
  // "Their jeep hit [a mine]"
  if (trigger.needs?.includes('mine')) add('instrument', mineUnder(scene, token), 'device-object')
  for (const child of trees.children(token)) {
    if (words.includes(child)) continue
    const relation = trees.relation(child)
    if (/^(none|whose|otherwise)$/.test(takes.object ?? '') && /^(obj|nsubj:pass)$/.test(relation))
      ofObject(scene, child, takes, add)
    // "massed tanks along its border with [Chad]"
    if (
      isKindOf(scene.lexicons.vocabulary, trigger.type, 'security-measure') &&
      /^(obj|obl)$/.test(trees.plainRelation(child))
    )
      for (const phrase of [child, ...trees.children(child)]) add('patient', beyondBorder(scene, phrase), 'beyond')
    if (relation === 'obj' && passive) continue
    // "fired a volley of shells at the island": what is fired is not what is hit
    if (/^(obj|nsubj:pass)$/.test(relation) && isShot(scene, trigger.type, child)) continue
    // "jailed blogger Pavel Lis", read as two objects
    if (relation === 'obj' && isTitle(trees, child)) continue
    // "left their base": their own, and nobody's whom it is done to
    if (relation === 'obj' && trigger.type === 'withdrawal' && isOwn(scene, child)) continue
    // "shut its border with [Niger]"
    const beyond = relation === 'obj' ? beyondBorder(scene, child) : -1
    if (beyond >= 0) {
      add('patient', beyond, 'beyond')
      continue
    }
    if (relation === 'obj' && takes.object !== undefined) {
      addTaken(scene, takes.object, child, 'object', add)
      continue
    }
    if (relation === 'iobj' && trigger.takes !== undefined) {
      addTaken(scene, takes.object === 'none' ? 'recipient' : 'patient', child, 'object', add)
      continue
    }
    if (relation === 'obj' && trigger.type !== 'seizure' && scene.isDevice(child) && !scene.isPerson(child)) {
      add('instrument', child, 'device-object')
      // "fired two missiles [at a tanker]", hung on the missiles
      for (const aim of trees.children(child))
        if (
          trees.plainRelation(aim) === 'nmod' &&
          /^(at|into|towards?|against)$/.test(scene.preposition(aim)) &&
          !isTime(scene, aim)
        )
          add('patient', aim, 'on-target')
    } else if (relation === 'obj') add('patient', child, 'object')
    else if (relation === 'iobj') add('patient', child, 'object')
    // "to have killed or injured over “30 guards”", with the men hung on as a clause
    else if (
      /^(advcl|dep)$/.test(relation) &&
      !passive &&
      child > token &&
      trees.tags[child].upos === 'NOUN' &&
      scene.referents.quantityAt(child) !== undefined &&
      trees.child(token, 'obj') < 0
    ) {
      add('patient', child, 'object-as-clause')
    } else if (relation === 'obl:agent' && scene.preposition(child) === 'by') byAgent(scene, child, add)
    else if (trees.plainRelation(child) === 'obl') {
      const taken = isTime(scene, child) ? undefined : takes[scene.preposition(child)]
      // "flogged on the orders [of a court]"
      if (isOrder(trees, child))
        add('agent', trees.children(child).find((inner) => scene.preposition(inner) === 'of') ?? -1, 'ordered')
      if (taken === undefined) oblique(scene, child, { passive, hit: isHit() }, add)
      else addTaken(scene, taken, child, scene.preposition(child) === 'with' ? 'taken-with' : 'taken', add)
      if (taken === 'none' || taken === 'whose') ofObject(scene, child, takes, add)
      // "vowed in a leaflet [to punish] them", with the clause hung on the leaflet
      const hung =
        takes.clause === undefined
          ? undefined
          : trees.children(child).find((inner) => trees.relation(inner) === 'acl' && trees.tags[inner].xpos === 'VB')
      if (hung !== undefined && takes.clause !== undefined) ofClause(scene, hung, takes.clause, add)
    } else if (takes.clause !== undefined && (/^(xcomp|ccomp)$/.test(relation) || isPurpose(scene, child)))
      ofClause(scene, child, takes.clause, add)
  }
  // "accused Peru of spying and recalled its ambassador"
  if (trigger.type === 'breaking-off' && trigger.word === 'recall' && trees.relation(token) === 'conj') {
    const before = trees.child(trees.head(token), 'obj')
    const from = trees.children(token).some((child) => scene.preposition(child) === 'from')
    if (before >= 0 && !from && isParty(scene, before)) add('patient', before, 'shared-object')
  }
  // "was detained [by police] and questioned"
  if (passive && trigger.type === 'investigation' && isTakenBefore(trees, token))
    add('agent', trees.child(trees.head(token), 'obl:agent'), 'shared-agent')
  // "was urged to resign [by deputies]", with the deputies hung on "resign"
  if (passive && trees.child(token, 'obl:agent') < 0)
    for (const clause of trees.children(token))
      if (trees.relation(clause) === 'xcomp' && !isPassive(trees, clause))
        for (const child of trees.children(clause))
          if (scene.preposition(child) === 'by' && isParty(scene, child)) add('agent', child, 'by-agent')
  const relative = passive ? -1 : objectOfRelative(scene, token)
  if (relative >= 0) addTaken(scene, takes.object ?? 'patient', relative, 'relative-object', add)
  // "used water cannon to drive back [the crowd]"
  if (trigger.type === 'crowd-control' && takes.object === 'none') {
    const purpose = trees.children(token).find((child) => isPurpose(scene, child))
    if (purpose !== undefined) add('patient', trees.child(purpose, 'obj'), 'purpose')
  }
  // "trucks with flour from the Red Crescent reached the town"
  if (takes.from === 'agent' && subject.head >= 0) {
    for (let i = subject.head + 1; i <= trees.right(subject.head) && i < token; i++)
      if (scene.preposition(i) === 'from' && isParty(scene, i)) add('agent', i, 'taken')
  }
  // "wounding 31, police said", with the number hung on "said"
  const next = token + 1
  if (trigger.effect !== undefined && !passive && trees.child(token, 'obj') < 0 && next < trees.length) {
    if (trees.tags[next].upos === 'NUM' && trees.tokens[next].sentence === trees.tokens[token].sentence)
      add('patient', next, 'adjacent-object')
  }
  // "set fire to a bus", "opened fire on a patrol": what hangs on the fixed noun is the verb's.
  for (const word of words.slice(1)) {
    // "took [a nurse] hostage", read as a hostage of that kind
    if (trigger.type === 'hostage-taking' && trees.relation(word) === 'obj')
      for (const child of trees.children(word))
        if (trees.relation(child) === 'compound' && scene.isPerson(child)) add('patient', child, 'object')
    // "called for [the premier] to resign"
    if (trigger.type === 'demand' && trees.relation(word) === 'mark' && trees.head(trees.head(word)) === token)
      for (const child of trees.children(token))
        if (child > word && child < trees.head(word) && /^(obl|obj|nsubj)$/.test(trees.relation(child)))
          add('patient', child, 'clause')
    // "shot and killed a farmer"
    // "let go [an engineer]"
    if (/^(conj|xcomp)$/.test(trees.plainRelation(word)) && !passive) add('patient', trees.child(word, 'obj'), 'object')
    for (const child of trees.children(word)) {
      if (trees.plainRelation(child) !== 'nmod') continue
      const taken = takes[scene.preposition(child)]
      if (taken === undefined) oblique(scene, child, { passive, fixed: true }, add)
      else addTaken(scene, taken, child, 'taken', add)
    }
  }
}

/**
 * "Curfew lifted after two weeks", "Opposition leader freed": a participle with a subject and no auxiliary; of "Fighters – forty
 * of them – crossed into Mali" nobody crossed them.
 */
const isHeadlinePassive = (trees: Trees, verb: number): boolean =>
  (trees.tags[verb].xpos === 'VBN' ||
    (trees.tags[verb].xpos === 'VBD' && isUnstopped(trees, verb) && SUFFERED.test(trees.lemma(verb)))) &&
  !isIntransitive(trees, verb) &&
  /^(root|parataxis)$/.test(trees.relation(verb)) &&
  trees.child(verb, 'nsubj') >= 0 &&
  trees.child(verb, 'nsubj') < verb &&
  trees.child(verb, 'obj', 'aux') < 0

/** Verbs that want an object: without one, the subject of a headline is whom it was done to. */
const SUFFERED =
  /^(free|release|jail|arrest|detain|sack|dismiss|expel|ban|outlaw|abduct|kidnap|seize|lift|sentence|charge|convict|indict|torch|loot|execute|beat|evict|deport|extradite|freeze|block|censor|kill|injure|wound|bomb|shell|ambush|deploy|close|shut|suspend|impose|sign)$/

/** No full stop ends the sentence. */
function isUnstopped(trees: Trees, verb: number): boolean {
  let last = verb
  while (last + 1 < trees.length && trees.tokens[last + 1].sentence === trees.tokens[verb].sentence) last++
  return trees.tags[last].upos !== 'PUNCT'
}

/** "nurses" of "Arrested on Sunday: two nurses"; -1 where the sentence does not begin so */
function behindColon(trees: Trees, verb: number): number {
  if (trees.relation(verb) !== 'root' || trees.child(verb, 'nsubj', 'obj', 'aux') >= 0) return -1
  return (
    trees
      .children(verb)
      .find(
        (child) =>
          child > verb &&
          /^(NOUN|PROPN)$/.test(trees.tags[child].upos) &&
          /^(parataxis|dep|appos|nsubj|conj)$/.test(trees.plainRelation(child)) &&
          trees.lower(trees.left(child)) === ':',
      ) ?? -1
  )
}

/** "severed ties [with Chad]", "imposed sanctions [on two banks]": what hangs on an object that is part of the deed. */
function ofObject(scene: Scene, object: number, takes: Readonly<Record<string, Taken>>, add: AddArgument): void {
  const { trees } = scene
  for (const one of scene.referents.conjuncts(object)) {
    for (const child of trees.children(one)) {
      const taken = trees.plainRelation(child) === 'nmod' ? takes[scene.preposition(child)] : undefined
      const name = scene.preposition(child) === 'with' ? 'taken-with' : 'taken'
      if (taken !== undefined && !isTime(scene, child)) addTaken(scene, taken, child, name, add)
    }
  }
}

/** "called on the clans": a preposition among the fixed words, with which no passive lacks its auxiliary */
const isPrepositional = (trees: Trees, words: readonly number[]): boolean => trees.tags[words.at(-1)!].xpos === 'IN'

const isShot = ({ trees }: Scene, type: string, i: number): boolean =>
  /^(shooting|armed-attack|shelling|air-strike)$/.test(type) &&
  /^(shot|gunshot|volley|round|bullet|salvo|burst|barrage|hail)$/.test(trees.lemma(i))

/** "was detained and questioned": by those who took him */
export const isTakenBefore = (trees: Trees, verb: number): boolean =>
  trees.plainRelation(verb) === 'conj' &&
  trees.head(verb) >= 0 &&
  trees.child(verb, 'obl:agent', 'obj', 'nsubj') < 0 &&
  /^(detain|arrest|hold|seize|capture|apprehend|jail|imprison)$/.test(trees.lemma(trees.head(verb))) &&
  isPassive(trees, trees.head(verb))

/** "blogger" of "jailed blogger Pavel Lis" */
const isTitle = (trees: Trees, object: number): boolean =>
  trees.tags[object].upos === 'NOUN' &&
  object + 1 < trees.length &&
  trees.relation(object + 1) === 'iobj' &&
  trees.tags[object + 1].upos === 'PROPN' &&
  trees.head(object + 1) === trees.head(object)

/** "on the orders of a court" */
const isOrder = (trees: Trees, phrase: number): boolean =>
  /^(order|instruction|behest|command)$/.test(trees.lemma(phrase)) &&
  trees.children(phrase).some((child) => /^(on|at|under)$/.test(trees.lower(child)))

/** The object that stands after two verbs and hangs on the first; -1 where none does. */
function objectOfBoth({ trees }: Scene, second: number): number {
  const first = trees.head(second)
  if (trees.plainRelation(second) !== 'conj' || first < 0 || first > second || isPassive(trees, first)) return -1
  const object = trees.child(first, 'obj')
  return object > second && trees.child(second, 'obj') < 0 ? object : -1
}

/** "24" of "24 wounded", "at least 24 were wounded" where it hangs on the verb; -1 where none does. */
const numberBefore = ({ trees }: Scene, verb: number): number =>
  trees.tags[verb].upos !== 'VERB'
    ? -1
    : (trees
        .children(verb)
        .find(
          (child) =>
            child < verb &&
            trees.tags[child].upos === 'NUM' &&
            /^(nummod|nsubj|obl|dep)$/.test(trees.plainRelation(child)) &&
            trees.child(child, 'case') < 0,
        ) ?? -1)

/** "[Two cousins] joined the thousands walking to the border": they walk there too. */
function joinerOf({ trees }: Scene, verb: number): number {
  const joined = trees.head(verb)
  if (trees.plainRelation(verb) !== 'acl' || trees.tags[verb].xpos !== 'VBG' || joined < 0) return -1
  const over = trees.head(joined)
  return trees.relation(joined) === 'obj' && trees.lemma(over) === 'join' ? subjectOf(trees, over).head : -1
}

const isOwn = ({ trees }: Scene, object: number): boolean =>
  trees.children(object).some((child) => trees.lower(child) === 'their' || trees.lower(child) === 'its')
