import type { Document } from '../../src/document/Document.ts'
import { Referents } from '../../src/document/Referents.ts'
import { Trees } from '../../src/document/Trees.ts'
import type { IncidentStage } from '../../src/model/Incident.ts'
import { covers, type Span } from '../../src/model/Span.ts'
import type { Frame } from '../../src/vocabulary/IncidentType.ts'
import { frameOf, inherited, type Vocabulary } from '../../src/vocabulary/Vocabulary.ts'
import type { PloverEvent } from './PloverEvent.ts'
import { isHelpful, isToCome, withoutContents } from './withoutContents.ts'

/**
 * The events of a reading as PLOVER codes them: the type of each incident by the vocabulary's mapping, those on the side of the
 * agent as actors, those on the other side as recipients. Only mapping stands here; what the text says is read by the stages.
 */
export function eventsOf(document: Document, vocabulary: Vocabulary): PloverEvent[] {
  const propositions = document.get('incidentPropositions')
  const incidents = document.get('incidents').map(({ type, stage, mentions }, index): Reading => {
    const own = propositions.filter(
      ({ subject, polarity }) => subject.kind === 'incident' && subject.index === index && polarity !== 'denied',
    )
    return {
      type,
      stage,
      token: mentions[0].token,
      span: mentions[0].span,
      parties: own.map(({ property, spans: [span], by }) => ({ property, span, by })),
      instruments: own.flatMap(({ value }) =>
        value.type === 'term' && value.vocabulary === 'instrument-kinds' ? [value.key] : [],
      ),
    }
  })
  const acts = document.get('speechActs').map(
    ({ type, stage, token, start, end, parties }): Reading => ({
      type,
      stage,
      token,
      span: { start, end },
      parties,
      instruments: [],
    }),
  )
  const code = (type: string) => inherited(vocabulary, type, ({ mappings }) => mappings.plover)?.type
  const events = withoutContents(document, incidents, acts, code).flatMap((reading) => {
    const coded = codeOf(vocabulary, reading, document)
    return coded === undefined
      ? []
      : [{ of: reading.type, ...coded, ...partiesOf(document, vocabulary, reading, coded.type) }]
  })
  // "fired tear gas and stun grenades to disperse the crowd", read as twice the same
  return events
    .filter(
      (event) =>
        event.actors.length === 0 ||
        event.recipients.length > 0 ||
        !events.some(
          (other) =>
            other !== event &&
            other.of === event.of &&
            other.recipients.length > 0 &&
            other.actors.join() === event.actors.join(),
        ),
    )
    .map(({ of: _, ...event }) => event)
}

/** An incident or an act of speech, as far as it is coded. */
export interface Reading {
  readonly type: string
  readonly stage: IncidentStage
  readonly token: number
  readonly span: Span
  readonly parties: readonly Party[]
  readonly instruments: readonly string[]
}

interface Party {
  readonly property: string
  readonly span: Span
  readonly by: string
}

/** Type and mode; undefined for what PLOVER does not code. What is announced is agreed to where it helps, else threatened. */
function codeOf(vocabulary: Vocabulary, { type: key, stage, token, instruments }: Reading, document: Document) {
  const mapping = inherited(vocabulary, key, ({ mappings }) => mappings.plover)
  if (mapping === undefined) return undefined
  if (stage === 'planned' || stage === 'threatened') {
    if (isHelpful(mapping.type))
      return stage === 'threatened' || isToCome(document, token) ? { type: 'AGREE', mode: null } : undefined
    if (stage === 'planned') return undefined
    return { type: 'THREATEN', mode: mapping.mode === 'arrest' ? 'arrest' : 'violence' }
  }
  return { type: mapping.type, mode: mapping.mode ?? modeByInstrument(instruments) ?? null }
}

const MODES: readonly (readonly [RegExp, string])[] = [
  [/^(blade|blunt)$/, 'primitive'],
  [/^(firearm|automatic-rifle|handgun)$/, 'firearms'],
  [/^(rocket|artillery|aerial-bomb)$/, 'heavy-weapons'],
  [/^(bomb|dynamite|vehicle-bomb|mine|grenade|explosive)$/, 'explosives'],
]

/** "killed with machetes": the means, where the type does not tell it. */
const modeByInstrument = (instruments: readonly string[]): string | undefined =>
  MODES.find(([pattern]) => instruments.some((kind) => pattern.test(kind)))?.[1]

