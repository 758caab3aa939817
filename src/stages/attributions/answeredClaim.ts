import type { Act } from '../../model/Attribution.ts'
import type { AttributionVocabulary } from './AttributionVocabulary.ts'
import type { Context } from './Context.ts'
import type { Candidate } from './candidates.ts'
import { has } from './has.ts'

const ANSWERS = new Set<Act>(['denies', 'doubts', 'confirms'])
const LONGEST = 4

/**
 * Whose claim an attribution answers, where its content only points back at it: an index among those before it.
 *
 *     The rebels say they shot it down, which the army denies.         the army denies what the rebels say
 *     The front claimed the raid. The ministry rejected the claim.     the ministry denies what the front claimed
 *     Velm accuses Sudmark of arming it; Sudmark denies this.          Sudmark denies what Velm says
 *     The mayor said he had left. The army denied the claim of a spy.  another claim
 */
export function answeredClaim(
  { trees }: Context,
  { reportingNouns, words: { hearsayNouns } }: AttributionVocabulary,
  read: readonly { readonly whole: Candidate; readonly parent?: number | undefined }[],
  index: number,
  act: Act,
): number | undefined {
  const { cue, source, content } = read[index].whole
  const words = content.filter((i) => trees.tags[i].upos !== 'PUNCT')
  if (!ANSWERS.has(act) || source.length === 0 || words.length === 0 || words.length > LONGEST) return undefined
  const relative = words.length === 1 && trees.lower(words[0]) === 'which'
  const pronoun = words.length === 1 && /^(?:this|that|something)$/.test(trees.lower(words[0]))
  const noun = words[words.length - 1]
  const points =
    relative ||
    pronoun ||
    (trees.tags[noun].upos === 'NOUN' &&
      (hearsayNouns.has(trees.lemma(noun)) || reportingNouns.nouns.has(trees.lemma(noun))) &&
      /^(?:a|an|the|this|that|these|those|both)$/.test(trees.lower(words[0])))
  if (!points) return undefined
  const { sentence } = trees.tokens[cue]
  const near = relative || /^(?:an?|something)$/.test(trees.lower(words[0])) ? 0 : 1
  for (let before = index - 1; before >= 0; before--) {
    const other = read[before].whole
    const last = other.content[other.content.length - 1] ?? -1
    if (sentence - trees.tokens[Math.max(last, 0)].sentence > near) return undefined
    const claims = other.source.length > 0 && other.content.length > 1 && other.content[0] < words[0]
    if (claims && !has(other.content, cue) && read[before].parent === undefined) return before
  }
  return undefined
}
