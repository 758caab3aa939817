import type { StatementView } from '../../../src/server/contract/answers.ts'
import { nameOf } from '../grammar/nameOf.ts'

/** Which statements are wanted: those with certain words, those by or through one source. */
export interface Wanted {
  readonly q?: string
  /** key of a source */
  readonly source?: string
}

/** The statements that are wanted, by what the page shows of them. */
export function findStatements(
  statements: readonly StatementView[],
  { q, source: wanted }: Wanted,
  label: (vocabulary: string, key: string) => string,
): readonly StatementView[] {
  const words = q?.toLowerCase()
  return statements.filter(({ chain, subject, property, valueLabel, interval, quantityLabel, responsibility }) => {
    if (wanted !== undefined && !chain.some(({ source }) => source.key === wanted)) return false
    if (words === undefined) return true
    const shown = [
      subject.label,
      label('properties', property),
      valueLabel,
      interval?.phrase ?? '',
      quantityLabel ?? '',
      responsibility === undefined ? '' : label('responsibility-modes', responsibility),
      ...chain.map(({ source }) => nameOf(source)),
    ]
    return shown.some((text) => text.toLowerCase().includes(words))
  })
}