/** "signed a pact with Peru": in what one does with another, the one whom the sentence makes its subject acts. */
const WITH_ANOTHER = new Set(['AGREE', 'SUPPORT', 'COOPERATE', 'CONSULT'])

function partiesOf(document: Document, vocabulary: Vocabulary, { type, span, parties }: Reading, code: string) {
  const frame = frameOf(vocabulary, type)
  const on = (side: string): Party[] => {
    const there = parties.filter(({ property }) => sideOf(frame, property) === side)
    // What the network adds is weighed over a report: where the sentence itself says who, it has said it.
    const read = there.filter(({ by }) => !by.startsWith('model:'))
    // "accused Chad of funding the men who attacked the post": the men did
    const own = side === 'agent' && read.some(({ by }) => /\/(subject|by-agent)$/.test(by))
    const told = own ? read.filter(({ by }) => !by.endsWith('/blamed')) : read
    // "threatened to blow up the line unless [Chad] frees him"
    const pressed = code === 'THREATEN' ? told.filter(({ by }) => by.endsWith('/pressed')) : []
    if (pressed.length > 0) return told.filter((party) => pressed.includes(party) || !isSite(document, party.span))
    return told.length > 0 ? told : there
  }
  const given = on('recipient')
  const agents = on('agent')
  const beside = WITH_ANOTHER.has(code)
    ? agents.filter(({ by }) => /\/(taken-with|with)$/.test(by) || (code === 'CONSULT' && /\/(taken|object)$/.test(by)))
    : []
  const apart = beside.length > 0 && beside.length < agents.length
  const actors = phrasesOf(document, apart ? agents.filter((party) => !beside.includes(party)) : agents)
  const sides = given.length > 0 ? given : apart ? beside : withoutSites(document, on('patient'), parties)
  const recipients = phrasesOf(
    document,
    AMONG_PARTIES.has(code) && type !== 'riot' ? sides.filter(({ span }) => isParty(document, span)) : sides,
  )
  return {
    actors,
    // Where two sides clash, both act.
    recipients:
      type === 'clash' && (actors.length > 1 || agents.some(({ by }) => by.endsWith('/noun-between')))
        ? []
        : recipients.filter((phrase) => !actors.includes(phrase)),
    cue: document.text.slice(span.start, span.end),
  }
}

/** What is done to or with somebody, and to no thing: "boycotted the vote" is against nobody. */
const AMONG_PARTIES = new Set(['PROTEST', 'CONCEDE', 'AGREE', 'REQUEST', 'REJECT', 'CONSULT'])

/** Somebody, or the seat of somebody: "the ministry", "the minister's home"; "the windows", "a vote" are not. */
function isParty(document: Document, span: Span): boolean {
  const referents = new Referents(document)
  const { trees } = referents
  const { from, to } = trees.within(span)
  let head = from
  while (head < to - 1 && trees.head(head) >= from && trees.head(head) < to) head = trees.head(head)
  if (head < 0 || !/^(NOUN|NUM)$/.test(trees.tags[head].upos)) return true
  const kind = referents.entities[referents.entityAt(head)]?.kind
  if (kind === undefined || kind === 'other') return SEAT.test(trees.lemma(head)) || trees.child(head, 'amod') === from
  return kind !== 'facility' || SEAT.test(trees.lemma(head)) || trees.child(head, 'nmod:poss') >= 0
}

const SEAT =
  /^(parliament|embassy|consulate|ministry|palace|court|courthouse|headquarters|office|mission|residence|home|house|hall|prefecture|secretariat|party|side|delegation|union|opposition|bank|company|centre|center|branch|camp|mosque|church|university|school|hospital|prison)$/

/** "the pipeline": somewhere, and nobody */
function isSite(document: Document, span: Span): boolean {
  const referents = new Referents(document)
  const { from, to } = referents.trees.within(span)
  return referents.entities[referents.entityAt(to - 1)]?.kind === 'facility' && from < to
}

/** "killed nine at a tea shop": where people are hit, the site is no recipient. */
function withoutSites(document: Document, recipients: readonly Party[], all: readonly Party[]): readonly Party[] {
  const people = recipients.some(({ property }) => /^(victim|killed|wounded)$/.test(property))
  const others = recipients.filter(
    ({ span, property }) =>
      // "raided the town of Gao, killing nine"
      !(people && property === 'target' && TOWN.test(document.text.slice(span.start, span.end))) &&
      !all.some(
        ({ property, span: site, by }) => property === 'place' && by.endsWith('/at-place') && site.start === span.start,
      ),
  )
  return others.length > 0 ? others : recipients
}

