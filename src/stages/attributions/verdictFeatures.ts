import { feature } from '../../learned/featureHash.ts'
import type { Context } from './Context.ts'
import type { Candidate } from './candidates.ts'
import { has } from './has.ts'

export const MOST_VERDICT_FEATURES = 64

const step = (odds: number): number => Math.max(-4, Math.min(12, Math.floor(odds * 2)))
const few = (n: number): number => (n < 4 ? n : n < 8 ? 4 : n < 20 ? 5 : 6)

/**
 * What can be seen of a candidate once every candidate of the document has its roles: does it have a source and a content, is it inside
 * another's content, does it share its content with a likelier one?
 */
export function verdictFeatures(
  context: Context,
  candidates: readonly Candidate[],
  index: number,
  out: Int32Array,
): number {
  const candidate = candidates[index]
  const { cue, odds, source, content, cueWords } = candidate
  const { trees, known, lemma, upos, quotes, xpos, relation } = context
  let size = 0
  let template = 300
  const add = (a: number, b = 0, c = 0) => {
    out[size++] = feature(++template, a, b, c)
  }
  let [insideOdds, aroundOdds, sharedOdds, near, sourceShared] = [-9, -9, -9, 0, -9]
  let insideWord = 0
  const [from, to] = neighbours(context, candidates, index)
  for (let j = from; j < to; j++) {
    const other = candidates[j]
    if (j === index) continue
    near++
    if (has(other.content, cue)) {
      if (other.odds > insideOdds) insideWord = lemma[other.cue]
      insideOdds = Math.max(insideOdds, other.odds)
    }
    if (has(content, other.cue)) aroundOdds = Math.max(aroundOdds, other.odds)
    else if (
      content.length > 0 &&
      (has(other.content, content[0]) || has(other.content, content[content.length - 1]))
    ) {
      sharedOdds = Math.max(sharedOdds, other.odds)
    }
    if (has(other.cueWords, cue)) sourceShared = Math.max(sourceShared, other.odds)
  }
  const shape =
    (source.length > 0 ? 1 : 0) +
    (content.length > 0 ? 2 : 0) +
    (content.some((i) => quotes.at[i] >= 0) ? 4 : 0) +
    (quotes.at[cue] >= 0 ? 8 : 0)
  const own = step(odds)
  const inside = insideOdds === -9 ? -9 : step(insideOdds)
  const around = aroundOdds === -9 ? -9 : step(aroundOdds)
  add(1)
  add(own)
  add(shape)
  add(shape, own)
  add(shape, known[cue])
  add(shape, lemma[cue])
  add(shape, xpos[cue], relation[cue])
  add(inside)
  add(inside, own)
  add(inside, shape)
  add(inside, known[cue])
  add(insideOdds > odds ? 1 : 0, inside, quotes.at[cue] >= 0 ? 1 : 0)
  add(insideWord, relation[cue])
  add(around)
  add(around, own)
  add(around, quotes.at[cue] >= 0 ? 1 : 0, known[cue])
  add(sharedOdds === -9 ? -9 : step(sharedOdds), own)
  add(sharedOdds > odds ? 1 : 0, known[cue], shape)
  add(sourceShared === -9 ? -9 : step(sourceShared), own)
  add(few(near))
  add(few(content.length), known[cue])
  add(few(content.length), lemma[cue])
  add(few(source.length), few(cueWords.length))
  const head = source.find((i) => !has(source, trees.head(i))) ?? -1
  add(head < 0 ? 0 : upos[head], known[cue])
  add(head < 0 ? 0 : lemma[head], own)
  add(head < 0 ? 0 : upos[head], lemma[cue])
  add(head < 0 ? 0 : head < cue ? 1 : 2, content.length === 0 ? 0 : content[0] < cue ? 1 : 2, known[cue])
  const first = content[0] ?? -1
  add(first < 0 ? 0 : context.lower[first], known[cue])
  add(first < 0 ? 0 : upos[first], lemma[cue])
  add(first < 0 ? 0 : upos[first], own)
  const fit = Math.max(-2, Math.min(24, Math.floor(candidate.fit / 2)))
  add(fit, own)
  add(fit, shape)
  add(fit, Math.min(6, few(source.length + content.length)))
  add(few(cueWords.length), own)
  return size
}

/** Farther away no candidate shares a word with another: contents reach some hundred words from their cue. */
const REACH = 2000
/** More candidates around than this make no difference. */
const MANY = 20

/** `[from, to)` of the candidates of the same paragraph that may matter, and some more to count; candidates are in order of their cues. */
function neighbours(context: Context, candidates: readonly Candidate[], index: number): [number, number] {
  const { cue } = candidates[index]
  const matters = (j: number): boolean =>
    context.paragraph[candidates[j].cue] === context.paragraph[cue] &&
    (Math.abs(candidates[j].cue - cue) <= REACH || Math.abs(j - index) <= MANY)
  let [from, to] = [index, index + 1]
  while (from > 0 && matters(from - 1)) from--
  while (to < candidates.length && matters(to)) to++
  return [from, to]
}
