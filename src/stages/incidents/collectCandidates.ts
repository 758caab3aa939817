import type { Quantity } from '../../document/Layers.ts'
import type { IncidentStage } from '../../model/Incident.ts'
import type { Argument } from './Argument.ts'
import { acceptTrigger, mayBeAccepted } from './acceptTrigger.ts'
import { argumentsOf } from './argumentsOf.ts'
import type { Candidate, Pointing } from './Candidate.ts'
import { isAskedFor } from './enlistingAt.ts'
import { isNegated } from './isNegated.ts'
import { isTime } from './placePrepositions.ts'
import type { Scene } from './Scene.ts'
import { isRebel } from './sideOf.ts'
import { isForetold, isHeldAgainst, stageOf } from './stageOf.ts'
import type { TriggerLexicon, TriggerMatch } from './TriggerLexicon.ts'
import { withoutClaimant } from './withoutClaimant.ts'

const LEAST_WEIGHT = 0.15

/** All mentions of incidents in a document, in the order of the text, before anyone asks which are of the same. */
export function collectCandidates(scene: Scene, lexicon: TriggerLexicon): Candidate[] {
  const { trees } = scene
  const found: Candidate[] = []
  for (let i = 0; i < trees.length; i++) {
    const candidate = candidateAt(scene, lexicon.matchesAt(trees, i))
    if (candidate) found.push(candidate)
  }
  // "bomb attack": the noun before belongs to the trigger after it.
  const taken = new Set(found.flatMap(({ match: { token, words } }) => words.filter((word) => word !== token)))
  return found.filter(({ match: { token } }) => !taken.has(token) && !isPartOfTrigger(scene, token, found))
}

/** The best of the triggers that one word may be. */
function candidateAt(scene: Scene, matches: readonly TriggerMatch[]): Candidate | undefined {
  let best: Candidate | undefined
  for (const match of matches) {
    // "car bomb" sooner than "bomb"; the shorter one only where the longer one does not fit.
    if (isTime(scene, match.token) || (best !== undefined && best.match.words.length > match.words.length)) continue
    if (!mayBeAccepted(scene, match, best?.weight ?? 0)) continue
    const args = withoutClaimant(scene, match, argumentsOf(scene, match))
    const weight = acceptTrigger(scene, match, args)
    if (weight < LEAST_WEIGHT || weight <= (best?.weight ?? 0)) continue
    // "a suspected suicide bomber": who it was is suspected, not what was done.
    const { stage, open, word } =
      match.trigger.takes?.self === undefined
        ? stageOf(scene, match)
        : { stage: 'accomplished' as const, open: false, word: undefined }
    const pointing = args.some((argument) => isKnownDevice(scene, argument)) ? 'definite' : pointingOf(scene, match)
    const plural = match.trigger.as === 'noun' && scene.trees.tags[match.token].xpos.endsWith('S')
    const candidate: Candidate = {
      match,
      type: typeOf(scene, match, args),
      args,
      weight,
      stage,
      ...(word !== undefined && OF_ITS_WORD.has(stage) && isOver(scene, word, match.token) ? { stageWord: word } : {}),
      open,
      pointing,
      plural,
      sentence: scene.sentenceOf(match.token),
      times: [],
      places: [],
    }
    if (!isGeneric(scene, candidate)) best = candidate
  }
  return best
}

/** "tried to storm the base": that they tried is what is told, with all that it was to be. */
const OF_ITS_WORD: ReadonlySet<IncidentStage> = new Set<IncidentStage>(['attempted', 'failed', 'foiled', 'planned'])

const isOver = ({ trees }: Scene, word: number, token: number): boolean =>
  /^(VERB|NOUN)$/.test(trees.tags[word].upos) &&
  // "was going to be killed" is to come
  !/^(go|set)$/.test(trees.lemma(word)) &&
  word !== token &&
  trees.dominates(word, token)

/** "When the bomb exploded": a device spoken of before takes its incident up again. */
const isKnownDevice = ({ trees }: Scene, { role, head }: Argument): boolean =>
  role === 'instrument' && trees.children(head).some((child) => /^(the|that|this)$/.test(trees.lower(child)))

const FROM_THE_AIR = /^(warplane|jet|aircraft|drone|helicopter|plane|bomber|gunship)s?$/
const IN_CROWDS = /^(protester|demonstrator|rioter|crowd|marcher)s?$/
const FLIES_OR_NOT = /^bomber$/
const WITH_GUNS = /^(gunman|gunmen|sniper|shooter)$/

