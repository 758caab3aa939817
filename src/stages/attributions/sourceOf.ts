import type { Document } from '../../document/Document.ts'
import type { Layers } from '../../document/Layers.ts'
import type { Trees } from '../../document/Trees.ts'
import type { SourceKind } from '../../model/Source.ts'
import type { AttributionVocabulary } from './AttributionVocabulary.ts'
import type { Candidate } from './candidates.ts'
import { has } from './has.ts'

/** Who speaks: kind, name or stable description, and the entity of the report where one of its mentions is the source. */
export interface Speaker {
  readonly kind: SourceKind
  readonly name: string
  readonly entity?: number
  /** head token of the source, -1 where the text names none */
  readonly head: number
}

/** What a source without words is called. */
export const UNNAMED = 'unnamed source'

/** Mentions of the document by their head token. */
export function mentionsByHead(document: Document): ReadonlyMap<number, number> {
  const byHead = new Map<number, number>()
  document.get('mentions').forEach((mention, index) => {
    const known = byHead.get(mention.head)
    const mentions = document.get('mentions')
    if (known === undefined || mention.to - mention.from > mentions[known].to - mentions[known].from) {
      byHead.set(mention.head, index)
    }
  })
  return byHead
}

/** The head of the source: its word whose governor is not among its words. */
export function sourceHead(trees: Trees, { source }: Candidate): number {
  let head = -1
  // "One boy who came back": never a word of the relative clause, wherever the tree hangs it.
  const relative = source.findIndex((i) => /^W/.test(trees.tags[i].xpos))
  const words = relative > 0 ? source.slice(0, relative) : source
  for (const i of words) {
    if (['punct', 'det', 'case'].includes(trees.plainRelation(i)) && words.length > 1 && i < words[words.length - 1])
      continue
    if (has(words, trees.head(i))) continue
    if (head < 0 || trees.depth(i) < trees.depth(head)) head = i
  }
  return head
}

/**
 * Reads who the source of a candidate is.
 *
 *     “a senior security official”   unnamed       “some analysts”    group
 *     “the defence ministry”         organisation  “a leaked memo”    document
 *     “Reuters”                      outlet        “a video online”   post
 */
export function speakerOf(
  document: Document,
  trees: Trees,
  candidate: Candidate,
  vocabulary: AttributionVocabulary,
  byHead: ReadonlyMap<number, number>,
): Speaker {
  const head = apposedName(
    document,
    trees,
    candidate,
    mentionedHead(trees, candidate, sourceHead(trees, candidate), byHead),
    byHead,
  )
  if (head < 0) {
    // "seems", "appears": it is the report itself that infers.
    return vocabulary.words.evidentWords.has(trees.lemma(candidate.cue))
      ? { kind: 'outlet', name: document.report.outlet ?? 'the report', head }
      : { kind: 'unnamed', name: UNNAMED, head }
  }
  const words = document.text
    .slice(trees.tokens[candidate.source[0]].start, trees.tokens[candidate.source[candidate.source.length - 1]].end)
    .replace(/,\s+(?:who|whose|which|whom)\b.*$/s, '')
    // "a branch of the Front, also known as the Tide"
    .replace(/,\s+(?:also|better|formerly|once|otherwise)\s+(?:known|called|named)\b.*$/s, '')
    .replace(/[\s,]+$/, '')
    .replace(/\s+/g, ' ')
  const mention = mentionOf(trees, head, byHead, document.get('mentions'))
  const entity = mention === undefined ? undefined : document.get('mentions')[mention].entity
  if (entity === undefined) return { kind: kindOfWords(trees, head, candidate.source, vocabulary), name: words, head }
  const { kind, mentions } = document.get('entities')[entity]
  const name = wholeName(document, trees, entity)
  const named = mentions.some((index) => document.get('mentions')[index].form === 'name')
  if (isOutlet(name, trees, head, vocabulary)) return { kind: 'outlet', name, entity, head }
  if (!named) {
    // A chain of descriptions and pronouns: the first description speaks for it.
    const first = document.get('mentions')[mentions[0]]
    const described = first.form === 'description' && trees.tags[head].upos === 'PRON'
    const at = described ? first.head : head
    const range = described ? rangeOf(first.from, first.to) : candidate.source
    return {
      kind: kindOfWords(trees, at, range, vocabulary),
      name: described ? describedName(document, trees, first) : words,
      entity,
      head,
    }
  }
  if (kind === 'person') return { kind: 'person', name, entity, head }
  if (
    kind === 'organisation' ||
    kind === 'public body' ||
    kind === 'group' ||
    kind === 'facility' ||
    kind === 'place'
  ) {
    const words =
      trees.tags[head].upos === 'NOUN'
        ? nominal(trees, head, candidate.source, vocabulary, 'organisation')
        : 'organisation'
    return { kind: PAPERS.has(words) ? words : 'organisation', name, entity, head }
  }
  return { kind: kindOfWords(trees, head, candidate.source, vocabulary), name, entity, head }
}

