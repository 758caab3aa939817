import { isPassive } from '../../document/Clauses.ts'
import type { TriggerNeed } from '../../vocabulary/Trigger.ts'
import type { Argument } from './Argument.ts'
import { doersWithin, isParty } from './addTaken.ts'
import { announcedBy, isVeiledThreat } from './announcedBy.ts'
import { enlistingAt, isPeaceful } from './enlistingAt.ts'
import { isNegated } from './isNegated.ts'
import { isOutlaw, metBy } from './isOutlaw.ts'
import { isPublic, phraseText } from './isPublic.ts'
import { isRecruiterForArms } from './isRecruiter.ts'
import { mineUnder } from './mineUnder.ts'
import { ruledOutBy } from './ruledOutBy.ts'
import type { Scene } from './Scene.ts'
import type { TriggerMatch } from './TriggerLexicon.ts'
import { isTakenBefore } from './verbArguments.ts'
import { violentWords } from './violentWords.ts'

/** What decides whether a word is a trigger here: its arguments by role. */
export interface Beside {
  readonly agents: readonly number[]
  readonly patients: readonly number[]
  readonly instruments: readonly number[]
  readonly all: readonly Argument[]
}

const CAPTIVES =
  /^(hostage|prisoner|captive|detainee|inmate|suspect|abductee|crew|soldier|policeman|man|woman|people|student|girl|pupil)$/
const WEAPONS =
  /^(weapon|arm|rifle|gun|explosive|bomb|ammunition|grenade|cache|munition|device|drug|cocaine|mine|rocket|dynamite)$/
const CLOSABLE =
  /^(mosque|school|border|airport|crossing|road|highway|station|university|office|newspaper|bridge|frontier|market|embassy|terminal|port|radio|shop|bank|street|church|camp|site|area|checkpoint|newspaper)$/
const SECURITY =
  /^(security|troop|soldier|police|force|reinforcement|patrol|checkpoint|guard|unit|officer|army|measure|control)$/
const GROUPS =
  /^(movement|party|group|organi[sz]ation|protest|demonstration|rally|gathering|veil|niqab|motorcycle|activity|strike|militia|march|newspaper|flight|union|use|sale|travel|ferry|boat|trade|export|import)$/
const TERRITORY =
  /^(town|city|village|base|camp|area|position|province|district|airport|capital|region|territory|post|hill|port|field|barracks|checkpoint|oilfield|neighbou?rhood|stronghold)$/

