import type { Trees } from '../../document/Trees.ts'
import { type CertaintyWord, strengthOf } from '../../vocabulary/CertaintyWords.ts'
import { conditionOf, counterfactualOf, isPerfect } from './conditions.ts'
import type { CertaintyVocabulary, RuleValue } from './RuleValue.ts'
import { readingsAt } from './readingsAt.ts'

const NEGATED_PARTS = new Set(['advmod', 'det', 'nsubj', 'obj', 'mark', 'case', 'cc'])
const ARGUMENTS = new Set(['nsubj', 'obj'])

/** Applies the words of the predicate's own clause to what those above left of it: "may", "probably", "no", "if it rains". */
export function ownClause(
  trees: Trees,
  { certaintyWords }: CertaintyVocabulary,
  i: number,
  from: RuleValue,
): RuleValue {
  let { value, own } = from
  const words = [...from.words]
  const rules = [...from.rules]
  const limits: CertaintyWord[] = []
  let negated = false
  const isUnreal = isPerfect(trees, i) && counterfactualOf(trees, certaintyWords, i) >= 0
  if (isUnreal) {
    negated = true
    rules.push('counterfactual')
  }
  for (const c of trees.children(i)) {
    const relation = trees.plainRelation(c)
    if (relation === 'punct') continue
    if (relation === 'advcl') {
      if (isUnreal || conditionOf(trees, certaintyWords, c) < 0) continue
      value = 0
      own = 0
      rules.push('if-clause')
      continue
    }
    const argument = ARGUMENTS.has(relation) ? negationIn(trees, certaintyWords, c) : -1
    if (argument >= 0) {
      negated = !negated
      words.unshift(argument)
      rules.push('negation')
      continue
    }
    const reading = readingsAt(trees, certaintyWords, c)?.find(({ kind }) => isApplied(kind, relation))
    if (reading === undefined || isUnspoken(trees, i, c, reading) || (isUnreal && relation === 'aux')) continue
    words.unshift(c)
    rules.push(reading.kind)
    if (reading.kind === 'negation') negated = !negated
    else limits.push(reading)
  }
  // "cannot have left": what is left of a possibility that is denied.
  for (const reading of limits) {
    // "left before the police could arrest them"
    if (reading.kind === 'modal' && trees.lower(trees.child(i, 'mark')) === 'before') negated = true
    const isTurned = negated && reading.negated !== undefined
    const limit = isObligation(trees, i, reading) ? 0 : strengthOf(isTurned ? reading.negated! : reading)
    if (isTurned) negated = false
    value = limited(value, limit)
    own = limited(own, limit)
  }
  const sign = negated ? -1 : 1
  return { value: value * sign || 0, own: own * sign || 0, words, sayers: from.sayers, rules }
}

/** "must leave" says what ought to be; "must have left" and "must be inside" what probably is. */
const isObligation = (trees: Trees, i: number, { obligation }: CertaintyWord): boolean =>
  obligation === true && !isPerfect(trees, i) && trees.child(i, 'cop') < 0

const limited = (value: number, limit: number): number =>
  (limit < 0 ? -Math.sign(value) : Math.sign(value)) * Math.min(Math.abs(value), Math.abs(limit))

/** What kind of word bears on a predicate from which place. */
function isApplied(kind: CertaintyWord['kind'], relation: string): boolean {
  switch (kind) {
    case 'modal':
    case 'future':
      return relation === 'aux'
    case 'negation':
      return NEGATED_PARTS.has(relation)
    case 'adverb':
    case 'evidential':
      return relation === 'advmod' || relation === 'discourse'
    case 'adjective':
      return relation === 'amod'
    case 'conditional':
      return relation === 'mark'
    default:
      return false
  }
}

/** True where a word bears on something else: "nearly thirty", the "if" of a condition, which is dealt with as a clause. */
function isUnspoken(trees: Trees, i: number, c: number, reading: CertaintyWord): boolean {
  if (reading.kind === 'conditional') return trees.plainRelation(i) === 'advcl'
  return reading.verbsOnly === true && (trees.tags[i].upos !== 'VERB' || c > i)
}

/** "no", "neither" within a subject or object: "*No* guards fled", "*Neither* of the men spoke"; -1 where there is none. */
function negationIn(trees: Trees, words: CertaintyVocabulary['certaintyWords'], argument: number): number {
  for (const c of trees.children(argument)) {
    const relation = trees.plainRelation(c)
    if (relation !== 'det' && relation !== 'cc' && relation !== 'advmod') continue
    if (c > argument) break
    if (words.get(trees.lower(c))?.[0].kind === 'negation') return c
  }
  return -1
}
