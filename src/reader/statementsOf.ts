import { contentId } from '../base/contentId.ts'
import type { Document } from '../document/Document.ts'
import type { CertaintyAnnotation, Proposition, PropositionValue } from '../document/Layers.ts'
import { SpanIndex } from '../document/SpanIndex.ts'
import { type Certainty, fromFactuality, type Polarity, weaker } from '../model/Certainty.ts'
import type { ChainLink, Statement, Step } from '../model/Statement.ts'
import type { Value } from '../model/Value.ts'
import { chainOf } from './chainOf.ts'
import type { Identities } from './Identities.ts'
import { bounds, passagesOf } from './passagesOf.ts'
import { saidAt } from './saidAt.ts'

/**
 * The propositions of a document as statements: each with the chain of sources it stands under, from the outlet inwards,
 * the certainty of the innermost of them, when that one spoke, the passages, and the rules and models that read it.
 * The outlet is a source like any other: what nobody else vouches for, it asserts itself.
 */
export function statementsOf(document: Document, identities: Identities): Statement[] {
  const certaintyAt = new Map(document.get('certainty').map((annotation) => [annotation.token, annotation]))
  const attributions = document.get('attributions')
  const byContent = new SpanIndex(attributions.map(({ content }) => content))
  const bySentence = new SpanIndex(document.get('sentences').map((sentence) => [sentence]))
  const byTime = new SpanIndex(document.get('times').map((time) => [time]))

  const statementOf = (proposition: Proposition, indices: readonly number[], answering = false): Statement => {
    const links = indices.map((index): ChainLink => {
      const { act, certainty, polarity } = attributions[index]
      return {
        source: identities.sourceOfAttribution[index],
        act,
        certainty,
        polarity,
        attribution: identities.attributions[index],
      }
    })
    const { speaker, act } = proposition
    if (indices.length === 0 && speaker !== undefined && act !== undefined)
      links.push({ source: identities.sourceOfSpeaker.get(speaker)!, act, certainty: 'certain', polarity: 'affirmed' })
    // "The blast was blamed on the clan": the report tells of blame, and not by whom.
    else if (indices.length === 0 && act === 'accuses')
      links.push({ source: identities.outlet, act, certainty: 'certain', polarity: 'affirmed' })
    const innermost = indices.at(-1)
    const last = links.length - 1
    if (act !== undefined && last >= 0 && !answering)
      links[last] = { ...links[last], act, polarity: act === 'denies' ? 'denied' : 'affirmed' }
    const local = certaintyAt.get(proposition.sureAt ?? proposition.token)
    const path: Step[] = [{ by: proposition.by, span: bounds(proposition.spans) }]
    for (const index of [...indices].reverse()) {
      const { by, cue, source } = attributions[index]
      const span = cue[0] ?? source[0]
      if (span)
        path.push({
          by,
          span: { start: span.start, end: span.end },
          note: `${attributions[index].sourceName}: ${attributions[index].act}`,
        })
    }

    let certainty: Certainty = 'certain'
    let polarity: Polarity = 'affirmed'
    let certaintyWord = proposition.certaintyWord
    if (proposition.certainty !== undefined || proposition.polarity !== undefined || proposition.background) {
      certainty = proposition.certainty ?? 'certain'
      polarity = proposition.polarity ?? 'affirmed'
    } else if (local !== undefined) {
      ;({ certainty, polarity } = certaintyWithin(document, local, indices))
      certaintyWord ??= wordWithin(document, local, indices)
      path.push({ by: local.by, span: { start: local.start, end: local.end } })
    }
    if (innermost !== undefined) {
      const attribution = attributions[innermost]
      // "doubt that the militia would let them in": how sure they are of what would be is the doubt.
      const open = attribution.act === 'doubts' && certainty === 'unknown'
      certainty = open ? attribution.certainty : weaker(certainty, attribution.certainty)
      if ((answering || proposition.polarity === undefined) && attribution.polarity === 'denied') {
        polarity = polarity === 'denied' ? 'affirmed' : 'denied'
      }
    }

    const chain = fromOutlet(identities, links)
    const subject = {
      kind: proposition.subject.kind,
      id: (proposition.subject.kind === 'incident' ? identities.incidents : identities.entities)[
        proposition.subject.index
      ],
    }
    const value = resolved(proposition.value, identities)
    const passages = passagesOf(document, proposition.spans, bySentence)
    const said = saidAt(document, innermost, byTime)
    const { property, interval, quantity } = proposition
    const places = passages.map(({ start, end }) => [start, end])
    return {
      id: contentId('st', [document.report.id, subject, property, value, chain, polarity, certainty, places]),
      report: document.report.id,
      subject,
      property,
      value,
      polarity,
      certainty,
      ...(certaintyWord === undefined ? {} : { certaintyWord }),
      chain,
      ...(interval === undefined ? {} : { interval }),
      ...(quantity === undefined ? {} : { quantity }),
      ...(said === undefined ? {} : { said }),
      passages,
      path,
    }
  }

  const propositions = [...document.get('incidentPropositions'), ...document.get('relations')]
  const answersTo = new Map<number | undefined, number[]>()
  attributions.forEach(({ answers }, index) => {
    if (answers !== undefined) answersTo.set(answers, [...(answersTo.get(answers) ?? []), index])
  })
  const statements = new Map<string, Statement>()
  const add = (statement: Statement) => {
    if (!statements.has(statement.id)) statements.set(statement.id, statement)
  }
  const read = propositions.map((proposition) => {
    const indices = chainOf(document, proposition, byContent)
    return { proposition, indices, statement: statementOf(proposition, indices) }
  })
  const told = new Set(answersTo.size === 0 ? [] : read.map(({ statement }) => inShort(statement)))
  for (const { proposition, indices, statement } of read) {
    add(statement)
    // "The rebels say they shot it down, which the army denies": the same, as the army has it.
    if (BACKGROUND.has(proposition.property)) continue
    for (const index of answersTo.get(indices.at(-1)) ?? []) {
      const answer = statementOf(proposition, [...indices.slice(0, -1), index], true)
      if (!told.has(inShort(answer))) add(answer)
    }
  }
  return [...statements.values()]
}

