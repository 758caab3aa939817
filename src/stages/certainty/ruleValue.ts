import type { Trees } from '../../document/Trees.ts'
import type { CertaintyWord, CertaintyWords } from '../../vocabulary/CertaintyWords.ts'
import type { ReportingVerbs } from '../../vocabulary/ReportingVerbs.ts'

/** The words that bear on how sure a text is. */
export interface CertaintyVocabulary {
  readonly reportingVerbs: ReportingVerbs
  readonly certaintyWords: CertaintyWords
}

/** What the rules make of a predicate: a value from -3 to +3, and the words that brought it there, nearest first. */
export interface RuleValue {
  readonly value: number
  readonly words: readonly number[]
  /** which rules spoke, in order from the root down: "modal", "negation", "-/+" */
  readonly rules: readonly string[]
}

const STRENGTH = { certain: 3, probable: 2, possible: 1, unknown: 0 } as const
const CLAUSES = new Set(['ccomp', 'xcomp', 'csubj', 'acl', 'advcl', 'obj', 'nsubj', 'obl', 'nmod'])

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
  const values: RuleValue[] = new Array(trees.length)
  for (const i of order) values[i] = local(trees, vocabulary, i, inherited(trees, vocabulary, i, values))
  return values
}

/** What the governor leaves of its complement before the complement's own words are looked at. */
function inherited(
  trees: Trees,
  { reportingVerbs, certaintyWords }: CertaintyVocabulary,
  i: number,
  values: readonly RuleValue[],
): RuleValue {
  const head = trees.head(i)
  const relation = trees.plainRelation(i)
  if (head < 0) return { value: 3, words: [], rules: [] }
  const governor = values[head]
  // Words joined by "and" share their context; other parts of the sentence begin anew.
  if (relation === 'conj') {
    const above = trees.head(head)
    return above >= 0 && CLAUSES.has(trees.plainRelation(head))
      ? inherited(trees, { reportingVerbs, certaintyWords }, head, values)
      : { value: 3, words: [], rules: [] }
  }
  if (relation === 'advcl' && conditionOf(trees, certaintyWords, i) >= 0) return { value: 3, words: [], rules: [] }
  if (!CLAUSES.has(relation)) return { value: 3, words: [], rules: [] }
  const verb = reportingVerbs.get(trees.lemma(head))
  const upos = trees.tags[head].upos
  if (verb !== undefined && (upos === 'VERB' || upos === 'AUX') && relation !== 'advcl' && relation !== 'acl') {
    const nominal = relation === 'obj' || relation === 'nsubj' || relation === 'obl' || relation === 'nmod'
    if (nominal && (verb.act !== undefined || relation !== 'obj')) return { value: 3, words: [], rules: ['part'] }
    const sign = verb.signature[governor.value < 0 ? 2 : 0]
    const strength = Math.abs(governor.value)
    const value = sign === '+' ? strength : sign === '-' ? -strength : heldBySource(verb.certainty, verb.polarity)
    return { value, words: [head, ...governor.words], rules: [...governor.rules, verb.signature, verb.act ?? 'acts'] }
  }
  const words = certaintyWords
    .get(trees.lemma(head))
    ?.find(({ kind }) => kind === 'adjective' || kind === 'noun' || kind === 'plan' || kind === 'evidential')
  if (
    words !== undefined &&
    (relation === 'ccomp' || relation === 'xcomp' || relation === 'csubj' || relation === 'acl')
  ) {
    const value = strengthOf(words) * (governor.value < 0 ? -1 : 1)
    return { value, words: [head], rules: [...governor.rules, words.kind] }
  }
  if (relation === 'xcomp') return { value: 0, words: [head, ...governor.words], rules: ['xcomp'] }
  if (relation === 'advcl' && isInfinitive(trees, i)) return { value: 0, words: [], rules: ['purpose'] }
  return { value: 3, words: [], rules: [] }
}

/** What a report leaves open: the source may well hold it, the text does not. */
function heldBySource(
  certainty: keyof typeof STRENGTH | undefined,
  polarity: 'affirmed' | 'denied' | undefined,
): number {
  if (certainty === undefined) return 0
  const value = Math.max(0, STRENGTH[certainty] - 1)
  return polarity === 'denied' ? -value : value
}

const strengthOf = ({ certainty, polarity }: CertaintyWord): number =>
  polarity === 'denied' ? -STRENGTH[certainty] : STRENGTH[certainty]

const isInfinitive = (trees: Trees, i: number): boolean =>
  trees.children(i).some((c) => trees.plainRelation(c) === 'mark' && trees.lower(c) === 'to')

/** The "if" or "unless" of a clause, -1 where it has none. */
function conditionOf(trees: Trees, words: CertaintyWords, i: number): number {
  return (
    trees
      .children(i)
      .find(
        (c) =>
          trees.plainRelation(c) === 'mark' && words.get(trees.lower(c))?.some(({ kind }) => kind === 'conditional'),
      ) ?? -1
  )
}

/** Applies the words of the predicate's own clause. */
function local(trees: Trees, { certaintyWords }: CertaintyVocabulary, i: number, from: RuleValue): RuleValue {
  let { value } = from
  const words = [...from.words]
  const rules = [...from.rules]
  let negated = false
  for (const c of trees.children(i)) {
    const relation = trees.plainRelation(c)
    const readings = certaintyWords.get(trees.lower(c)) ?? certaintyWords.get(trees.lemma(c))
    if (relation === 'advcl' && conditionOf(trees, certaintyWords, c) >= 0) {
      value = Math.sign(value) * Math.min(Math.abs(value), 1)
      rules.push('if-clause')
      continue
    }
    if (readings === undefined) continue
    for (const reading of readings) {
      const applies =
        (relation === 'aux' && (reading.kind === 'modal' || reading.kind === 'future')) ||
        (reading.kind === 'negation' &&
          (relation === 'advmod' || relation === 'det' || relation === 'nsubj' || relation === 'obj')) ||
        (relation === 'advmod' && (reading.kind === 'adverb' || reading.kind === 'evidential')) ||
        (relation === 'amod' && reading.kind === 'adjective') ||
        (relation === 'mark' && reading.kind === 'conditional')
      if (!applies) continue
      words.unshift(c)
      rules.push(reading.kind)
      if (reading.kind === 'negation') negated = !negated
      else {
        const limit = strengthOf(reading)
        const size = Math.min(Math.abs(value), Math.abs(limit))
        value = (limit < 0 ? -Math.sign(value) : Math.sign(value)) * size
      }
      break
    }
  }
  return { value: negated ? -value : value, words, rules }
}
