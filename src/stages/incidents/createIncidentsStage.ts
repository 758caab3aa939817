import type { Document } from '../../document/Document.ts'
import type { IncidentAnnotation, Proposition } from '../../document/Layers.ts'
import type { Stage } from '../../document/Stage.ts'
import { lazily } from '../../learned/lazily.ts'
import type { TensorFile } from '../../learned/neural/TensorFile.ts'
import type { CircumstanceWords } from '../../vocabulary/CircumstanceWords.ts'
import { KindLexicon } from '../../vocabulary/KindLexicon.ts'
import type { ParticipantWords } from '../../vocabulary/ParticipantWords.ts'
import type { ResponsibilityWords } from '../../vocabulary/ResponsibilityWords.ts'
import type { SupportVerbs } from '../../vocabulary/SupportVerbs.ts'
import type { TollWords } from '../../vocabulary/TollWords.ts'
import type { Trigger } from '../../vocabulary/Trigger.ts'
import { isKindOf, type Vocabulary } from '../../vocabulary/Vocabulary.ts'
import type { Candidate } from './Candidate.ts'
import { ClusterIndex } from './ClusterIndex.ts'
import { casualtyCategory } from './casualtyCategory.ts'
import { collectCandidates } from './collectCandidates.ts'
import { countedDates, findCounted } from './countedDates.ts'
import { datelinePlace } from './datelinePlace.ts'
import { FillerNetwork } from './FillerNetwork.ts'
import { fromSetting } from './fromSetting.ts'
import { type Cluster, groupCandidates } from './groupCandidates.ts'
import { keepFinest } from './happenedWhen.ts'
import { impliedMeans } from './impliedMeans.ts'
import { labelOf } from './labelOf.ts'
import { learnedFillers } from './learnedFillers.ts'
import { isEffect } from './linkMentions.ts'
import { mergeIncidents } from './mergeIncidents.ts'
import { messagesOf } from './messagesOf.ts'
import { motivesOf } from './motivesOf.ts'
import { namedVictims } from './namedVictims.ts'
import { placeInTime } from './placeInTime.ts'
import { propositionsOf } from './propositionsOf.ts'
import { type Ground, responsibilityFor } from './responsibilityFor.ts'
import { type Lexicons, Scene } from './Scene.ts'
import { speechActsOf } from './speechActsOf.ts'
import { TriggerLexicon } from './TriggerLexicon.ts'
import { kindsOfTargets } from './targetKindOf.ts'
import { tollsOf } from './tollsOf.ts'
import { vagueTolls } from './vagueTolls.ts'
import { victimsAmong } from './victimsAmong.ts'

const REQUIRES = [
  'vectors',
  'paragraphs',
  'tokens',
  'sentences',
  'tags',
  'trees',
  'quantities',
  'mentions',
  'entities',
  'times',
  'places',
  'attributions',
] as const
const ASSIGNS = ['incidents', 'incidentPropositions', 'speechActs'] as const

/**
 * Reads what happened: finds the words that speak of incidents, tells how far each got, puts the mentions of one incident
 * together, and says of each who, to whom, how many, with what, when and where.
 */
export function createIncidentsStage({
  fillers,
  ...words
}: IncidentWords & {
  /** the network of fillers; without it the rules read alone */
  readonly fillers?: () => TensorFile
}): Stage<(typeof REQUIRES)[number], (typeof ASSIGNS)[number]> {
  const { vocabulary } = words
  const isSpeech = ({ type }: Trigger): boolean => vocabulary.incidentTypes.get(type)?.speech === true
  const triggers = new TriggerLexicon(vocabulary.triggers.filter((trigger) => !isSpeech(trigger)))
  const speech = new TriggerLexicon(vocabulary.triggers.filter(isSpeech))
  const lexicons = lexiconsOf(words)
  const network = fillers && lazily(() => new FillerNetwork(fillers()))
  return {
    name: 'incidents',
    requires: REQUIRES,
    assigns: ASSIGNS,
    run: (document) => readIncidents(document, lexicons, { triggers, speech, network }),
  }
}

/** What the stage knows of words. */
export interface IncidentWords {
  readonly vocabulary: Vocabulary
  readonly supportVerbs: SupportVerbs
  readonly circumstanceWords: CircumstanceWords
  readonly participantWords: ParticipantWords
  readonly tollWords: TollWords
  readonly responsibilityWords: ResponsibilityWords
}

