import type { Context } from './Context.ts'
import type { Candidate } from './candidates.ts'

/**
 * Takes the content of a noun to the end of the list that it opens, wherever the tree hangs the members:
 *
 *     There are promises of more patrols, stricter laws and the closure of bars.      more patrols, stricter laws and the closure of bars
 *     There are promises of calm, and the closure of a bar led to a riot.             calm: what has a verb of its own is no member
 */
export function wholeList({ trees, quotes }: Context, candidate: Candidate, kept: readonly Candidate[]): Candidate {
  const { content, cue, source } = candidate
  const [first, last] = [content[0] ?? -1, content.at(-1) ?? -1]
  if (trees.tags[cue].upos !== 'NOUN' || first < cue || trees.lower(first - 1) !== 'of') return candidate
  if (quotes.at[cue] >= 0 || source.some((i) => i > cue)) return candidate
  const { sentence } = trees.tokens[cue]
  let end = last
  let joined = false
  let member = false
  for (let i = last + 1; i < trees.length && trees.tokens[i].sentence === sentence; i++) {
    if (/^(VB[DPZ]|MD|W.*)$/.test(trees.tags[i].xpos) || /^[;:()–—-]$/.test(trees.lower(i))) return candidate
    if (kept.some((other) => other !== candidate && (other.cueWords.includes(i) || other.source.includes(i))))
      return candidate
    joined ||= trees.lower(i) === 'and'
    const head = trees.head(i)
    member ||= trees.plainRelation(i) === 'conj' && (head === cue || (head >= first && head <= last))
    if (trees.tags[i].upos !== 'PUNCT') end = i
  }
  if (!joined || !member || !/^(,|and)$/.test(trees.lower(last + 1))) return candidate
  const words = [...content]
  for (let i = last + 1; i <= end; i++) words.push(i)
  return { ...candidate, content: words }
}
