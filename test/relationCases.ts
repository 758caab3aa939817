import { z } from 'zod'
import { Certainty } from '../src/model/Certainty.ts'
import type { Reading } from '../src/model/Reading.ts'
import { reportOf } from '../src/model/Report.ts'
import type { Statement } from '../src/model/Statement.ts'
import { openEnglishReader } from '../src/reader/openEnglishReader.ts'

const ASPECTS = ['source', 'certainty', 'interval', 'quantity'] as const
type Aspect = (typeof ASPECTS)[number]

/** A relation as its text tells it, in the words of the text; `null` where the text has none: the report's own voice, at no time. */
const TextRelation = z.strictObject({
  subject: z.string(),
  property: z.string(),
  value: z.string(),
  source: z.string().nullable(),
  certainty: z.union([Certainty, z.literal('denied')]),
  interval: z.string().nullable(),
  quantity: z.string().nullable(),
  /** not found by the reader, which is known */
  missed: z.literal(true).optional(),
  /** found, with these read otherwise, which is known */
  wrong: z.array(z.enum(ASPECTS)).optional(),
})
type TextRelation = z.infer<typeof TextRelation>

/** A short report written by somebody who did not know the rules, with the relations that it tells. */
export const RelationCase = z.strictObject({
  id: z.string(),
  text: z.string(),
  published: z.string(),
  relations: z.array(TextRelation),
})
export type RelationCase = z.infer<typeof RelationCase>

/** A relation as the reader has it, with every way in which its ends are written. */
interface ReadRelation {
  readonly property: string
  readonly subject: readonly string[]
  readonly value: readonly string[]
  readonly source: readonly string[]
  readonly certainty: string
  readonly interval: string | undefined
  readonly quantity: string | undefined
  readonly shown: string
}

export interface ScoredCase {
  readonly case: RelationCase
  readonly found: readonly { readonly relation: TextRelation; readonly wrong: readonly Aspect[] }[]
  readonly missed: readonly TextRelation[]
  /** read, but not told by the text */
  readonly spurious: readonly string[]
}

/** Narrower properties, and those that another hand calls otherwise. */
const BROADER: Record<string, readonly string[]> = {
  'gravitated-toward': ['member-of', 'loyal-to'],
  'crossed-into': ['travelled-to'],
  'based-in': ['located-in'],
  'active-in': ['located-in'],
  'banned-in': ['banned-by'],
}
const SYMMETRIC = new Set(['rival-of', 'fights', 'allied-with', 'alias-of', 'relative-of'])
/** What the texts were read for; other properties are no fault. */
const ASKED = new Set([
  'member-of',
  'leader-of',
  'founder-of',
  'part-of',
  'affiliate-of',
  'allied-with',
  'split-from',
  'loyal-to',
  'rival-of',
  'fights',
  'trained-at',
  'travelled-to',
  'recruited-by',
  'funded-by',
  'wanted-by',
  'killed-by',
  'banned-by',
  'located-in',
  'alias-of',
  'relative-of',
  'spokesperson-of',
])

const reader = openEnglishReader()

export function scoreRelationCase(one: RelationCase): ScoredCase {
  const reading = reader.read(reportOf({ text: one.text, published: one.published }))
  const read = relationsOf(reading, one.text)
  const pairs = one.relations
    .flatMap((relation) =>
      read
        .filter((candidate) => isSame(candidate, relation))
        .map((candidate) => ({ relation, candidate, wrong: wrongOf(candidate, relation) })),
    )
    .sort((a, b) => a.wrong.length - b.wrong.length)
  const found: { relation: TextRelation; wrong: Aspect[] }[] = []
  const taken = new Set<TextRelation | ReadRelation>()
  for (const { relation, candidate, wrong } of pairs) {
    if (taken.has(relation) || taken.has(candidate)) continue
    taken.add(relation).add(candidate)
    found.push({ relation, wrong })
  }
  return {
    case: one,
    found,
    missed: one.relations.filter((relation) => !taken.has(relation)),
    spurious: read
      .filter((candidate) => !taken.has(candidate) && keysOf(candidate.property).some((key) => ASKED.has(key)))
      // "the camp at Sabha" is at Sabha by its name
      .filter(({ property, subject, value }) => property !== 'located-in' || !alike(subject[0], value[0]))
      .map(({ shown }) => shown),
  }
}

/** F of the relations found, and the share of those found with each aspect right. */
export function figuresOf(scored: readonly ScoredCase[]) {
  const found = scored.flatMap((one) => one.found)
  const gold = found.length + scored.reduce((sum, { missed }) => sum + missed.length, 0)
  const read = found.length + scored.reduce((sum, { spurious }) => sum + spurious.length, 0)
  const share = (aspect: Aspect) =>
    found.length === 0 ? 0 : found.filter(({ wrong }) => !wrong.includes(aspect)).length / found.length
  return {
    gold,
    read,
    found: found.length,
    f: gold + read === 0 ? 0 : (2 * found.length) / (gold + read),
    whole: gold === 0 ? 0 : found.filter(({ wrong }) => wrong.length === 0).length / gold,
    ...Object.fromEntries(ASPECTS.map((aspect) => [aspect, share(aspect)])),
  }
}

