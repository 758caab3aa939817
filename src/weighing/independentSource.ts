import type { Source } from '../model/Source.ts'
import type { Statement } from '../model/Statement.ts'
import { nameKey } from './nameKey.ts'

/** What it takes to tell whether two statements rest on the same source. */
export interface SourceContext {
  source(id: string): Source | undefined
  /** the report that a report nearly copies, or the report itself */
  originalOf?(report: string): string
}

export interface IndependentSource {
  readonly id: string
  readonly key: string
  /** the key under which near copies of the report speak of the same unnamed source */
  readonly inCopies?: string
}

/**
 * The one source that a statement rests on, and a key that is equal where two statements rest on the same one.
 *
 * It is the innermost of the chain: what the ministry told two outlets is one source, the ministry. Somebody unnamed is a
 * source of their own in each report, unless both reports had it from the same named place ("an official told the agency"):
 * then the agency's unnamed official is one. In a near copy everyone is who they are in the original, the outlet included.
 */
export function independentSource(statement: Statement, context: SourceContext): IndependentSource {
  const chain = statement.chain.map(({ source }) => context.source(source))
  const innermost = chain.at(-1)
  const id = statement.chain[statement.chain.length - 1].source
  const report = context.originalOf?.(statement.report) ?? statement.report
  if (innermost === undefined) return { id, key: id }
  if (innermost.kind === 'outlet') return { id, key: `report ${report}` }
  const name = nameKey(innermost.name)
  if (!isUnnamed(innermost)) return { id, key: `named ${name}` }
  const passedOnBy = chain.slice(1, -1).findLast((source) => source !== undefined && !isUnnamed(source))
  if (passedOnBy !== undefined) return { id, key: `unnamed ${name} through ${nameKey(passedOnBy.name)}` }
  const inCopies = `unnamed ${name} in ${report}`
  return report === statement.report ? { id, key: `unnamed ${id}`, inCopies } : { id, key: inCopies }
}

const isUnnamed = ({ kind }: Source): boolean => kind === 'unnamed' || kind === 'group' || kind === 'post'
