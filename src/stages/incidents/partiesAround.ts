import { isPassive } from '../../document/Clauses.ts'
import { isKindOf } from '../../vocabulary/Vocabulary.ts'
import type { Argument } from './Argument.ts'
import { isParty } from './addTaken.ts'
import { enlistingAt, tellerOf } from './enlistingAt.ts'
import { isNationality } from './isNationality.ts'
import { metBy } from './isOutlaw.ts'
import { isRecruiter, recruitedFor } from './isRecruiter.ts'
import { isTime } from './placePrepositions.ts'
import type { Scene } from './Scene.ts'
import type { TriggerMatch } from './TriggerLexicon.ts'

/** Who else has a part in a deed, told neither by its subject nor by its object. */
export function partiesAround(scene: Scene, match: TriggerMatch, found: readonly Argument[]): Argument[] {
  const agents = [
    ...joining(scene, match, found),
    ...joinedIn(scene, match),
    ...listedBefore(scene, match, found),
    ...sendingSides(scene, match, found),
    ...carriersOf(scene, match, found),
    ...groupsJoined(scene, match, found),
    ...(match.trigger.needs?.includes('outlaw') && match.trigger.type === 'talks' ? metBy(scene, match.token) : []),
  ]
  const hasPatient = found.some(({ role, head }) => role === 'patient' && !isMeasure(scene, head))
  const acting = match.trigger.type === 'easing' || found.some(({ role }) => role === 'agent')
  const patients = hasPatient
    ? []
    : [
        ...forceMet(scene, match),
        ...leftBehind(scene, match),
        ...(match.trigger.needs?.includes('outlaw') && match.trigger.type === 'visit' ? metBy(scene, match.token) : []),
        ...(match.trigger.needs?.includes('enlisting') ? [tellerOf(scene, match.token)] : []),
        ...accusers(scene, match),
        ...(acting ? placesHeldDown(scene, match) : []),
        ...(found.some(({ role }) => role === 'recipient') ? [] : towards(scene, match)),
      ]
  return [
    ...agents.map((head): Argument => ({ role: 'agent', head, by: 'rule:incidents/joined' })),
    ...sharers(scene, match)
      .filter((head) => !found.some((argument) => argument.head === head))
      .map((head): Argument => ({ role: 'with', head, by: 'rule:incidents/taken-with' })),
    ...hosts(scene, match).map((head): Argument => ({ role: 'recipient', head, by: 'rule:incidents/host' })),
    ...patients
      .filter((head) => head >= 0)
      .map((head): Argument => ({ role: 'patient', head, by: 'rule:incidents/around' })),
  ]
}

/** "the curfew" of "lifted the curfew": what is imposed or lifted, and nobody */
const isMeasure = ({ trees, lexicons }: Scene, head: number): boolean =>
  lexicons.participantWords.measures.has(trees.lemma(head))

/** "Truckers, joined by [farmers], sealed off the crossing"; "Joined by [farmers], truckers …"; "together with [farmers]" */
function joining(scene: Scene, { trigger, token }: TriggerMatch, found: readonly Argument[]): number[] {
  const { trees } = scene
  if (trigger.subject !== undefined) return []
  const agents = found.filter(({ role, by }) => role === 'agent' && by.endsWith('subject')).map(({ head }) => head)
  return [...agents, token].flatMap((above) =>
    trees.children(above).flatMap((child) => {
      const clause = /^(acl|advcl)$/.test(trees.relation(child))
      if (clause && /^(join|accompany|support|back)$/.test(trees.lemma(child)) && isPassive(trees, child)) {
        if (!/^(join|accompany)$/.test(trees.lemma(child)) || agents.length === 0) return []
        return trees.children(child).filter((inner) => scene.preposition(inner) === 'by' && isParty(scene, inner))
      }
      const beside = /^(nmod|obl)$/.test(trees.plainRelation(child)) && isTogether(scene, child)
      return beside && agents.length > 0 && isParty(scene, child) && !isPassive(trees, token) ? [child] : []
    }),
  )
}

/** "joined [local hunters] in arresting a smuggler" */
function joinedIn({ trees }: Scene, { trigger, token }: TriggerMatch): number[] {
  const over = trees.head(token)
  if (trigger.as === 'noun' || trees.tags[token].xpos !== 'VBG' || over < 0 || trees.lemma(over) !== 'join') return []
  const mark = trees.children(token).some((child) => trees.lower(child) === 'in')
  return mark ? [trees.child(over, 'obj')].filter((with_) => with_ >= 0) : []
}

