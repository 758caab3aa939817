import type { AttributionVocabulary } from './AttributionVocabulary.ts'
import { type Context, reportingVerb } from './Context.ts'
import type { Candidate } from './candidates.ts'
import { has } from './has.ts'
import { isTensed, isTime, nounPhraseUpTo, range } from './nounPhrases.ts'
import { subjectAsSource } from './subjectAsSource.ts'

const AFTER = new Set(['NOUN', 'PROPN', 'PRON', 'DET', 'ADJ', 'NUM', 'ADP', 'ADV', 'PART'])

/**
 * Reads a cue that is set into, or behind, what was said, by its commas; trees go wrong there.
 *
 *     Some crossed the lake, she said; others were caught.      content before and after
 *     The bridge will open in May, the engineer told reporters.  content before, up to the comma
 */
export function withInsertedCue(
  context: Context,
  candidate: Candidate,
  kept: readonly Candidate[],
  { reportingVerbs, words }: AttributionVocabulary,
): Candidate {
  const { trees, quotes, document } = context
  const { cue } = candidate
  if (!isTensed(trees, cue) || !reportingVerb(reportingVerbs, trees.lemma(cue))?.takes.includes('quote'))
    return candidate
  const sentence = document.get('sentences')[trees.tokens[cue].sentence]
  if (sentence === undefined || sentence.to - sentence.from > 120) return candidate
  for (let i = sentence.from; i < sentence.to; i++) if (quotes.at[i] >= 0) return candidate
  const source = sourceBefore(context, cue)
  if (source.length === 0) return beforeHeadline(context, candidate)
  const comma = source[0] - 1
  if (comma <= sentence.from + 1 || trees.lower(comma) !== ',') return candidate
  const after = endOfInsertion(context, cue, sentence.to, words)
  if (after < 0) return candidate
  const mark = trees.lower(after)
  const ends = mark !== ',' && mark !== ';' && mark !== '—'
  let first = sentence.from
  while (
    first < comma &&
    (['CCONJ', 'PUNCT'].includes(trees.tags[first].upos) || /^(?:meanwhile|however|also)$/.test(trees.lower(first)))
  )
    first++
  const own = candidate.content[0]
  if (own !== undefined && own < first && own >= sentence.from) first = own
  if (own !== undefined && own > first && own < comma && !range(first, own - 1).some((i) => isVerb(context, i)))
    first = own
  const before = range(first, comma - 1)
  const rest = ends ? [] : withoutStop(context, range(after + 1, sentence.to - 1))
  if (![...before, ...rest].some((i) => isVerb(context, i)) || !isClause(context, before, rest)) return candidate
  // Who else speaks behind the insertion has a content of their own.
  const another = rest.some((i) =>
    kept.some((other) => other !== candidate && other.cue === i && other.source.some((k) => has(rest, k))),
  )
  const elsewhere = candidate.content.filter((i) => i < sentence.from || i >= sentence.to)
  const behind = another ? candidate.content.filter((i) => i > after) : rest
  return {
    ...candidate,
    source,
    cueWords: candidate.cueWords.filter((i) => i === cue || (!has(source, i) && trees.tags[i].upos !== 'PUNCT')),
    content: [...before, ...behind, ...elsewhere].sort((a, b) => a - b),
  }
}

/** "Ferry crew were drunk, says harbour master": a heading, whose verb stands before its subject. */
function beforeHeadline(context: Context, candidate: Candidate): Candidate {
  const { trees, paragraph, paragraphFrom } = context
  const { cue, content } = candidate
  const source = subjectAsSource(context, candidate)
  const from = paragraphFrom[paragraph[cue]]
  if (source[0] !== cue + 1 || trees.lower(cue - 1) !== ',' || content.some((i) => i < cue) || cue - from > 30)
    return candidate
  return { ...candidate, source, content: range(from, cue - 2) }
}

const isVerb = ({ trees }: Context, i: number): boolean =>
  isTensed(trees, i) || (trees.tags[i].xpos === 'VBN' && trees.child(i, 'obj') >= 0)

/** Not "In May", nor "When asked about it": words that only lead up to the cue's own clause. */
function isClause(context: Context, before: readonly number[], rest: readonly number[]): boolean {
  const { trees } = context
  if (before.some((i) => isVerb(context, i))) return rest.length > 0 || !/^(?:SCONJ)$/.test(trees.tags[before[0]].upos)
  return (
    before.some((i) => ['NOUN', 'PROPN', 'PRON'].includes(trees.tags[i].upos)) && trees.tags[before[0]].upos !== 'ADP'
  )
}

/** ", the head of the mine said": the noun phrase between the comma and the verb. */
function sourceBefore({ trees }: Context, cue: number): number[] {
  let last = cue - 1
  while (last > 0 && trees.tags[last].upos === 'ADV') last--
  return nounPhraseUpTo(trees, last)
}

/** The mark that ends ", the engineer told reporters on Friday,": -1 where a clause follows instead. */
function endOfInsertion(
  { trees }: Context,
  cue: number,
  to: number,
  { tellingVerbs, spansOfTime }: AttributionVocabulary['words'],
): number {
  // Only who is told, or when, stands right behind it: "said Friday", "told reporters"; not "offered loans".
  if (cue + 1 === to) return cue
  const next = trees.tags[cue + 1]
  const free = ['PUNCT', 'ADP', 'ADV'].includes(next?.upos ?? '') || tellingVerbs.has(trees.lemma(cue))
  if (next === undefined || (!free && !isTime(trees, cue + 1, spansOfTime))) return -1
  for (let i = cue + 1; i < to && i - cue < 10; i++) {
    if (trees.tags[i].upos === 'PUNCT') return /^[,;.—]$/.test(trees.lower(i)) ? i : -1
    if (!AFTER.has(trees.tags[i].upos) || (trees.lower(i) === 'to' && trees.tags[i].upos === 'PART')) return -1
  }
  return -1
}

function withoutStop({ trees }: Context, words: number[]): number[] {
  let to = words.length
  while (to > 0 && trees.tags[words[to - 1]].upos === 'PUNCT') to--
  return words.slice(0, to)
}
