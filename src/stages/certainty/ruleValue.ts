import type { Trees } from '../../document/Trees.ts'
import type { CertaintyWords } from '../../vocabulary/CertaintyWords.ts'
import type { ReportingVerbs } from '../../vocabulary/ReportingVerbs.ts'
import { complementValue } from './complementValue.ts'
import { conditionOf, counterfactualOf } from './conditions.ts'
import { ownClause } from './ownClause.ts'

/** The words that bear on how sure a text is. */
export interface CertaintyVocabulary {
  /** verbs that report, and others that say of their complement whether it happened */
  readonly verbs: ReportingVerbs
  readonly certaintyWords: CertaintyWords
}

/** What the rules make of a predicate, from -3 (certainly not) to +3 (certainly), and the words that brought it there, nearest first. */
export interface RuleValue {
  /** with what the verbs of saying and believing above it leave of it: "He denied that he fled", fled -3 */
  readonly value: number
  /** as sure as the one is in whose words it stands: fled 3, it is the denial that turns it round */
  readonly own: number
  readonly words: readonly number[]
  /** the verbs of saying and believing above it, nearest first */
  readonly sayers: readonly number[]
  /** which rules spoke, in order from the root down: "modal", "negation", "-/+" */
  readonly rules: readonly string[]
}

/** What nothing speaks against. */
export const ASSERTED: RuleValue = { value: 3, own: 3, words: [], sayers: [], rules: [] }

/** A predicate that is left open by a rule; the words above it still carry what they did. */
export const leftOpen = (rule: string, words: readonly number[] = []): RuleValue => ({
  value: 0,
  own: 0,
  words,
  sayers: [],
  rules: [rule],
})

/**
 * How sure the text is of each predicate, by rule, from the root of each tree down: a complement takes what its verb's
 * signature makes of it (Nairn, Condoravdi and Karttunen 2006), then modals, adverbs, negation and conditions of its
 * own clause are applied.
 *
 *     The crew did not manage to reach the valley.     manage -3 (not), reach -3 (+/- under negation)
 *     He refused to leave, but may return.             refused 3, leave -3 (-/o), return 1 (may)
 */
export function ruleValues(trees: Trees, vocabulary: CertaintyVocabulary): RuleValue[] {
  const order = Array.from({ length: trees.length }, (_, i) => i).sort((a, b) => trees.depth(a) - trees.depth(b))
  const asked = sentencesAsked(trees)
  const values: RuleValue[] = new Array(trees.length)
  for (const i of order) values[i] = ownClause(trees, vocabulary, i, inherited(trees, vocabulary, i, values, asked))
  return values
}

const isOpenQuestion = (trees: Trees, i: number, asked: ReadonlySet<number>): boolean =>
  asked.has(trees.tokens[i].sentence) && questionWord(trees, i) < 0

/** What stands over a predicate leaves of it, before its own words are looked at. */
function inherited(
  trees: Trees,
  vocabulary: CertaintyVocabulary,
  i: number,
  values: readonly RuleValue[],
  asked: ReadonlySet<number>,
): RuleValue {
  const head = trees.head(i)
  // "Did they open the gate?"; not "Who opened the gate?".
  if (head < 0) return isOpenQuestion(trees, i, asked) ? leftOpen('question') : ASSERTED
  const relation = trees.plainRelation(i)
  // Words joined by "and" share their context.
  if (relation === 'conj') return inherited(trees, vocabulary, head, values, asked)
  if (relation === 'advcl') {
    const counterfactual = counterfactualOf(trees, vocabulary.certaintyWords, head)
    if (counterfactual === i) return { ...ASSERTED, value: -3, own: -3, rules: ['counterfactual'] }
    const condition = conditionOf(trees, vocabulary.certaintyWords, i)
    if (condition >= 0) return leftOpen('conditional', [condition])
  }
  return complementValue(trees, vocabulary, i, values[head])
}

/** The sentences that end with a question mark. */
function sentencesAsked({ tokens }: Trees): Set<number> {
  const asked = new Set<number>()
  for (let i = 0; i < tokens.length; i++) {
    if (!tokens[i].text.includes('?')) continue
    const after = tokens[Math.min(tokens.length - 1, i + 2)]
    if (i + 2 >= tokens.length || after.sentence !== tokens[i].sentence) asked.add(tokens[i].sentence)
  }
  return asked
}

const QUESTION_TAGS = new Set(['WP', 'WP$', 'WDT', 'WRB'])

/** The word that a clause asks with, at the beginning of one of its parts: "who shot him", "from which gate they fled"; -1 where it has none. */
export function questionWord(trees: Trees, i: number): number {
  for (const c of trees.children(i)) {
    if (c > i) break
    const relation = trees.plainRelation(c)
    if (relation === 'mark' || relation === 'punct' || relation === 'advcl' || relation === 'ccomp') continue
    for (let k = trees.left(c); k <= Math.min(c, trees.left(c) + 1); k++) {
      if (QUESTION_TAGS.has(trees.tags[k].xpos)) return k
    }
  }
  return -1
}
