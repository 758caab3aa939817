import { markOf } from '../../document/Clauses.ts'
import { isKindOf, type Vocabulary } from '../../vocabulary/Vocabulary.ts'
import type { Candidate, CandidateAt } from './Candidate.ts'
import type { Scene } from './Scene.ts'

/** Types that say what came of it, which any means can have: a killing by a bombing, by a shooting. */
const RESULTS = new Set(['killing', 'assassination', 'execution'])
/** Types in which people are killed and wounded although they are no attack. */
export const WITH_CASUALTIES = new Set([
  'clash',
  'raid',
  'riot',
  'protest',
  'takeover',
  'hostage-taking',
  'hijacking',
  'robbery',
])
const OWN_KIND = new Set([
  'kidnapping',
  'hostage-taking',
  'hijacking',
  'robbery',
  'arson',
  'sexual-violence',
  'beating',
])
const AGAINST_PERSONS = new Set(['kidnapping', 'hostage-taking', 'sexual-violence', 'beating'])
/** Clauses of another event: "arrested after they killed a guard". */
const APART = /^(after|before|since|until|because|although|though|if|despite|following|hours|days)$/

/** True where mentions of these two types can be of the same incident. */
export function compatible(vocabulary: Vocabulary, a: string, b: string): boolean {
  if (isKindOf(vocabulary, a, b) || isKindOf(vocabulary, b, a)) return true
  const [wideA, wideB] = [a, b].map((type) => isKindOf(vocabulary, type, 'attack'))
  if (!wideA || !wideB) return false
  if ([a, b].some((type) => OWN_KIND.has(type))) return false
  return RESULTS.has(a) || RESULTS.has(b)
}

export const isResult = (type: string): boolean => RESULTS.has(type)

/** True for words that only say what came of an incident: "killing", "wounded", "destroying". */
export const isEffect = ({ match: { trigger } }: Candidate): boolean =>
  trigger.effect !== undefined || trigger.type === 'killing' || (trigger.type === 'sabotage' && trigger.as === 'verb')

/** True for words that name any incident at all: "in one incident". */
export const isIncidentWord = ({ match: { trigger } }: Candidate): boolean =>
  trigger.as === 'noun' && trigger.weight <= 0.3

/**
 * "Haddad, the mastermind behind the harbour attack, was killed in March", "a guard who survived the raid was shot on Monday": what
 * became of somebody who did or suffered the other is an incident of its own.
 */
export function isAfterwards(scene: Scene, candidate: Candidate, other: Candidate): boolean {
  const { trees } = scene
  const { match, args, sentence, times } = candidate
  const { token } = other.match
  if (sentence === other.sentence && isAnswered(scene, token) && !isAnswered(scene, match.token)) return true
  if (match.trigger.effect === undefined || match.trigger.as === 'noun' || sentence !== other.sentence) return false
  return args.some(({ role, head }) => {
    if (role !== 'patient' || head > match.token || head === token || !trees.dominates(head, token)) return false
    for (let i = trees.head(token); i >= 0 && i !== head; i = trees.head(i))
      if (/^(mastermind|ringleader|planner|architect|organi[sz]er|suspect)$/.test(trees.lemma(i))) return true
    return (
      times.length > 0 &&
      other.args.some((own) => own.head === head && (own.role === 'agent' || own.by === 'rule:incidents/suffered'))
    )
  })
}

/** "shot the judge in revenge for [the execution] of their leader": what is answered was before. */
function isAnswered({ trees, lexicons: { circumstanceWords } }: Scene, token: number): boolean {
  const before = trees.left(token) - 1
  if (before < 0 || trees.tokens[before].sentence !== trees.tokens[token].sentence) return false
  return (
    (circumstanceWords.revenge.has(trees.lemma(before)) && trees.lower(before + 1) === 'for') ||
    (trees.lemma(before) === 'avenge' && trees.tags[before].upos === 'VERB')
  )
}

/** The mentions of one sentence that the sentence itself puts together as one event. */
export function linkMentions(scene: Scene, group: readonly Candidate[], at: CandidateAt): Candidate[][] {
  const root = new Map(group.map((candidate) => [candidate, candidate]))
  const find = (candidate: Candidate): Candidate => {
    let top = candidate
    while (root.get(top) !== top) top = root.get(top)!
    return top
  }
  for (const candidate of group) {
    const other = linkedTo(scene, candidate, at, group)
    if (other !== undefined && root.has(other)) root.set(find(candidate), find(other))
  }
  const units = new Map<Candidate, Candidate[]>()
  for (const candidate of group) units.set(find(candidate), [...(units.get(find(candidate)) ?? []), candidate])
  return [...units.values()]
}

