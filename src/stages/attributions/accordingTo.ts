import type { Context } from './Context.ts'
import type { Candidate } from './candidates.ts'
import { isTensed, range } from './nounPhrases.ts'

/**
 * What follows "According to X" at the head of a sentence, where the labels found nothing or took the words of an aside
 * about the source:
 *
 *     According to an officer, who spoke on condition of anonymity, the crates held rifles.    the crates held rifles
 *     The crates held rifles, according to two officers, who asked not to be named.            left as it is
 */
export function withAccordingTo(context: Context, candidate: Candidate): Candidate {
  const { trees, quotes, document } = context
  const { cue, cueWords, source, content } = candidate
  const last = source[source.length - 1] ?? -1
  if (last < cue || !cueWords.some((i) => trees.lower(i) === 'according')) return candidate
  // "said that, according to the coroner, …": the conjunction belongs to what stands around.
  const that = trees.lower(cue - 1) === ',' ? cue - 2 : cue - 1
  if (that >= 0 && trees.lower(that) === 'that' && trees.plainRelation(that) === 'mark') {
    const behind = content.filter((i) => i > last && !(i === last + 1 && trees.lower(i) === ','))
    if (behind.length > 1) return { ...candidate, content: behind }
  }
  const sentence = document.get('sentences')[trees.tokens[cue].sentence]
  if (sentence === undefined || trees.tokens[last].sentence !== trees.tokens[cue].sentence) return candidate
  const aside = /^(?:who|whose|which|speaking|asking|citing)$/.test(
    trees.lower(last + 2 < sentence.to ? last + 2 : last),
  )
  if (trees.lower(last + 1 < sentence.to ? last + 1 : last) !== ',' || !aside) return candidate
  if (content.some((i) => quotes.at[i] >= 0)) return candidate
  if (cue > sentence.from + 2) {
    const behind = content.filter((i) => i < cue)
    return behind.length > 0 ? { ...candidate, content: behind } : candidate
  }
  // The aside ends at the first comma behind which a clause of its own begins.
  let comma = -1
  for (let i = last + 2; i < sentence.to; i++) {
    if (trees.lower(i) !== ',' || quotes.at[i] >= 0) continue
    const next = trees.tags[i + 1]?.upos ?? 'PUNCT'
    const opens = ['DET', 'NOUN', 'PROPN', 'PRON', 'NUM', 'ADJ', 'ADP'].includes(next)
    if (opens && range(i + 1, sentence.to - 1).some((k) => isTensed(trees, k) || trees.tags[k].xpos === 'VBN')) {
      comma = i
      break
    }
  }
  if (comma < 0) return candidate
  let to = sentence.to - 1
  while (to > comma && trees.tags[to].upos === 'PUNCT') to--
  return { ...candidate, content: range(comma + 1, to) }
}