/** What is said and by whom, however it is told. */
const inShort = ({ subject, property, value, polarity, chain }: Statement): string =>
  JSON.stringify([subject, property, value, polarity, chain.map(({ source }) => source)])

/** What a claim mentions by the way; who denies the claim says nothing of it. */
const BACKGROUND: ReadonlySet<string> = new Set([
  'date',
  'place',
  'target-kind',
  'instrument-kind',
  'composition',
  'channel',
  'located-in',
  'based-in',
  'distance-from',
  'spokesperson-of',
  'office',
  'nationality',
  'age',
  'alias-of',
  'relative-of',
  'member-of',
  'leader-of',
])

function resolved(value: PropositionValue, { entities, incidents }: Identities): Value {
  switch (value.type) {
    case 'entity':
      return 'entity' in value && typeof value.entity === 'number'
        ? { type: 'entity', entity: entities[value.entity] }
        : missing()
    case 'incident':
      return 'incident' in value && typeof value.incident === 'number'
        ? { type: 'incident', incident: incidents[value.incident] }
        : missing()
    case 'interval':
      return 'anchor' in value
        ? {
            ...value,
            anchor:
              'incident' in value.anchor ? { kind: 'incident', value: incidents[value.anchor.incident] } : value.anchor,
          }
        : missing()
    default:
      return value
  }
}

/**
 * The chain with the outlet at its outer end. Where the outlet itself is the outermost source ("appears", said by nobody else),
 * its link keeps that act instead of standing there twice. An agency that the report is credited to stands behind the outlet.
 */
function fromOutlet({ outlet, agency }: Identities, links: readonly ChainLink[]): ChainLink[] {
  const says = (source: string): ChainLink => ({ source, act: 'says', certainty: 'certain', polarity: 'affirmed' })
  const credited = agency === undefined || links[0]?.source === agency ? links : [says(agency), ...links]
  return credited[0]?.source === outlet ? [...credited] : [says(outlet), ...credited]
}

/**
 * The word that carried a certainty, unless it is the cue of an attribution that the proposition stands under: what the
 * cue says of the source is in the chain already, and must not count twice ("police *said* nine were killed").
 */
function wordWithin(document: Document, { word }: CertaintyAnnotation, indices: readonly number[]): string | undefined {
  if (word === undefined) return undefined
  const attributions = document.get('attributions')
  const cues = indices.flatMap((index) =>
    attributions[index].cue.map(({ start, end }) => document.text.slice(start, end)),
  )
  return cues.some((cue) => cue.toLowerCase().includes(word.toLowerCase())) ? undefined : word
}

/**
 * How sure the innermost source is of a predicate: by rule, where a word speaks, and without the verbs of saying above it where these
 * are the cues it stands under ("denied that he *fled*" is a denial of what is certain to have been claimed). A predicate that no
 * word marks is asserted, whatever its place between 1 and 3 on the network's scale; below -1 it is denied, and in between left open.
 */
function certaintyWithin(
  document: Document,
  { value, ruled }: CertaintyAnnotation,
  indices: readonly number[],
): { certainty: Certainty; polarity: Polarity } {
  if (ruled !== undefined) {
    const tokens = document.get('tokens')
    const cues = indices.flatMap((index) => document.get('attributions')[index].cue)
    const isCue = (sayer: number) =>
      cues.some(({ start, end }) => tokens[sayer].start < end && start < tokens[sayer].end)
    return fromFactuality(ruled.sayers.every(isCue) ? ruled.own : ruled.value)
  }
  if (Math.abs(value) < 1) return { certainty: 'unknown', polarity: 'affirmed' }
  return { certainty: 'certain', polarity: value < 0 ? 'denied' : 'affirmed' }
}

const missing = (): never => {
  throw new Error('a proposition names its entities and incidents by index')
}
