import { subjectOf } from '../../document/Clauses.ts'
import type { Proposition } from '../../document/Layers.ts'
import { frameOf, isKindOf } from '../../vocabulary/Vocabulary.ts'
import { blameOf } from './blameOf.ts'
import type { CandidateAt } from './Candidate.ts'
import { channelAt, claimChannel } from './claimChannel.ts'
import { claimOf, isRejection } from './claimOf.ts'
import { culpableOf } from './culpableOf.ts'
import type { Cluster } from './groupCandidates.ts'
import { isNegated } from './isNegated.ts'
import { isKnown, isMishap, isNextSpeaker, isSomebody } from './isSomebody.ts'
import { namedFiller } from './namedFiller.ts'
import type { Responsibility } from './Responsibility.ts'
import type { Scene } from './Scene.ts'
import { isMouthpiece, isRebel, possessorOf, sideOf, whoseSide } from './sideOf.ts'
import { withSpeaker } from './withSpeaker.ts'

/** How many sentences back the incident may stand that is claimed or blamed without a word for it. */
const REACH = 5

/**
 * Who is held to have done it by their own claim or by others: "The brigade claimed responsibility for the blast", "denied
 * any part in the killing", "police blamed the brigade", "said it was behind the raid", "they suspect the clan", "it could have
 * been smugglers". The act of saying vouches for it: its attribution goes with the proposition.
 */
export function responsibilityFor(
  scene: Scene,
  clusters: readonly Cluster[],
  at: CandidateAt,
): {
  readonly propositions: Proposition[]
  /** words told by the way in what somebody says of who did it */
  readonly grounds: readonly Ground[] /** incident and begin of each phrase that it takes up */
  readonly told: ReadonlySet<string>
} {
  const found: Proposition[] = []
  const told = new Set<string>()
  const grounds: Ground[] = []
  let accused:
    | { readonly who: readonly number[]; readonly clusters: readonly number[]; readonly sentence: number }
    | undefined
  for (let i = 0; i < scene.trees.length; i++) {
    if (accused !== undefined && scene.sentenceOf(i) - accused.sentence <= 3 && isRejection(scene, i)) {
      const { who, clusters: of } = accused
      const attribution = attributionFor(scene, i)
      const speaker = subjectOf(scene.trees, i).head
      const reading = {
        verb: i,
        who: -1,
        speaker,
        what: -1,
        rule: 'rejected',
        polarity: 'denied',
        act: 'denies',
      } as const
      for (const cluster of of) for (const head of who) found.push(...held(scene, reading, head, cluster, attribution))
      continue
    }
    const own = ownDeed(scene, i, at)
    const read = claimOf(scene, i) ?? blameOf(scene, i) ?? own ?? culpableOf(scene, i, at)
    if (read === undefined || read.who < 0) continue
    const attribution = attributionFor(scene, i)
    const reading = attribution >= 0 || read.speaker !== undefined ? read : withSpeaker(scene, read)
    // "a short circuit was to blame": not those who were accused.
    if (
      accused !== undefined &&
      attribution >= 0 &&
      scene.trees.lemma(i) === 'blame' &&
      reading.rule === 'responsible' &&
      isMishap(scene, reading.who)
    ) {
      const denial = { ...reading, rule: 'rejected', polarity: 'denied', act: 'denies' } as const
      for (const cluster of accused.clusters)
        for (const head of accused.who) found.push(...held(scene, denial, head, cluster, attribution))
      continue
    }
    const of = incidentsOf(scene, clusters, at, reading)
    const heads = scene.referents
      .conjuncts(scene.referents.antecedent(reading.who))
      .filter(
        (head, index) =>
          !at.has(head) && isSomebody(scene, head, reading) && (index === 0 || !isNextSpeaker(scene, head)),
      )
    if (heads.length > 0 && of.length > 0 && attribution >= 0) grounds.push(...groundsOf(scene, reading, attribution))
    for (const cluster of of) {
      for (const head of heads) {
        found.push(...held(scene, reading, head, cluster, attribution))
        told.add(`${cluster} ${scene.referents.phraseOf(head).start}`)
      }
    }
    if (
      heads.length > 0 &&
      of.length > 0 &&
      /^(blamed|suspected|responsible|behind|deed|work-of|identity)$/.test(reading.rule)
    )
      accused = { who: heads, clusters: of, sentence: scene.sentenceOf(i) }
  }
  return { propositions: found, told, grounds }
}