const TOWN =
  /^(?:the |a |an )?(?:\p{Ll}+ )?(?:town|village|city|hamlet|district|suburb|settlement|neighbou?rhood)(?: of .*)?$/u

/** "dozens" of "dozens of activists": the number of the phrase that follows */
const counts = (text: string, number: Span, phrase: Span): boolean =>
  number.end < phrase.start && text.slice(number.end, phrase.start) === ' of '

/** The phrases; of two that share words, the longer: "at least nine" is counted within "at least nine traders". */
function phrasesOf(document: Document, parties: readonly Party[]): string[] {
  const fullest = parties.filter(
    ({ span }) =>
      !parties.some(
        (other) =>
          (covers(other.span, span) && lengthOf(other.span) > lengthOf(span)) ||
          counts(document.text, span, other.span),
      ),
  )
  const phrases = [...new Set(fullest.map(({ span }) => phraseAt(document, span)))]
  // "rammed his car into shoppers, injuring 14": some of them
  const named = phrases.filter((phrase) => !/^(?:at least |about |some |over |nearly )?\d+$/.test(phrase))
  return named.length > 0 ? named : phrases
}

const lengthOf = ({ start, end }: Span): number => end - start

const HARMED: ReadonlySet<string> = new Set(['target', 'victim', 'killed', 'wounded', 'damage'])

/** On which side of the event the filler of a property stands. */
function sideOf(frame: Frame, property: string): 'agent' | 'patient' | 'recipient' | undefined {
  if (property === 'recipient') return 'recipient'
  if (property === frame.agent || property === frame.agentPerson || property === 'perpetrator') return 'agent'
  if (property === frame.agentCount) return 'agent'
  if (property === frame.patient || property === frame.patientCount || HARMED.has(property)) return 'patient'
  return undefined
}

/** "opposition leader [Nadia Bello]": the end of the name behind a description. */
function withName(document: Document, { start, end }: Span): number {
  const trees = Trees.of(document)
  const { from, to } = trees.within({ start, end })
  const apart = to < trees.length && trees.relation(to) === 'appos' && trees.tags[to].upos === 'PROPN'
  return apart && trees.head(to) >= from && trees.head(to) < to ? trees.tokens[trees.right(to)].end : end
}

/** "members of a clan" of "The attackers, believed to be members of a clan," */
function saidToBe(document: Document, { start, end }: Span): string | undefined {
  const named =
    /^(?:the|their) (?:attackers?|assailants?|gunm[ae]n|killers?|bombers?|abductors?|kidnappers?|raiders?|shooters?)$/i
  if (!named.test(document.text.slice(start, end))) return undefined
  return /^,? (?:who (?:are|were) )?(?:believed|thought|suspected|said|presumed) to be ([^,.;]+)/.exec(
    document.text.slice(end),
  )?.[1]
}

/** The words; of a pronoun, the name or description of whom it stands for. */
function phraseAt(document: Document, span: Span): string {
  const text = saidToBe(document, span) ?? document.text.slice(span.start, withName(document, span))
  // "the gate of a barracks": it stands for what lies behind
  const behind =
    /^(?:the|an?) (?:gates?|entrance|perimeter|walls?|doors?|edge) (?:of|to) (.+)$/.exec(text)?.[1] ??
    // "the body of a nurse": the nurse was killed
    /^the (?:bullet-riddled |mutilated |decomposed |charred )?(?:body|bodies|corpses?|remains) of (.+)$/i.exec(
      text,
    )?.[1]
  if (behind !== undefined) return behind
  if (
    !/^(he|she|it|they|we|i|him|her|his|its|their|whose|them|us|me|who|whom|which|that|himself|herself|itself|themselves)$/i.test(
      text,
    )
  )
    return text
  const referents = new Referents(document)
  const token = referents.trees.tokens.findIndex(({ start }) => start === span.start)
  const entity = token < 0 ? -1 : referents.entityAt(token)
  const named = entity < 0 ? undefined : referents.entities[entity].mentions.map((i) => referents.mentions[i])
  const first = named?.find(({ form }) => form !== 'pronoun')
  return first === undefined ? text : document.text.slice(first.start, first.end)
}
