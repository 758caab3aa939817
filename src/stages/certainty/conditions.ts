import type { Trees } from '../../document/Trees.ts'
import type { CertaintyWords } from '../../vocabulary/CertaintyWords.ts'
import { readingsAt } from './readingsAt.ts'

/**
 * The word that makes a clause a condition, -1 where it is none: "if they return", "unless", "had they returned"; not "if necessary",
 * "even if they return".
 */
export function conditionOf(trees: Trees, words: CertaintyWords, i: number): number {
  for (const c of trees.children(i)) {
    if (trees.plainRelation(c) !== 'mark') continue
    if (!readingsAt(trees, words, c)?.some(({ kind }) => kind === 'conditional')) continue
    if (c > 0 && trees.lower(c - 1) === 'even') return -1
    // "if necessary", "if any"
    const isClause = trees.tags[i].upos === 'VERB' || trees.child(i, 'nsubj', 'expl', 'csubj', 'cop') >= 0
    return isClause ? c : -1
  }
  return invertedAuxiliary(trees, i)
}

const INVERTED = new Set(['had', 'were', 'should'])

/** "Had the guards intervened, …", "Should it rain, …": an auxiliary before its subject, and no mark. The tree may hang it on the main clause. */
function invertedAuxiliary(trees: Trees, i: number): number {
  const subject = trees.child(i, 'nsubj', 'expl')
  if (subject < 0 || subject > i) return -1
  const first = trees.left(subject) - 1
  if (first < 0 || !INVERTED.has(trees.lower(first))) return -1
  const begins = first === 0 || trees.tokens[first - 1].sentence !== trees.tokens[first].sentence
  const above = trees.head(first)
  return (begins || trees.tags[first - 1].upos === 'PUNCT') && (above === i || above === trees.head(i)) ? first : -1
}

const UNREAL = new Set(['would', 'could', 'might'])

/** The condition of a main clause with "would" that speaks of what did not happen: "If they *had returned*, we would have left"; -1 where it has none. */
export function counterfactualOf(trees: Trees, words: CertaintyWords, main: number): number {
  if (!isUnreal(trees, main)) return -1
  return (
    trees
      .children(main)
      .find((c) => trees.plainRelation(c) === 'advcl' && isPluperfect(trees, c, conditionOf(trees, words, c))) ?? -1
  )
}

const isUnreal = (trees: Trees, i: number): boolean =>
  trees.children(i).some((c) => trees.plainRelation(c) === 'aux' && UNREAL.has(trees.lemma(c)))

const isPluperfect = (trees: Trees, i: number, condition: number): boolean =>
  condition >= 0 &&
  (trees.lower(condition) === 'had' ||
    trees.children(i).some((c) => trees.plainRelation(c) === 'aux' && ['had', "'d"].includes(trees.lower(c))))

/** True of "would have left", not of "would leave". */
export const isPerfect = (trees: Trees, i: number): boolean =>
  trees.children(i).some((c) => trees.plainRelation(c) === 'aux' && trees.lemma(c) === 'have')
