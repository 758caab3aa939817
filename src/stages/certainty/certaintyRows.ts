import type { Trees } from '../../document/Trees.ts'
import { feature, hashString } from '../../learned/featureHash.ts'
import type { CertaintyVocabulary, RuleValue } from './RuleValue.ts'

/** Rows of the table of what is known of a predicate, and the most rows one takes. */
export const CERTAINTY_ROWS = 16384
export const MOST_CERTAINTY_ROWS = 160

const NONE = hashString('none')

/** A document with what the rules made of it, as the network looks at it. */
export interface CertaintyView {
  readonly trees: Trees
  readonly rules: readonly RuleValue[]
  readonly vocabulary: CertaintyVocabulary
  /** by sentence: it ends with a question mark */
  readonly questions: readonly boolean[]
}

const row = (key: number): number => (key >>> 0) % CERTAINTY_ROWS

/**
 * Rows of the table that are added up for the predicate at `i`: its own clause, those above it, and what the rules say. Fills `out` and
 * returns how many.
 */
export function certaintyRows(view: CertaintyView, i: number, out: Uint16Array): number {
  const { trees, rules, vocabulary, questions } = view
  let size = 0
  let template = 0
  const add = (a: number | string, b: number | string = 0, c: number | string = 0) => {
    const part = (x: number | string) => (typeof x === 'string' ? hashString(x) : x)
    if (size < out.length) out[size++] = row(feature(++template, part(a), part(b), part(c)))
  }
  const { upos, xpos } = trees.tags[i]
  const lemma = trees.lemma(i)
  const relation = trees.relation(i)
  const { value, own, sayers, rules: spoken } = rules[i]
  const signOf = (j: number) => Math.round(rules[j].value)

  const verb = vocabulary.verbs.get(lemma)
  const auxiliaries: string[] = []
  const marks: string[] = []
  let negations = 0
  for (const c of trees.children(i)) {
    const plain = trees.plainRelation(c)
    if (plain === 'aux' || plain === 'cop') auxiliaries.push(trees.lemma(c))
    if (plain === 'mark' || plain === 'case') marks.push(trees.lower(c))
    if (vocabulary.certaintyWords.get(trees.lower(c))?.[0].kind === 'negation') negations++
  }
  const aux = auxiliaries.join(' ')
  const mark = marks.join(' ')
  const head = trees.head(i)
  const headLemma = head < 0 ? 'root' : trees.lemma(head)
  const headTag = head < 0 ? 'root' : trees.tags[head].xpos
  const headValue = head < 0 ? 9 : signOf(head)
  const question = questions[trees.tokens[i].sentence] ? 1 : 0

  add(1)
  add(lemma, upos)
  add(upos)
  add(xpos)
  add(xpos, relation)
  add(relation)
  add(aux)
  add(aux, xpos)
  add(aux, xpos, relation)
  add(aux, negations)
  add(mark, xpos)
  add(mark, relation, aux)
  add(negations)
  add(negations, xpos, relation)
  add(negations, lemma)
  add(Math.round(value * 2))
  add(Math.round(value * 2), relation)
  add(Math.round(value * 2), xpos, aux)
  add(spoken.join(' '))
  add(Math.round(own), xpos)
  add(Math.round(own), Math.round(value), sayers.length)
  add(spoken.at(-1) ?? 'none', Math.round(value), aux)
  add(spoken.at(-1) ?? 'none', relation)
  add(spoken.slice(-2).join(' '), xpos)
  add(headLemma, relation)
  add(headLemma, relation, negations)
  add(headLemma, headValue, relation)
  add(headTag, relation, xpos)
  add(headTag, relation, headValue)
  add(headLemma, mark)
  add(question)
  add(question, relation, xpos)
  add(question, aux)
  add(verb?.act ?? 'none', xpos)
  add(verb?.signature ?? 'none', relation)
  add(lemma.slice(-3), upos)
  add(i > 0 ? trees.lower(i - 1) : 'start', xpos)
  add(i + 1 < trees.length ? trees.lower(i + 1) : 'end', xpos)
  add(i > 0 ? trees.lower(i - 1) : 'start', i > 1 ? trees.lower(i - 2) : 'start')

  // Every dependent: its relation and word; and every clause above, up to the root.
  for (const c of trees.children(i)) {
    const plain = trees.plainRelation(c)
    if (plain === 'punct') continue
    if (size > 100) break
    out[size++] = row(feature(80, hashString(trees.relation(c)), hashString(upos)))
    if (plain !== 'conj') out[size++] = row(feature(81, hashString(plain), hashString(trees.lemma(c))))
    const readings = vocabulary.certaintyWords.get(trees.lower(c))
    for (const { kind, certainty, polarity } of readings ?? []) {
      out[size++] = row(feature(82, hashString(kind), hashString(certainty), hashString(polarity)))
    }
    if (plain === 'nsubj') {
      out[size++] = row(feature(83, hashString(trees.tags[c].upos), hashString(xpos)))
      const determiner = trees.child(c, 'det')
      if (determiner >= 0) out[size++] = row(feature(84, hashString(trees.lower(determiner))))
    }
    if (plain === 'advcl') {
      const inner = trees.child(c, 'mark')
      out[size++] = row(feature(85, inner < 0 ? NONE : hashString(trees.lower(inner)), hashString(xpos)))
    }
  }
  let above = head
  let below = i
  for (let step = 1; above >= 0 && step <= 4; step++) {
    const clause = trees.relation(below)
    const known = vocabulary.verbs.get(trees.lemma(above))
    const modal = trees.child(above, 'aux')
    const marked = trees.child(above, 'mark')
    const negated = trees
      .children(above)
      .some((c) => vocabulary.certaintyWords.get(trees.lower(c))?.[0].kind === 'negation')
    const near = Math.min(step, 3)
    out[size++] = row(feature(90, near, hashString(trees.lemma(above)), hashString(clause)))
    out[size++] = row(
      feature(
        91,
        near,
        hashString(known === undefined ? 'none' : `${known.act} ${known.signature}`),
        hashString(clause),
      ),
    )
    out[size++] = row(feature(92, near, modal < 0 ? NONE : hashString(trees.lemma(modal)), hashString(clause)))
    out[size++] = row(feature(93, near, marked < 0 ? NONE : hashString(trees.lower(marked)), hashString(clause)))
    out[size++] = row(feature(94, near, negated ? 1 : 0, hashString(clause)))
    out[size++] = row(feature(95, near, signOf(above), hashString(clause)))
    out[size++] = row(feature(96, near, hashString(trees.tags[above].xpos), hashString(clause)))
    out[size++] = row(feature(97, near, hashString(trees.lemma(above)), hashString(`${clause} ${mark}`)))
    below = above
    above = trees.head(above)
  }
  // The words of the sentence's main clause set the tone.
  let root = i
  while (trees.head(root) >= 0) root = trees.head(root)
  out[size++] = row(feature(98, hashString(trees.tags[root].xpos), root === i ? 1 : 0))
  const rootSubject = trees.child(root, 'nsubj')
  out[size++] = row(feature(99, rootSubject < 0 ? NONE : hashString(trees.lower(rootSubject)), root === i ? 1 : 0))
  return size
}
