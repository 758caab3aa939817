import { hasChild, isPassive, type Subject, subjectOf } from '../../document/Clauses.ts'
import type { Frame } from '../../vocabulary/IncidentType.ts'
import type { Scene } from './Scene.ts'
import type { TriggerMatch } from './TriggerLexicon.ts'

/** What stands beside a trigger in the tree, and as what. `of` is the word that governs it: its certainty is that word's. */
export interface Argument {
  readonly role: 'agent' | 'patient' | 'instrument' | 'place' | 'with' | 'into' | 'from'
  readonly head: number
  readonly by: string
}

const PLACE_PREPOSITIONS = new Set([
  'in',
  'at',
  'near',
  'outside',
  'inside',
  'on',
  'along',
  'around',
  'beside',
  'behind',
  'across',
  'throughout',
  'within',
  'in front of',
  'close to',
  'next to',
  'off',
  'between',
  'outside of',
  'north of',
  'south of',
  'east of',
  'west of',
  'over',
])
/** Verbs that lend their subject to the noun they govern: "gunmen carried out the attack". */
const SUPPORT = new Set([
  'carry',
  'launch',
  'stage',
  'mount',
  'commit',
  'perpetrate',
  'conduct',
  'execute',
  'make',
  'organize',
  'organise',
  'orchestrate',
  'mastermind',
  'undertake',
  'unleash',
  'direct',
  'lead',
  'do',
  'issue',
  'impose',
  'declare',
  'announce',
  'order',
  'hold',
  'call',
  'plan',
  'plot',
  'attempt',
  'join',
  'prepare',
])
/** Verbs whose subject is who the noun happened to: "the minister survived an attack". */
const SUFFER = new Set(['receive', 'undergo', 'suffer', 'survive', 'escape', 'face', 'sustain', 'endure'])
/** Nouns whose "'s" and "of" name who suffers it: "the mayor's murder", "the arrest of two men". */
const PATIENT_NOUNS = new Set([
  'killing',
  'assassination',
  'execution',
  'kidnapping',
  'hostage-taking',
  'hijacking',
  'arrest',
  'release',
  'ban',
  'closure',
  'trial',
  'disappearance',
  'sexual-violence',
  'beating',
  'stabbing',
  'bombing',
  'arson',
  'robbery',
  'displacement',
  'sabotage',
  'recruitment',
  'shooting',
  'shelling',
  'seizure',
  'takeover',
  'air-strike',
  'training',
  'raid',
])

/** The arguments of a trigger: of a verb by subject, object and prepositions, of a noun by its phrase and its support verb. */
export function argumentsOf(scene: Scene, match: TriggerMatch): Argument[] {
  const { trees } = scene
  const found = match.trigger.as === 'noun' ? ofNoun(scene, match) : ofVerb(scene, match)
  return found.flatMap((argument) =>
    scene.referents
      .conjuncts(scene.referents.antecedent(compared(scene, argument.head)))
      .filter((head) => !match.words.includes(head) && trees.tags[head].upos !== 'PUNCT')
      .map((head) => ({ ...argument, head })),
  )
}

/** "more than “30 guards”", with the guards hung on the verb or on "more": whom the comparison counts. */
function compared({ trees }: Scene, head: number): number {
  if (!/^(more|fewer|less)$/.test(trees.lower(head)) || head + 2 >= trees.length || trees.lower(head + 1) !== 'than')
    return head
  let number = head + 2
  while (number + 1 < trees.length && trees.tags[number].upos === 'PUNCT') number++
  if (trees.tags[number].upos !== 'NUM' || trees.tokens[number].sentence !== trees.tokens[head].sentence) return head
  const noun = trees.head(number)
  return noun > number && trees.plainRelation(number) === 'nummod' ? noun : number
}

const rule = (name: string): string => `rule:incidents/${name}`

