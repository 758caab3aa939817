import type { Certainty } from '../model/Certainty.ts'
import type { ChainLink, Statement } from '../model/Statement.ts'
import type { Count, Value } from '../model/Value.ts'
import { areRivals } from './areRivals.ts'
import { countRange } from './countRange.ts'
import { independentSource, type SourceContext } from './independentSource.ts'
import { valueKey } from './valueKey.ts'

/** One value of one property with who stands for it and who against. */
export interface WeighedPosition {
  readonly value: Value
  readonly statements: readonly Statement[]
  /** ids of sources that affirm it, each counted once */
  readonly independentSources: readonly string[]
  /** ids of sources that deny or doubt it, each counted once */
  readonly deniedBy: readonly string[]
  readonly affirmed: boolean
  readonly denied: boolean
  readonly certainty: Certainty
}

/** All positions on one property of one subject, the best supported first. */
export interface WeighedProperty {
  readonly property: string
  readonly disputed: boolean
  readonly positions: readonly WeighedPosition[]
  readonly count?: { low: number; best: number; high: number | null; rule: string }
}

export interface WeighingContext extends SourceContext {
  /** true for properties that have one value only, such as the time of an incident */
  isSingle(property: string): boolean
}

const SURENESS: Record<Certainty, number> = { certain: 3, probable: 2, possible: 1, unknown: 0 }
const surest = (statements: readonly Statement[]): Certainty =>
  statements.map(({ certainty }) => certainty).reduce((a, b) => (SURENESS[b] > SURENESS[a] ? b : a))

/** True where the one who stands behind the statement denies or doubts its value. */
export const speaksAgainst = ({
  polarity,
  chain,
}: Pick<Statement, 'polarity'> & { readonly chain: readonly Pick<ChainLink, 'act'>[] }): boolean =>
  polarity === 'denied' || chain[chain.length - 1].act === 'doubts'

/** The properties of one subject with their positions, in the order in which the statements first speak of them. */
export function weigh(statements: readonly Statement[], context: WeighingContext): WeighedProperty[] {
  return [...Map.groupBy(statements, ({ property }) => property)].map(([property, all]) => {
    const positions = positionsOf(all, context)
    const single = context.isSingle(property)
    const affirmed = positions.filter((position) => position.affirmed)
    const rivals = affirmed.some((a, index) =>
      affirmed.slice(index + 1).some((b) => areRivals(a.value, b.value, single)),
    )
    const counts = positions.flatMap(({ value, affirmed }) => (value.type === 'count' ? [{ value, affirmed }] : []))
    const count = countRange(counts)
    return {
      property,
      disputed:
        rivals || positions.some(({ denied }) => denied) || (property === 'perpetrator' && rivalClaims(affirmed)),
      positions,
      ...(count === undefined ? {} : { count }),
    }
  })
}

/** Two groups that each claim the deed for themselves, though both may have a part in other deeds. */
function rivalClaims(positions: readonly WeighedPosition[]): boolean {
  const claimed = positions.filter(({ statements }) =>
    statements.some((statement) => innermostAct(statement) === 'claims-responsibility' && !speaksAgainst(statement)),
  )
  return claimed.length > 1
}

const innermostAct = ({ chain }: Statement) => chain[chain.length - 1].act

/** One position for each value; the one with most independent sources first, then the surest, then the one stated first. */
export function positionsOf(statements: readonly Statement[], context: SourceContext): WeighedPosition[] {
  const keys = new Map<Statement, string>()
  for (const statement of statements) keys.set(statement, valueKey(statement.value))
  foldBareCounts(keys)
  return [...Map.groupBy(statements, (statement) => keys.get(statement))]
    .map(([, group]): WeighedPosition => {
      const against = group.filter(speaksAgainst)
      const inFavour = group.filter((statement) => !speaksAgainst(statement))
      return {
        value: group[0].value,
        statements: group,
        independentSources: sourcesOf(inFavour, context),
        deniedBy: sourcesOf(against, context),
        affirmed: inFavour.length > 0,
        denied: against.length > 0,
        certainty: surest(inFavour.length > 0 ? inFavour : against),
      }
    })
    .sort(
      (a, b) =>
        b.independentSources.length - a.independentSources.length || SURENESS[b.certainty] - SURENESS[a.certainty],
    )
}

/** "22 were killed" joins "22 tourists were killed" where only one thing is counted so: the same number of what was not said. */
function foldBareCounts(keys: Map<Statement, string>): void {
  const counts = [...keys].filter(([{ value }]) => value.type === 'count')
  for (const [statement] of counts) {
    const { low, best, high, of } = statement.value as Count
    if (of !== undefined) continue
    const named = counts.filter(([{ value }]) => {
      const count = value as Count
      return count.of !== undefined && count.low === low && count.best === best && count.high === high
    })
    if (new Set(named.map(([, key]) => key)).size === 1) keys.set(statement, named[0][1])
  }
}

function sourcesOf(statements: readonly Statement[], context: SourceContext): string[] {
  const found = statements.map((statement) => independentSource(statement, context))
  const known = new Set(found.map(({ inCopies }) => inCopies))
  const byKey = new Map<string, string>()
  for (const { id, key } of found) if (!known.has(key) && !byKey.has(key)) byKey.set(key, id)
  return [...byKey.values()]
}