export const lexiconsOf = ({ vocabulary, ...words }: IncidentWords): Lexicons => ({
  vocabulary,
  actors: new KindLexicon(vocabulary.actorKinds),
  targets: new KindLexicon(vocabulary.targetKinds),
  instruments: new KindLexicon(vocabulary.instrumentKinds),
  claimModes: new KindLexicon(vocabulary.claimModes),
  casualtyCategories: new KindLexicon(vocabulary.casualtyCategories),
  ...words,
})

interface Finders {
  readonly triggers: TriggerLexicon
  readonly speech: TriggerLexicon
  readonly network: (() => FillerNetwork) | undefined
}

function readIncidents(document: Document, lexicons: Lexicons, { triggers, speech, network }: Finders) {
  const scene = new Scene(document, lexicons)
  const candidates = collectCandidates(scene, triggers)
  const at = new Map(candidates.map((candidate) => [candidate.match.token, candidate]))
  placeInTime(scene, candidates, at)
  const counted = findCounted(scene, candidates, at)
  const clusters = groupCandidates(scene, candidates, at)
  for (const cluster of clusters) keepFinest(cluster)
  const incidents = clusters.map((cluster) => annotationOf(scene, cluster))
  const heads = new Set(candidates.flatMap(({ args }) => args.map(({ head }) => head)))
  const index = new ClusterIndex(clusters, lexicons.vocabulary)
  const responsibility = responsibilityFor(scene, index, at)
  const grounds = groundsBySentence(scene, responsibility.grounds)
  const told = [
    ...clusters.flatMap((cluster, index) => [
      ...natureOf(scene, cluster, incidents[index], index),
      ...propositionsOf(scene, cluster, index, at).filter((proposition) => !isRetold(proposition, responsibility.told)),
      ...fromDateline(scene, cluster, index),
      ...fromSetting(scene, cluster, index),
    ]),
    ...countedDates(scene, clusters, counted),
    ...tollsOf(scene, index, heads),
    ...vagueTolls(scene, index),
    ...victimsAmong(scene, index),
    ...namedVictims(scene, index),
    ...messagesOf(scene, clusters),
    ...motivesOf(scene, index, at),
    ...responsibility.propositions,
  ].map((proposition) => apartFrom(scene, withCategory(scene, proposition), grounds))
  const byRule = { incidents, propositions: withoutRepeats(scene, told) }
  const read =
    network === undefined ? byRule : mergeIncidents(scene, learnedFillers(scene, byRule, network()), clusters)
  return {
    incidents: read.incidents,
    incidentPropositions: withoutRepeats(scene, [
      ...read.propositions,
      ...kindsOfTargets(scene, read.propositions),
      ...impliedMeans(scene, read.propositions),
    ]),
    speechActs: speechActsOf(scene, collectCandidates(scene, speech), at),
  }
}

function groundsBySentence(scene: Scene, grounds: readonly Ground[]): Map<number, Ground[]> {
  return Map.groupBy(grounds, ({ head }) => scene.sentenceOf(head))
}

/** Without the source that only takes it for granted. */
function apartFrom(
  scene: Scene,
  proposition: Proposition,
  grounds: ReadonlyMap<number, readonly Ground[]>,
): Proposition {
  if (proposition.attribution !== undefined) return proposition
  const ground = grounds
    .get(scene.sentenceOf(proposition.token))
    ?.find(
      ({ head, whole }) =>
        (whole || proposition.property !== 'perpetrator') && scene.trees.dominates(head, proposition.token),
    )
  return ground === undefined ? proposition : { ...proposition, apart: ground.attribution }
}

/** A count with the kind of people it is of: "six of the attackers" are perpetrators. */
function withCategory({ lexicons }: Scene, proposition: Proposition): Proposition {
  const { value } = proposition
  if (value.type !== 'count' || value.of === undefined) return proposition
  const category = casualtyCategory(lexicons.casualtyCategories, value.of)
  return category === undefined ? proposition : { ...proposition, value: { ...value, category } }
}

