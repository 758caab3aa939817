import { AscribeError } from '../base/AscribeError.ts'
import type { Passage } from '../model/Passage.ts'
import type { Place } from '../model/Place.ts'
import type { Reading } from '../model/Reading.ts'
import type { Report } from '../model/Report.ts'
import { overlaps } from '../model/Span.ts'
import type { Statement } from '../model/Statement.ts'
import type { Interval, Value } from '../model/Value.ts'
import { extentOf } from '../weighing/extentOf.ts'
import { responsibilityMode } from '../weighing/responsibilityMode.ts'
import { valueLabel } from '../weighing/valueLabel.ts'
import type { ExportedReport, ExportedStatement, Withheld } from './Export.ts'
import type { ProtectedNames, ProtectedSource } from './ProtectedNames.ts'
import { placePrecisionOf } from './placePrecisionOf.ts'

/**
 * A report with its reading as it may leave the house. Nobody who is protected can be known from it: in the place of their names
 * and ids there is a number; passages that carry their words, or speak of them, are withheld; where and when they were is told
 * by country and month only. What comes out is searched once more for their names, and an export that still has one stops.
 */
export function redact(report: Report, reading: Reading, protection: ProtectedNames): ExportedReport {
  const hidden = protection.of(report, reading)
  const redaction = new Redaction(hidden)
  const { text: _text, title, author, outlet, url, ...meta } = report
  const told = Object.entries({ title, author, outlet }).map(([key, words]) => [key, redaction.words(words)])
  if (url !== undefined && !redaction.isIn(url)) told.push(['url', url])
  const nameOf = (id: string): string | undefined =>
    redaction.pseudonymOf(id) ??
    redaction.words(
      reading.entities.find((entity) => entity.id === id)?.name ??
        reading.incidents.find((incident) => incident.id === id)?.label,
    )
  const exported: ExportedReport = {
    ...meta,
    ...Object.fromEntries(told.filter(([, words]) => words !== undefined)),
    reader: reading.reader,
    sources: reading.sources.map(({ id, kind, name, entity, protected: reason }) => {
      const pseudonym = redaction.pseudonymOf(id)
      return {
        id: redaction.id(id),
        kind: pseudonym === undefined ? kind : 'unnamed',
        name: pseudonym ?? redaction.words(name),
        ...(entity === undefined ? {} : { entity: redaction.id(entity) }),
        protected: pseudonym !== undefined || reason !== undefined,
      }
    }),
    entities: reading.entities.map(({ id, kind, name, aliases }) => {
      const pseudonym = redaction.pseudonymOf(id)
      return {
        id: redaction.id(id),
        kind,
        name: pseudonym ?? redaction.words(name),
        aliases: pseudonym === undefined ? aliases.map((alias) => redaction.words(alias)) : [],
      }
    }),
    incidents: reading.incidents.map(({ id, type, stage, label }) => ({
      id,
      type,
      stage,
      label: redaction.words(label),
    })),
    statements: reading.statements.map((statement) => redactStatement(statement, reading, redaction, nameOf)),
  }
  redaction.check(exported)
  return exported
}

function redactStatement(
  statement: Statement,
  reading: Reading,
  redaction: Redaction,
  nameOf: (id: string) => string | undefined,
): ExportedStatement {
  const { passages, chain, path, subject, value, interval, quantity, said, certaintyWord, ...rest } = statement
  const spoken = chain.some(({ source }) => redaction.pseudonymOf(source) !== undefined)
  const about =
    redaction.pseudonymOf(subject.id) !== undefined ||
    (value.type === 'entity' && redaction.pseudonymOf(value.entity) !== undefined)
  const told = about ? coarse(value) : value
  const responsibility = responsibilityMode(statement)
  return {
    ...rest,
    subject: { kind: subject.kind, id: redaction.id(subject.id) },
    subjectLabel: nameOf(subject.id) ?? 'unknown',
    value: redaction.value(told),
    valueLabel: redaction.words(valueLabel(told, nameOf)),
    ...(told.type === 'place' ? onMap(told) : {}),
    ...(certaintyWord === undefined ? {} : { certaintyWord }),
    ...(responsibility === undefined ? {} : { responsibility }),
    ...(interval === undefined ? {} : { interval: redaction.value(about ? monthOf(interval) : interval) as Interval }),
    ...(quantity === undefined ? {} : { quantity: redaction.value(quantity) as typeof quantity }),
    ...(said === undefined ? {} : { said: spoken ? monthOf(said) : said }),
    chain: chain.map((link) => ({
      ...link,
      source: redaction.id(link.source),
      name:
        redaction.pseudonymOf(link.source) ??
        redaction.words(reading.sources.find(({ id }) => id === link.source)?.name ?? 'unknown'),
    })),
    passages: passages.map((passage) => (spoken || about ? WITHHELD : redaction.passage(passage))),
    by: path.map(({ by }) => by),
  }
}

function onMap(place: Place): Pick<ExportedStatement, 'extent' | 'placePrecision'> {
  const extent = extentOf(place)
  const placePrecision = placePrecisionOf(place)?.key
  return { ...(extent === undefined ? {} : { extent }), ...(placePrecision === undefined ? {} : { placePrecision }) }
}

