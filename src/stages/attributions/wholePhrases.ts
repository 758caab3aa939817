import type { Context } from './Context.ts'
import type { Candidate } from './candidates.ts'

const OPENS = new Set(['DET', 'ADP', 'SCONJ', 'ADJ', 'NUM', 'AUX'])

/**
 * Takes a content to the end of the phrase that it breaks off in: "on Saturday | night", "had attacked a coast | guard post near the
 * port". It grows over words that hang on it in the tree, as far as the next mark, conjunction or cue.
 */
export function wholePhrases(context: Context, candidate: Candidate, kept: readonly Candidate[]): Candidate {
  const { trees, quotes } = context
  const { content, cue, source } = candidate
  const last = content[content.length - 1] ?? -1
  if (last < cue || source.some((i) => i > last)) return candidate
  const { sentence } = trees.tokens[last]
  const words = new Set(content)
  const isTaken = (i: number) => i === cue || kept.some((other) => other !== candidate && other.cueWords.includes(i))
  let end = last
  for (let i = last + 1; i < trees.length && trees.tokens[i].sentence === sentence; i++) {
    const { upos } = trees.tags[i]
    if (upos === 'PUNCT' || upos === 'CCONJ' || quotes.at[i] !== quotes.at[last] || isTaken(i)) break
    // "a coast | guard post": what stands before belongs to what follows; else it hangs on a word of the content.
    const joined = trees.head(end) > end && trees.head(end) - end < 4
    const begun = OPENS.has(trees.tags[end].upos) && end !== last
    if (!joined && !begun && !hangsOn(context, i, words)) break
    words.add(i)
    end = i
  }
  while (end > last && OPENS.has(trees.tags[end].upos)) words.delete(end--)
  return end === last ? candidate : { ...candidate, content: [...words].sort((a, b) => a - b) }
}

/** True where the word, or the phrase that it opens, hangs on a word of the content. */
function hangsOn({ trees }: Context, i: number, words: ReadonlySet<number>): boolean {
  let at = i
  for (let step = 0; step < 3 && at >= 0; step++) {
    const head = trees.head(at)
    if (words.has(head)) return !['conj', 'parataxis', 'advcl', 'discourse'].includes(trees.plainRelation(at))
    if (head < at) return false
    at = head
  }
  return false
}
