import type { StatementView } from '../../../src/server/contract/answers.ts'

/** Statements of one sentence on one subject by one chain of sources: they stand on one card. */
export interface Card {
  readonly id: string
  readonly subject: StatementView['subject']
  readonly chain: StatementView['chain']
  readonly statements: readonly StatementView[]
  /** where it wants to stand: the first passage of its first statement */
  readonly anchor: number
}

/** The cards in the order of the text. */
export function cardsOf(
  statements: readonly StatementView[],
  sentences: readonly { readonly start: number; readonly end: number }[],
): Card[] {
  const groups = new Map<string, StatementView[]>()
  for (const statement of statements) {
    const at = anchorOf(statement)
    const sentence = sentences.findIndex(({ start, end }) => start <= at && at < end)
    const chain = statement.chain.map(({ source, attribution }) => `${source.id} ${attribution ?? ''}`).join('>')
    const key = `${sentence} ${statement.subject.id} ${chain}`
    const group = groups.get(key)
    if (group) group.push(statement)
    else groups.set(key, [statement])
  }
  return [...groups.values()]
    .map((group) => ({
      id: group[0].id,
      subject: group[0].subject,
      chain: group[0].chain,
      statements: [...group.filter((one) => !isTerm(one)), ...group.filter(isTerm)],
      anchor: Math.min(...group.map(anchorOf)),
    }))
    .sort((a, b) => a.anchor - b.anchor)
}

/** A statement that classifies ("kind of target: transport"): several of them stand on one line. */
export const isTerm = ({ value }: StatementView): boolean => value.type === 'term'

/** The place of a statement in the text: its first passage that still stands. */
export const anchorOf = ({ passages }: StatementView): number =>
  (passages.find(({ anchored }) => anchored) ?? passages[0]).start
