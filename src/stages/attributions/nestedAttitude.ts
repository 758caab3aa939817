import type { AttributionVocabulary } from './AttributionVocabulary.ts'
import type { ContentIndex } from './ContentIndex.ts'
import { type Context, reportingVerb } from './Context.ts'
import type { Candidate } from './candidates.ts'
import { range } from './nounPhrases.ts'

const HELD = new Set(['accuses', 'doubts', 'denies'])

/**
 * What others hold within what is said, by the verb's own subject and object; the corpus of the models marks none within
 * another.
 *
 *     The captain said investigators suspected the front.        investigators | suspected | the front
 *     She said that officials were not convinced that it was arson.
 *     The captain said he suspected the front.                   his own belief: no other source
 */
export function nestedAttitude(
  { trees, quotes }: Context,
  { reportingVerbs, reportingNouns }: AttributionVocabulary,
  i: number,
  taken: ContentIndex,
): Candidate | undefined {
  const { upos } = trees.tags[i]
  if ((upos !== 'VERB' && upos !== 'ADJ') || quotes.at[i] >= 0) return undefined
  if (!taken.holding(i).some(({ by }) => by === undefined)) return undefined
  const lemma = trees.lemma(i)
  const verb = upos === 'VERB' ? reportingVerb(reportingVerbs, lemma) : undefined
  const adjective = reportingNouns.adjectives.get(trees.lower(i))
  const clause = trees.child(i, 'ccomp')
  const object = trees.child(i, 'obj')
  const subject = trees.children(i).find((c) => /^nsubj/.test(trees.relation(c))) ?? -1
  const passive = trees.children(i).some((c) => trees.relation(c) === 'aux:pass')
  if (subject < 0 || subject > i) return undefined
  if (adjective !== undefined && object < 0) {
    if (adjective.act !== 'believes' || clause < i) return undefined
  } else {
    const firm = verb?.act === 'believes' && (verb.certainty === 'possible' || verb.certainty === 'probable')
    if (passive || (!firm && !HELD.has(verb?.act ?? ''))) return undefined
    // "believes the captain", "expects rain": of beliefs only suspicion has a thing for its content.
    if (clause < i && (object < i || (firm && lemma !== 'suspect'))) return undefined
  }
  // "said he suspected": the speaker's own belief, which the outer attribution holds.
  if (!['NOUN', 'PROPN'].includes(trees.tags[subject].upos) && !/^(?:some|many|most)$/.test(trees.lower(subject)))
    return undefined
  const governed = trees
    .children(i)
    .filter((c) => c > i && /^(?:obj|obl|ccomp|xcomp|advcl)$/.test(trees.plainRelation(c)))
  const last = Math.max(...governed.map((c) => trees.right(c)))
  const content = withoutMarks(
    trees,
    range(i + 1, last).filter((k) => taken.holding(k).length > 0),
  )
  const before = range(i - 3, i - 1).filter(
    (k) => k >= 0 && trees.head(k) === i && /^(?:aux|cop|advmod)/.test(trees.relation(k)),
  )
  const from = before.length > 0 && before[before.length - 1] === i - 1 ? Math.min(...before) : i
  return {
    cue: i,
    odds: 0,
    fit: 0,
    source: range(trees.left(subject), Math.min(trees.right(subject), from - 1)),
    cueWords: range(from, i),
    content,
    by: 'rule:attributions/nested-attitude',
  }
}

function withoutMarks(trees: Context['trees'], words: readonly number[]): readonly number[] {
  let to = words.length
  while (to > 0 && trees.tags[words[to - 1]].upos === 'PUNCT') to--
  return words.slice(0, to)
}