/** A word whose clause or phrase the attribution does not vouch for. */
export interface Ground {
  readonly head: number
  readonly attribution: number
  /** true for all that is told there, also who did it */
  readonly whole: boolean
}

/**
 * What is taken for granted in it: "They suspect the Lions, [which burned a mill in May]", "said it had nothing to do with
 * [the firebombing of a hostel in May]". The report tells that.
 */
function groundsOf({ trees }: Scene, { who, what }: Responsibility, attribution: number): Ground[] {
  const clauses = trees
    .children(who)
    .filter((child) => trees.relation(child) === 'acl:relcl')
    .map((head) => ({ head, attribution, whole: true }))
  const definite =
    what >= 0 &&
    /^(NOUN|PROPN)$/.test(trees.tags[what].upos) &&
    trees.children(what).some((child) => /^(the|this|that|these|those)$/.test(trees.lower(child)))
  return definite ? [...clauses, { head: what, attribution, whole: false }] : clauses
}

/** The proposition that the one did it, with the channel where their own side says so. */
function held(
  scene: Scene,
  reading: Responsibility,
  head: number,
  cluster: number,
  attribution: number,
): Proposition[] {
  const { trees, document } = scene
  const subject = { kind: 'incident', index: cluster } as const
  const verb = trees.tokens[reading.verb]
  const self = reading.act === 'claims-responsibility' || reading.rule === 'denied-responsibility'
  const side = self ? sideAt(scene, head) : ownSide(scene, head, attribution)
  // an army's soldiers are told apart from it; the men of a group are the group
  // "We did it", of which the text does not say who they are
  if (
    side < 0 &&
    (/^(we|us|i|you)$/.test(trees.lower(head)) || (trees.tags[head].upos === 'PRON' && !isKnown(scene, head)))
  )
    return []
  const ofPerson = possessorOf(scene, head) >= 0 && scene.entityKind(side) === 'person'
  const who = side >= 0 && !ofPerson && scene.entityKind(side) !== 'public body' ? side : head
  const vouching = document.get('attributions')[attribution]
  // "analysts doubt that the clan was responsible": the doubt is theirs.
  const doubted = vouching?.act === 'doubts' && !self
  const polarity = doubted ? 'denied' : reading.polarity
  // "said that it was behind the blast" claims, "said that it was not" denies.
  const own = side >= 0 && !/^(blamed|suspected)$/.test(reading.rule)
  const act = doubted
    ? undefined
    : (reading.act ??
      (polarity === 'denied'
        ? 'denies'
        : own
          ? 'claims-responsibility'
          : reading.certainty === 'certain' && vouching?.certainty !== 'probable'
            ? 'accuses'
            : undefined))
  const spans = [scene.referents.phraseOf(who), { start: verb.start, end: verb.end }]
  const speaker =
    reading.speaker === undefined ? -1 : scene.referents.entityAt(scene.referents.antecedent(reading.speaker))
  const vouched = attribution >= 0 ? { attribution } : speaker >= 0 && act !== undefined ? { speaker } : {}
  const done: Proposition = {
    subject,
    property: 'perpetrator',
    value: namedFiller(scene, who),
    token: reading.verb,
    spans,
    ...vouched,
    ...(act === undefined || !('attribution' in vouched || 'speaker' in vouched || reading.rule === 'blamed')
      ? {}
      : { act }),
    ...(polarity === undefined ? {} : { polarity }),
    ...(reading.certainty === undefined ? {} : { certainty: reading.certainty }),
    ...(reading.certaintyWord === undefined ? {} : { certaintyWord: reading.certaintyWord }),
    by: `rule:incidents/${reading.rule}`,
  }
  if (!(act === 'claims-responsibility' || act === 'denies')) return [done]
  const cue = document.get('attributions')[attribution]?.cue[0]
  const said =
    cue === undefined
      ? reading.verb
      : Math.max(
          0,
          trees.tokens.findIndex(({ end }) => end >= cue.end),
        )
  const { through } = reading
  const channel =
    (through === undefined ? undefined : channelAt(scene, through)) ??
    claimChannel(scene, said, attribution) ??
    claimChannel(scene, reading.verb, attribution)
  if (channel === undefined) return [done]
  const base = { subject, token: reading.verb, ...vouched, polarity: 'affirmed', by: 'rule:incidents/channel' } as const
  const carrying = [
    { start: channel.start, end: channel.end },
    { start: verb.start, end: verb.end },
  ]
  return [
    done,
    {
      ...base,
      property: 'channel',
      value: { type: 'text', text: document.text.slice(channel.start, channel.end) },
      spans: carrying,
      act,
    },
    ...(channel.mode === undefined
      ? []
      : [
          {
            ...base,
            property: 'claim-mode',
            value: { type: 'term', vocabulary: 'claim-modes', key: channel.mode },
            spans: carrying,
            act,
          } as const,
        ]),
  ]
}

