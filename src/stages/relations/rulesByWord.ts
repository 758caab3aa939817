import type { RelationWords } from '../../vocabulary/RelationWords.ts'

/** The rules on relations by the word that they are about, for one look-up a word. */
export type RulesByWord = ReturnType<typeof rulesByWord>

export const rulesByWord = ({ verbs, nouns, adjectives, eventNouns, phrases }: RelationWords) => ({
  verbs: byWord(verbs),
  nouns: byWord(nouns),
  adjectives: byWord(adjectives),
  eventNouns: byWord(eventNouns),
  phrases: byWord(phrases),
})

function byWord<Rule extends { readonly word: string }>(rules: readonly Rule[]): (word: string) => readonly Rule[] {
  const groups = Map.groupBy(rules, ({ word }) => word)
  return (word) => groups.get(word) ?? []
}