const WITHHELD: Withheld = { withheld: 'protected source' }

/** A place by its country, a time by its month. */
function coarse(value: Value): Value {
  if (value.type === 'interval') return monthOf(value)
  if (value.type !== 'place' || value.precision === 'country') return value
  const { type, country } = value
  const place: Place = {
    type,
    name: country ?? 'place withheld',
    precision: country === undefined ? 'unknown' : 'country',
    relation: 'at',
  }
  return country === undefined ? place : { ...place, country }
}

const monthOf = ({ type, edtf }: Interval): Interval => ({
  type,
  edtf: edtf
    .split('/')
    .map((part) => /^\d{4}-\d{2}/.exec(part)?.[0] ?? /^\d{4}/.exec(part)?.[0] ?? (part === '..' ? '..' : ''))
    .join('/'),
  phrase: '',
  anchor: { kind: 'none' },
})

/** Replaces, in the data of one report, everything that gives a protected source away. */
class Redaction {
  readonly #hidden: readonly ProtectedSource[]
  readonly #byId = new Map<string, ProtectedSource>()
  readonly #names: readonly { pattern: RegExp; pseudonym: string }[]

  constructor(hidden: readonly ProtectedSource[]) {
    this.#hidden = hidden
    for (const source of hidden) {
      this.#byId.set(source.source, source)
      if (source.entity !== undefined) this.#byId.set(source.entity, source)
    }
    this.#names = hidden
      .flatMap(({ names, pseudonym }) => names.map((name) => ({ name, pseudonym })))
      .sort((a, b) => b.name.length - a.name.length)
      .map(({ name, pseudonym }) => ({ pattern: wordsOf(name), pseudonym }))
  }

  pseudonymOf(id: string): string | undefined {
    return this.#byId.get(id)?.pseudonym
  }

  id(id: string): string {
    return this.#byId.get(id)?.id ?? id
  }

  /** A text with the names replaced. */
  words(text: string): string
  words(text: string | undefined): string | undefined
  words(text: string | undefined): string | undefined {
    if (text === undefined) return undefined
    return this.#names.reduce((words, { pattern, pseudonym }) => words.replace(pattern, `[${pseudonym}]`), text)
  }

  /** True where an address has a name in it, in whatever case and between whatever marks: "/2024/amina-sow.html". */
  isIn(address: string): boolean {
    const words = address.toLowerCase()
    const parts = this.#hidden.flatMap(({ names }) => names.flatMap((name) => name.toLowerCase().split(/\s+/)))
    return parts.some((part) => part.length > 2 && words.includes(part))
  }

  /** A value with its words replaced and its ids exchanged. */
  value(value: Value): Value {
    switch (value.type) {
      case 'entity':
        return { ...value, entity: this.id(value.entity) }
      case 'text':
        return { ...value, text: this.words(value.text) }
      case 'place':
        return this.#place(value)
      case 'interval':
        return { ...value, phrase: this.words(value.phrase) }
      case 'count': {
        const of = this.words(value.of)
        return { ...value, words: this.words(value.words), ...(of === undefined ? {} : { of }) }
      }
      case 'distance': {
        const from = this.words(value.from)
        return { ...value, words: this.words(value.words), ...(from === undefined ? {} : { from }) }
      }
      case 'incident':
      case 'term':
        return value
    }
  }

  #place(place: Place): Place {
    const { other, contradicts } = place
    return {
      ...place,
      name: this.words(place.name),
      ...(other === undefined ? {} : { other: { ...other, name: this.words(other.name) } }),
      ...(contradicts === undefined ? {} : { contradicts: { ...contradicts, of: this.words(contradicts.of) } }),
    }
  }

  /** A passage, unless it or its surroundings speak of someone protected. */
  passage(passage: Passage): Passage | Withheld {
    const { prefix, exact, suffix, start, end } = passage
    const seen = { start: start - prefix.length, end: end + suffix.length }
    const spoken = this.#hidden.some(({ mentions }) => mentions.some((mention) => overlaps(mention, seen)))
    const around = `${prefix}${exact}${suffix}`
    return spoken || this.words(around) !== around ? WITHHELD : passage
  }

  /** Fails closed: nothing leaves that still has a protected name in it. */
  check(exported: ExportedReport): void {
    for (const text of textsOf(exported)) {
      if (this.words(text) === text) continue
      throw new AscribeError(
        'export-unsafe',
        `the export of ${exported.id} would show the name of a protected source`,
        'nothing was written; please report this, it is an error of Ascribe',
      )
    }
  }
}

/**
 * A name as whole words with any white space between its parts; in any case where it has several parts, while "Will" is not "will".
 */
function wordsOf(name: string): RegExp {
  const parts = name
    .trim()
    .split(/\s+/)
    .map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
  const words = parts.length > 1 ? parts.join('\\s+') : `(?:${parts[0]}|${parts[0].toUpperCase()})`
  return new RegExp(`(?<![\\p{L}\\p{N}])${words}(?![\\p{L}\\p{N}])`, parts.length > 1 ? 'giu' : 'gu')
}

function* textsOf(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value
  else if (value !== null && typeof value === 'object') for (const inner of Object.values(value)) yield* textsOf(inner)
}