/** "[Bamako], Niamey hold talks": a heading's comma for "and" */
function listedBefore(scene: Scene, { trigger }: TriggerMatch, found: readonly Argument[]): number[] {
  const { trees } = scene
  if (trigger.subject !== undefined) return []
  return found
    .filter(({ role, by }) => /^(agent|participant)$/.test(role) && /(subject|support-verb)$/.test(by))
    .flatMap(({ head }) => {
      const comma = trees.left(head) - 1
      const first = comma - 1
      if (first < 0 || trees.lower(comma) !== ',' || trees.tags[head].upos !== 'PROPN') return []
      // "Rahim, whose men left"
      if (trees.tags[comma + 1].upos !== 'PROPN') return []
      let noun = first
      while (trees.left(noun) > 0 || trees.right(noun) < first) {
        const over = trees.head(noun)
        if (over < 0 || over > comma) break
        noun = over
      }
      const opens =
        trees.left(noun) === 0 || trees.tokens[trees.left(noun) - 1].sentence !== trees.tokens[noun].sentence
      if (!opens || trees.tags[noun].upos !== 'PROPN' || isTime(scene, noun)) return []
      return trees.child(noun, 'case') < 0 && isParty(scene, noun) && isParty(scene, head) ? [noun] : []
    })
}

/** To whom what is given, handed over or set up goes, where nothing else says so: "a clinic for [refugees]", "surrendered to [the army]" */
function towards(scene: Scene, { trigger, token, words }: TriggerMatch): number[] {
  const { trees } = scene
  const joints = TOWARDS.find(([types]) => types.test(trigger.type))?.[1]
  if (joints === undefined || trigger.as === 'noun') return []
  const objects = trees
    .children(token)
    .filter((child) => words.includes(child) || /^(obj|iobj)$/.test(trees.relation(child)))
  const under = [token, ...words, ...objects].flatMap((above) => trees.children(above))
  const phrases = under.filter(
    (child) => joints.test(scene.preposition(child).replace(/^(over|back|in) /, '')) && !isTime(scene, child),
  )
  const people = [...new Set(phrases)].filter((child) => scene.isPerson(child) || scene.isBody(child))
  return people.length > 0 ? people : [...new Set(phrases)].filter((child) => isParty(scene, child))
}

const TOWARDS: readonly (readonly [RegExp, RegExp])[] = [
  [/^(aid|military-aid|economic-aid)$/, /^(to|for|into)$/],
  [/^(surrender|extradition|disarmament)$/, /^to$/],
  [/^seizure$/, /^from$/],
]

/** "together with farmers", "along with farmers" */
const isTogether = ({ trees }: Scene, phrase: number): boolean => {
  const first = trees.left(phrase)
  return (
    trees.lower(first + 1) === 'with' && /^(together|along|jointly)$/.test(trees.lower(first)) && phrase > first + 1
  )
}

/** "Two [Turkish] planes carrying tents landed": whose planes they are */
function carriersOf(scene: Scene, { trigger, token }: TriggerMatch, found: readonly Argument[]): number[] {
  const { trees } = scene
  if (trigger.as === 'noun' || !/^(aid|military-aid)$/.test(trigger.type)) return []
  if (found.some(({ role }) => role === 'agent')) return []
  const subject = trees.child(token, 'nsubj')
  if (!scene.lexicons.participantWords.carriers.has(trees.lemma(subject))) return []
  return trees.children(subject).filter((child) => trees.relation(child) === 'amod' && isNationality(scene, child))
}

/** "Recruiters for [the Lions] paid them", "He recruited boys for [the Lions]" */
const groupsJoined = (scene: Scene, { trigger, token }: TriggerMatch, found: readonly Argument[]): number[] => {
  if (trigger.type !== 'recruitment' || trigger.frame !== undefined) return []
  if (trigger.needs?.includes('enlisting')) {
    const side = enlistingAt(scene, token)?.side ?? -1
    return side < 0 || scene.trees.tags[side].upos === 'PRON' ? [] : [side]
  }
  const recruiters = found.filter(({ role, head }) => role === 'agent' && isRecruiter(scene, head))
  const recruits = found.filter(({ role }) => role === 'patient').map(({ head }) => head)
  const told = recruiters.flatMap(({ head }) => recruitedFor(scene, head))
  return told.length > 0 || recruiters.length === 0
    ? told
    : [token, ...recruits].flatMap((phrase) => recruitedFor(scene, phrase)).filter((head) => !recruits.includes(head))
}

/** "Envoys of the government and [the rebels] met": those of each side do. */
function sendingSides(scene: Scene, { trigger }: TriggerMatch, found: readonly Argument[]): number[] {
  const { trees, lexicons } = scene
  if (!['talks', 'treaty', 'agreement', 'clash'].some((type) => isKindOf(lexicons.vocabulary, trigger.type, type)))
    return []
  return found
    .filter(({ role, head }) => role === 'agent' && trees.tags[head].xpos === 'NNS')
    .flatMap(({ head }) => trees.children(head))
    .filter((child) => /^(of|from)$/.test(scene.preposition(child)) && scene.isBody(child))
    .flatMap((side) => scene.referents.conjuncts(side).slice(1))
}

