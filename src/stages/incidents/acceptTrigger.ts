import type { Trees } from '../../document/Trees.ts'
import type { TriggerNeed } from '../../vocabulary/Trigger.ts'
import type { Argument } from './Argument.ts'
import { isParty } from './addTaken.ts'
import { topOf } from './nounArguments.ts'
import type { Scene } from './Scene.ts'
import type { TriggerMatch } from './TriggerLexicon.ts'

/** What decides whether a word is a trigger here: its arguments by role. */
interface Beside {
  readonly agents: readonly number[]
  readonly patients: readonly number[]
  readonly instruments: readonly number[]
  readonly all: readonly Argument[]
}

const VIOLENT_WORDS = new Set([
  'attack',
  'explosion',
  'blast',
  'bombing',
  'bomb',
  'shooting',
  'ambush',
  'clash',
  'fighting',
  'raid',
  'shelling',
  'battle',
  'gunfire',
  'crossfire',
  'explode',
  'shoot',
  'kill',
  'fire',
  'grenade',
  'mine',
  'rocket',
  'airstrike',
  'strike',
  'wound',
  'assault',
  'violence',
  'bullet',
  'massacre',
  'siege',
  'custody',
  'torture',
  'gunman',
  'gunmen',
  'detonate',
  'stab',
])
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
const NEEDS: Record<TriggerNeed, (scene: Scene, beside: Beside, match: TriggerMatch) => boolean> = {
  target: (scene, { patients }) => patients.some((i) => scene.isPerson(i) || scene.isBody(i) || scene.isThing(i)),
  person: (scene, { patients }) => patients.some((i) => scene.isPerson(i)),
  thing: (scene, { patients }) => patients.some((i) => scene.isThing(i)),
  'person-or-place': (scene, { patients }) => patients.some((i) => scene.isPerson(i) || scene.isThing(i)),
  'person-subject': (scene, { agents, patients }) => [...agents, ...patients].some((i) => scene.isPerson(i)),
  people: (scene, { agents }) => agents.length === 0 || agents.some((i) => scene.isPerson(i)),
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
  territory: (scene, { patients }) => patients.some((i) => scene.isPlace(i) || TERRITORY.test(scene.trees.lemma(i))),
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
        scene.entityKind(i) === 'group' ||
        scene.actorKind(i) === 'armed-group' ||
        // "joined the hundreds traveling overland to the front"
        (/^(hundreds|thousands|dozens|rank|jihad)$/.test(scene.trees.lower(i)) &&
          scene.trees.child(i, 'acl', 'nmod') >= 0),
    ),
  'group-or-activity': (scene, { patients }) =>
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
    agents.some((i) => /^(police|armed-forces|government)$/.test(scene.actorKind(i) ?? '') || scene.isBody(i)),
  violent: (scene, _beside, { token }) => {
    const sentence = scene.document.get('sentences')[scene.sentenceOf(token)]
    for (let i = sentence.from; i < sentence.to; i++) {
      if (i !== token && VIOLENT_WORDS.has(scene.trees.lemma(i))) return true
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
  'public-agent': (scene, { agents }) => agents.some((i) => isPublic(scene, i)),
  // "The premier met the envoy", "the two leaders met"
  'public-pair': (scene, { agents, patients, all }) => {
    const met = [...patients, ...others(all)].filter((i) => isParty(scene, i))
    const several = agents.length > 1 || agents.some((i) => scene.trees.tags[i].xpos.endsWith('S'))
    return (met.length > 0 || (several && patients.length === 0)) && [...agents, ...met].some((i) => isPublic(scene, i))
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
    agents.some((i) => scene.isPerson(i) || scene.isBody(i)) &&
    !agents.some((i) => /^(armed-forces|police|government|armed-group|criminals)$/.test(scene.actorKind(i) ?? '')),
  'armed-or-troops': (scene, { agents, patients }, { token }) =>
    [...agents, ...patients].some((i) => scene.isArmed(i) || scene.isPlace(i)) ||
    TROOPS.test(scene.trees.lemma(scene.trees.child(token, 'obj', 'nsubj:pass'))),
  'own-arms': (scene, { agents }) =>
    agents.some((i) => isParty(scene, i)) && !agents.some((i) => scene.actorKind(i) === 'police'),
  given: (scene, { agents, patients, all }) =>
    (agents.length === 0 || agents.some((i) => isPublic(scene, i))) &&
    [...patients, ...others(all)].some((i) => isParty(scene, i)),
  laden: (scene, { instruments, agents, all }) =>
    [...instruments, ...agents].some(
      (i) => CARRIERS.test(scene.trees.lemma(i)) && RELIEF.test(subtreeText(scene, i)),
    ) && others(all).length > 0,
  party: (scene, { patients, all }) => [...patients, ...others(all)].some((i) => isParty(scene, i)),
  // "Gunmen raided the town" is no search by the authorities.
  'unarmed-agent': (scene, { agents }) =>
    !agents.some((i) => /^(armed-group|criminals)$/.test(scene.actorKind(i) ?? '')),
  // What is fired is shot or shell: "fired a club into the lake" tells of no shooting.
  discharged: (scene, _beside, { token }) => {
    const object = scene.trees.child(token, 'obj', 'nsubj:pass')
    return object < 0 || scene.isDevice(object) || SHOTS.test(scene.trees.lemma(object)) || scene.isPerson(object)
  },
  into: (scene, { all, agents }) =>
    all.some(({ role }) => role === 'into') &&
    agents.some((i) => scene.actorKind(i) === 'armed-group' || scene.actorKind(i) === 'criminals'),
}

const SHOTS = /^(shot|round|bullet|burst|weapon|gun|rifle|volley|salvo|dozen|hundred|shell|ammunition|cartridge)$/

const TROOPS = /^(troop|soldier|force|army|unit|fighter|tank|peacekeeper|battalion|brigade|contingent|marine|garrison)$/
const CARRIERS = /^(truck|convoy|lorry|ship|plane|flight|aircraft|boat|vessel|train|helicopter|shipment)$/
const RELIEF = /\b(aid|relief|food|medicines?|medical|tents?|blankets?|flour|supplies|vaccines?|water|humanitarian)\b/

const subtreeText = ({ trees, document: { text } }: Scene, i: number): string =>
  text.slice(trees.tokens[trees.left(i)].start, trees.tokens[trees.right(i)].end).toLowerCase()

const others = (all: readonly Argument[]): number[] =>
  all.filter(({ role }) => role === 'with' || role === 'recipient').map(({ head }) => head)

const PUBLIC_ACTORS = new Set(['armed-group', 'armed-forces', 'police', 'government'])
const PUBLIC_WORDS =
  /^(union|party|opposition|alliance|bloc|leader|chief|negotiator|delegation|movement|commission|council|nations|organi[sz]ation|federation|league|assembly|coalition|committee|congress|court|king|queen|emperor|sultan|pope|pontiff|premier|chancellor|envoy|junta|commander|spokesman|spokeswoman|mediator|representative|state|country|nation|side|capital|power|authority|tribe|clan|charity|inspector|watchdog|agency|conference|church|programme|program|fund|troops|protester|demonstrator|activist|campaigner|follower|supporter|ally|backer|mp|lawmaker|legislator|bishop|cleric|caliphate|monarch|sheikh|ayatollah|captor|hacker)$/
const PUBLIC_NAME =
  /\b(united|world|international|european|african|arab|asian|human rights|red cross|red crescent|amnesty|national|islamic|liberation|democratic)\b/
const PRIVATE_WORDS =
  /^(company|firm|club|team|airline|maker|studio|label|museum|band|chain|retailer|supplier|producer|manufacturer|carmaker|startup|start-up|publisher|insurer|league|striker|coach|analyst|investor|shareholder|singer|actor|actress|author|fan)$/

/** Somebody whose doings are public affairs: a state by its name or seat, a public body, an armed group, somebody in office. */
function isPublic(scene: Scene, i: number): boolean {
  const { trees } = scene
  if (PRIVATE_WORDS.test(trees.lemma(i))) return false
  const kind = scene.entityKind(i)
  if (kind === 'public body' || kind === 'group') return true
  if (kind === 'place' && trees.tags[i].upos === 'PROPN') return true
  // "UN", "ECOWAS", "U.S."
  if (kind === 'organisation' && /^(\p{Lu}\.?){2,7}$/u.test(trees.tokens[i].text)) return true
  if (kind === 'organisation' && PUBLIC_NAME.test(phraseText(scene, i))) return true
  const words = [
    i,
    ...trees.children(i).filter((child) => /^(compound|flat|appos|amod)$/.test(trees.plainRelation(child))),
  ]
  return words.some((word) => PUBLIC_ACTORS.has(scene.actorKind(word) ?? '') || PUBLIC_WORDS.test(trees.lemma(word)))
}

const isExplosive = (kind: string | undefined): boolean =>
  kind !== undefined && !/^(firearm|automatic-rifle|handgun|blade|vehicle|blunt|chemical)$/.test(kind)

const isCrowd = (scene: Scene, i: number): boolean =>
  scene.isPerson(i) &&
  (/^(civilians|unknown)$/.test(scene.actorKind(i) ?? 'unknown') || scene.referents.quantityAt(i) !== undefined)

const phraseText = (scene: Scene, i: number): string => {
  const { start, end } = scene.referents.phraseOf(i)
  return scene.document.text.slice(start, end).toLowerCase()
}

/**
 * Whether a trigger word speaks of an incident here, and how surely (its weight, 0 where it does not): what it stands with,
 * what it must stand with, and whether it is only part of a name for something else ("bomb squad", "murder trial").
 */
export function acceptTrigger(scene: Scene, match: TriggerMatch, all: readonly Argument[]): number {
  const { trees } = scene
  const { trigger, token, words } = match
  if (isNearMiss(scene, match, all) || isTagged(scene, token)) return 0
  const of = (role: Argument['role']) => all.filter((argument) => argument.role === role).map(({ head }) => head)
  const beside: Beside = { agents: of('agent'), patients: of('patient'), instruments: of('instrument'), all }
  if (trigger.with !== undefined && !standsWith(scene, match, all)) return 0
  const needs = trigger.needs ?? []
  if (needs.length > 0)
    return needs.every((need) => NEEDS[need](scene, beside, match)) ? Math.max(trigger.weight, 0.5) : 0
  if (trigger.as === 'noun' && trees.plainRelation(token) === 'compound' && !words.includes(trees.head(token))) return 0
  return trigger.weight
}

/** "Remember the #Harbour Blast", "#HarbourBlast": a tag names a topic. */
const isTagged = ({ trees, document: { text } }: Scene, token: number): boolean =>
  [token, ...trees.children(token).filter((child) => child < token)].some(
    (i) => trees.lower(i).startsWith('#') || text[trees.tokens[i].start - 1] === '#',
  )

/** Whether one of the words that make an event of this one stands beside it: "sever" with "ties", "talks" with "held". */
function standsWith({ trees }: Scene, { trigger, token, words }: TriggerMatch, all: readonly Argument[]): boolean {
  const wanted = new Set(trigger.with ?? [])
  const has = (i: number): boolean => i >= 0 && (wanted.has(trees.lemma(i)) || wanted.has(trees.lower(i)))
  const object = (i: number): boolean =>
    /^(obj|iobj|nsubj|obl|nmod|xcomp|ccomp|advcl|compound|advmod|amod)$/.test(trees.plainRelation(i))
  const beside = [...words, token].flatMap((word) => trees.children(word).filter(object))
  const joined = beside.flatMap((i) => [
    i,
    ...trees.children(i).filter((child) => trees.plainRelation(child) === 'conj'),
  ])
  const within = joined.flatMap((i) => [
    i,
    ...trees.children(i).filter((child) => /^(case|mark|compound|amod|nmod)$/.test(trees.plainRelation(child))),
    // "an envelope containing two bullets"
    ...trees.children(i).map((child) => (trees.relation(child) === 'acl' ? trees.child(child, 'obj') : -1)),
  ])
  const top = trigger.as === 'noun' ? topOf(trees, { token, words }) : token
  const over =
    trigger.as === 'noun' && /^(obj|nsubj|obl|nmod|xcomp)$/.test(trees.plainRelation(top)) ? [trees.head(top)] : []
  const clause =
    trigger.as === 'noun' ? trees.children(token).filter((child) => trees.plainRelation(child) === 'acl') : []
  // "a treaty signed in May", with the verb below its object
  const raised = trigger.as !== 'noun' && trees.plainRelation(token) === 'acl' ? [trees.head(token)] : []
  return [...within, ...over, ...clause, ...raised, ...all.map(({ head }) => head)].some(has)
}

function isNearMiss(scene: Scene, { trigger, token, words }: TriggerMatch, all: readonly Argument[]): boolean {
  const { trees } = scene
  const without = new Set(trigger.notWith ?? [])
  const beside = trigger.as === 'noun' ? /^(compound|amod|nmod)$/ : /^(compound|obj|nsubj|advmod)$/
  const near = [
    // Where it happened does not count: a bomb goes off in a market, a market does not.
    ...all.filter(({ role }) => role !== 'place').map(({ head }) => head),
    ...trees.children(token).filter((child) => beside.test(trees.plainRelation(child))),
    ...(trigger.as === 'noun' && /^(compound|obj)$/.test(trees.plainRelation(token)) ? [trees.head(token)] : []),
    ...(trigger.as === 'noun' && trees.plainRelation(token) === 'conj'
      ? []
      : trigger.as === 'noun'
        ? precedingWord(trees, words[0])
        : []),
    // "The flood forced the closure of the school": no authority closed it.
    ...(trigger.as === 'noun' && trees.relation(token) === 'obj' ? [trees.child(trees.head(token), 'nsubj')] : []),
    ...(trigger.as === 'noun' && trees.relation(token) === 'obj' && trees.relation(trees.head(token)) === 'advcl'
      ? [trees.child(trees.head(trees.head(token)), 'nsubj')]
      : []),
  ]
  // "came under fire for a remark": a preposition may tell.
  const joints = trees
    .children(token)
    .filter((child) => trees.plainRelation(child) === 'obl')
    .map((child) => scene.preposition(child))
  if (joints.some((joint) => without.has(joint))) return true
  if (near.some((i) => i >= 0 && (without.has(trees.lemma(i)) || without.has(trees.lower(i))))) return true
  return isUnreal(trees, token)
}

/** "heart attack" where the parser did not see the compound. */
function precedingWord(trees: Trees, first: number): number[] {
  return first > 0 && trees.tokens[first - 1].sentence === trees.tokens[first].sentence ? [first - 1] : []
}

const NEGATORS = new Set(['no', 'not', "n't", 'never', 'without', 'neither', 'nor'])

/** "There was no attack", "if they attack again": nothing happened. */
function isUnreal(trees: Trees, token: number): boolean {
  if (
    trees
      .children(token)
      .some((child) => child < token && trees.relation(child) === 'det' && trees.lower(child) === 'no')
  )
    return true
  const marks = trees
    .children(token)
    .filter((child) => trees.plainRelation(child) === 'mark')
    .map((child) => trees.lower(child))
  if (marks.includes('if') || marks.includes('unless') || marks.includes('lest')) return true
  return false
}

/** True where the clause of the word is negated: "The men did not attack". */
export function isNegated(trees: Trees, token: number): boolean {
  return trees
    .children(token)
    .some((child) => NEGATORS.has(trees.lower(child)) && /^(advmod|det|case|cc)$/.test(trees.plainRelation(child)))
}