function linkedTo(
  scene: Scene,
  candidate: Candidate,
  at: CandidateAt,
  group: readonly Candidate[],
): Candidate | undefined {
  const { trees, lexicons } = scene
  const { token } = candidate.match
  const joins = (other: Candidate | undefined): other is Candidate => {
    if (other === undefined || other === candidate || other.stage !== candidate.stage) return false
    if (isAfterwards(scene, candidate, other) || isAfterwards(scene, other, candidate)) return false
    if (compatible(lexicons.vocabulary, candidate.type, other.type)) return true
    if (
      (isEffect(candidate) || isEffect(other)) &&
      (WITH_CASUALTIES.has(other.type) || WITH_CASUALTIES.has(candidate.type))
    )
      return true
    if (isIncidentWord(candidate) && WITH_CASUALTIES.has(other.type)) return true
    // "looted the stores and raped two women": two deeds
    if ([candidate, other].some(({ type }) => AGAINST_PERSONS.has(type))) return false
    return (
      [candidate, other].some(({ type, match }) => type === 'sabotage' && match.trigger.as === 'verb') &&
      isKindOf(lexicons.vocabulary, other.type, 'attack')
    )
  }
  const above = at.get(trees.head(token))
  const relation = trees.plainRelation(token)
  const mark = markOf(trees, token)
  if (joins(above)) {
    if (relation === 'advcl' && !APART.test(mark)) return above
    if (
      /^(xcomp|acl|nsubj|parataxis|appos)$/.test(relation) &&
      (relation !== 'acl' || above.match.trigger.as === 'noun') &&
      !(relation === 'parataxis' && areOthers(candidate, above))
    )
      return above
    if (relation === 'obl' && /^(in|during|by|at|when|of|from|with|)$/.test(mark)) return above
    if (relation === 'nmod' && /^(in|by|of|with|during)$/.test(mark) && isEffect(above)) return above
    if (
      relation === 'conj' &&
      above.match.trigger.as !== 'noun' &&
      (isEffect(candidate) || candidate.type === above.type)
    )
      return above
  }
  if (isEffect(candidate)) {
    // "The blast killed three": the effect stands above. "… killed when a bomb exploded" likewise.
    for (const child of trees.children(token)) {
      const below = at.get(child)
      if (!joins(below)) continue
      const how = trees.plainRelation(child)
      const joint = markOf(trees, child)
      if (/^nsubj/.test(how)) return below
      if ((how === 'obl' || how === 'nmod') && /^(in|during|by|at|of|from)$/.test(joint)) return below
      if (how === 'advcl' && /^(when|as|while|)$/.test(joint)) return below
      if (how === 'conj') return below
    }
    const over = overIt(scene, token, at)
    if (joins(over)) return over
    const clause = tellsOf(scene, token, at)
    if (joins(clause)) return clause
    // ", killing seven": what the participle goes on from is the attack told just before, whatever the tree says.
    const before = group.filter((other) => other.match.token < token && !isEffect(other) && joins(other)).at(-1)
    if (before && trees.tags[token].xpos === 'VBG' && trees.lower(token - 1) === ',') return before
  }
  // "the murder of ten people in a dynamite attack": whatever the tree hangs the phrase on, the killing before it was in it.
  if (!isEffect(candidate) && candidate.match.trigger.as === 'noun' && /^(in|during)$/.test(scene.preposition(token))) {
    const before = group
      .filter((other) => other.match.token < token && token - other.match.token < 14 && isEffect(other) && joins(other))
      .at(-1)
    if (before) return before
  }
  if (isIncidentWord(candidate) && scene.preposition(token) === 'in')
    return group.find((other) => !isIncidentWord(other) && joins(other))
  return undefined
}

/** "A sniper killed a guard; police stormed the house": two clauses, and somebody else acts in each. */
function areOthers(candidate: Candidate, above: Candidate): boolean {
  const doers = ({ args }: Candidate) => args.filter(({ role }) => role === 'agent').map(({ head }) => head)
  const [own, theirs] = [doers(candidate), doers(above)]
  return own.length > 0 && theirs.length > 0 && !own.some((head) => theirs.includes(head))
}

/** "the attack on a ward in Dasht that killed 24 people", with the clause hung on the ward: wards kill nobody. */
function tellsOf(scene: Scene, token: number, at: CandidateAt): Candidate | undefined {
  const { trees } = scene
  if (trees.relation(token) !== 'acl:relcl' || !/^(that|which)$/.test(trees.lower(trees.child(token, 'nsubj'))))
    return undefined
  for (let i = trees.head(token), steps = 0; i >= 0 && steps < 4; i = trees.head(i), steps++) {
    const candidate = at.get(i)
    if (candidate !== undefined) return candidate
    if (trees.plainRelation(i) !== 'nmod' || scene.isPerson(i) || scene.isBody(i)) return undefined
  }
  return undefined
}

/** "claimed an attack on two posts, saying it had killed 20 soldiers": what the clauses above speak of. */
function overIt(scene: Scene, token: number, at: CandidateAt): Candidate | undefined {
  const { trees } = scene
  let below = token
  for (let i = trees.head(token), steps = 0; i >= 0 && steps < 4; below = i, i = trees.head(i), steps++) {
    if (!/^(advcl|xcomp|ccomp|conj|acl)$/.test(trees.plainRelation(below)) || APART.test(markOf(trees, below)))
      return undefined
    for (const child of trees.children(i)) {
      const candidate = child < below && /^(obj|nsubj)/.test(trees.relation(child)) ? at.get(child) : undefined
      if (candidate) return candidate
    }
  }
  return undefined
}