function ofVerb(scene: Scene, { trigger, token, words }: TriggerMatch): Argument[] {
  const { trees } = scene
  const found: Argument[] = []
  const add = (role: Argument['role'], head: number, name: string) => {
    if (head >= 0) found.push({ role, head, by: rule(name) })
  }
  const passive = words.length > 1 ? hasChild(trees, token, 'aux:pass', 'nsubj:pass') : isPassive(trees, token)
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
    if (passive || short) add('patient', subject.head, 'passive-subject')
    else if (asSubject === 'agent' && scene.isDevice(subject.head) && !scene.isPerson(subject.head)) {
      add('instrument', subject.head, 'device-subject')
    } else add(asSubject, subject.head, subject.by)
  }
  for (const child of trees.children(token)) {
    if (words.includes(child)) continue
    const relation = trees.relation(child)
    if (relation === 'obj' && passive) continue
    if (relation === 'obj' && trigger.type !== 'seizure' && scene.isDevice(child) && !scene.isPerson(child)) {
      add('instrument', child, 'device-object')
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
    } else if (relation === 'obl:agent' && scene.preposition(child) === 'by') add('agent', child, 'by-agent')
    else if (trees.plainRelation(child) === 'obl') oblique(scene, child, passive, add)
  }
  // "wounding 31, police said", with the number hung on "said"
  const next = token + 1
  if (trigger.effect !== undefined && !passive && trees.child(token, 'obj') < 0 && next < trees.length) {
    if (trees.tags[next].upos === 'NUM' && trees.tokens[next].sentence === trees.tokens[token].sentence)
      add('patient', next, 'adjacent-object')
  }
  // "set fire to a bus", "opened fire on a patrol": what hangs on the fixed noun is the verb's.
  for (const word of words.slice(1)) {
    for (const child of trees.children(word)) {
      if (trees.plainRelation(child) === 'nmod') oblique(scene, child, passive, add, true)
    }
  }
  return found
}

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

/** The subject; of "an attempt to kill the mayor" who made the attempt, where a verb over it says so. */
function agentOf(scene: Scene, token: number): Subject {
  const { trees } = scene
  const subject = subjectOf(trees, token)
  if (
    subject.by !== 'participle' ||
    !/^(attempt|plan|plot|bid|effort|threat|conspiracy|order)$/.test(trees.lemma(subject.head))
  )
    return subject
  const verb = trees.head(subject.head)
  const made = verb >= 0 && trees.plainRelation(subject.head) === 'obj' && SUPPORT.has(trees.lemma(verb))
  return made ? subjectOf(trees, verb) : { head: -1, by: 'none' }
}

function oblique(
  scene: Scene,
  head: number,
  passive: boolean,
  add: (role: Argument['role'], head: number, name: string) => void,
  fixed = false,
): void {
  const preposition = scene.preposition(head)
  if (preposition === 'by' && (passive || fixed)) add('agent', head, 'by-agent')
  else if (preposition === 'with' || preposition === 'using') {
    if (scene.isDevice(head)) add('instrument', head, 'with-instrument')
    else add('with', head, 'with')
  } else if (preposition === 'against' || preposition === 'to' || preposition === 'upon') {
    add(preposition === 'to' && !fixed ? 'into' : 'patient', head, 'against')
  } else if (preposition === 'into' || preposition === 'toward' || preposition === 'towards' || preposition === 'for') {
    if (preposition !== 'for') add('into', head, 'into')
  } else if (preposition === 'from') add('from', head, 'from')
  else if (
    (preposition === 'on' || preposition === 'at') &&
    scene.trees.tags[head].upos !== 'NUM' &&
    !isTime(scene, head)
  ) {
    add(
      fixed || scene.isPerson(head) || scene.isBody(head) || scene.isThing(head) ? 'patient' : 'place',
      head,
      'on-target',
    )
    if (scene.isThing(head)) add('place', head, 'at-place')
  } else if (PLACE_PREPOSITIONS.has(preposition) && !isTime(scene, head)) add('place', head, 'at-place')
}

/** True where a time expression stands over the word. */
export function isTime(scene: Scene, i: number): boolean {
  return scene.timesIn(scene.sentenceOf(i)).some(({ from, to }) => from <= i && i < to)
}

