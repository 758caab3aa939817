import type { IncidentStage } from '../../model/Incident.ts'
import { isThreatened } from './announcedBy.ts'
import type { Scene } from './Scene.ts'
import type { TriggerMatch } from './TriggerLexicon.ts'

/** Words over a trigger that say how far it got, with the stage: one table for verbs, nouns and adjectives. */
const STAGE_WORDS: readonly [IncidentStage, readonly string[]][] = [
  ['attempted', ['struggle', 'try', 'attempt', 'attempted', 'seek', 'bid', 'endeavor', 'attempting']],
  ['failed', ['fail', 'failed', 'botched', 'unsuccessful', 'abortive', 'failing']],
  [
    'foiled',
    [
      'foil',
      'thwart',
      'prevent',
      'avert',
      'disrupt',
      'repel',
      'repulse',
      'stop',
      'foiled',
      'thwarted',
      'fend',
      'neutralize',
      'abort',
      'defuse',
    ],
  ],
  [
    'planned',
    [
      'plan',
      'plot',
      'prepare',
      'intend',
      'conspire',
      'scheme',
      'planned',
      'intention',
      'conspiracy',
      'preparation',
      'imminent',
      'want',
      'contemplate',
      'promise',
    ],
  ],
  ['threatened', ['threaten', 'vow', 'pledge', 'swear', 'threat', 'warn', 'threatened']],
  ['alleged', ['alleged', 'purported', 'supposed', 'allege', 'accuse', 'suspected']],
]
const BY_WORD = new Map(STAGE_WORDS.flatMap(([stage, words]) => words.map((word) => [word, stage] as const)))
const INTENT = new Set<IncidentStage>(['attempted', 'failed', 'planned', 'threatened'])
/** What is a threat where it is announced: "said it would shell the town" */
const HARM: ReadonlySet<string> = new Set([
  'attack',
  'bombing',
  'shooting',
  'killing',
  'execution',
  'kidnapping',
  'shelling',
  'air-strike',
  'arson',
  'sabotage',
  'arrest',
  'prosecution',
  'deportation',
  'eviction',
  'blockade',
  'sanction',
  'breaking-off',
])
const FUTURE = new Set(['will', 'shall', "'ll", 'would'])
const POSSIBLE = new Set(['may', 'might', 'could', 'can', 'should', 'must'])

