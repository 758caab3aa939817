import type { Trees } from '../../document/Trees.ts'
import { complementValue } from './complementValue.ts'
import { conditionOf, counterfactualOf } from './conditions.ts'
import { ownClause } from './ownClause.ts'
import { questionWord } from './questionWord.ts'
import { ASSERTED, type CertaintyVocabulary, leftOpen, type RuleValue } from './RuleValue.ts'

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
  if (relation === 'conj') return inherited(trees, vocabulary, peerOf(trees, i), values, asked)
  if (relation === 'advcl') {
    const counterfactual = counterfactualOf(trees, vocabulary.certaintyWords, head)
    if (counterfactual === i) return { ...ASSERTED, value: -3, own: -3, rules: ['counterfactual'] }
    const condition = conditionOf(trees, vocabulary.certaintyWords, i)
    if (condition >= 0) return leftOpen('conditional', [condition])
  }
  return complementValue(trees, vocabulary, i, values[head])
}

/**
 * The word that a conjunct is joined to: "is struggling to hold the ridge and *taking* losses", "tried to flee and *was* shot", hung on
 * the infinitive, are joined to the verb over it, since an infinitive is joined to another.
 */
function peerOf(trees: Trees, i: number): number {
  const head = trees.head(i)
  const over = trees.head(head)
  const { xpos } = trees.tags[i]
  if (over < 0 || trees.tags[head].xpos !== 'VB' || trees.lower(trees.child(head, 'mark')) !== 'to') return head
  if (!/^(xcomp|advcl|acl)$/.test(trees.plainRelation(head)) || trees.tags[over].upos !== 'VERB') return head
  if (xpos === 'VBG') return trees.tags[over].xpos === 'VBG' && trees.child(i, 'aux', 'mark') < 0 ? over : head
  const finite =
    /^VB[DZP]$/.test(xpos) || trees.children(i).some((child) => /^(was|were|has|had|is|are)$/.test(trees.lower(child)))
  return finite ? over : head
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