/** The type of the trigger, or a narrower one that who does it gives away: "Warplanes bombed", "Gunmen attacked". */
function typeOf(scene: Scene, { trigger: { type } }: TriggerMatch, args: readonly Argument[]): string {
  const does = (pattern: RegExp): boolean =>
    args.some(
      ({ role, head }) =>
        /^(agent|instrument)$/.test(role) &&
        pattern.test(scene.trees.lemma(head)) &&
        // "two bombers struck a mosque": people
        !(FLIES_OR_NOT.test(scene.trees.lemma(head)) && /^(person|people)$/.test(scene.entityKind(head) ?? '')),
    )
  if ((type === 'bombing' || type === 'attack') && does(FROM_THE_AIR)) return 'air-strike'
  if (/^(attack|armed-attack|arson|sabotage)$/.test(type) && does(IN_CROWDS)) return 'riot'
  // "The Lions raided three villages": they are no authority.
  const rules = (head: number) => /^(junta|regime)$/.test(scene.trees.lemma(head))
  if (type === 'raid' && args.some(({ role, head }) => role === 'agent' && isRebel(scene, head) && !rules(head)))
    return 'armed-attack'
  return type === 'attack' && does(WITH_GUNS) ? 'armed-attack' : type
}

/** A noun before another trigger ("ambush attack") is no second mention. */
function isPartOfTrigger(scene: Scene, token: number, found: readonly Candidate[]): boolean {
  const { trees } = scene
  if (trees.plainRelation(token) !== 'compound') return false
  return found.some(({ match }) => match.token === trees.head(token))
}

const DEFINITE = new Set(['the', 'this', 'that', 'these', 'those'])
const INDEFINITE = new Set([
  'a',
  'an',
  'another',
  'one',
  'some',
  'any',
  'each',
  'every',
  'several',
  'two',
  'three',
  'other',
])

function pointingOf(scene: Scene, { trigger, token, words }: TriggerMatch): Pointing {
  const { trees } = scene
  if (trigger.as !== 'noun') return 'verb'
  const before = trees.children(token).filter((child) => child < words[0])
  const lower = before.map((child) => trees.lower(child))
  if (lower.includes('both')) return 'both'
  const plural = trees.tags[token].xpos.endsWith('S')
  const definite = before.some((child) => DEFINITE.has(trees.lower(child)) || trees.relation(child) === 'nmod:poss')
  if (definite) return plural && before.some((child) => /^(two|both)$/.test(trees.lower(child))) ? 'both' : 'definite'
  if (lower.some((word) => INDEFINITE.has(word))) return 'indefinite'
  return 'bare'
}

