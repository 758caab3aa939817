import { prepositionOf, subjectOf } from '../../document/Clauses.ts'
import type { Proposition } from '../../document/Layers.ts'
import type { Certainty, Polarity } from '../../model/Certainty.ts'
import { frameOf, isKindOf } from '../../vocabulary/Vocabulary.ts'
import type { CandidateAt } from './Candidate.ts'
import type { Cluster } from './groupCandidates.ts'
import { fillerOf } from './propositionsOf.ts'
import type { Scene } from './Scene.ts'

const RESPONSIBILITY = new Set([
  'responsibility',
  'credit',
  'authorship',
  'blame',
  'involvement',
  'role',
  'part',
  'hand',
])
const CLAIM = new Set([
  'claim',
  'take',
  'accept',
  'assume',
  'admit',
  'acknowledge',
  'deny',
  'disclaim',
  'reject',
  'disavow',
])
const DENY = new Set(['deny', 'disclaim', 'reject', 'disavow'])
const TOLD =
  /^(report|claim|allegation|accusation|suggestion|rumou?r|statement|charge|assertion|account|story|speculation)$/
const BLAME = new Set(['blame', 'attribute', 'accuse', 'suspect', 'link', 'implicate', 'ascribe', 'hold', 'pin'])

interface Reading {
  readonly verb: number
  /** who is said to have done it */
  readonly who: number
  /** the words that name the incident; -1 where none does */
  readonly what: number
  readonly rule: string
  readonly polarity?: Polarity
  readonly certainty?: Certainty
}

/**
 * Who is held to have done it by their own claim or by blame: "The brigade claimed responsibility for the blast",
 * "the attack, claimed by the brigade", "denied any part in the killing", "police blamed the brigade for the blast".
 * The act of saying vouches for it: its attribution goes with the proposition.
 */
export function responsibilityFor(scene: Scene, clusters: readonly Cluster[], at: CandidateAt): Proposition[] {
  const found: Proposition[] = []
  for (let i = 0; i < scene.trees.length; i++) {
    const reading = claimAt(scene, i) ?? blameAt(scene, i)
    if (reading === undefined || reading.who < 0) continue
    for (const cluster of incidentsOf(scene, clusters, at, reading)) {
      for (const head of scene.referents.conjuncts(scene.referents.antecedent(reading.who))) {
        if (at.has(head) || !isSomebody(scene, head)) continue
        const attribution = attributionAt(scene, reading.verb)
        const verb = scene.trees.tokens[reading.verb]
        const phrase = scene.referents.phraseOf(head)
        found.push({
          subject: { kind: 'incident', index: cluster },
          property: 'perpetrator',
          value: fillerOf(scene, head),
          token: reading.verb,
          spans: [phrase, { start: verb.start, end: verb.end }],
          ...(attribution >= 0 ? { attribution } : {}),
          ...(reading.polarity === undefined ? {} : { polarity: reading.polarity }),
          ...(reading.certainty === undefined ? {} : { certainty: reading.certainty }),
          by: `rule:incidents/${reading.rule}`,
        })
        const channel = attribution < 0 ? -1 : channelOf(scene, reading.verb)
        if (channel < 0) continue
        const through = scene.referents.phraseOf(channel)
        found.push({
          subject: { kind: 'incident', index: cluster },
          property: 'channel',
          value: { type: 'text', text: scene.document.text.slice(through.start, through.end) },
          token: reading.verb,
          spans: [through, { start: verb.start, end: verb.end }],
          attribution,
          polarity: 'affirmed',
          by: 'rule:incidents/channel',
        })
      }
    }
  }
  return found
}

const isMessage = (lemma: string): boolean =>
  /^(message|statement|video|recording|audio|post|posting|leaflet|letter|communique|communiqué|note|call|telephone|e-?mail|tweet|clip|footage|broadcast|interview|pamphlet|tape|videotape)$/.test(
    lemma,
  )

const CHANNEL_VERBS =
  /^(post|publish|release|broadcast|air|carry|circulate|share|upload|send|distribute|issue|deliver|read)$/

