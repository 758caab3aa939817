import { feature, hashString } from '../../learned/featureHash.ts'
import type { Context } from './Context.ts'
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
  return wordFeatures(view, i, out, longPathFeatures(view, i, out, branchFeatures(view, i, out)))
}

/** Side of the cue that word `i` stands on. */
const sideOf = (view: RoleView, i: number): number => (i < view.cue ? 1 : i > view.cue ? 2 : 0)

/** True where `branchFeatures` are the same at both words: most neighbours hang on the same branch. */
export function sameBranch(view: RoleView, i: number, j: number): boolean {
  const [k, l] = [i - view.from, j - view.from]
  const quotes = view.context.quotes.at
  return (
    view.branch[k] === view.branch[l] &&
    view.path[k] === view.path[l] &&
    view.quotation[k] === view.quotation[l] &&
    view.sentence[k] === view.sentence[l] &&
    view.between[k] === view.between[l] &&
    quotes[i] === quotes[j] &&
    sideOf(view, i) === sideOf(view, j)
  )
}

/** The same for `longPathFeatures`. */
export const sameLongPath = (view: RoleView, i: number, j: number): boolean =>
  view.longPath[i - view.from] === view.longPath[j - view.from] && sideOf(view, i) === sideOf(view, j)

/** What word `i` shares with the others on its branch: the way from the cue, quotation and sentence. */
export function branchFeatures(view: RoleView, i: number, out: Int32Array): number {
  const { context, cue, from } = view
  const { lower, lemma, upos, xpos, relation, known, trees } = context
  const k = i - from
  const path = view.path[k]
  const branch = view.branch[k]
  const side = sideOf(view, i)
  const quotation = view.quotation[k]
  const sentence = view.sentence[k]
  const between = view.between[k]
  const word = lemma[cue]
  const act = known[cue]
  let n = 0
  out[n++] = feature(101, side)
  out[n++] = feature(104, path, side)
  out[n++] = feature(105, path, word)
  out[n++] = feature(106, path, act, side)
  out[n++] = feature(107, path, xpos[cue], side)
  out[n++] = feature(108, path, relation[cue], upos[cue])
  out[n++] = feature(114, path, lemma[branch], side)
  out[n++] = feature(116, path, quotation, side)
  out[n++] = feature(117, path, between)
  out[n++] = feature(121, quotation, sentence, act)
  out[n++] = feature(122, quotation, word, side)
  out[n++] = feature(123, quotation, sentence, between)
  out[n++] = feature(124, quotation, between, act)
  out[n++] = feature(125, sentence, word, side)
  out[n++] = feature(126, sentence, between, side)
  // The shape of the branch: how many words, which mark, has it a subject.
  const width = Math.min(6, trees.right(branch) - trees.left(branch))
  out[n++] = feature(131, path, width)
  const mark = trees.child(branch, 'mark', 'case')
  out[n++] = feature(132, path, mark < 0 ? NONE : lower[mark], act)
  out[n++] = feature(133, path, trees.child(branch, 'nsubj') >= 0 ? 1 : 2, act)
  const { frame } = view
  out[n++] = feature(134, path, frame)
  out[n++] = feature(135, path, frame, quotation)
  out[n++] = feature(136, path, xpos[cue], relation[cue])
  out[n++] = feature(137, quotation, frame, side)
  out[n++] = feature(138, quotation, sentence, frame)
  out[n++] = feature(139, i === cue ? 1 : 0, act)
  // Where the word stands in its quotation.
  const own = context.quotes.at[i]
  if (own >= 0) {
    const { from: open, to: close } = context.quotes.list[own]
    const length = Math.min(6, Math.floor((close - open) / 3))
    const gap = open > cue ? bucket(open - cue) : close <= cue ? bucket(close - cue) : 9
    out[n++] = feature(140, length, quotation, act)
    out[n++] = feature(141, gap, sentence, side)
    out[n++] = feature(142, gap, act, side)
    out[n++] = feature(143, gap, word)
    out[n++] = feature(144, gap, upos[cue], relation[cue])
  }
  return n
}

/** The way from the cue to word `i` with its second step down. Fills `out` from `start` on, and returns where it ends. */
export function longPathFeatures(view: RoleView, i: number, out: Int32Array, start = 0): number {
  const { lemma, known } = view.context
  const long = view.longPath[i - view.from]
  let n = start
  out[n++] = feature(109, long, sideOf(view, i))
  out[n++] = feature(110, long, known[view.cue])
  out[n++] = feature(111, long, lemma[view.cue])
  return n
}

/** What is word `i`'s own. Fills `out` from `start` on, and returns where it ends. */
export function wordFeatures(view: RoleView, i: number, out: Int32Array, start = 0): number {
  const { cue, from } = view
  const { lower, lemma, upos, relation, known } = view.context
  const k = i - from
  const path = view.path[k]
  const side = sideOf(view, i)
  const quotation = view.quotation[k]
  const sentence = view.sentence[k]
  const word = lemma[cue]
  const distance = bucket(i - cue)
  let n = start
  out[n++] = feature(102, lower[i], side)
  out[n++] = feature(103, upos[i], side, quotation)
  out[n++] = feature(112, path, upos[i])
  out[n++] = feature(113, path, lower[i])
  out[n++] = feature(115, path, upos[view.branch[k]], distance)
  out[n++] = feature(118, distance, quotation)
  out[n++] = feature(119, distance, word)
  out[n++] = feature(120, distance, upos[i], sentence)
  out[n++] = feature(127, lower[i], word)
  out[n++] = feature(128, lower[i], known[cue], distance)
  out[n++] = feature(129, lower[i], upos[cue], sentence)
  out[n++] = feature(130, relation[i], side, upos[cue])
  return n
}

