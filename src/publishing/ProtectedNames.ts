import type { Reading } from '../model/Reading.ts'
import type { Report } from '../model/Report.ts'
import type { Source } from '../model/Source.ts'
import type { Span } from '../model/Span.ts'

/** One source that must not be known: what stands for it, and everything that would give it away. */
export interface ProtectedSource {
  /** "protected source 3" */
  readonly pseudonym: string
  /** the id that takes the place of the source's and the entity's: theirs could be recomputed from the name */
  readonly id: string
  readonly source: string
  readonly entity?: string
  readonly names: readonly string[]
  /** where the report speaks of it */
  readonly mentions: readonly Span[]
}

/** Numbers protected sources through one export, and finds what gives each away. */
export class ProtectedNames {
  #count = 0
  readonly #decided: ReadonlySet<string>

  /** `decided`: ids of sources that a reviewer protects beside those that the reader found to be so. */
  constructor(decided: Iterable<string> = []) {
    this.#decided = new Set(decided)
  }

  get count(): number {
    return this.#count
  }

  /** The protected sources of one report. Several of one entity are one. */
  of(report: Report, reading: Reading): ProtectedSource[] {
    const byEntity = new Map<string, { pseudonym: string; id: string }>()
    return reading.sources
      .filter((source) => source.protected !== undefined || this.#decided.has(source.id))
      .map((source) => {
        const known = source.entity === undefined ? undefined : byEntity.get(source.entity)
        const { pseudonym, id } = known ?? this.#next()
        if (source.entity !== undefined) byEntity.set(source.entity, { pseudonym, id })
        return { pseudonym, id, ...givenAwayBy(source, report, reading) }
      })
  }

  #next(): { pseudonym: string; id: string } {
    this.#count++
    return { pseudonym: `protected source ${this.#count}`, id: `protected-source-${this.#count}` }
  }
}

/**
 * The names by which a source could be known, with their parts, and where the report speaks of it. A description ("a nurse at the
 * hospital") is no name: it stands for many, and only its own place in the text gives it away.
 */
function givenAwayBy(
  source: Source,
  { text }: Report,
  { entities, names }: Reading,
): Omit<ProtectedSource, 'pseudonym' | 'id'> {
  const entity = entities.find(({ id }) => id === source.entity)
  const mentions = [...source.mentions, ...(entity?.mentions ?? [])]
  const written = (spans: readonly Span[]) => spans.map(({ start, end }) => text.slice(start, end))
  const named = written((entity?.mentions ?? []).filter(({ form }) => form === 'name'))
  // "Amina Yusuf, a nurse": the name that stands within the words of the source.
  const within = names.filter(
    ({ kind, start, end }) =>
      kind === 'Person' && mentions.some((mention) => start >= mention.start && end <= mention.end),
  )
  const known = named.length > 0 ? [entity?.name ?? '', ...(entity?.aliases ?? [])] : []
  const whole = [...named, ...known, ...written(within), ...(source.kind === 'person' ? [source.name] : [])]
  const isPerson = source.kind === 'person' || entity?.kind === 'person'
  const parts = isPerson
    ? whole.flatMap((name) => name.split(/[\s,]+/)).filter((part) => /^\p{Lu}\p{L}{2,}/u.test(part))
    : []
  return {
    source: source.id,
    ...(source.entity === undefined ? {} : { entity: source.entity }),
    names: [...new Set([...whole, ...parts].map((name) => name.trim()))].filter((name) => name.length > 1),
    mentions,
  }
}