/**
 * Through what a claim came: "in a message posted on Telegram" gives Telegram, "in a telephone call to a radio station" the call itself.
 */
function channelOf({ trees, referents }: Scene, verb: number): number {
  const { sentence } = trees.tokens[verb]
  const inSentence = (i: number): boolean => i < trees.length && trees.tokens[i].sentence === sentence
  for (let i = verb + 1; inSentence(i) && i < verb + FAR; i++) {
    // "claimed the raid on two posts" is through no post.
    if (!isMessage(trees.lemma(i)) || !/^(in|through|via|by)$/.test(prepositionOf(trees, i))) continue
    if (!CHANNEL_VERBS.test(inSentence(i + 1) ? trees.lemma(i + 1) : '')) return i
    // By the words, since what was posted is seldom right in the tree.
    for (let at = i + 2; inSentence(at) && at < i + 9; at++)
      if (referents.entityAt(at) >= 0 && /^(on|via|by|to|through|in)$/.test(prepositionOf(trees, at))) return at
    return i
  }
  return -1
}

const FAR = 30

const isSomebody = (scene: Scene, head: number): boolean =>
  !scene.isThing(head) &&
  !/^(DET|ADV|SCONJ)$/.test(scene.trees.tags[head].upos) &&
  !scene.trees.children(head).some((child) => scene.trees.lower(child) === 'no')

function byPhrase(scene: Scene, verb: number): number {
  const { trees } = scene
  return (
    trees.children(verb).find((child) => trees.plainRelation(child) === 'obl' && scene.preposition(child) === 'by') ??
    -1
  )
}

function claimAt(scene: Scene, i: number): Reading | undefined {
  const { trees } = scene
  const lemma = trees.lemma(i)
  if (!CLAIM.has(lemma) || trees.tags[i].upos !== 'VERB') return undefined
  const polarity = DENY.has(lemma) ? { polarity: 'denied' as const } : {}
  const rule = DENY.has(lemma) ? 'denied-responsibility' : 'claimed'
  const passive = trees.children(i).some((child) => /:pass$/.test(trees.relation(child)))
  const participle = trees.plainRelation(i) === 'acl' && trees.tags[i].xpos === 'VBN'
  const object = passive ? trees.child(i, 'nsubj') : participle ? trees.head(i) : trees.child(i, 'obj')
  if (object < 0) return undefined
  const who = passive || participle ? byPhrase(scene, i) : subjectOf(trees, i).head
  if (RESPONSIBILITY.has(trees.lemma(object))) {
    const what = [...trees.children(object), ...trees.children(i)].find(
      (child) =>
        // "In a statement, the group denied any involvement": what stands before names no incident.
        child > object &&
        !isMessage(trees.lemma(child)) &&
        /^(nmod|obl|acl|advcl)$/.test(trees.plainRelation(child)) &&
        /^(for|of|in)$/.test(scene.preposition(child) || markWord(scene, child)),
    )
    return { verb: i, who, what: what ?? -1, rule, ...polarity }
  }
  // "denied that its men had been there": the conjunction names nothing.
  if (trees.tags[object].xpos === 'IN') return undefined
  // "denied reports that a school was hit": whatever the reports tell, nobody has denied a deed of their own.
  if (DENY.has(lemma) && TOLD.test(trees.lemma(object))) return undefined
  if (lemma === 'claim' || lemma === 'admit' || lemma === 'deny')
    return { verb: i, who, what: object, rule, ...polarity }
  return undefined
}

const markWord = (scene: Scene, i: number): string =>
  scene.trees
    .children(i)
    .filter((child) => scene.trees.plainRelation(child) === 'mark')
    .map((child) => scene.trees.lower(child))[0] ?? ''