/** What can be seen at the border between words `i - 1` and `i`: whether a role begins, ends or goes on there. */
export function borderFeatures(view: RoleView, i: number, out: Int32Array): number {
  return borderPathFeatures(view, i, out, borderTextFeatures(view.context, i, borderSide(view, i), out))
}

/** Side of the cue that the border before word `i` lies on. */
export const borderSide = (view: RoleView, i: number): number => (i <= view.cue ? 1 : 2)

/** How a quotation turns at the border: 0 none, 1 goes on, 2 opens, 3 closes, 4 gives way to another. */
function turnAt({ quotes: { at } }: Context, i: number): number {
  if (at[i] === at[i - 1]) return at[i] < 0 ? 0 : 1
  return at[i - 1] < 0 ? 2 : at[i] < 0 ? 3 : 4
}

/** What can be seen at a border whatever the cue, but for the side it lies on. */
export function borderTextFeatures(context: Context, i: number, side: number, out: Int32Array): number {
  const { lower, upos, xpos, trees, relation } = context
  const last = context.length - 1
  const sameSentence = trees.tokens[i].sentence === trees.tokens[i - 1].sentence ? 1 : 0
  const turn = turnAt(context, i)
  let n = 0
  out[n++] = feature(201, 1)
  out[n++] = feature(202, side, sameSentence)
  out[n++] = feature(203, lower[i])
  out[n++] = feature(204, lower[i - 1])
  out[n++] = feature(205, lower[i - 1], lower[i])
  out[n++] = feature(206, lower[i], upos[i - 1], side)
  out[n++] = feature(207, lower[i - 1], upos[i], side)
  out[n++] = feature(208, xpos[i - 1], xpos[i], side)
  out[n++] = feature(209, upos[i - 1], upos[i], i < last ? upos[i + 1] : NONE)
  out[n++] = feature(217, turn, side, sameSentence)
  out[n++] = feature(218, turn, upos[i], side)
  out[n++] = feature(219, turn, lower[i - 1], upos[i])
  out[n++] = feature(223, relation[i - 1], relation[i], side)
  out[n++] = feature(224, trees.right(i - 1) === i - 1 ? 1 : 0, trees.left(i) === i ? 1 : 0, upos[i])
  // A clause set off by commas inside the branch, seen from its first word: who …, which …, though …
  const head = trees.head(i)
  out[n++] = feature(225, lower[i], i < last ? lower[i + 1] : NONE, side)
  out[n++] = feature(226, relation[i], head >= 0 ? relation[head] : NONE, side)
  return n
}

/** What can be seen at a border from the cue. Fills `out` from `start` on, and returns where it ends. */
export function borderPathFeatures(view: RoleView, i: number, out: Int32Array, start = 0): number {
  const { context, cue, from } = view
  const { lower, upos, known, trees, relation } = context
  const k = i - from
  const side = borderSide(view, i)
  const last = context.length - 1
  const [before, here] = [view.path[k - 1], view.path[k]]
  const turn = turnAt(context, i)
  const begins = trees.left(view.branch[k]) === i ? 1 : 0
  const ends = trees.right(view.branch[k - 1]) === i - 1 ? 1 : 0
  const act = known[cue]
  let n = start
  out[n++] = feature(210, before, here)
  out[n++] = feature(211, before, lower[i])
  out[n++] = feature(212, here, lower[i - 1])
  out[n++] = feature(213, here, begins, act)
  out[n++] = feature(214, before, ends, act)
  out[n++] = feature(215, before, ends, lower[i])
  out[n++] = feature(216, here, begins, lower[i - 1])
  out[n++] = feature(220, turn, view.quotation[k], act)
  out[n++] = feature(221, turn, begins, ends)
  out[n++] = feature(222, begins, ends, side)
  const next = i < last ? i + 1 : i
  out[n++] = feature(227, lower[i], relation[next], here)
  out[n++] = feature(228, before, here, lower[i])
  const atCue = i === cue ? 1 : i - 1 === cue ? 2 : 0
  out[n++] = feature(229, atCue, lower[i], act)
  out[n++] = feature(230, atCue, upos[i], upos[i - 1])
  // A subtree that ends here: relation of the highest word whose subtree ends at i - 1 and starts behind the cue.
  let top = i - 1
  while (trees.head(top) >= 0 && trees.right(trees.head(top)) === i - 1 && trees.head(top) !== cue)
    top = trees.head(top)
  out[n++] = feature(231, relation[top], lower[i], side)
  out[n++] = feature(232, relation[top], upos[i], turn)
  let bottom = i
  while (trees.head(bottom) >= 0 && trees.left(trees.head(bottom)) === i && trees.head(bottom) !== cue)
    bottom = trees.head(bottom)
  out[n++] = feature(233, relation[bottom], lower[i - 1], side)
  out[n++] = feature(234, relation[bottom], relation[top], turn)
  out[n++] = feature(235, relation[bottom], before, here)
  return n
}