/** "shared files on the gang with [Europol]", with Europol hung on the gang */
function sharers(scene: Scene, { trigger, token }: TriggerMatch): number[] {
  const { trees } = scene
  if (trigger.type !== 'cooperation' || trigger.as === 'noun') return []
  const objects = trees.children(token).filter((child) => /^(obj|obl)$/.test(trees.plainRelation(child)))
  return [...objects, ...objects.flatMap((child) => trees.children(child))]
    .flatMap((noun) => trees.children(noun))
    .filter((child) => scene.preposition(child) === 'with' && trees.head(child) !== token && isParty(scene, child))
}

/** "walked out of the talks with [the rebels]": whoever leaves them leaves the rebels */
function leftBehind(scene: Scene, { trigger, token }: TriggerMatch): number[] {
  const { trees } = scene
  if (!/^(breaking-off|rejection|boycott)$/.test(trigger.type) || trigger.as === 'noun') return []
  return trees
    .children(token)
    .filter((child) => scene.lexicons.participantWords.talks.has(trees.lemma(child)))
    .flatMap((noun) => trees.children(noun))
    .filter((child) => scene.preposition(child) === 'with' && isParty(scene, child))
}

/** "[Havana] accused Lima of spying, a charge the ministry rejected": whose charge it is */
function accusers(scene: Scene, { trigger, token }: TriggerMatch): number[] {
  const { trees } = scene
  const said = trees.head(token)
  if (trigger.type !== 'rejection' || trees.relation(token) !== 'acl:relcl' || said < 0) return []
  if (
    !/^(appos|parataxis|dep)$/.test(trees.plainRelation(said)) ||
    !scene.lexicons.participantWords.retorts.has(trees.lemma(said))
  )
    return []
  const over = trees.head(said)
  const verb = trees.tags[over].upos === 'VERB' ? over : trees.head(over)
  if (verb < 0) return []
  const subject = trees.child(verb, 'nsubj')
  return subject >= 0 && isParty(scene, subject) ? scene.referents.conjuncts(subject) : []
}

/** "flew to Juba for two days of talks with [the president]" */
function hosts(scene: Scene, { trigger, token }: TriggerMatch): number[] {
  const { trees } = scene
  if (
    !/^(talks|visit)$/.test(trigger.type) ||
    !/^(fly|travel|arrive|head|jet|go|come|land|visit|tour|return)( |$)/.test(trigger.word)
  )
    return []
  const purposes = trees.children(token).filter((child) => scene.preposition(child) === 'for')
  return [...purposes, ...purposes.flatMap((child) => trees.children(child))]
    .filter((noun) => scene.lexicons.participantWords.meetings.has(trees.lemma(noun)))
    .flatMap((noun) => trees.children(noun))
    .filter((child) => scene.preposition(child) === 'with' && isParty(scene, child))
}

/** "scrambled jets to intercept [two bombers]": what forces are sent against. */
function forceMet(scene: Scene, { trigger, token }: TriggerMatch): number[] {
  const { trees, lexicons } = scene
  if (!/deployment$/.test(trigger.type) || !lexicons.vocabulary.incidentTypes.has(trigger.type)) return []
  const verbs = [token, trees.child(token, 'obj')].flatMap((above) => (above < 0 ? [] : trees.children(above)))
  // "sent marines after [gunmen] attacked a base"
  const since = trees
    .children(token)
    .filter(
      (child) =>
        trees.plainRelation(child) === 'advcl' &&
        trees.children(child).some((mark) => trees.lower(mark) === 'after') &&
        scene.lexicons.participantWords.assaults.has(trees.lemma(child)) &&
        !isPassive(trees, child),
    )
    .map((child) => trees.child(child, 'nsubj'))
    .filter((subject) => subject >= 0 && isParty(scene, subject))
  return verbs
    .filter(
      (child) =>
        /^(advcl|acl|xcomp)$/.test(trees.plainRelation(child)) &&
        scene.lexicons.participantWords.meetingForce.has(trees.lemma(child)),
    )
    .map((child) => trees.child(child, 'obj'))
    .filter((object) => object >= 0)
    .concat(since)
}

/** "cut off the internet in [the Saro region]": where nobody else is named, the place is who suffers it. */
function placesHeldDown(scene: Scene, { trigger, token, words }: TriggerMatch): number[] {
  const { trees } = scene
  // A curfew has its place, and is against nobody.
  if (!/^(blockade|censorship|easing)$/.test(trigger.type)) return []
  const beside = trees.children(token)
  const below = beside.filter((child) => words.includes(child) || /^(obj|nsubj)/.test(trees.relation(child)))
  return [...beside, ...below.flatMap((child) => trees.children(child))].filter(
    (child) =>
      (scene.isPlace(child) || trees.tags[child].upos === 'PROPN') &&
      !isTime(scene, child) &&
      (/^(in|across|throughout|over|on)$/.test(scene.preposition(child)) ||
        // "Saro's curfew lifted"
        (trees.relation(child) === 'nmod:poss' && isMeasure(scene, trees.head(child)))),
  )
}