/** One test a need: what must stand beside an ambiguous word before it speaks of an incident. */
export const triggerNeeds: Record<TriggerNeed, (scene: Scene, beside: Beside, match: TriggerMatch) => boolean> = {
  target: (scene, { patients }) => patients.some((i) => scene.isPerson(i) || scene.isBody(i) || scene.isThing(i)),
  person: (scene, { patients }) => patients.some((i) => scene.isPerson(i)),
  thing: (scene, { patients }) => patients.some((i) => scene.isThing(i)),
  'person-or-place': (scene, { patients }) => patients.some((i) => scene.isPerson(i) || scene.isThing(i)),
  'person-subject': (scene, { agents, patients }) => [...agents, ...patients].some((i) => scene.isPerson(i)),
  people: (scene, { agents }) =>
    agents.length === 0 || agents.some((i) => scene.isPerson(i) || scene.isBody(i) || isCrowdName(scene, i)),
  'people-moved': (scene, { agents, patients }) => [...agents, ...patients].some((i) => isCrowd(scene, i)),
  device: (scene, { agents, patients, instruments }) =>
    instruments.some((i) => scene.isDevice(i)) ||
    [...agents, ...patients].some((i) => scene.isDevice(i) || scene.isThing(i)),
  'device-object': (scene, { patients, instruments }) =>
    [...patients, ...instruments].some((i) => isExplosive(scene.instrumentKind(i))),
  'shell-object': (scene, { patients, instruments }) =>
    [...patients, ...instruments].some((i) => /^(rocket|artillery|aerial-bomb)$/.test(scene.instrumentKind(i) ?? '')),
  'weapon-object': (scene, { patients }) => patients.some((i) => WEAPONS.test(scene.trees.lemma(i))),
  captive: (scene, { patients, agents }) =>
    [...patients, ...agents].some((i) => CAPTIVES.test(scene.trees.lemma(i)) || scene.isPerson(i)),
  'captive-subject': (scene, { agents }) =>
    agents.some((i) => /^(prisoner|inmate|hostage|detainee|captive|convict)$/.test(scene.trees.lemma(i))),
  // "recaptured Adan Yabal": so named is a town, whatever its name looks like
  territory: (scene, { patients, agents }, { trigger }) =>
    patients.some(
      (i) =>
        scene.isPlace(i) ||
        TERRITORY.test(scene.trees.lemma(i)) ||
        (/^(recapture|retake)$/.test(trigger.word) &&
          scene.trees.tags[i].upos === 'PROPN' &&
          agents.some((agent) => scene.isArmed(agent))),
    ),
  closable: (scene, { patients }) => patients.some((i) => CLOSABLE.test(scene.trees.lemma(i))),
  'law-object': (scene, { patients }) =>
    patients.some(
      (i) =>
        /^(law|decree|bill|legislation|act)$/.test(scene.trees.lemma(i)) &&
        /terror|security|emergency|tough|weapon|gun|extremis/.test(phraseText(scene, i)),
    ),
  'security-object': (scene, { patients }, { token }) =>
    [...patients, scene.trees.child(token, 'obj', 'nsubj:pass')].some((i) => SECURITY.test(scene.trees.lemma(i))),
  'group-object': (scene, { patients }) =>
    patients.some(
      (i) =>
        (scene.entityKind(i) === 'group' && !isPeaceful(scene, i)) ||
        scene.actorKind(i) === 'armed-group' ||
        // "joined the ranks of the militia"; who joins thousands on the road is under way with them
        (/^(ranks?|jihad)$/.test(scene.trees.lower(i)) && scene.trees.child(i, 'acl', 'nmod') >= 0),
    ),
  'group-or-activity': (scene, { patients, agents }) =>
    // "The ministry outlawed beauty salons"
    (patients.length > 0 && agents.some((i) => isPublic(scene, i))) ||
    patients.some((i) => scene.isBody(i) || GROUPS.test(scene.trees.lemma(i))) ||
    patients.some((i) => scene.entityKind(i) === 'group'),
  fighter: (scene, { agents, patients, all }) =>
    [...agents, ...patients].some((i) => scene.isArmed(i)) ||
    (agents.some((i) => scene.isPerson(i)) && all.some(({ role }) => role === 'place' || role === 'with')),
  border: (scene, { all, agents }, match) =>
    all.some(
      ({ role, head }) =>
        (role === 'into' || role === 'from' || role === 'patient') &&
        (scene.isPlace(head) || /^(border|frontier)$/.test(scene.trees.lemma(head))),
    ) &&
    !agents.some((i) => scene.isThing(i)) &&
    // Anybody travels; fighters do so to fight.
    (match.trigger.word !== 'travel' ||
      agents.some((i) => scene.isArmed(i) || scene.referents.quantityAt(i) !== undefined)),
  armed: (scene, { agents, patients }) => [...agents, ...patients].some((i) => scene.isArmed(i)),
  authority: (scene, { agents }) =>
    agents.length === 0 ||
    agents.some(
      (i) =>
        /^(police|armed-forces|government)$/.test(scene.actorKind(i) ?? '') || scene.isBody(i) || isPublic(scene, i),
    ),
  violent: (scene, _beside, { token }) => {
    const sentence = scene.document.get('sentences')[scene.sentenceOf(token)]
    for (let i = sentence.from; i < sentence.to; i++) {
      if (i !== token && violentWords.has(scene.trees.lemma(i))) return true
    }
    return false
  },
  'into-people': (scene, { all }) =>
    all.some(
      ({ role, head }) =>
        role === 'into' &&
        (scene.isPerson(head) || /^(crowd|group|queue|cyclist|parade)$/.test(scene.trees.lemma(head))),
    ),
  public: (scene, { agents, patients, all }) =>
    [...agents, ...patients, ...others(all)].some((i) => isPublic(scene, i)),
  // "Two ministers were sacked": who did it goes without saying.
  'public-agent': (scene, { agents }, { trigger, token }) =>
    agents.some((i) => isPublic(scene, i)) ||
    (agents.length === 0 && trigger.type === 'investigation' && isTakenBefore(scene.trees, token)) ||
    (agents.length === 0 && UNSAID.test(trigger.type) && trigger.with !== undefined && isPassive(scene.trees, token)),
  // "The premier met the envoy", "the two leaders met"
  'public-pair': (scene, { agents, patients, all }) => {
    const met = [...patients, ...others(all)].filter((i) => isParty(scene, i))
    const several = agents.length > 1 || agents.some((i) => scene.trees.tags[i].xpos.endsWith('S'))
    if (met.length === 0 && !(several && patients.length === 0)) return false
    const both = [...agents, ...met]
    // "Reyes and Okafor met": people known by their surnames alone
    const known = both.length > 1 && both.every((i) => isSurname(scene, i))
    return known || both.some((i) => isPublic(scene, i))
  },
  'party-agent': (scene, { agents }) => agents.some((i) => isParty(scene, i)),
  // "were sent to the border": who sends troops goes without saying.
  deployed: (scene, { agents }) => agents.length === 0 || agents.some((i) => isPublic(scene, i)),
  'leave-clause': (scene, _beside, { token }) =>
    scene.trees.children(token).some((child) => /^(leave|depart|go)$/.test(scene.trees.lemma(child))) ||
    /^hours?$/.test(scene.trees.lemma(scene.trees.child(token, 'obj'))),
  helped: (scene, { agents, patients, all }) =>
    agents.some((i) => isPublic(scene, i) || CARRIERS.test(scene.trees.lemma(i))) ||
    [...patients, ...others(all)].some((i) => isParty(scene, i)),
  'office-agent': (scene, { agents }) => agents.some((i) => isPublic(scene, i) && !scene.isPlace(i)),
  protesters: (scene, { agents }) =>
    agents.some((i) => scene.isPerson(i) || scene.isBody(i) || /^(opposition|union)$/.test(scene.trees.lemma(i))) &&
    !agents.some((i) => /^(armed-forces|police|government|armed-group|criminals)$/.test(scene.actorKind(i) ?? '')),
  'armed-or-troops': (scene, { agents, patients }, { token }) =>
    [...agents, ...patients].some((i) => scene.isArmed(i) || scene.isPlace(i)) ||
    TROOPS.test(scene.trees.lemma(scene.trees.child(token, 'obj', 'nsubj:pass'))),
  'own-arms': (scene, { agents }) =>
    agents.some((i) => isParty(scene, i)) && !agents.some((i) => scene.actorKind(i) === 'police'),
  'armed-party': (scene, { agents }) => agents.some((i) => scene.isLawless(i) || scene.entityKind(i) === 'group'),
  // "will not allow monitors into the camps"
  refused: ({ trees }, _beside, { token }) =>
    isNegated(trees, token) && trees.children(token).some((child) => /^(will|wo|would|'ll)$/.test(trees.lower(child))),
  // "There will be no talks with the men, the minister said"; "There were no talks" tells how things stand.
  'ruled-out': (scene, _beside, { token }) => ruledOutBy(scene, token) >= 0,
  given: (scene, { agents, patients, all }) =>
    (agents.length === 0 || agents.some((i) => isPublic(scene, i))) &&
    [...patients, ...others(all)].some((i) => isParty(scene, i)),
  laden: (scene, { instruments, agents, all }) =>
    [...instruments, ...agents].some(
      (i) => CARRIERS.test(scene.trees.lemma(i)) && RELIEF.test(subtreeText(scene, i)),
    ) && others(all).length > 0,
  party: (scene, { patients, all }) => [...patients, ...others(all)].some((i) => isParty(scene, i)),
  // "Gunmen raided the town" is no search by the authorities.
  'unarmed-agent': (scene, { agents }) => !agents.some((i) => scene.isLawless(i)),
  // What is fired is shot or shell: "fired a club into the lake" tells of no shooting.
  discharged: (scene, _beside, { token }) => {
    const object = scene.trees.child(token, 'obj', 'nsubj:pass')
    return object < 0 || scene.isDevice(object) || SHOTS.test(scene.trees.lemma(object)) || scene.isPerson(object)
  },
  // "said the state must send more judges": what should be is asked for
  'must-clause': (scene, _beside, { token }) => {
    const { trees } = scene
    return trees
      .children(token)
      .some(
        (child) =>
          trees.relation(child) === 'ccomp' &&
          trees.child(child, 'nsubj') >= 0 &&
          isParty(scene, trees.child(child, 'nsubj')) &&
          trees.children(child).some((inner) => /^(must|should|ought)$/.test(trees.lower(inner))),
      )
  },
  // "said it would hit back": what somebody says will be done to others
  foretold: (scene, { agents }, { token, trigger }) => {
    const announced = announcedBy(scene, token)
    if (announced === undefined || !agents.some((i) => isPublic(scene, i) || scene.isPerson(i))) return false
    return announced.own !== (trigger.subject === 'patient')
  },
  // "fired his police chief"; "fired at the police chief" is something else
  sacked: (scene, _beside, { token }) => {
    const object = scene.trees.child(token, 'obj', 'nsubj:pass')
    return (
      object >= 0 &&
      (scene.isPerson(object) || /^(cabinet|government|leadership|board)$/.test(scene.trees.lemma(object)))
    )
  },
  // "sent two destroyers", but not "sent Niger two helicopters"
  kept: ({ trees }, _beside, { token }) => trees.child(token, 'iobj') < 0,
  // "told the shops to reopen or lose their licences"
  'or-else': (scene, { agents }, { token }) => {
    const { trees } = scene
    const or = (clause: number): boolean =>
      trees
        .children(clause)
        .some(
          (child) =>
            trees.relation(child) === 'conj' &&
            /^(lose|face|be|risk|pay|suffer|leave|die|forfeit)$/.test(trees.lemma(child)) &&
            trees.children(child).some((word) => trees.lower(word) === 'or'),
        )
    // "gave them until noon [to leave or be removed]", with the clause hung on the hour
    const below = trees
      .children(token)
      .flatMap((child) => (trees.plainRelation(child) === 'obl' ? trees.children(child) : []))
    const clauses = [...trees.children(token), ...below, ...below.flatMap((child) => trees.children(child))]
    return (
      agents.some((i) => isPublic(scene, i)) &&
      clauses.some((child) => /^(xcomp|ccomp|advcl|acl)$/.test(trees.plainRelation(child)) && or(child))
    )
  },
  // "the sacking of 57 judges by the king"
  // "the king's sacking of 57 judges"
  'done-by': (scene, { agents }, { token }) =>
    (doersWithin(scene, token).length > 0 ||
      scene.trees.child(token, 'nmod:poss') >= 0 ||
      // "carried out the expulsion of two envoys"
      scene.lexicons.supportVerbs.lend.has(scene.trees.lemma(scene.trees.head(token)))) &&
    agents.some((i) => isParty(scene, i)),
  // "At the request of Chad, the court froze the account"
  'asked-by': (scene, { agents }, { token }) =>
    scene.preposition(token) === 'at' && agents.some((i) => isParty(scene, i)),
  // "joint anti-submarine drills"
  joint: ({ trees }, _beside, { words }) =>
    words.some((word) => trees.children(word).some((child) => trees.lower(child) === 'joint')),
  // "unless the roadblocks are gone": what is announced on a condition
  'on-condition': ({ trees }, _beside, { token }) =>
    [token, trees.head(token)].some(
      (verb) =>
        verb >= 0 &&
        trees
          .children(verb)
          .some((child) => trees.children(child).some((mark) => /^(if|unless|until|should)$/.test(trees.lower(mark)))),
    ),
  // "Recruiters offered them cash"; "The airline's recruiters offered them cash"
  recruiters: (scene, { agents }) => agents.some((i) => isRecruiterForArms(scene, i)),
  // "Their jeep hit a mine"; "Rockets hit a mine", "Rebels hit the mine"
  mine: (scene, _beside, { token }) => mineUnder(scene, token) >= 0,
  // "a visit from the rebel commander", "a visit from one of the most wanted men, Omar Tal"; "a visit from her sister"
  outlaw: (scene, { agents, all }, { token }) =>
    metBy(scene, token).length > 0 && [...agents, ...others(all)].some((i) => i !== token && isOutlaw(scene, i)),
  // "asked him to join the militia"; "asked him to join the choir"
  enlisting: (scene, _beside, { token }) => enlistingAt(scene, token) !== undefined,
  veiled: (scene, _beside, { token }) => isVeiledThreat(scene, token),
  // "dislodged the militia from the ridge"; "dislodged a stone"
  'armed-object': (scene, { patients }) => patients.some((i) => scene.isLawless(i) || scene.entityKind(i) === 'group'),
  // "uncovered a ring"; "is uncovering a ring" is what comes to light by and by
  'at-once': ({ trees }, _beside, { token }) =>
    !(
      trees.tags[token].xpos === 'VBG' &&
      trees.children(token).some((child) => trees.plainRelation(child) === 'aux' && trees.lemma(child) === 'be')
    ),
  'police-agent': (scene, { agents }) =>
    agents.some(
      (i) => /^(police|armed-forces)$/.test(scene.actorKind(i) ?? '') || scene.entityKind(i) === 'public body',
    ),
  into: (scene, { all, agents }) =>
    all.some(({ role }) => role === 'into') &&
    agents.some((i) => scene.actorKind(i) === 'armed-group' || scene.actorKind(i) === 'criminals'),
}

const UNSAID = /^(dismissal|censorship|ban|sanction|breaking-off|blockade|easing|seizure)$/

/** "2,000 Maori", "Thousands" */
const isCrowdName = ({ trees }: Scene, i: number): boolean =>
  (trees.tags[i].upos === 'PROPN' && trees.child(i, 'nummod') >= 0) ||
  /^(thousands|hundreds|dozens|scores|millions)$/.test(trees.lower(i))

const isSurname = (scene: Scene, i: number): boolean =>
  scene.entityKind(i) === 'person' && scene.trees.tags[i].upos === 'PROPN' && scene.trees.child(i, 'flat') < 0

const SHOTS = /^(shot|round|bullet|burst|weapon|gun|rifle|volley|salvo|dozen|hundred|shell|ammunition|cartridge)$/

const TROOPS = /^(troop|soldier|force|army|unit|fighter|tank|peacekeeper|battalion|brigade|contingent|marine|garrison)$/
const CARRIERS = /^(truck|convoy|lorry|ship|plane|flight|aircraft|boat|vessel|train|helicopter|shipment)$/
const RELIEF = /\b(aid|relief|food|medicines?|medical|tents?|blankets?|flour|supplies|vaccines?|water|humanitarian)\b/

const subtreeText = ({ trees, document: { text } }: Scene, i: number): string =>
  text.slice(trees.tokens[trees.left(i)].start, trees.tokens[trees.right(i)].end).toLowerCase()

const others = (all: readonly Argument[]): number[] =>
  all.filter(({ role }) => role === 'with' || role === 'recipient').map(({ head }) => head)

const isExplosive = (kind: string | undefined): boolean =>
  kind !== undefined && !/^(firearm|automatic-rifle|handgun|blade|vehicle|blunt|chemical)$/.test(kind)

const isCrowd = (scene: Scene, i: number): boolean =>
  scene.isPerson(i) &&
  (/^(civilians|unknown)$/.test(scene.actorKind(i) ?? 'unknown') || scene.referents.quantityAt(i) !== undefined)