function blameAt(scene: Scene, i: number): Reading | undefined {
  const { trees } = scene
  const lemma = trees.lemma(i)
  if (!BLAME.has(lemma) || trees.tags[i].upos !== 'VERB') return undefined
  const passive = trees.children(i).some((child) => /:pass$/.test(trees.relation(child)))
  const direct = passive ? trees.child(i, 'nsubj') : trees.child(i, 'obj')
  const oblique = (...words: string[]) =>
    trees
      .children(i)
      .find((child) => /^(obl|nmod)$/.test(trees.plainRelation(child)) && words.includes(scene.preposition(child))) ??
    -1
  const certainty = { certainty: 'probable' as const }
  if (direct < 0) return undefined
  if (lemma === 'blame' && oblique('on') >= 0) return { verb: i, who: oblique('on'), what: direct, rule: 'blamed' }
  if (lemma === 'blame') return { verb: i, who: direct, what: oblique('for'), rule: 'blamed' }
  if (lemma === 'attribute' || lemma === 'ascribe') return { verb: i, who: oblique('to'), what: direct, rule: 'blamed' }
  if (lemma === 'accuse')
    return oblique('of') < 0 ? undefined : { verb: i, who: direct, what: oblique('of'), rule: 'blamed' }
  if (lemma === 'implicate') return { verb: i, who: direct, what: oblique('in'), rule: 'blamed', ...certainty }
  if (lemma === 'pin') return { verb: i, who: oblique('on'), what: direct, rule: 'blamed' }
  if (lemma === 'suspect' && scene.isArmed(direct))
    return { verb: i, who: direct, what: oblique('of', 'in'), rule: 'suspected', ...certainty }
  if (lemma === 'hold') {
    const responsible = trees.children(i).find((child) => trees.lower(child) === 'responsible')
    const what =
      responsible === undefined
        ? undefined
        : trees.children(responsible).find((child) => scene.preposition(child) === 'for')
    return what === undefined ? undefined : { verb: i, who: direct, what, rule: 'blamed' }
  }
  return undefined
}

/** The incidents that the words name; where they only say "it" or nothing, the attack spoken of last. */
function incidentsOf(
  scene: Scene,
  clusters: readonly Cluster[],
  at: CandidateAt,
  { what, verb, rule }: Reading,
): number[] {
  const heads = what < 0 ? [] : scene.referents.conjuncts(what)
  const named = heads.flatMap((head) => {
    const inside = [...Array(scene.trees.right(head) - scene.trees.left(head) + 1).keys()].map(
      (k) => k + scene.trees.left(head),
    )
    const candidates = [head, ...inside].flatMap((i) => at.get(i) ?? [])
    const first = candidates[0]
    return first === undefined
      ? []
      : clusters.flatMap(({ candidates: list }, index) => (list.includes(first) ? [index] : []))
  })
  if (named.length > 0) return [...new Set(named)]
  // "blamed the government for the delay", "claimed the prize": about something else altogether.
  if (what >= 0 && !/^(it|this|that|one|incident|act|action|crime|deed)$/.test(scene.trees.lemma(what))) return []
  if (what < 0 && rule === 'blamed') return []
  const sentence = scene.sentenceOf(verb)
  const violent = clusters
    .map(({ candidates }, index) => ({
      index,
      last: candidates.findLast((candidate) => candidate.sentence <= sentence),
    }))
    .filter(({ last }) => last !== undefined && isDone(scene, last.type) && sentence - last.sentence <= 5)
    .sort((a, b) => b.last!.match.token - a.last!.match.token)
  return violent.slice(0, 1).map(({ index }) => index)
}

/** What somebody can own up to: attacks of any kind, kidnappings, fires that were laid. */
const isDone = ({ lexicons: { vocabulary } }: Scene, type: string): boolean =>
  isKindOf(vocabulary, type, 'attack') ||
  (frameOf(vocabulary, type).agent === 'perpetrator' && !/^(threat|warning|claim)/.test(type))

/** The attribution whose cue the verb is, the innermost one; -1 where there is none. */
function attributionAt(scene: Scene, verb: number): number {
  const { start, end } = scene.trees.tokens[verb]
  return scene.document
    .get('attributions')
    .findIndex(({ cue }) => cue.some((piece) => piece.start <= start && end <= piece.end))
}