/**
 * The head of the source; where no mention has it, the last word of the same noun phrase that one has: the tree of "One
 * 15-year-old", "a customs officer" may be headed by "One" or "customs".
 */
function mentionedHead(trees: Trees, { source }: Candidate, head: number, byHead: ReadonlyMap<number, number>): number {
  if (head < 0 || byHead.has(head) || trees.tags[head].upos === 'PRON') return head
  let found = head
  for (const i of source) {
    if (['ADP', 'PUNCT', 'CCONJ'].includes(trees.tags[i].upos) && trees.tags[i].xpos !== 'HYPH') break
    if (/^W/.test(trees.tags[i].xpos)) break
    if (i > head && byHead.has(i)) found = i
  }
  return found
}

/** "The company that employs them, Boreal Drilling": the name behind the noun says who it is, if the noun was taken for another. */
function apposedName(
  document: Document,
  trees: Trees,
  { source }: Candidate,
  head: number,
  byHead: ReadonlyMap<number, number>,
): number {
  if (head < 0 || trees.tags[head].upos !== 'NOUN') return head
  const mentions = document.get('mentions')
  const entityOf = (i: number) => mentions[byHead.get(i) ?? -1]?.entity
  const name = trees.children(head).find((c) => {
    const mention = mentions[byHead.get(c) ?? -1]
    return c > head && trees.plainRelation(c) === 'appos' && has(source, c) && mention?.form === 'name'
  })
  return name === undefined || entityOf(name) === entityOf(head) ? head : name
}

const WHOLE_NAMES = new WeakMap<Document, Map<number, string>>()

/** The name of an entity, also where its mention cuts it: "the Brigade of the Lake" for "Lake". */
function wholeName(document: Document, trees: Trees, entity: number): string {
  const names = WHOLE_NAMES.get(document) ?? new Map<number, string>()
  WHOLE_NAMES.set(document, names)
  const name = names.get(entity) ?? readWholeName(document, trees, entity)
  names.set(entity, name)
  return name
}

function readWholeName(document: Document, trees: Trees, entity: number): string {
  const { name, mentions } = document.get('entities')[entity]
  for (const index of mentions) {
    const { from, to } = document.get('mentions')[index]
    const words = (first: number) => document.text.slice(trees.tokens[first].start, trees.tokens[to - 1].end)
    if (words(from) !== name || trees.tags[from].upos !== 'PROPN') continue
    let first = from - 1
    if (first > 0 && trees.lower(first) === 'the') first--
    if (first <= 0 || trees.lower(first) !== 'of' || trees.tags[first - 1].upos !== 'PROPN') continue
    // "the Brigade of": capitals, the first of them right behind an article, so that no title is taken in.
    first--
    while (first > 0 && trees.tags[first - 1].upos === 'PROPN') first--
    if (first > 0 && trees.lower(first - 1) === 'the') return words(first)
  }
  return name
}

/** A description as a name: without a relative clause that runs on into the verb of its sentence. */
function describedName(document: Document, trees: Trees, { from, to }: Layers['mentions'][number]): string {
  let end = to
  let verbs = 0
  const relative = rangeOf(from, to).find((i) => /^W/.test(trees.tags[i].xpos)) ?? to
  for (let i = from; i < to; i++) {
    if (!/^(?:VB[DZPN]|MD)$/.test(trees.tags[i].xpos)) continue
    if (i < relative && trees.tags[i].xpos !== 'VBN') end = Math.min(end, i)
    else if (i > relative && ++verbs > 1) end = Math.min(end, relative)
  }
  while (end > from + 1 && trees.tags[end - 1].upos === 'PUNCT') end--
  const counted =
    from > 0 && /^(?:DET|NUM)$/.test(trees.tags[from - 1].upos) && trees.dominates(trees.head(from - 1), from - 1)
  const first = counted && trees.tokens[from - 1].sentence === trees.tokens[from].sentence ? from - 1 : from
  return document.text
    .slice(trees.tokens[first].start, trees.tokens[Math.max(end, from + 1) - 1].end)
    .replace(/\s+/g, ' ')
}