function ofNoun(scene: Scene, { trigger, token, words }: TriggerMatch): Argument[] {
  const { trees } = scene
  const found: Argument[] = []
  const add = (role: Argument['role'], head: number, name: string) => {
    if (head >= 0) found.push({ role, head, by: rule(name) })
  }
  const ofPatient = PATIENT_NOUNS.has(trigger.type)
  for (const child of trees.children(token)) {
    if (words.includes(child) || isTime(scene, child)) continue
    const relation = trees.relation(child)
    if (relation === 'nmod:poss') add(possessorRole(scene, trigger.type, child, ofPatient), child, 'possessor')
    else if (relation === 'compound' || relation === 'amod') modifier(scene, child, token, add)
    else if (trees.plainRelation(child) === 'nmod') nounPhrase(scene, child, ofPatient, add)
    else if (isSupported(scene, child)) supportClause(scene, child, add)
    else if (relation === 'acl' && /^VBN$/.test(trees.tags[child].xpos) && SUPPORT.has(trees.lemma(child)))
      byAgent(scene, child, add)
    else if (relation === 'acl' && scene.preposition(child) === '') {
      const tool = trees.children(child).find((inner) => trees.plainRelation(inner) === 'obj' && scene.isDevice(inner))
      if (tool !== undefined && /^(us|involv)/.test(trees.lemma(child))) add('instrument', tool, 'using')
    }
  }
  governor(scene, token, add)
  return found
}

/** Verbs that say no more than that it happened: "the attack that took place in Gulu". */
const HAPPEN = new Set(['happen', 'occur', 'take', 'unfold'])

/** True of "carried" in "the attack [that was carried out at the harbour]", of "occurred" in "the blast that occurred in Gulu". */
export function isSupported({ trees }: Scene, verb: number): boolean {
  if (trees.relation(verb) !== 'acl:relcl') return false
  const lemma = trees.lemma(verb)
  if (HAPPEN.has(lemma)) return lemma !== 'take' || trees.lower(trees.child(verb, 'obj')) === 'place'
  return SUPPORT.has(lemma) && isPassive(trees, verb)
}

/** What such a clause says of the noun: "that was carried out by rebels at the harbour". */
function supportClause(
  scene: Scene,
  verb: number,
  add: (role: Argument['role'], head: number, name: string) => void,
): void {
  byAgent(scene, verb, add)
  for (const child of scene.trees.children(verb)) {
    if (scene.trees.plainRelation(child) !== 'obl' || isTime(scene, child) || scene.preposition(child) === 'by')
      continue
    nounPhrase(scene, child, false, add)
  }
}

/** "the militia's attack" did it, "the mayor's murder" happened to the mayor, "Lima's bombing" is where. */
function possessorRole(scene: Scene, _type: string, head: number, ofPatient: boolean): Argument['role'] {
  if (scene.isPlace(head) || isTime(scene, head)) return 'place'
  return ofPatient ? 'patient' : 'agent'
}

function modifier(
  scene: Scene,
  head: number,
  noun: number,
  add: (role: Argument['role'], head: number, name: string) => void,
): void {
  const { trees } = scene
  if (head > noun) return
  if (scene.isDevice(head)) add('instrument', head, 'compound-instrument')
  else if (scene.isPlace(head)) add('place', head, 'compound-place')
  else if (scene.isBody(head) && scene.isArmed(head) && trees.relation(head) === 'compound')
    add('agent', head, 'compound-agent')
  else if (trees.relation(head) === 'amod') return
  else if (scene.isThing(head) || scene.entityKind(head) === 'organisation') add('patient', head, 'compound-target')
  else if (scene.actorKind(head) === 'armed-group' || scene.actorKind(head) === 'criminals')
    add('agent', head, 'compound-agent')
  else if (scene.entityKind(head) === 'other') add('patient', head, 'compound-target')
}

function nounPhrase(
  scene: Scene,
  head: number,
  ofPatient: boolean,
  add: (role: Argument['role'], head: number, name: string) => void,
): void {
  const preposition = scene.preposition(head)
  const thing = scene.isPerson(head) || scene.isBody(head) || scene.isThing(head)
  if (preposition === 'by') add('agent', head, 'noun-by')
  else if (preposition === 'against' || preposition === 'upon' || preposition === 'targeting')
    add('patient', head, 'noun-on')
  else if (preposition === 'on') {
    add('patient', head, 'noun-on')
    // "the attack on the barracks by separatists", with "by" hung on the barracks
    for (const child of scene.trees.children(head)) {
      if (scene.trees.plainRelation(child) === 'nmod' && scene.preposition(child) === 'by')
        add('agent', child, 'noun-by')
    }
  } else if (preposition === 'of' && ofPatient) add('patient', head, 'noun-of')
  else if (preposition === 'at' && thing) {
    add('patient', head, 'noun-at')
    add('place', head, 'at-place')
  } else if (preposition === 'with' && scene.isDevice(head)) add('instrument', head, 'with-instrument')
  else if (preposition === 'between' || preposition === 'with' || preposition === 'among')
    add('with', head, 'noun-between')
  else if (preposition === 'into' || preposition === 'to') add('into', head, 'into')
  else if (preposition === 'from') add('from', head, 'from')
  else if (PLACE_PREPOSITIONS.has(preposition)) add('place', head, 'at-place')
}

