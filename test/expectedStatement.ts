import { z } from 'zod'
import { Act } from '../src/model/Attribution.ts'
import { Certainty, Polarity } from '../src/model/Certainty.ts'
import type { Reading } from '../src/model/Reading.ts'
import { overlaps, type Span } from '../src/model/Span.ts'
import type { Statement } from '../src/model/Statement.ts'

const missed = z.literal(true).optional()

/**
 * One line of an example's `expected.json`. `incident` and `entity` quote the report where a mention of the subject stands;
 * `value` is a name, a number, EDTF or the words; `chain` names the sources after the outlet, outermost first.
 */
export const ExpectedStatement = z.union([
  z.strictObject({
    incident: z.string().optional(),
    entity: z.string().optional(),
    property: z.string(),
    value: z.string(),
    chain: z.array(z.string()).optional(),
    act: Act.optional(),
    certainty: Certainty.optional(),
    polarity: Polarity.optional(),
    missed,
  }),
  z.strictObject({ source: z.string(), protected: z.string(), missed }),
])
export type ExpectedStatement = z.infer<typeof ExpectedStatement>

/** "the central railway station in Antwerp" is "the central railway station" with more said of it; "12" is not "1". */
const begins = (value: string, expected: string) =>
  new RegExp(`^${RegExp.escape(bare(expected))}(?![\\w-])`).test(bare(value))
const bare = (words: string) => words.toLowerCase().replace(/^(the|a|an)\s+/, '')
const holds = (a: string, b: string) => bare(a).includes(bare(b)) || bare(b).includes(bare(a))

/** True where the reading of `text` has a statement (or a protected source) as expected. */
export function isFound(text: string, reading: Reading, expected: ExpectedStatement): boolean {
  if ('source' in expected) {
    return reading.sources.some(
      (source) => holds(source.name, expected.source) && source.protected?.reason === expected.protected,
    )
  }
  const quote = expected.incident ?? expected.entity ?? ''
  const start = text.indexOf(quote)
  if (quote === '' || start < 0) throw new Error(`the report does not have the words “${quote}”`)
  const place = { start, end: start + quote.length }
  const kind = expected.incident === undefined ? 'entity' : 'incident'
  const subjects = new Set(
    (kind === 'incident' ? reading.incidents : reading.entities)
      .filter(({ mentions }) => mentions.some((mention: Span) => overlaps(mention, place)))
      .map(({ id }) => id),
  )
  return reading.statements.some(
    (statement) =>
      statement.subject.kind === kind &&
      subjects.has(statement.subject.id) &&
      statement.property === expected.property &&
      valuesOf(text, reading, statement).some((value) => begins(value, expected.value)) &&
      isChain(text, reading, statement, expected.chain) &&
      (expected.act === undefined || statement.chain.at(-1)?.act === expected.act) &&
      (expected.certainty === undefined || statement.certainty === expected.certainty) &&
      statement.polarity === (expected.polarity ?? 'affirmed'),
  )
}

/** Every way in which a value may be written. */
function valuesOf(text: string, reading: Reading, { value }: Statement): string[] {
  switch (value.type) {
    case 'entity': {
      const entity = reading.entities.find(({ id }) => id === value.entity)
      if (!entity) return []
      return [entity.name, ...entity.aliases, ...entity.mentions.map(({ start, end }) => text.slice(start, end))]
    }
    case 'incident':
      return reading.incidents.filter(({ id }) => id === value.incident).map(({ label }) => label)
    case 'count':
      return [String(value.best), value.words, `${value.low}-${value.high}`]
    case 'interval':
      return [value.edtf, value.phrase]
    case 'place':
      return [value.name]
    case 'distance':
      return [value.words, `${value.km} km`]
    case 'term':
      return [value.key]
    case 'text':
      return [value.text]
  }
}

/** The outlet, then exactly the expected sources; a source goes by its name or by any of its mentions. */
function isChain(
  text: string,
  reading: Reading,
  { chain }: Statement,
  expected: readonly string[] | undefined,
): boolean {
  if (expected === undefined) return true
  const links = chain.slice(1)
  return (
    links.length === expected.length &&
    links.every((link, index) => {
      const source = reading.sources.find(({ id }) => id === link.source)
      if (!source) return false
      const entity = reading.entities.find(({ id }) => id === source.entity)
      const mentions = [...source.mentions, ...(entity?.mentions ?? [])].map(({ start, end }) => text.slice(start, end))
      return [source.name, ...mentions].some((name) => holds(name, expected[index]))
    })
  )
}