/** "The group said its fighters had killed 15 marines": who says what their own side has done claims it, by whatever verb. */
function ownDeed(scene: Scene, i: number, at: CandidateAt): Responsibility | undefined {
  const candidate = at.get(i)
  if (candidate === undefined || !isDone(scene, candidate.type) || candidate.open) return undefined
  if (!/^(accomplished|alleged)$/.test(candidate.stage)) return undefined
  const attribution = innermostOver(scene, i)
  if (attribution < 0 || candidate.match.trigger.as === 'noun') return undefined
  const agent = candidate.args.find(({ role, head }) => role === 'agent' && ownSide(scene, head, attribution) >= 0)
  if (agent === undefined) return undefined
  return {
    verb: i,
    who: agent.head,
    what: i,
    rule: 'own-deed',
    certainty: 'certain',
    polarity:
      isNegated(scene.trees, i) !== (scene.document.get('attributions')[attribution].polarity === 'denied')
        ? 'denied'
        : 'affirmed',
  }
}

/** The side of the one who speaks, where that is who did it: itself, its men, "we", or the group that its spokesman names. */
function ownSide(scene: Scene, head: number, attribution: number): number {
  if (attribution < 0) return -1
  const { entity, mode, source } = scene.document.get('attributions')[attribution]
  if (isMouthpiece(scene, source) && isRebel(scene, head)) return head
  if (entity === undefined) return -1
  const speaker =
    scene.referents.entities[entity].mentions.map((index) => scene.referents.mentions[index].head)[0] ?? -1
  const side = sideOf(scene, entity)
  const spoken = side >= 0 ? side : speaker
  if (/^(we|us|i)$/.test(scene.trees.lower(head))) return mode === 'indirect' ? -1 : spoken
  const own = possessorOf(scene, head)
  const whose = own >= 0 ? own : head
  // "The Lions said in a message that they were responsible": they, whomever the text spoke of before.
  const kind = scene.referents.entities[entity].kind
  if (/^(group|organisation)$/.test(kind) && /^(it|its|they|their)$/.test(scene.trees.lower(whose))) return spoken
  if (own >= 0 && /^our$/.test(scene.trees.lower(own))) return spoken
  // "Militants from the emirate killed the mayor, the group said": of the group just named.
  if (isBareGroup(scene, entity) && isRebel(scene, head) && scene.trees.tags[head].upos !== 'PRON')
    return own >= 0 ? own : head
  const of = scene.referents.entityAt(whose)
  if (of < 0) return -1
  return of === entity || (side >= 0 && of === scene.referents.entityAt(side)) ? spoken : -1
}