function byAgent(scene: Scene, verb: number, add: (role: Argument['role'], head: number, name: string) => void): void {
  for (const child of scene.trees.children(verb)) {
    if (scene.trees.plainRelation(child) === 'obl' && scene.preposition(child) === 'by') add('agent', child, 'by-agent')
  }
}

/** What the verb above a noun lends it: "rebels launched an attack", "the attack was carried out by rebels in Puno". */
function governor(
  scene: Scene,
  token: number,
  add: (role: Argument['role'], head: number, name: string) => void,
): void {
  const { trees } = scene
  const verb = trees.head(token)
  const relation = trees.relation(token)
  // "The group was behind the attack": the noun itself is the predicate.
  if (trees.child(token, 'cop') >= 0 && scene.preposition(token) === 'behind') {
    add('agent', trees.child(token, 'nsubj'), 'behind')
    return
  }
  if (verb < 0) return
  const lemma = trees.lemma(verb)
  if (relation === 'obj' && SUPPORT.has(lemma)) add('agent', subjectOf(trees, verb).head, 'support-verb')
  else if (relation === 'nsubj:pass' && SUPPORT.has(lemma)) byAgent(scene, verb, add)
  else if (relation === 'obj' && SUFFER.has(lemma)) add('patient', subjectOf(trees, verb).head, 'suffered')
  else if (trees.plainRelation(token) === 'obl' || trees.plainRelation(token) === 'nmod') {
    const preposition = scene.preposition(token)
    if (preposition === 'for' && (lemma === 'responsible' || lemma === 'blame')) {
      add('agent', lemma === 'blame' ? trees.child(verb, 'obj') : trees.child(verb, 'nsubj'), 'responsible')
    } else if (preposition === 'under' && lemma === 'come') add('patient', trees.child(verb, 'nsubj'), 'came-under')
    else if (preposition === 'in' && /^(involve|participate|take|part|role|hand)$/.test(lemma)) {
      const subject = subjectOf(
        scene.trees,
        lemma === 'part' || lemma === 'role' || lemma === 'hand' ? trees.head(verb) : verb,
      )
      add('agent', subject.head, 'took-part')
    } else if (preposition === 'of' && lemma === 'target') add('patient', trees.child(verb, 'nsubj'), 'target-of')
  }
  if (/^nsubj/.test(relation) || relation === 'obj') {
    for (const child of trees.children(verb)) {
      if (child === token || trees.plainRelation(child) !== 'obl' || isTime(scene, child)) continue
      const preposition = scene.preposition(child)
      if (/^(against|on)$/.test(preposition) && relation === 'obj') add('patient', child, 'support-on')
      else if (PLACE_PREPOSITIONS.has(preposition)) add('place', child, 'at-place')
    }
  }
}

const isPlaceWord = (scene: Scene, i: number): boolean =>
  scene.isPlace(i) ||
  /^(country|state|nation|republic|town|city|village|side|border|region|province|district|island|coast|shore)$/.test(
    scene.trees.lemma(i),
  )

/** The property that an argument fills under a frame, undefined where the frame has none for it. */
export function propertyOf(scene: Scene, type: string, frame: Frame, { role, head }: Argument): string | undefined {
  if (role === 'agent') return frame.agent
  if (role === 'patient') {
    // "a training camp on Pemba": where, not who
    if (frame.patient === 'participant' && scene.isPlace(head)) return undefined
    if (frame.patient !== 'target') return frame.patient
    return frame.agent === 'perpetrator' && scene.isPerson(head) ? 'victim' : 'target'
  }
  // "traffic between the two towns": what lies at both ends does not travel; between two countries there may be fighting.
  if (role === 'with' && type === 'border-crossing' && isPlaceWord(scene, head)) return undefined
  if (role === 'with') return frame.agent === 'participant' ? 'participant' : undefined
  if (role === 'into') return frame.agent === 'participant' ? 'destination' : undefined
  if (role === 'from') return frame.agent === 'participant' ? 'origin' : undefined
  return role
}