const keysOf = (property: string): readonly string[] => [property, ...(BROADER[property] ?? [])]

function isSame({ property, subject, value }: ReadRelation, relation: TextRelation): boolean {
  if (!keysOf(property).includes(relation.property)) return false
  const is = (names: readonly string[], wanted: string) => names.some((name) => alike(name, wanted))
  if (is(subject, relation.subject) && is(value, relation.value)) return true
  return SYMMETRIC.has(relation.property) && is(subject, relation.value) && is(value, relation.subject)
}

function wrongOf(read: ReadRelation, { source, certainty, interval, quantity }: TextRelation): Aspect[] {
  const right: Record<Aspect, boolean> = {
    source: source === null ? read.source.length === 0 : read.source.some((name) => alike(name, source)),
    certainty: read.certainty === certainty,
    interval: sameWords(read.interval, interval),
    quantity: sameWords(read.quantity, quantity),
  }
  return ASPECTS.filter((aspect) => !right[aspect])
}

const sameWords = (read: string | undefined, wanted: string | null): boolean =>
  read === undefined || wanted === null ? read === undefined && wanted === null : alike(read, wanted)

/** "The Lions Brigade" is "Lions Brigade", and "Col. Idris Haddad" "Haddad": all words of the shorter stand in the longer in a row. */
function alike(a: string, b: string): boolean {
  const [x, y] = [bare(a), bare(b)]
  if (x === '' || y === '') return x === y
  return ` ${x} `.includes(` ${y} `) || ` ${y} `.includes(` ${x} `)
}

const TITLE = /^(?:mr|mrs|ms|dr|col|colonel|gen|general|sheikh|mullah|lt|maj|major|capt|captain|sgt)\.?\s+/
const bare = (words: string): string =>
  words
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/'s?(?=\s|$)/g, '')
    .replace(/^(?:in|at|on|of|by|near|since|from)\s+/, '')
    .replace(/^(?:the|a|an)\s+/, '')
    .replace(TITLE, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** The relations among the statements of a reading, each told once by each source. */
function relationsOf(reading: Reading, text: string): ReadRelation[] {
  const outlet = reading.sources.find(({ kind }) => kind === 'outlet')?.id
  const relations = new Map<string, ReadRelation>()
  for (const statement of reading.statements) {
    if (statement.subject.kind !== 'entity') continue
    const { property, polarity, chain, certainty } = statement
    const innermost = chain.at(-1)!.source
    // "is believed" by nobody who is named stands for the report's own voice.
    const unsaid =
      innermost === outlet || reading.sources.some(({ id, mentions }) => id === innermost && mentions.length === 0)
    const source = unsaid ? [] : sourceNames(reading, text, innermost)
    const subject = entityNames(reading, text, statement.subject.id)
    const value = valueNames(reading, text, statement)
    const held = polarity === 'denied' ? 'denied' : certainty
    const [interval, quantity] = [
      statement.interval?.phrase,
      statement.quantity?.type === 'text' ? statement.quantity.text : statement.quantity?.words,
    ]
    const shown = `${subject[0]} ${property} ${value[0]} | ${source[0] ?? '-'} | ${held} | ${interval ?? '-'} | ${quantity ?? '-'}`
    const ends = [statement.subject.id, value[0]]
    if (SYMMETRIC.has(property)) ends[0] = subject[0]
    if (SYMMETRIC.has(property)) ends.sort()
    const key = JSON.stringify([property, ends, polarity, source[0]])
    const known = relations.get(key)
    // Told twice, the telling that says when or how many is the fuller.
    if (known === undefined || (known.interval === undefined && interval !== undefined))
      relations.set(key, { property, subject, value, source, certainty: held, interval, quantity, shown })
  }
  return [...relations.values()]
}

function entityNames(reading: Reading, text: string, id: string): string[] {
  const entity = reading.entities.find((other) => other.id === id)
  if (entity === undefined) return []
  const mentions = entity.mentions.filter(({ form }) => form !== 'pronoun')
  const others = reading.statements.flatMap(({ subject, property, value }) =>
    subject.id === id && property === 'alias-of' && value.type === 'text' ? [value.text] : [],
  )
  return [entity.name, ...entity.aliases, ...mentions.map(({ start, end }) => text.slice(start, end)), ...others]
}

function sourceNames(reading: Reading, text: string, id: string): string[] {
  const source = reading.sources.find((other) => other.id === id)
  if (source === undefined) return []
  const mentions = source.mentions.map(({ start, end }) => text.slice(start, end))
  return [source.name, ...mentions, ...(source.entity === undefined ? [] : entityNames(reading, text, source.entity))]
}

function valueNames(reading: Reading, text: string, { value, passages }: Statement): string[] {
  switch (value.type) {
    case 'entity':
      return entityNames(reading, text, value.entity)
    case 'place':
      return [value.name, ...passages.map(({ exact }) => exact)]
    case 'text':
      return [value.text]
    default:
      return []
  }
}