/** How far an incident got, by the tense and the words over its trigger; and whether the clause is only a possibility. */
export function stageOf(
  scene: Scene,
  { trigger, token }: TriggerMatch,
): { stage: IncidentStage; open: boolean; word?: number } {
  const { trees } = scene
  const head = trees.head(token)
  const relation = trees.plainRelation(token)
  if (trigger.stage !== undefined) return { stage: trigger.stage as IncidentStage, open: false }
  // "a foiled attack", "the alleged kidnapping"
  for (const child of trees.children(token)) {
    if (!/^(amod|compound|advmod)$/.test(trees.plainRelation(child))) continue
    const stage = BY_WORD.get(trees.lower(child)) ?? BY_WORD.get(trees.lemma(child))
    if (stage !== undefined && /^(ADJ|VERB|NOUN)$/.test(trees.tags[child].upos))
      return { stage, open: false, word: child }
    if (/^(allegedly|reportedly|supposedly)$/.test(trees.lower(child)))
      return { stage: 'alleged', open: false, word: child }
  }
  if (head >= 0 && /^(xcomp|obj|acl|advcl|nmod|ccomp|obl|nsubj|conj|compound)$/.test(relation)) {
    const stage = BY_WORD.get(trees.lemma(head))
    if (stage === 'planned' && governs(scene, stage, token, head) && isOfThePast(scene, token))
      return { stage: 'accomplished', open: false }
    if (stage !== undefined && governs(scene, stage, token, head)) {
      // "foiled an attempt to blow up the bridge": what became of the attempt became of the bombing.
      const over = trees.head(head)
      const end = over >= 0 && trees.tags[head].upos === 'NOUN' ? BY_WORD.get(trees.lemma(over)) : undefined
      if (end === 'foiled' && governs(scene, end, head, over)) return { stage: end, open: false, word: over }
      return { stage, open: stage === 'planned', word: head }
    }
  }
  // "agreed in a chat to blow up a lorry"; "agreed to talks" is told by its own words
  if (trigger.as !== 'noun' && HARM.has(trigger.type) && isAgreedOn(scene, token))
    return { stage: 'planned', open: true }
  const listed = trigger.as === 'noun' ? aheadOfList(scene, token) : undefined
  if (listed !== undefined) return { ...listed, open: listed.stage === 'planned' }
  // "was going to be killed"
  if (head >= 0 && relation === 'xcomp' && /^(going|gonna|about|set|ready|due|bound)$/.test(trees.lower(head))) {
    return { stage: 'planned', open: true, word: head }
  }
  if (trigger.as !== 'noun' && isHeldAgainst(scene, token)) return { stage: 'alleged', open: false }
  if (trigger.as === 'noun' && isForetold(scene, token)) return { stage: 'threatened', open: false }
  const modal = trees.children(token).find((child) => trees.plainRelation(child) === 'aux')
  const modalLemma = modal === undefined ? '' : trees.lower(modal)
  if (trigger.as !== 'noun' && HARM.has(trigger.type) && isThreatened(scene, token))
    return { stage: 'threatened', open: false, word: modal }
  if (trigger.as !== 'noun' && FUTURE.has(modalLemma)) return { stage: 'planned', open: true, word: modal }
  if (trigger.as !== 'noun' && POSSIBLE.has(modalLemma)) {
    // "may have killed" is about what happened; "could kill" is not.
    const perfect = trees.children(token).some((child) => trees.lower(child) === 'have')
    return { stage: perfect ? 'accomplished' : 'planned', open: !perfect, word: modal }
  }
  return { stage: 'accomplished', open: false }
}

/** "planned [the 2019 attack on the hotel, in which 21 died]": it came to that; "planned an attack", "plans the attack for May" */
function isOfThePast(scene: Scene, noun: number): boolean {
  const { trees } = scene
  const beside = trees.children(noun)
  if (trees.tags[noun].upos !== 'NOUN' || !beside.some((child) => trees.lower(child) === 'the')) return false
  if (/^VB[ZPG]$/.test(trees.tags[trees.head(noun)].xpos) && trees.child(trees.head(noun), 'aux') >= 0) return false
  const told = beside.some(
    (child) => trees.relation(child) === 'acl:relcl' && /^VBD$/.test(trees.tags[child].xpos) && child > noun,
  )
  const year = beside.some((child) => child < noun && /^(1[5-9]|20)\d\d$/.test(trees.lower(child)))
  return told || year
}

/** "The two had agreed [to bomb a market]", also with the clause hung on a noun between. */
function isAgreedOn({ trees }: Scene, token: number): boolean {
  if (trees.lower(token - 1) !== 'to') return false
  const above = trees.head(token)
  const verb = /^(acl|advcl|xcomp)$/.test(trees.plainRelation(token)) ? above : -1
  return [verb, verb < 0 ? -1 : trees.head(verb)].some(
    (i) => i >= 0 && trees.tags[i].upos === 'VERB' && /^(agree|decide|resolve|hope)$/.test(trees.lemma(i)),
  )
}

/**
 * "promises of [more patrols], [stricter laws to fight gangs] and [the closure of bars]": each member is promised, wherever the
 * tree hangs it. Two clauses are no list: "… promises of calm, and the closure of a bar caused a riot".
 */
