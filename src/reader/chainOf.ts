import type { Document } from '../document/Document.ts'
import type { AttributionAnnotation, Proposition } from '../document/Layers.ts'
import type { SpanIndex } from '../document/SpanIndex.ts'
import type { Act } from '../model/Attribution.ts'
import { covers, type Span } from '../model/Span.ts'

/**
 * The attributions that a proposition stands under, outermost first, as indices of the layer `attributions`.
 *
 *     The ministry said residents had told police that two men fled.
 *                       ^----------------------------------------^ content of "said"
 *                                                      ^---------^ content of "told": [said, told]
 *
 * `byContent` indexes the attributions by their contents.
 */
export function chainOf(document: Document, proposition: Proposition, byContent: SpanIndex): number[] {
  const attributions = document.get('attributions')
  const token = document.get('tokens')[proposition.token]
  if (proposition.attribution !== undefined) {
    const own = proposition.attribution
    const around = attributions[own].cue[0] ?? attributions[own].source[0]
    const outer = around === undefined ? [] : holding(attributions, around, byContent).filter((index) => index !== own)
    return [...withoutContradiction(attributions, outer), own]
  }
  const held = holding(attributions, token, byContent).filter((index) => index !== proposition.apart)
  const chain = withoutContradiction(attributions, held)
  // "Officials said the Lions, an offshoot of the Front, …": the report's own words, unless they stand in a quote.
  if (proposition.background) return chain.filter((index) => attributions[index].mode === 'direct')
  return isPresupposed(document, proposition)
    ? chain.filter((index) => !TAKES_FOR_GRANTED.has(attributions[index].act))
    : chain
}

/** Acts about who did it, or whether: they take for granted that the thing they name happened. */
const TAKES_FOR_GRANTED: ReadonlySet<Act> = new Set<Act>([
  'claims-responsibility',
  'denies',
  'doubts',
  'accuses',
  'asks',
])

/**
 * True of the incident itself where a definite noun phrase names it: "claimed responsibility for *the bombing* of the bridge on Monday" leaves target
 * and date to the report. Not so "claimed *an attack* on the bridge", nor "denied that it *had attacked* the bridge".
 */
function isPresupposed(document: Document, { subject, property, token, spans }: Proposition): boolean {
  if (subject.kind !== 'incident' || property === 'perpetrator') return false
  if (!document.get('incidents')[subject.index].mentions.some((mention) => mention.token === token)) return false
  if (property !== 'date' && property !== 'place' && !hangsOn(document, spans[0], token)) return false
  const { upos } = document.get('tags')[token]
  if (upos !== 'NOUN' && upos !== 'PROPN') return false
  const trees = document.get('trees')
  const tags = document.get('tags')
  const { from, to } = document.get('sentences')[document.get('tokens')[token].sentence]
  for (let child = from; child < to; child++) {
    if (trees[child].head !== token) continue
    if (trees[child].deprel === 'nmod:poss') return true
    if (trees[child].deprel === 'det' && DEFINITE.has(tags[child].lemma.toLowerCase())) return true
  }
  return false
}

/** True where the value stands in the phrase of `token`: "the raid *on the port*"; not so in "*the port* was the target of the raid". */
function hangsOn(document: Document, value: Span, token: number): boolean {
  const tokens = document.get('tokens')
  const trees = document.get('trees')
  const { from, to } = document.get('sentences')[tokens[token].sentence]
  for (let at = from; at < to; at++) {
    if (tokens[at].start < value.start || tokens[at].start >= value.end) continue
    let up = at
    for (let steps = from; up >= 0 && up !== token && steps < to; steps++) up = trees[up].head
    return up === token
  }
  return true
}

const DEFINITE: ReadonlySet<string> = new Set(['the', 'this', 'that', 'these', 'those', 'both'])

/** "No group has claimed the raid": who does not speak is no link; that nobody did, the outlet says. */
const NOBODY = /^(?:no|none|nobody|neither)\b/i

/** Attributions one piece of whose content covers the span, and whose cue is not that span itself; widest first. */
function holding(attributions: readonly AttributionAnnotation[], span: Span, byContent: SpanIndex): number[] {
  const width = (index: number) => attributions[index].content.reduce((sum, { start, end }) => sum + end - start, 0)
  return byContent
    .near(span)
    .filter((index) => {
      const { content, cue, sourceName } = attributions[index]
      if (NOBODY.test(sourceName)) return false
      return content.some((piece) => covers(piece, span)) && !cue.some((piece) => covers(piece, span))
    })
    .sort((a, b) => width(b) - width(a) || a - b)
}

/**
 * Each link must stand within the content of the one before it, or follow it by `parent`; two attributions that merely
 * cover the same words (a quote split by two cues) leave only the narrower one.
 */
function withoutContradiction(attributions: readonly AttributionAnnotation[], indices: readonly number[]): number[] {
  const kept: number[] = []
  for (const index of [...indices].reverse()) {
    const inner = kept[0]
    if (inner === undefined || nests(attributions, index, inner)) kept.unshift(index)
  }
  return kept
}

function nests(attributions: readonly AttributionAnnotation[], outer: number, inner: number): boolean {
  for (let up = attributions[inner].parent; up !== undefined; up = attributions[up].parent)
    if (up === outer) return true
  const cue = attributions[inner].cue[0] ?? attributions[inner].source[0]
  return cue !== undefined && attributions[outer].content.some((piece) => covers(piece, cue))
}