const PAPERS = new Set<SourceKind>(['document', 'post', 'outlet', 'group'])

const rangeOf = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i)

/** The mention headed by the source's head, or by what "who" and "which" refer to. */
function mentionOf(
  trees: Trees,
  head: number,
  byHead: ReadonlyMap<number, number>,
  mentions: Layers['mentions'],
): number | undefined {
  const own = byHead.get(head)
  if (own !== undefined) return own
  if (!/^(?:who|which|that|whom)$/.test(trees.lower(head))) return undefined
  let clause = trees.head(head)
  while (clause >= 0 && !trees.relation(clause).startsWith('acl')) clause = trees.head(clause)
  const noun = clause < 0 ? undefined : byHead.get(trees.head(clause))
  if (noun !== undefined) return noun
  // Where the clause hangs elsewhere: the widest one named just before it.
  let best: number | undefined
  mentions.forEach(({ from, to }, index) => {
    if (to > head || to < head - 3) return
    if (best === undefined || to - from > mentions[best].to - mentions[best].from) best = index
  })
  return best
}

/** "Reuters", "the Borsk Herald", "The Morning Star". */
function isOutlet(name: string, trees: Trees, head: number, { speakers }: AttributionVocabulary): boolean {
  const lower = name.toLowerCase()
  if (speakers.outlets.has(lower)) return true
  if (trees.tags[head].upos !== 'PROPN') return false
  const words = lower.replace(/^the /, '').split(' ')
  return speakers.outletNames.has(words[words.length - 1]) || (words.length > 1 && speakers.outletDays.has(words[0]))
}

/** The kind of a source that is no named entity, from its words. */
function kindOfWords(
  trees: Trees,
  head: number,
  words: readonly number[],
  vocabulary: AttributionVocabulary,
): SourceKind {
  const { upos } = trees.tags[head]
  if (upos === 'PROPN') {
    const name = words.map((i) => trees.tokens[i].text).join(' ')
    if (isOutlet(name, trees, head, vocabulary) || isOutlet(trees.tokens[head].text, trees, head, vocabulary))
      return 'outlet'
    if (vocabulary.speakers.posts.has(trees.lower(head))) return 'post'
    return 'person'
  }
  if (upos === 'PRON') return /^(?:they|we|them|us)$/.test(trees.lower(head)) ? 'group' : 'unnamed'
  return nominal(trees, head, words, vocabulary, 'unnamed')
}

function nominal(
  trees: Trees,
  head: number,
  words: readonly number[],
  { speakers, words: { bodies, spokespeople } }: AttributionVocabulary,
  otherwise: SourceKind,
): SourceKind {
  const lemma = trees.lemma(head)
  const { xpos } = trees.tags[head]
  if (speakers.posts.has(lemma) && lemma !== 'account') return 'post'
  if (speakers.documents.has(lemma)) return 'document'
  if (speakers.outletNouns.has(lemma)) return 'outlet'
  // "police said": plural by its verb alone.
  if (bodies.has(trees.lower(head)) && trees.child(head, 'det', 'nummod') < 0) return 'organisation'
  if (
    xpos === 'NNS' ||
    xpos === 'NNPS' ||
    words.some((i) => trees.head(i) === head && speakers.groupWords.has(trees.lower(i)))
  )
    return 'group'
  if (bodies.has(lemma)) return 'organisation'
  if (spokespeople.has(lemma)) return 'role'
  const determiner = trees.child(head, 'det')
  const indefinite = determiner >= 0 && /^(?:a|an|one|another|some|any)$/.test(trees.lower(determiner))
  const counted = trees.child(head, 'nummod')
  if (indefinite || (counted >= 0 && trees.lower(counted) === 'one')) return 'unnamed'
  if (speakers.offices.has(lemma)) return 'role'
  return otherwise === 'unnamed' && speakers.privatePeople.has(lemma) ? 'unnamed' : determiner >= 0 ? 'role' : otherwise
}
