import { feature, hashString } from '../../learned/featureHash.ts'
import type { RoleView } from './RoleView.ts'

const NONE = hashString('none')

/** The most features either function fills. */
export const MOST_ROLE_FEATURES = 96

const bucket = (distance: number): number => {
  const size = Math.abs(distance)
  const step = size < 4 ? size : size < 7 ? 4 : size < 12 ? 5 : size < 25 ? 6 : 7
  return distance < 0 ? -step : step
}

/** What can be seen at word `i` that tells its role for the cue of `view`. Fills `out` and returns how many. */
export function roleFeatures(view: RoleView, i: number, out: Int32Array): number {
  const { context, cue, from } = view
  const { lower, lemma, upos, xpos, relation, known, trees } = context
  const k = i - from
  const path = view.path[k]
  const long = view.longPath[k]
  const branch = view.branch[k]
  const side = i < cue ? 1 : i > cue ? 2 : 0
  const quotation = view.quotation[k]
  const sentence = view.sentence[k]
  const word = lemma[cue]
  const act = known[cue]
  const distance = bucket(i - cue)
  let size = 0
  let template = 100
  const add = (a: number, b = 0, c = 0) => {
    out[size++] = feature(++template, a, b, c)
  }
  add(side)
  add(lower[i], side)
  add(upos[i], side, quotation)
  add(path, side)
  add(path, word)
  add(path, act, side)
  add(path, xpos[cue], side)
  add(path, relation[cue], upos[cue])
  add(long, side)
  add(long, act)
  add(long, word)
  add(path, upos[i])
  add(path, lower[i])
  add(path, lemma[branch], side)
  add(path, upos[branch], distance)
  add(path, quotation, side)
  add(path, view.between[k])
  add(distance, quotation)
  add(distance, word)
  add(distance, upos[i], sentence)
  add(quotation, sentence, act)
  add(quotation, word, side)
  add(quotation, sentence, view.between[k])
  add(quotation, view.between[k], act)
  add(sentence, word, side)
  add(sentence, view.between[k], side)
  add(lower[i], word)
  add(lower[i], act, distance)
  add(lower[i], upos[cue], sentence)
  add(relation[i], side, upos[cue])
  // The shape of the branch: how many words, which mark, has it a subject.
  const width = Math.min(6, trees.right(branch) - trees.left(branch))
  add(path, width)
  const mark = trees.child(branch, 'mark', 'case')
  add(path, mark < 0 ? NONE : lower[mark], act)
  add(path, trees.child(branch, 'nsubj') >= 0 ? 1 : 2, act)
  // Which dependents the cue has decides who else can be the source: no subject of its own → its governor's.
  const subject = trees.child(cue, 'nsubj', 'csubj')
  const clause = trees.child(cue, 'ccomp', 'xcomp', 'parataxis')
  const frame =
    (subject < 0 ? 0 : subject < cue ? 1 : 2) +
    3 * (clause < 0 ? 0 : clause < cue ? 1 : 2) +
    9 * (trees.child(cue, 'obj') < 0 ? 0 : 1) +
    18 * (trees.child(cue, 'aux') < 0 ? 0 : 1)
  add(path, frame)
  add(path, frame, quotation)
  add(path, xpos[cue], relation[cue])
  add(quotation, frame, side)
  add(quotation, sentence, frame)
  add(i === cue ? 1 : 0, act)
  // Where the word stands in its sentence and quotation.
  const own = context.quotes.at[i]
  if (own >= 0) {
    const { from: open, to: close } = context.quotes.list[own]
    const length = Math.min(6, Math.floor((close - open) / 3))
    const gap = open > cue ? bucket(open - cue) : close <= cue ? bucket(close - cue) : 9
    add(length, quotation, act)
    add(gap, sentence, side)
    add(gap, act, side)
    add(gap, word)
    add(gap, upos[cue], relation[cue])
  }
  return size
}

/** What can be seen at the border between words `i - 1` and `i`: whether a role begins, ends or goes on there. */
export function borderFeatures(view: RoleView, i: number, out: Int32Array): number {
  const { context, cue, from } = view
  const { lower, upos, xpos, known, trees, relation } = context
  const k = i - from
  const side = i <= cue ? 1 : 2
  const last = context.length - 1
  let size = 0
  let template = 200
  const add = (a: number, b = 0, c = 0) => {
    out[size++] = feature(++template, a, b, c)
  }
  const [before, here] = [view.path[k - 1], view.path[k]]
  const sameSentence = trees.tokens[i].sentence === trees.tokens[i - 1].sentence ? 1 : 0
  const quotes = context.quotes.at
  const turn = quotes[i] === quotes[i - 1] ? (quotes[i] < 0 ? 0 : 1) : quotes[i - 1] < 0 ? 2 : quotes[i] < 0 ? 3 : 4
  const branch = view.branch[k]
  const branchBefore = view.branch[k - 1]
  const begins = trees.left(branch) === i ? 1 : 0
  const ends = trees.right(branchBefore) === i - 1 ? 1 : 0
  add(1)
  add(side, sameSentence)
  add(lower[i])
  add(lower[i - 1])
  add(lower[i - 1], lower[i])
  add(lower[i], upos[i - 1], side)
  add(lower[i - 1], upos[i], side)
  add(xpos[i - 1], xpos[i], side)
  add(upos[i - 1], upos[i], i < last ? upos[i + 1] : NONE)
  add(before, here)
  add(before, lower[i])
  add(here, lower[i - 1])
  add(here, begins, known[cue])
  add(before, ends, known[cue])
  add(before, ends, lower[i])
  add(here, begins, lower[i - 1])
  add(turn, side, sameSentence)
  add(turn, upos[i], side)
  add(turn, lower[i - 1], upos[i])
  add(turn, view.quotation[k], known[cue])
  add(turn, begins, ends)
  add(begins, ends, side)
  add(relation[i - 1], relation[i], side)
  add(trees.right(i - 1) === i - 1 ? 1 : 0, trees.left(i) === i ? 1 : 0, upos[i])
  // A clause set off by commas inside the branch, seen from its first word: who …, which …, though …
  const head = trees.head(i)
  add(lower[i], i < last ? lower[i + 1] : NONE, side)
  add(relation[i], head >= 0 ? relation[head] : NONE, side)
  const next = i < last ? i + 1 : i
  add(lower[i], relation[next], here)
  add(before, here, lower[i])
  add(i === cue ? 1 : i - 1 === cue ? 2 : 0, lower[i], known[cue])
  add(i === cue ? 1 : i - 1 === cue ? 2 : 0, upos[i], upos[i - 1])
  // A subtree that ends here: relation of the highest word whose subtree ends at i - 1 and starts behind the cue.
  let top = i - 1
  while (trees.head(top) >= 0 && trees.right(trees.head(top)) === i - 1 && trees.head(top) !== cue)
    top = trees.head(top)
  add(relation[top], lower[i], side)
  add(relation[top], upos[i], turn)
  let bottom = i
  while (trees.head(bottom) >= 0 && trees.left(trees.head(bottom)) === i && trees.head(bottom) !== cue)
    bottom = trees.head(bottom)
  add(relation[bottom], lower[i - 1], side)
  add(relation[bottom], relation[top], turn)
  add(relation[bottom], before, here)
  return size
}
