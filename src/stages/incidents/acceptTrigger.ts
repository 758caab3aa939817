import { subjectOf } from '../../document/Clauses.ts'
import type { Trees } from '../../document/Trees.ts'
import type { Argument } from './Argument.ts'
import { isParty } from './addTaken.ts'
import { enlistingAt } from './enlistingAt.ts'
import { isNegated } from './isNegated.ts'
import { isListedDead } from './listedDead.ts'
import { topOf } from './nounArguments.ts'
import type { Scene } from './Scene.ts'
import type { TriggerMatch } from './TriggerLexicon.ts'
import { type Beside, triggerNeeds } from './triggerNeeds.ts'

/** What a trigger weighs at least whose needs are met. */
const LEAST_WITH_NEEDS = 0.5

/**
 * Whether a trigger word speaks of an incident here, and how surely (its weight, 0 where it does not): what it stands with,
 * what it must stand with, and whether it is only part of a name for something else ("bomb squad", "murder trial").
 */
export function acceptTrigger(scene: Scene, match: TriggerMatch, all: readonly Argument[]): number {
  const { trees } = scene
  const { trigger, token, words } = match
  if (
    isNearMiss(scene, match, all) ||
    isTagged(scene, token) ||
    isOneOfMany(scene, match) ||
    isFigurative(scene, match) ||
    isOfToll(scene, match)
  )
    return 0
  if (isAccident(scene, match) || isWanted(scene, match) || isHopedFor(scene, match) || isOneMore(scene, match))
    return 0
  const of = (role: Argument['role']) => all.filter((argument) => argument.role === role).map(({ head }) => head)
  const beside: Beside = { agents: of('agent'), patients: of('patient'), instruments: of('instrument'), all }
  if (trigger.with !== undefined && !standsWith(scene, match, all)) return 0
  const needs = trigger.needs ?? []
  if (needs.length > 0)
    return needs.every((need) => triggerNeeds[need](scene, beside, match))
      ? Math.max(trigger.weight, LEAST_WITH_NEEDS)
      : 0
  if (trigger.as === 'noun' && trees.plainRelation(token) === 'compound' && !words.includes(trees.head(token))) return 0
  return trigger.weight
}

/**
 * Whether a trigger may be accepted, by what is quickly told: none of the words that it must stand with is anywhere near, or one that
 * was accepted already weighs as much.
 */
export function mayBeAccepted(scene: Scene, { trigger, token }: TriggerMatch, accepted: number): boolean {
  const most = trigger.needs?.length ? Math.max(trigger.weight, LEAST_WITH_NEEDS) : trigger.weight
  if (most <= accepted) return false
  // the words of asking and saying are many, and few of them recruit
  if (trigger.needs?.includes('enlisting') && enlistingAt(scene, token) === undefined) return false
  return trigger.with === undefined || trigger.with.some((word) => scene.isWordNear(token, word))
}

/** "The toll stood at 199 dead and 1,400 injured": what became of those counted, and no deed of its own. */
const isOfToll = (scene: Scene, { trigger, token }: TriggerMatch): boolean =>
  (trigger.as !== 'noun' && isOfNumber(scene, token)) ||
  (trigger.as !== 'noun' &&
    /^(injured|wounded)$/.test(scene.trees.lower(token)) &&
    token > 0 &&
    scene.trees.tags[token - 1].upos === 'NUM' &&
    isListedDead(scene, token - 1))

/** "The number of people [killed] rose to nine" */
const isOfNumber = ({ trees }: Scene, token: number): boolean => {
  if (!/^VB[ND]$/.test(trees.tags[token].xpos)) return false
  const of = [token - 2, token - 3].find((i) => i > 0 && trees.lower(i) === 'of')
  return of !== undefined && /^(number|count|tally)$/.test(trees.lemma(of - 1))
}