/** "the group", "the movement", by no other name. */
function isBareGroup({ referents, document: { text } }: Scene, entity: number): boolean {
  return referents.entities[entity].mentions.every((index) => {
    const { start, end } = referents.mentions[index]
    return /^the (group|movement|organi[sz]ation|faction|militia)$/i.test(text.slice(start, end))
  })
}

/** The group of a person who claims for it, and of its men; -1 where they claim for themselves. */
function sideAt(scene: Scene, head: number): number {
  const whose = whoseSide(scene, head)
  if (whose >= 0) return whose
  const own = possessorOf(scene, head)
  return own >= 0 && scene.referents.entityAt(own) >= 0 ? own : sideOf(scene, scene.referents.entityAt(head))
}

/** The incidents that the words name; where they only say "it" or nothing, the attack spoken of last. */
function incidentsOf(
  scene: Scene,
  clusters: readonly Cluster[],
  at: CandidateAt,
  { what, verb, who, bare = false }: Responsibility,
): number[] {
  const heads = what < 0 ? [] : scene.referents.conjuncts(what)
  const named = heads.flatMap((head) => {
    const inside = [...Array(scene.trees.right(head) - scene.trees.left(head) + 1).keys()].map(
      (k) => k + scene.trees.left(head),
    )
    const first = [head, ...inside].map((i) => at.get(i)).find((candidate) => candidate !== undefined)
    return first === undefined
      ? []
      : clusters.flatMap(({ candidates: list }, index) => (list.includes(first) ? [index] : []))
  })
  if (named.length > 0) return [...new Set(named)]
  // "blamed the government for the delay", "claimed the prize": about something else altogether.
  if (what >= 0 ? !isIt(scene, what) : !bare) return []
  const sentence = scene.sentenceOf(verb)
  const violent = clusters
    .map(({ candidates }, index) => ({
      index,
      // "They suspect the Lions, which burned the mill in May": what is told of them by the way is another incident.
      last: candidates.findLast(
        (candidate) => candidate.sentence <= sentence && !scene.trees.dominates(who, candidate.match.token),
      ),
    }))
    .filter(({ last }) => last !== undefined && isDone(scene, last.type) && sentence - last.sentence <= REACH)
    .sort((a, b) => b.last!.match.token - a.last!.match.token)
  return violent.slice(0, 1).map(({ index }) => index)
}

/** "it", "the incident", "ordering it" */
function isIt({ trees }: Scene, what: number): boolean {
  if (/^(it|this|that|one|incident|act|action|crime|deed)$/.test(trees.lemma(what))) return true
  const object = trees.tags[what].upos === 'VERB' ? trees.child(what, 'obj') : -1
  return object >= 0 && /^(it|this|that)$/.test(trees.lower(object))
}

/** What somebody can own up to: attacks of any kind, kidnappings, fires that were laid. */
const isDone = ({ lexicons: { vocabulary } }: Scene, type: string): boolean =>
  isKindOf(vocabulary, type, 'attack') ||
  (frameOf(vocabulary, type).agent === 'perpetrator' && !/^(threat|warning|claim)/.test(type))

/** The attribution whose cue the verb is, else the innermost one that holds it; -1 where there is none. */
function attributionFor(scene: Scene, verb: number): number {
  const { start, end } = scene.trees.tokens[verb]
  const own = scene.document
    .get('attributions')
    .findIndex(({ cue }) => cue.some((piece) => piece.start <= start && end <= piece.end))
  return own >= 0 ? own : innermostOver(scene, verb)
}

function innermostOver(scene: Scene, token: number): number {
  const attributions = scene.document.get('attributions')
  const width = (index: number) => attributions[index].content.reduce((sum, { start, end }) => sum + end - start, 0)
  return scene
    .attributionsOver(token)
    .filter((index) => !/^(?:no|none|nobody|neither)\b/i.test(attributions[index].sourceName))
    .reduce((best, next) => (best < 0 || width(next) < width(best) ? next : best), -1)
}
