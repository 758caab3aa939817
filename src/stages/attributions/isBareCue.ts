import type { AttributionWords } from '../../vocabulary/AttributionWords.ts'
import type { Context } from './Context.ts'
import type { Candidate } from './candidates.ts'

/**
 * True for words that only look like a cue, for want of what a cue has:
 *
 *     He had been detained and questioned.       a participle joined to a passive: it was done to him
 *     one of the most wanted men                 a participle that describes a noun
 *     Longing for the sea                        a heading that nobody says
 *     Analysis: Why the truce failed             a label that is nobody's name
 *     01:20 - Source: Pier News                  a credit line
 */
export function isBareCue(
  { document, trees, paragraph, paragraphFrom, paragraphTo }: Context,
  candidate: Candidate,
  { headingLabels, hearsayNouns }: AttributionWords,
): boolean {
  const { cue, source, content, by } = candidate
  if (document.get('paragraphs')[paragraph[cue]]?.kind === 'byline') return true
  if (trees.tokens[cue].text === ':' && source.length > 0 && source.every((i) => headingLabels.has(trees.lower(i))))
    return true
  // "Rumour has it that …": the noun is the cue, as the rule for hearsay has it.
  const rumour = cue > 0 && trees.lower(cue) === 'has' && trees.lower(Math.min(cue + 1, trees.length - 1)) === 'it'
  if (by === undefined && rumour && hearsayNouns.has(trees.lower(cue - 1).replace(/s$/, ''))) return true
  // "a video posted online": a participle of what is no speaker
  if (content.length === 0 && trees.tags[cue].xpos === 'VBN' && trees.plainRelation(cue) === 'acl') return true
  if (content.length === 0 && /^VB[ND]$/.test(trees.tags[cue].xpos) && trees.plainRelation(cue) === 'conj') {
    const first = trees.head(cue)
    return first >= 0 && first < cue && trees.children(first).some((c) => trees.relation(c) === 'aux:pass')
  }
  const noun = trees.head(cue)
  if (
    trees.plainRelation(cue) === 'amod' &&
    noun === cue + 1 &&
    /^VB[DN]$/.test(trees.tags[cue].xpos) &&
    source.length > 0
  )
    return true
  const from = paragraphFrom[paragraph[cue]]
  const to = paragraphTo[paragraph[cue]]
  const closed = /[.?!:”"’]/.test(trees.tokens[to - 1].text)
  return by === undefined && source.length === 0 && !closed && to - from < 9 && trees.tags[cue].xpos === 'VBG'
}