/** "a warrant for their arrest", "called for a ceasefire": what somebody wants or orders has not happened. */
const isWanted = (scene: Scene, { trigger, token }: TriggerMatch): boolean => {
  const over = scene.trees.head(token)
  return (
    trigger.as === 'noun' &&
    over >= 0 &&
    scene.preposition(token) === 'for' &&
    /^(warrant|notice|call|demand|appeal|plea|bounty|plead|press|push|hope|campaign|pray|wait|deadline|reason|pressure)$/.test(
      scene.trees.lemma(over),
    )
  )
}

/** "a reward for information leading to [his capture]": nobody has been caught; "A tip led to the arrest of two men": they were. */
const isHopedFor = (scene: Scene, { trigger, token }: TriggerMatch): boolean => {
  const { trees } = scene
  const over = trees.head(token)
  if (trigger.as !== 'noun' || over < 0 || trees.lemma(over) !== 'lead') return false
  const what = trees.head(over)
  const told = /^acl/.test(trees.plainRelation(over)) && what >= 0 && INFORMATION.test(trees.lemma(what))
  return told && (trees.lower(over) === 'leading' ? scene.preposition(what) === 'for' : trees.child(over, 'aux') >= 0)
}
/** "a reporter was shot, [the second journalist to be killed] this year": one of a row, who is told of already. */
const isOneMore = ({ trees }: Scene, { token }: TriggerMatch): boolean => {
  const who = trees.head(token)
  return (
    trees.plainRelation(token) === 'acl' &&
    trees.lower(token - 1) === 'be' &&
    trees.lower(token - 2) === 'to' &&
    who >= 0 &&
    trees.children(who).some((child) => child < who && ORDINAL.test(trees.lower(child)))
  )
}

const INFORMATION = /^(information|clue|evidence|detail|tip|lead|news|anything)$/

/**
 * "The drought threatens to undo years of work": what is threatened there is no person, place or deed, and nobody threatens it.
 * "The Front threatened to derail the talks" is a threat all the same, since it is the Front that says so.
 */
const isFigurative = (scene: Scene, { trigger, token }: TriggerMatch): boolean => {
  const { trees } = scene
  if (trigger.type !== 'threat' || trigger.as === 'noun' || trees.lemma(token) !== 'threaten') return false
  const clause = trees.children(token).find((child) => /^(xcomp|ccomp|advcl)$/.test(trees.plainRelation(child)))
  if (clause === undefined) return false
  if (/^(undo|undermine|erode|unravel|overshadow|jeopardi[sz]e|imperil|tarnish|reverse)$/.test(trees.lemma(clause)))
    return true
  const subject = subjectOf(trees, token).head
  return (
    subject >= 0 &&
    trees.tags[subject].upos === 'NOUN' &&
    /^(derail|engulf|spoil|dash|destabili[sz]e|disrupt|tear|stall|weaken|swamp|overwhelm|spill|drag|worsen|become|spread|turn|ruin)$/.test(
      trees.lemma(clause),
    ) &&
    !isParty(scene, subject)
  )
}

/** "The bus plunged into a ravine, killing nine" */
const isAccident = ({ trees }: Scene, { trigger, token }: TriggerMatch): boolean =>
  trigger.effect !== undefined &&
  trees.plainRelation(token) === 'advcl' &&
  trees.head(token) >= 0 &&
  /^(collide|capsize|derail|overturn|plunge|skid|veer|sink|collapse|erupt)$/.test(trees.lemma(trees.head(token)))

/** "the fourth such attack this year", "the third in a string of attacks": how many there were, no incident of its own. */
function isOneOfMany({ trees }: Scene, { trigger, token }: TriggerMatch): boolean {
  if (trigger.as !== 'noun') return false
  const before = trees.children(token).filter((child) => child < token)
  if (
    before.some((child) => trees.lower(child) === 'such') &&
    before.some((child) => /^only$/.test(trees.lower(child)) || ORDINAL.test(trees.lower(child)))
  )
    return true
  const many = trees.head(token)
  const series = trees.lower(token - 1) === 'of' && /^(string|series|spate|wave|rash)$/.test(trees.lower(token - 2))
  return (
    series &&
    many === token - 2 &&
    trees.lower(many - 2) === 'in' &&
    /^(latest|last|one|first|second|third|fourth|fifth|sixth|\d+th)$/.test(trees.lower(many - 3))
  )
}

