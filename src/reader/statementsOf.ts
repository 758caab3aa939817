import { contentId } from '../base/contentId.ts'
import type { Document } from '../document/Document.ts'
import type { CertaintyAnnotation, Proposition, PropositionValue } from '../document/Layers.ts'
import { type Certainty, fromFactuality, type Polarity, weaker } from '../model/Certainty.ts'
import { type Passage, passageOf } from '../model/Passage.ts'
import { overlaps, type Span } from '../model/Span.ts'
import type { ChainLink, Statement, Step } from '../model/Statement.ts'
import type { Interval, Value } from '../model/Value.ts'
import { chainOf } from './chainOf.ts'
import type { Identities } from './Identities.ts'

/**
 * The propositions of a document as statements: each with the chain of sources it stands under, from the outlet inwards,
 * the certainty of the innermost of them, when that one spoke, the passages, and the rules and models that read it.
 * The outlet is a source like any other: what nobody else vouches for, it asserts itself.
 */
export function statementsOf(document: Document, identities: Identities): Statement[] {
  const certaintyAt = new Map(document.get('certainty').map((annotation) => [annotation.token, annotation]))
  const attributions = document.get('attributions')

  const statementOf = (proposition: Proposition): Statement => {
    const indices = chainOf(document, proposition)
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
    const innermost = indices.at(-1)
    const local = certaintyAt.get(proposition.token)
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
    if (proposition.certainty !== undefined || proposition.polarity !== undefined) {
      certainty = proposition.certainty ?? 'certain'
      polarity = proposition.polarity ?? 'affirmed'
    } else if (local !== undefined) {
      const carried = wordWithin(document, local, indices)
      ;({ certainty, polarity } = carried === undefined ? asserted(local.value) : fromFactuality(local.value))
      certaintyWord ??= carried
      path.push({ by: local.by, span: { start: local.start, end: local.end } })
    }
    if (innermost !== undefined) {
      const attribution = attributions[innermost]
      certainty = weaker(certainty, attribution.certainty)
      if (proposition.polarity === undefined && attribution.polarity === 'denied') {
        polarity = polarity === 'denied' ? 'affirmed' : 'denied'
      }
    }

    const chain = fromOutlet(identities.outlet, links)
    const subject = {
      kind: proposition.subject.kind,
      id: (proposition.subject.kind === 'incident' ? identities.incidents : identities.entities)[
        proposition.subject.index
      ],
    }
    const value = resolved(proposition.value, identities)
    const passages = passagesOf(document, proposition)
    const said = saidAt(document, innermost)
    const { property } = proposition
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
      ...(said === undefined ? {} : { said }),
      passages,
      path,
    }
  }

  const propositions = [...document.get('incidentPropositions'), ...document.get('relations')]
  const statements = new Map<string, Statement>()
  for (const proposition of propositions) {
    const statement = statementOf(proposition)
    if (!statements.has(statement.id)) statements.set(statement.id, statement)
  }
  return [...statements.values()]
}

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
    default:
      return value
  }
}

/**
 * The chain with the outlet at its outer end. Where the outlet itself is the outermost source ("appears", said by nobody else),
 * its link keeps that act instead of standing there twice.
 */
function fromOutlet(outlet: string, links: readonly ChainLink[]): ChainLink[] {
  if (links[0]?.source === outlet) return [...links]
  return [{ source: outlet, act: 'says', certainty: 'certain', polarity: 'affirmed' }, ...links]
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
 * A predicate that no word marks as less than sure is asserted, whatever its place between 1 and 3 on the regression's
 * scale; below -1 it is denied, and in between left open.
 */
const asserted = (value: number): { certainty: Certainty; polarity: Polarity } =>
  Math.abs(value) < 1
    ? { certainty: 'unknown', polarity: 'affirmed' }
    : { certainty: 'certain', polarity: value < 0 ? 'denied' : 'affirmed' }

const missing = (): never => {
  throw new Error('a proposition names its entities and incidents by index')
}

const bounds = (spans: readonly Span[]): Span => ({
  start: Math.min(...spans.map(({ start }) => start)),
  end: Math.max(...spans.map(({ end }) => end)),
})

/** One passage a sentence: from the first to the last word in it that carries the proposition. */
function passagesOf(document: Document, { spans }: Proposition): Passage[] {
  const sentences = document.get('sentences')
  const groups = new Map<number, Span[]>()
  for (const span of spans) {
    const sentence = sentences.findIndex((candidate) => overlaps(candidate, span))
    groups.set(sentence, [...(groups.get(sentence) ?? []), span])
  }
  return [...groups.values()].map((group) => passageOf(document.text, bounds(group)))
}

/**
 * When the innermost source spoke: a time that hangs on the cue, outside the content ("said on Tuesday that …"); for the
 * outlet, the day of publication. Absent where the text does not say.
 */
function saidAt(document: Document, attribution: number | undefined): Interval | undefined {
  const { published } = document.report
  if (attribution === undefined) {
    if (published === undefined) return undefined
    return { type: 'interval', edtf: published.slice(0, 10), phrase: '', anchor: { kind: 'none' } }
  }
  const { cue, content } = document.get('attributions')[attribution]
  const trees = document.get('trees')
  const tokens = document.get('tokens')
  for (const time of document.get('times')) {
    if (time.type !== 'DATE' && time.type !== 'TIME') continue
    if (content.some((piece) => overlaps(piece, time))) continue
    for (let token = time.from, steps = 0; token >= 0 && steps < 5; token = trees[token].head, steps++) {
      if (cue.some((piece) => overlaps(piece, tokens[token]))) {
        return {
          type: 'interval',
          edtf: time.edtf,
          phrase: document.text.slice(time.start, time.end),
          anchor: time.anchor,
        }
      }
    }
  }
  return undefined
}
