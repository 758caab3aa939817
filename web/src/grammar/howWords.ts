import type { Act, Certainty, Polarity, StatementView } from '../../../src/server/contract/answers.ts'
import { certaintyWords } from './lineOf.ts'

type Label = (vocabulary: string, key: string) => string

interface Held {
  readonly act: Act
  readonly certainty: Certainty
  readonly polarity: Polarity
}

/** An act and how sure it is: "says", "claims, possible". "Denies, denied" would say one thing twice. */
export function actWords({ act, certainty, polarity }: Held, label: Label): string {
  const said = polarity === 'denied' && (act === 'denies' || act === 'doubts')
  const held = said ? '' : certaintyWords(certainty, polarity)
  return [label('acts', act), held].filter(Boolean).join(', ')
}

/** How a statement is held, where it is not simply said: "accuses", "denies", "possible". */
export function howWords(
  { chain, certainty, polarity }: Pick<StatementView, 'chain' | 'certainty' | 'polarity'>,
  label: Label,
): string {
  const { act } = chain.at(-1)!
  return act === 'says' ? certaintyWords(certainty, polarity) : actWords({ act, certainty, polarity }, label)
}

/** How a perpetrator is held to be it, in the words of the field, where what the source does says less: "suspected". */
export const suspectedWords = ({ responsibility }: StatementView, label: Label): string =>
  responsibility === 'suspected' ? label('responsibility-modes', responsibility) : ''