/** Talk of a kind of thing, and what did not happen: "attacks continue", "rebels attack villages every year", "no attack". */
function isGeneric(scene: Scene, { match, args, pointing, plural, type }: Candidate): boolean {
  const { trees } = scene
  const { token, trigger } = match
  const roles = new Set(args.map(({ role }) => role))
  // what is said not to happen is the deed: "will not negotiate", "There will be no talks"
  if (trigger.needs?.some((need) => need === 'refused' || need === 'ruled-out')) return false
  if (trigger.as === 'noun') {
    if (pointing === 'bare' && plural) {
      const counted = scene.referents.quantityAt(token) !== undefined || trees.child(token, 'nummod') >= 0
      if (counted || isForetold(scene, token) || inHeading(scene, token)) return false
      // "promises of tougher laws": those laws, though nobody has counted them
      const { word } = stageOf(scene, match)
      if (word !== undefined && /^(promise|pledge|vow)$/.test(trees.lemma(word))) return false
      // "The two navies began joint drills"
      if (roles.has('agent') && (type === 'cooperation' || scene.preposition(token) === 'for')) return false
      // "was planning further attacks": who plans makes it something to come.
      if (roles.has('agent') && /^(plan|plot|prepare|threaten)$/.test(trees.lemma(trees.head(token)))) return false
      // "Kidnappings in the capital more than doubled last year"
      if (
        scene.lexicons.circumstanceWords.trends.has(trees.lemma(trees.head(token))) &&
        /^nsubj/.test(trees.relation(token))
      )
        return true
      // "Attacks on schools continue"
      const above = trees.head(token)
      if (above >= 0 && /^(VBP|VBZ|VB)$/.test(trees.tags[above].xpos)) return true
      // "Clashes between police and miners left two dead": these
      if (type === 'clash' && args.filter(({ role }) => role === 'with').length > 1) return false
      return !roles.has('patient') && !governsFact(scene, token)
    }
    if (pointing === 'indefinite')
      return trees.children(token).some((child) => /^(any|every|each)$/.test(trees.lower(child)))
    return false
  }
  if (type === 'recruitment' && isAskedFor(scene, token)) return true
  if (isNegated(trees, token) && type !== 'threat') return !underAct(scene, token)
  // "No shots were fired"
  if (args.some(({ role, head }) => role !== 'place' && hasNo(trees, head))) return true
  // "could not confirm how many people had been killed": a question
  if (args.some(({ head }) => trees.children(head).some((child) => isAsked(trees, child)))) return true
  // "did not know who had fired"
  if (/^(ccomp|obj|obl|advcl)$/.test(trees.plainRelation(token)) && trees.lower(trees.child(token, 'nsubj')) === 'who')
    return true
  // "pardoned nobody"; "Nobody was hurt" is a toll.
  if (
    trigger.effect === undefined &&
    args.some(({ role, head }) => role === 'patient' && /^(nobody|none|noone)$/.test(trees.lower(head)))
  )
    return true
  // "Anyone who burns the flag": nobody yet
  if (
    args.some(({ role, head }) => role === 'agent' && /^(anyone|anybody|whoever|everyone)$/.test(trees.lower(head))) &&
    type !== 'threat'
  )
    return true
  const { xpos } = trees.tags[token]
  const present = (xpos === 'VBP' || xpos === 'VBZ') && trees.child(token, 'aux', 'cop') < 0
  const habitual = trees
    .children(token)
    .some((child) =>
      /^(often|sometimes|usually|regularly|frequently|always|routinely|typically)$/.test(trees.lower(child)),
    )
  // "Recruiters sometimes offered money" has been done
  if (habitual && !(type === 'recruitment' && xpos === 'VBD')) return true
  // "jets keep killing"; "your jets keep killing our cousins" holds it against somebody
  const above = trees.head(token)
  if (isHeldAgainst(scene, token)) return false
  if (above >= 0 && trees.plainRelation(token) === 'xcomp' && /^(keep|continue|tend|use)$/.test(trees.lemma(above)))
    return true
  // "has attacked ports since 2019", "have been killing villagers for years": a series, no incident.
  const perfect = trees
    .children(token)
    .some((child) => trees.plainRelation(child) === 'aux' && /^(has|have|had)$/.test(trees.lower(child)))
  const since = trees.children(token).some(
    (child) =>
      scene.preposition(child) === 'since' ||
      // "has cut off the water for ten days" happened once.
      (scene.preposition(child) === 'for' && isTime(scene, child) && !isShort(trees, token, child)),
  )
  // "Two shops have been burned down since then": counted, they were.
  const counted = args.some(
    ({ role, head }) => role === 'patient' && isFewer(scene.referents.quantityAt(head), A_SERIES),
  )
  if (perfect && since && !counted) return true
  if (present && !inHeading(scene, token) && trees.plainRelation(token) !== 'advcl') {
    return scene.timesIn(scene.sentenceOf(token)).length === 0 && scene.sentenceOf(token) > 1
  }
  if (xpos === 'VB' && trees.plainRelation(token) === 'root' && !inHeading(scene, token)) {
    return trees.child(token, 'aux') < 0 && trees.child(token, 'nsubj') < 0
  }
  return false
}

const isShort = (trees: Scene['trees'], verb: number, length: number): boolean =>
  trees.tags[verb].xpos === 'VBN' && /^(hour|day|night|week)$/.test(trees.lemma(length))

/** "more than 6,000 have died since 2004" is no incident. */
const A_SERIES = 100
const isFewer = (quantity: Quantity | undefined, than: number): boolean =>
  quantity?.value.type === 'count' && quantity.value.best < than

const hasNo = (trees: Scene['trees'], i: number): boolean =>
  trees.children(i).some((child) => trees.relation(child) === 'det' && trees.lower(child) === 'no')

/** "many" of "how many", "much" of "how much" */
const isAsked = (trees: Scene['trees'], i: number): boolean =>
  /^(many|much|few)$/.test(trees.lower(i)) && i > 0 && trees.lower(i - 1) === 'how'

function inHeading(scene: Scene, token: number): boolean {
  const sentence = scene.document.get('sentences')[scene.sentenceOf(token)]
  return scene.document.get('paragraphs')[sentence.paragraph]?.kind === 'heading'
}

/** "Clashes broke out on Friday", "explosions rocked the port": the verb says that these happened. */
function governsFact(scene: Scene, token: number): boolean {
  const { trees } = scene
  const head = trees.head(token)
  if (head < 0) return false
  const past = /^(VBD|VBN)$/.test(trees.tags[head].xpos)
  if (past && /^(break|erupt|occur|rock|shake|happen|ensue|take|rip)$/.test(trees.lemma(head))) return true
  return (
    past &&
    /^(nsubj|obj|nsubj:pass|obl)$/.test(trees.relation(token)) &&
    scene.timesIn(scene.sentenceOf(token)).length + scene.placesIn(scene.sentenceOf(token)).length > 0
  )
}

/** "The group denied that it had attacked the post": denied, but an incident that somebody speaks of. */
function underAct(scene: Scene, token: number): boolean {
  const attributions = scene.document.get('attributions')
  return scene.attributionsOver(token).some((index) => attributions[index].act !== 'says')
}