/** "said that its men had carried out the raid": told as a claim already, with who made it. */
const isRetold = ({ subject, property, spans: [{ start }] }: Proposition, told: ReadonlySet<string>): boolean =>
  property === 'perpetrator' && told.has(`${subject.index} ${start}`)

function annotationOf(scene: Scene, cluster: Cluster): IncidentAnnotation {
  const main = mainOf(scene, cluster)
  // Sooner "attack on the mill" than "planting the bomb", of which somebody is accused.
  const told = { candidates: cluster.candidates.filter(({ stage }) => stage === cluster.candidates[0].stage) }
  return {
    type: main.type,
    stage: cluster.candidates[0].stage,
    label: labelOf(scene, mainOf(scene, told)),
    mentions: cluster.candidates.map(({ match: { token, words, trigger } }) => ({
      span: { start: scene.trees.tokens[Math.min(...words)].start, end: scene.trees.tokens[Math.max(...words)].end },
      token,
      by: `rule:incidents/${trigger.as}`,
    })),
  }
}

/** The mention that says most exactly what it was: a bombing rather than an attack; the first of them. */
function mainOf(scene: Scene, { candidates }: Cluster): Candidate {
  const { vocabulary } = scene.lexicons
  const depth = (type: string): number => {
    let steps = 0
    for (let at = vocabulary.incidentTypes.get(type)?.broader; at !== undefined && steps < 9; steps++) {
      at = vocabulary.incidentTypes.get(at)?.broader
    }
    return type === 'killing' || !isKindOf(vocabulary, type, 'attack') ? steps + 0.5 : steps
  }
  const score = (candidate: Candidate): number =>
    depth(candidate.type) + candidate.weight - (isEffect(candidate) ? 2 : 0) + (candidate.args.length > 0 ? 0.2 : 0)
  return candidates.reduce((best, next) => (score(next) > score(best) + 1e-9 ? next : best))
}

/** Of what type it is, and how far it got. */
function natureOf(scene: Scene, cluster: Cluster, { type, stage }: IncidentAnnotation, index: number): Proposition[] {
  const subject = { kind: 'incident', index } as const
  const main = mainOf(scene, cluster)
  const { token } = main.match
  const { start, end } = scene.trees.tokens[token]
  const term = (property: string, vocabulary: string, key: string): Proposition => ({
    subject,
    property,
    value: { type: 'term', vocabulary, key },
    token,
    ...(main.stageWord === undefined ? {} : { sureAt: main.stageWord }),
    spans: [{ start, end }],
    by: `rule:incidents/${main.match.trigger.as}`,
  })
  return [term('type', 'incident-types', type), ...(stage === 'accomplished' ? [] : [term('stage', 'stages', stage)])]
}

/** How many sentences at the top are told from where the dateline says. */
const LEAD = 3

/** Where the lead's incident happened, when it does not say: where the report is dated from, probably. */
function fromDateline(scene: Scene, { candidates }: Cluster, index: number): Proposition[] {
  const [first] = candidates
  const told = candidates.some(
    ({ places, args }) => places.length > 0 || args.some(({ role }) => role === 'into' || role === 'place'),
  )
  if (told || first.sentence > LEAD || !isKindOf(scene.lexicons.vocabulary, first.type, 'attack')) return []
  const dateline = datelinePlace(scene)
  if (dateline === undefined) return []
  const { start, end } = scene.trees.tokens[first.match.token]
  return [
    {
      subject: { kind: 'incident', index },
      property: 'place',
      value: dateline.place,
      token: first.match.token,
      spans: [
        { start: dateline.start, end: dateline.end },
        { start, end },
      ],
      certainty: 'probable',
      by: 'rule:incidents/dateline',
    },
  ]
}

/** One proposition for each value under each set of sources: the outlet saying "the attackers" five times says one thing. */
function withoutRepeats(scene: Scene, propositions: readonly Proposition[]): Proposition[] {
  const seen = new Set<string>()
  return propositions.filter(({ subject, property, value, token, attribution, polarity }) => {
    const what =
      value.type === 'count'
        ? [value.low, value.best, value.high, value.of]
        : value.type === 'interval'
          ? [value.edtf, value.edtf === '' ? value.phrase : '']
          : value
    const key = JSON.stringify([subject.index, property, what, attribution ?? scene.attributionsOver(token), polarity])
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
