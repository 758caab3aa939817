import { feature, hashString } from '../../learned/featureHash.ts'
import type { Context } from './Context.ts'

const RELATIONS = [
  'nsubj',
  'csubj',
  'ccomp',
  'xcomp',
  'obj',
  'iobj',
  'obl',
  'parataxis',
  'advcl',
  'aux',
  'mark',
  'conj',
  'case',
  'nmod',
  'acl',
  'det',
  'cop',
  'advmod',
  'compound',
  'amod',
]
const NONE = hashString('none')

/** The most features `cueFeatures` fills. */
export const MOST_CUE_FEATURES = 128

/**
 * What can be seen at a word that tells whether it is the head of a cue: the word, its neighbours, its governor and
 * dependents in the tree, and where quotations stand. Fills `out` and returns how many.
 *
 *     “It was dark,” the driver recalled .
 *                               ^ after a quotation, has a subject, "recall" is known to report
 */
export function cueFeatures(context: Context, i: number, out: Int32Array): number {
  const { trees, lower, lemma, upos, xpos, relation, quotes, known } = context
  const n = context.length
  let size = 0
  let template = 0
  const add = (a: number, b = 0, c = 0) => {
    out[size++] = feature(++template, a, b, c)
  }
  const at = (values: Int32Array, j: number) => (j >= 0 && j < n ? values[j] : NONE)
  const head = trees.head(i)
  const word = lemma[i]

  add(1)
  add(lower[i])
  add(word, upos[i])
  add(xpos[i], relation[i])
  add(word, relation[i])
  add(lower[i], at(lower, i + 1))
  add(at(lower, i - 1), lower[i])
  add(word, at(lemma, i + 1))
  add(at(lemma, i - 1), at(upos, i + 1), xpos[i])
  add(at(lower, i + 1), at(lower, i + 2), upos[i])
  add(at(lower, i - 1), at(lower, i - 2), upos[i])
  add(at(xpos, i - 1), xpos[i], at(xpos, i + 1))
  add(at(xpos, i - 2), at(xpos, i - 1), xpos[i])
  add(xpos[i], at(xpos, i + 1), at(xpos, i + 2))
  add(word, at(upos, i - 1), at(upos, i + 1))
  add(known[i])
  add(known[i], relation[i], xpos[i])
  add(at(lemma, head), relation[i])
  add(at(lemma, head), relation[i], word)
  add(at(upos, head), relation[i], xpos[i])
  add(at(known, head), relation[i], known[i])
  add(hashString(trees.lower(i).slice(-3)), xpos[i])

  // Which dependents there are, on which side, and what the word of each important one is.
  let signature = 0
  let subject = -1
  let object = -1
  let clause = -1
  let oblique = -1
  for (const c of trees.children(i)) {
    const index = RELATIONS.indexOf(trees.plainRelation(c))
    if (index >= 0) signature |= 1 << index
    const plain = trees.plainRelation(c)
    if (plain === 'nsubj') subject = c
    else if (plain === 'obj') object = c
    else if (plain === 'ccomp' || plain === 'xcomp' || plain === 'parataxis') clause = c
    else if (plain === 'obl' && oblique < 0) oblique = c
    out[size++] = feature(59, relation[c], c < i ? 1 : 2)
    out[size++] = feature(60, relation[c], c < i ? 1 : 2, word)
    out[size++] = feature(61, relation[c], lemma[c], xpos[i])
    out[size++] = feature(62, relation[c], lemma[c], word)
    if (size > MOST_CUE_FEATURES - 60) break
  }
  template = 30
  const main = signature & 0b1111111
  add(main, xpos[i])
  add(main, word)
  add(main, known[i])
  add(signature, upos[i])
  add(at(upos, subject), at(lemma, subject), known[i])
  add(at(upos, subject), main, known[i])
  add(at(upos, subject), word)
  add(at(xpos, object), word)
  add(at(lemma, object), word)
  add(clause < 0 ? 0 : clause < i ? 1 : 2, at(xpos, clause), known[i])
  add(clause < 0 ? NONE : relation[clause], at(xpos, clause), word)
  const mark = clause < 0 ? -1 : trees.child(clause, 'mark')
  add(at(lower, mark), word)
  const preposition = oblique < 0 ? -1 : trees.child(oblique, 'case')
  add(at(lower, preposition), word)
  const subjectIsName = subject >= 0 && trees.tags[subject].upos === 'PROPN' ? 1 : 0
  add(subjectIsName, word, relation[i])

  // Quotations: in one, just behind one, just before one, any in the sentence.
  const sentence = context.document.get('sentences')[trees.tokens[i].sentence]
  const from = sentence?.from ?? 0
  const to = sentence?.to ?? n
  const inside = quotes.at[i] >= 0 ? 1 : 0
  let behind = 0
  for (let j = i - 1; j >= Math.max(from, i - 12); j--) {
    if (quotes.at[j] >= 0 && quotes.at[j] !== quotes.at[i]) {
      behind = i - j <= 2 ? 1 : i - j <= 4 ? 2 : 3
      break
    }
  }
  let ahead = 0
  for (let j = i + 1; j < Math.min(to, i + 12); j++) {
    if (quotes.at[j] >= 0 && quotes.at[j] !== quotes.at[i]) {
      ahead = j - i <= 2 ? 1 : j - i <= 4 ? 2 : 3
      break
    }
  }
  const quotation = inside * 16 + behind * 4 + ahead
  template = 45
  add(quotation, upos[i])
  add(quotation, word)
  add(quotation, known[i])
  add(quotation, main, upos[i])
  add(quotation, relation[i], xpos[i])
  add(inside, word)
  add(inside, i === from + 1 ? 1 : 0, xpos[i])
  const kind = context.document.get('paragraphs')[context.paragraph[i]]?.kind ?? 'body'
  add(hashString(kind), xpos[i])
  add(context.paragraph[i] === 0 ? 1 : 0, xpos[i], word)
  add(Math.min(8, to - i), upos[i], i === from ? 1 : 0)
  // What governs the clause: "…, adding that", "tried to say".
  const above = head < 0 ? -1 : trees.head(head)
  add(relation[i], at(relation, head), at(known, head))
  add(relation[i], at(lemma, head), at(known, above))
  template = 64
  const negated = trees.children(i).some((c) => trees.lemma(c) === 'not' || trees.lower(c) === 'never') ? 1 : 0
  add(negated, known[i], word)
  const auxiliary = trees.child(i, 'aux')
  add(at(lemma, auxiliary), word)
  add(at(lemma, auxiliary), known[i], main)
  return size
}