function aheadOfList(scene: Scene, token: number): { stage: IncidentStage; word: number } | undefined {
  const { trees } = scene
  if (!/^(conj|appos)$/.test(trees.plainRelation(token))) return undefined
  let below = token
  for (let i = trees.head(token), steps = 0; i >= 0 && steps < 7; below = i, i = trees.head(i), steps++) {
    const stage = /^(promise|pledge|vow)$/.test(trees.lemma(i)) ? BY_WORD.get(trees.lemma(i)) : undefined
    const { upos, xpos } = trees.tags[i]
    // "promised the release of two priests and [the closure] of a camp"
    if (stage !== undefined && upos === 'VERB') return trees.relation(below) === 'obj' ? { stage, word: i } : undefined
    if (/^(VB[DPZ]|MD)$/.test(xpos)) return undefined
    if (stage === undefined || upos !== 'NOUN') continue
    const first = trees.children(i).find((child) => child > i && trees.plainRelation(child) === 'nmod')
    if (first === undefined || first > token || scene.preposition(first) !== 'of') return undefined
    for (let k = i + 1; k < token; k++) if (/^(VB[DPZ]|MD)$/.test(trees.tags[k].xpos)) return undefined
    return { stage, word: i }
  }
  return undefined
}

/** "You will see bombings": what somebody who threatens, warns or claims says of the future. */
export function isForetold(scene: Scene, token: number): boolean {
  const { trees } = scene
  let i = token
  while (trees.plainRelation(i) === 'conj' && trees.head(i) >= 0) i = trees.head(i)
  const verb = trees.head(i)
  if (verb < 0 || !/^(obj|nsubj|obl)$/.test(trees.plainRelation(i))) return false
  if (
    !trees
      .children(verb)
      .some(
        (child) =>
          trees.plainRelation(child) === 'aux' && FUTURE.has(trees.lower(child)) && trees.lower(child) !== 'would',
      )
  )
    return false
  const attributions = scene.document.get('attributions')
  return scene
    .attributionsOver(token)
    .some((index) => /^(threatens|warns|claims|promises)$/.test(attributions[index].act))
}

/** "Your jets keep killing our cousins": what somebody holds against those whom a message speaks to. */
export function isHeldAgainst(scene: Scene, token: number): boolean {
  const { trees } = scene
  const verb = trees.head(token)
  if (verb < 0 || trees.plainRelation(token) !== 'xcomp' || !/^(keep|continue|go)$/.test(trees.lemma(verb)))
    return false
  const who = trees.child(verb, 'nsubj')
  if (who < 0 || trees.child(token, 'obj') < 0 || scene.attributionsOver(token).length === 0) return false
  return [who, ...trees.children(who)].some((word) => /^(you|your|u|ur)$/.test(trees.lower(word)))
}

/** Whether the word over the trigger says how far this got: "tried to attack" does, "tried the men for an attack" does not. */
function governs(scene: Scene, stage: IncidentStage, token: number, head: number): boolean {
  const { trees } = scene
  const relation = trees.relation(token)
  const lemma = trees.lemma(head)
  const preposition = scene.preposition(token)
  const verb = trees.tags[head].upos === 'VERB'
  const infinitive = trees.children(token).some((child) => trees.lower(child) === 'to')
  if (stage === 'alleged')
    return (lemma === 'accuse' && relation === 'advcl') || (lemma === 'allege' && relation === 'ccomp')
  if (stage === 'foiled') {
    if (relation === 'conj') return false
    return relation === 'obj' || relation === 'nsubj:pass' || (lemma === 'prevent' && /^(advcl|xcomp)$/.test(relation))
  }
  if (stage === 'failed' && relation === 'nsubj') return true
  if (relation === 'nsubj:pass') return stage === 'planned' && verb
  if (INTENT.has(stage)) {
    if (relation === 'xcomp' || (relation === 'acl' && infinitive)) return true
    if (relation === 'obj')
      return verb && (stage === 'planned' || stage === 'attempted' || (stage === 'threatened' && lemma === 'threaten'))
    if (relation === 'advcl') return infinitive && stage !== 'failed'
    // "The group is arming its men, the agency warned" tells what is so.
    if (relation === 'ccomp') return stage === 'threatened' && !(lemma === 'warn' && head > token)
    if (relation === 'nmod' || relation === 'obl')
      return /^(of|at|for|to)$/.test(preposition) && stage !== 'failed' && (!verb || preposition === 'for')
    if (relation === 'compound') return false
  }
  return false
}
