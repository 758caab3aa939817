import type { Sentence } from '../../document/Layers.ts'
import type { Trees } from '../../document/Trees.ts'
import type { CertaintyView } from './certaintyRows.ts'
import type { CertaintyVocabulary } from './RuleValue.ts'
import { ruleValues } from './ruleValues.ts'

/** A document with what the rules make of each word, and which sentences ask. */
export function certaintyViewOf(
  trees: Trees,
  sentences: readonly Sentence[],
  vocabulary: CertaintyVocabulary,
): CertaintyView {
  return {
    trees,
    rules: ruleValues(trees, vocabulary),
    vocabulary,
    questions: sentences.map(({ from, to }) => {
      for (let i = to - 1; i >= Math.max(from, to - 3); i--) if (trees.tokens[i].text.includes('?')) return true
      return false
    }),
  }
}