const ORDINAL = /^(latest|last|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(st|nd|rd|th))$/

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
    // "the ruling party" is no ruling.
    ...trees
      .children(i)
      .filter((child) =>
        (trees.relation(i) === 'nsubj' ? /^(compound)$/ : /^(case|mark|compound|amod|nmod)$/).test(
          trees.plainRelation(child),
        ),
      ),
    // "banned women [from] the parks", with the parks hung on the women
    ...trees
      .children(i)
      .filter((child) => trees.relation(child) === 'nmod' && trees.plainRelation(i) === 'obj')
      .flatMap((child) => trees.children(child).filter((inner) => trees.relation(inner) === 'case')),
    // "said soldiers had committed [crimes]"
    ...(trees.relation(i) === 'ccomp' ? trees.children(i).filter((child) => trees.relation(child) === 'obj') : []),
    // "vowed in a leaflet [to punish] them", with the clause hung on the leaflet
    ...trees.children(i).filter((child) => trees.relation(child) === 'acl' && trees.tags[child].xpos === 'VB'),
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
  // "is in Accra for talks"
  const here =
    trigger.as === 'noun' && wanted.has('for') && trees.child(trees.head(token), 'cop') >= 0
      ? trees.children(token).filter((child) => trees.lower(child) === 'for')
      : []
  return [...here, ...within, ...over, ...clause, ...raised, ...all.map(({ head }) => head)].some(has)
}

function isNearMiss(scene: Scene, { trigger, token, words }: TriggerMatch, all: readonly Argument[]): boolean {
  const { trees } = scene
  const without = new Set(trigger.notWith ?? [])
  const beside = trigger.as === 'noun' ? /^(compound|amod|nmod)$/ : /^(compound|obj|nsubj|advmod|xcomp)$/
  const near = [
    // Where it happened does not count: a bomb goes off in a market, a market does not.
    // "the Harbour League cell" consists of men.
    ...all.filter(({ role, head }) => role !== 'place' && !isPartOfGroup(scene, head, all)).map(({ head }) => head),
    ...trees.children(token).filter((child) => beside.test(trees.plainRelation(child))),
    ...(trigger.as === 'noun' && /^(compound|obj|nsubj)$/.test(trees.plainRelation(token)) ? [trees.head(token)] : []),
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
  // "will not attend the talks": none of theirs
  const over = trees.head(token)
  if (/^(talks|visit)$/.test(trigger.type) && trigger.as === 'noun' && over >= 0)
    if (/^(obj|obl)$/.test(trees.plainRelation(token)) && isNegated(trees, over)) return true
  return !(trigger.needs ?? []).includes('ruled-out') && isUnreal(trees, token)
}

/**
 * A band of people by the name or the word before it, or by what it does to whom: "the League cell", "a terrorist cell", "The cell
 * attacked a mosque"; "a cancer cell", "The cell attacks the virus" are none.
 */
function isPartOfGroup(scene: Scene, head: number, all: readonly Argument[]): boolean {
  const { trees } = scene
  if (trees.lemma(head) !== 'cell') return false
  const beside = trees.children(head)
  if (beside.every((child) => trees.relation(child) === 'det'))
    return all.some(
      ({ role, head: hit }) => role === 'patient' && hit !== head && (scene.isThing(hit) || scene.isPerson(hit)),
    )
  return beside.some(
    (child) => /^(compound|amod|nmod)/.test(trees.relation(child)) && (scene.isBody(child) || scene.isLawless(child)),
  )
}

/** "heart attack" where the parser did not see the compound. */
function precedingWord(trees: Trees, first: number): number[] {
  return first > 0 && trees.tokens[first - 1].sentence === trees.tokens[first].sentence ? [first - 1] : []
}

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
  // "Asked whether it would invade"
  if (marks.includes('whether') && /^(ask|question|wonder)$/.test(trees.lemma(trees.head(token)))) return true
  if (marks.includes('if') || marks.includes('unless') || marks.includes('lest')) return true
  return false
}
