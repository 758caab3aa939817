import type { AttributionVocabulary } from './AttributionVocabulary.ts'
import type { Context } from './Context.ts'
import type { Candidate } from './candidates.ts'
import { has } from './has.ts'
import { range } from './nounPhrases.ts'

const BY = new Set(['in', 'on', 'via', 'through', 'by', 'over', 'from'])

/**
 * What a source spoke through, beside the verb of saying: its words, empty where the text does not tell.
 *
 *     The mayor said on Twitter that the bridge was gone.        on Twitter
 *     In a video posted online, the front claimed the raid.      In a video posted online
 *     The mayor said on Friday that the bridge was gone.         no medium: a time
 *     The mayor spoke of rumours on Twitter.                     what he spoke of
 */
export function mediumOf(
  { trees }: Context,
  { speakers: { posts, documents, outletNouns } }: AttributionVocabulary,
  { cue, cueWords, source, content }: Candidate,
): readonly number[] {
  if (cueWords.length === 0) return []
  for (const word of [...new Set([cue, ...cueWords])]) {
    for (const noun of trees.children(word)) {
      if (!/^(?:obl|nmod)$/.test(trees.plainRelation(noun)) || has(content, noun) || has(source, noun)) continue
      const mark = trees.child(noun, 'case')
      if (mark < 0 || mark > noun || !BY.has(trees.lower(mark))) continue
      const lemma = trees.lemma(noun)
      const lower = trees.lower(noun)
      const medium = [posts, documents, outletNouns].some((words) => words.has(lemma) || words.has(lower))
      if (!medium && trees.lower(mark) !== 'via') continue
      const words = range(trees.left(noun), trees.right(noun)).filter((i) => !has(content, i) && !has(source, i))
      while (words.length > 0 && trees.tags[words[words.length - 1]].upos === 'PUNCT') words.pop()
      const from = words.indexOf(mark)
      return from < 0 ? [] : words.slice(from)
    }
  }
  return []
}
