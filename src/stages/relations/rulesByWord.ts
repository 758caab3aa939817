import type { RelationWords } from '../../vocabulary/RelationWords.ts'

/** The rules on relations by the word that they are about, for one look-up a word. */
export type RulesByWord = ReturnType<typeof rulesByWord>

export const rulesByWord = ({ verbs, nouns, adjectives, eventNouns, phrases, wars, hyphenated }: RelationWords) => ({
  verbs: byWord(verbs),
  nouns: byWord(nouns),
  adjectives: byWord(adjectives),
  eventNouns: byWord(eventNouns),
  phrases: byWord(phrases),
  wars: byWord(wars),
  hyphenated: byWord(hyphenated),
})

function byWord<Rule extends { readonly word: string }>(rules: readonly Rule[]): (word: string) => readonly Rule[] {
  const groups: ReadonlyMap<string, readonly Rule[]> = Map.groupBy(rules, ({ word }) => word)
  const none: readonly Rule[] = []
  return (word) => groups.get(word) ?? none
}
