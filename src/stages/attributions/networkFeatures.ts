import { feature, hashString } from '../../learned/featureHash.ts'
import type { Context } from './Context.ts'
import type { RoleView } from './RoleView.ts'

/** Rows of the table of what is known of a word, and the most rows a word takes. */
export const WORD_ROWS = 16384
export const MOST_WORD_ROWS = 64

/** Rows of the table of what is known of a word as seen from a cue, and how many each word takes. */
export const PAIR_ROWS = 8192
export const PAIR_COLUMNS = 6

const NONE = hashString('none')
const BODY = hashString('body')
const CHILDREN = 10

const row = (key: number, rows: number): number => (key >>> 0) % rows

/**
 * Rows of the table that are added up for word `i`: the word, its governor and dependents, and how quotations stand to it. Fills `out`
 * and returns how many.
 */
export function wordRows(context: Context, i: number, out: Uint16Array): number {
  const { trees, lower, lemma, upos, xpos, relation, quotes, known } = context
  let size = 0
  const add = (template: number, a = 0, b = 0, c = 0) => {
    out[size++] = row(feature(template, a, b, c), WORD_ROWS)
  }
  const head = trees.head(i)
  add(301, lower[i])
  add(302, lemma[i], upos[i])
  add(303, known[i])
  add(304, xpos[i], relation[i])
  add(305, relation[i], head < 0 ? NONE : lemma[head])
  add(306, relation[i], head < 0 ? NONE : known[head], known[i])
  add(307, lemma[i], relation[i])
  // A clause of two words that is known: "tried to say", "adding that".
  add(308, head < 0 ? NONE : lemma[head], lemma[i])
  let [clause, subject] = [-1, -1]
  let count = 0
  for (const c of trees.children(i)) {
    if (count++ >= CHILDREN) break
    const side = c < i ? 1 : 2
    const plain = trees.plainRelation(c)
    add(310, relation[c], side)
    if (plain === 'punct') continue
    add(311, relation[c], lemma[c], upos[i])
    add(312, relation[c], side, lemma[i])
    if (plain === 'ccomp' || plain === 'xcomp' || plain === 'parataxis') clause = c
    else if (plain === 'nsubj') subject = c
  }
  if (clause >= 0) {
    const mark = trees.child(clause, 'mark')
    add(313, clause < i ? 1 : 2, xpos[clause], mark < 0 ? NONE : lower[mark])
  }
  if (subject >= 0) add(314, upos[subject], known[i], clause < 0 ? 0 : clause < i ? 1 : 2)
  const { at } = quotes
  const inside = at[i] >= 0 ? 1 : 0
  const before = i > 0 ? (at[i - 1] === at[i] ? 0 : at[i - 1] < 0 ? 1 : 2) : 3
  const after = i + 1 < at.length ? (at[i + 1] === at[i] ? 0 : at[i + 1] < 0 ? 1 : 2) : 3
  add(315, inside, before, after)
  const sentence = context.sentences[trees.tokens[i].sentence]
  add(316, i === sentence?.from ? 1 : i + 1 === sentence?.to ? 2 : 0, upos[i])
  const paragraph = context.paragraph[i]
  add(317, context.paragraphKind[paragraph] ?? BODY, paragraph === 0 ? 1 : 0)
  return size
}

const step = (distance: number): number => {
  const size = Math.abs(distance)
  const steps = size < 8 ? size : size < 16 ? 8 + ((size - 8) >> 2) : size < 64 ? 10 + ((size - 16) >> 4) : 13
  return distance < 0 ? -steps : steps
}

/** Rows of the table that are added up for word `i` as seen from the cue of `view`. Fills `PAIR_COLUMNS` numbers of `out` from `at` on. */
export function pairRows(view: RoleView, i: number, out: Uint16Array, at: number): void {
  const { context, cue, from } = view
  const { trees, quotes, relation } = context
  const k = i - from
  const side = i < cue ? 1 : i > cue ? 2 : 0
  const branch = view.branch[k]
  const begins = trees.left(branch) === i ? 1 : 0
  const ends = trees.right(branch) === i ? 1 : 0
  const turn = k === 0 || quotes.at[i] === quotes.at[i - 1] ? 0 : quotes.at[i - 1] < 0 ? 1 : quotes.at[i] < 0 ? 2 : 3
  out[at] = row(feature(401, step(i - cue)), PAIR_ROWS)
  out[at + 1] = row(feature(402, view.path[k], side), PAIR_ROWS)
  out[at + 2] = row(feature(403, view.longPath[k], side), PAIR_ROWS)
  out[at + 3] = row(feature(404, view.quotation[k], view.sentence[k], side), PAIR_ROWS)
  out[at + 4] = row(feature(405, begins * 2 + ends, turn, side), PAIR_ROWS)
  out[at + 5] = row(feature(406, view.path[k], relation[i], view.frame), PAIR_ROWS)
}
