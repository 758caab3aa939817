import { contentId } from '../base/contentId.ts'
import type { Document } from '../document/Document.ts'
import type { AttributionAnnotation, EntityAnnotation } from '../document/Layers.ts'
import type { Protection, Source } from '../model/Source.ts'
import type { Span } from '../model/Span.ts'
import { UNNAMED } from '../stages/attributions/sourceOf.ts'
import { creditedAgency } from './creditedAgency.ts'
import { tiedSources } from './tiedSources.ts'

/** The ids that the annotations of one document carry out of it, by their index in their layer. */
export interface Identities {
  readonly entities: readonly string[]
  readonly incidents: readonly string[]
  readonly attributions: readonly string[]
  /** source id of each attribution */
  readonly sourceOfAttribution: readonly string[]
  readonly sources: readonly Source[]
  /** source id of each entity that vouches for a proposition without an attribution */
  readonly sourceOfSpeaker: ReadonlyMap<number, string>
  /** id of the source that is the report's own outlet */
  readonly outlet: string
  /** id of the agency that the report is credited to, where that is another than the outlet */
  readonly agency?: string
}

const pieces = (spans: readonly Span[]): [number, number][] => spans.map(({ start, end }) => [start, end])

/** Content-addressed ids for everything in the document, and the sources that its attributions name. */
export function identitiesOf(document: Document): Identities {
  const { report } = document
  const mentions = document.get('mentions')
  const entities = document.get('entities').map(({ kind, name, mentions: indices }) => {
    const first = mentions[indices[0]]
    return contentId('e', [report.id, kind, name, first?.start, first?.end])
  })
  const incidents = document
    .get('incidents')
    .map(({ type, mentions: [first] }, index) =>
      contentId('i', [report.id, type, first?.span.start ?? index, first?.span.end]),
    )
  const layer = document.get('attributions')
  const attributions = layer.map(({ source, cue, content }) =>
    contentId('a', [report.id, pieces(source), pieces(cue), pieces(content)]),
  )

  const credit = creditedAgency(document)
  const outlet: Source = {
    id: contentId('s', [report.id, 'outlet', report.outlet ?? '']),
    kind: 'outlet',
    name: report.outlet ?? credit?.name ?? 'the report',
    mentions: report.outlet === undefined && credit?.span !== undefined ? [credit.span] : [],
  }
  const sources = new Map<string, Source>([['outlet', outlet]])
  let agency: Source | undefined
  if (credit !== undefined && bare(credit.name) !== bare(outlet.name)) {
    const { name, span } = credit
    agency = { id: contentId('s', [report.id, 'agency', name]), kind: 'outlet', name, mentions: span ? [span] : [] }
    sources.set('agency', agency)
  }
  const seen = new Set<string>()
  /** The spans that the source does not have as mentions yet: two attributions may share one. */
  const unseen = (id: string, spans: readonly Span[]): Span[] =>
    spans.flatMap(({ start, end }) => {
      const key = `${id} ${start}`
      if (seen.has(key)) return []
      seen.add(key)
      return [{ start, end }]
    })
  const ties = tiedSources(document)
  const keys: string[] = []
  const sourceOfAttribution = layer.map((attribution, index): string => {
    if (agency !== undefined && (isItself(attribution) || isNamed(attribution, agency.name, document.get('entities'))))
      return agency.id
    if (isItself(attribution) || isNamed(attribution, outlet.name, document.get('entities'))) return outlet.id
    const tied = ties[index]
    const key = tied === undefined ? sourceKey(attribution, index) : keys[tied]
    keys[index] = key
    const known = sources.get(key)
    if (known) {
      known.mentions.push(...unseen(known.id, attribution.source))
      known.protected = stronger(known.protected, attribution.protected)
      return known.id
    }
    const { sourceKind: kind, source, entity } = attribution
    const name = sourceNameOf(attribution, document.text)
    const id = contentId('s', [report.id, kind, name, pieces(source), source.length === 0 ? attributions[index] : ''])
    const made: Source = {
      id,
      kind,
      name,
      mentions: unseen(id, source),
      ...(entity === undefined ? {} : { entity: entities[entity] }),
      ...(attribution.protected === undefined ? {} : { protected: attribution.protected }),
    }
    sources.set(key, made)
    return made.id
  })
  const sourceOfSpeaker = new Map<number, string>()
  for (const { speaker, attribution } of [...document.get('incidentPropositions'), ...document.get('relations')]) {
    if (speaker === undefined || attribution !== undefined || sourceOfSpeaker.has(speaker)) continue
    const { kind, name, mentions: indices } = document.get('entities')[speaker]
    const { start, end } = mentions[indices[0]]
    const source: Source = sources.get(`entity ${speaker}`) ?? {
      id: contentId('s', [report.id, 'speaker', name, start]),
      kind: kind === 'person' ? 'person' : kind === 'people' ? 'group' : 'organisation',
      name,
      mentions: [{ start, end }],
      entity: entities[speaker],
    }
    sources.set(`entity ${speaker}`, source)
    sourceOfSpeaker.set(speaker, source.id)
  }
  return {
    entities,
    incidents,
    attributions,
    sourceOfSpeaker,
    sourceOfAttribution,
    sources: [...sources.values()],
    outlet: outlet.id,
    ...(agency === undefined ? {} : { agency: agency.id }),
  }
}

/** Nobody is told from nobody by the words of the cue: unnamed source (“reports of”), unnamed source (“allegedly”). */
function sourceNameOf({ sourceName, source, cue }: AttributionAnnotation, text: string): string {
  if (source.length > 0 || sourceName !== UNNAMED || cue.length === 0) return sourceName
  const words = cue.map(({ start, end }) => text.slice(start, end)).join(' … ')
  return `${sourceName} (“${words.replace(/\s+/g, ' ')}”)`
}

/** Of two reasons to protect a source, the one that the source gave itself, then the one that the law gives. */
function stronger(a: Protection | undefined, b: Protection | undefined): Protection | undefined {
  const ranks: Protection['reason'][] = ['decision', 'asked-not-to-be-named', 'minor', 'private-individual']
  const rank = (protection: Protection | undefined) =>
    protection === undefined ? ranks.length : ranks.indexOf(protection.reason)
  return rank(b) < rank(a) ? b : a
}

const bare = (name: string) => name.toLowerCase().replace(/^the\s+/, '')

/** "appears", "seems": the text itself infers. */
const isItself = ({ sourceKind, source }: AttributionAnnotation): boolean =>
  sourceKind === 'outlet' && source.length === 0

/** The outlet under its own name is no further source: "…, CNN has learned" in a report of CNN, or a ministry in its own statement. */
function isNamed(
  { sourceName, entity }: AttributionAnnotation,
  outlet: string,
  entities: readonly EntityAnnotation[],
): boolean {
  const names = entity === undefined ? [sourceName] : [sourceName, entities[entity].name, ...entities[entity].aliases]
  return names.some((name) => bare(name) === bare(outlet))
}

/**
 * What makes two attributions' sources one: the same entity; the same name; the same words in the text. Unnamed sources
 * ("a resident … a resident") stay apart unless the text ties them.
 */
function sourceKey({ entity, sourceKind, sourceName, source }: AttributionAnnotation, index: number): string {
  if (entity !== undefined) return `entity ${entity}`
  if (sourceKind !== 'unnamed' && sourceKind !== 'group') return `name ${sourceName.toLowerCase()}`
  return source.length > 0 ? `words ${source[0].start}` : `attribution ${index}`
}
