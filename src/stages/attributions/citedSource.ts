import type { AttributionVocabulary } from './AttributionVocabulary.ts'
import { byRule } from './byRule.ts'
import type { Context } from './Context.ts'
import type { Candidate } from './candidates.ts'
import { has } from './has.ts'
import { range } from './nounPhrases.ts'

/**
 * Whom a speaker has it from, in a participle beside the verb of saying: a source behind the speaker.
 *
 *     The paper said eleven had died, citing two doctors.       two doctors | citing | eleven had died
 *     Citing a customs log, the station said it had turned.     a customs log | Citing | it had turned
 *     The paper said the mayor had left, citing his health.     no source: a reason
 */
export function citedSource(
  { trees, document, quotes }: Context,
  { speakers, words: { citingVerbs, bodies, accountNouns } }: AttributionVocabulary,
  i: number,
  taken: readonly Candidate[],
): Candidate | undefined {
  if (trees.tags[i].xpos !== 'VBG' || !citingVerbs.has(trees.lemma(i)) || quotes.at[i] >= 0) return undefined
  const cited = trees.child(i, 'obj')
  if (cited < i) return undefined
  const lemma = trees.lemma(cited)
  const person = document.get('mentions').some(({ head, entity }) => {
    const kind = document.get('entities')[entity]?.kind ?? ''
    return head === cited && /^(?:person|group|organisation|public body)$/.test(kind)
  })
  const answers =
    person ||
    [speakers.offices, speakers.privatePeople, speakers.documents, speakers.posts, speakers.outletNouns, bodies].some(
      (words) => words.has(lemma),
    ) ||
    accountNouns.has(lemma) ||
    /^(?:source|people|person|media|witness|official)$/.test(lemma)
  if (!answers) return undefined
  const { sentence } = trees.tokens[i]
  const others = taken.filter(
    ({ cue, cueWords, content }) =>
      trees.tokens[cue].sentence === sentence && cue !== i && !cueWords.includes(i) && content.length > 1,
  )
  const speech = others.find(({ content }) => !has(content, i)) ?? others[0]
  if (speech === undefined) return undefined
  const source = range(trees.left(cited), Math.max(trees.right(cited), trees.right(i))).filter(
    (k) => !has(speech.source, k) && k !== speech.cue && (k > i || !has(speech.content, k)),
  )
  const comma = source.findIndex((k) => k > cited && trees.lower(k) === ',')
  if (comma >= 0 && i < speech.cue) source.length = comma
  while (source.length > 0 && trees.tags[source[source.length - 1]].upos === 'PUNCT') source.pop()
  return {
    ...byRule(
      'cited-source',
      i,
      source,
      speech.content.filter((k) => !has(source, k) && k !== i && !(trees.lower(k) === ',' && k === i - 1)),
    ),
    behind: speech.cue,
  }
}
