import type { AttributionVocabulary } from './AttributionVocabulary.ts'
import { byRule } from './byRule.ts'
import type { ContentIndex } from './ContentIndex.ts'
import type { Context } from './Context.ts'
import type { Candidate } from './candidates.ts'
import { range } from './nounPhrases.ts'

const DENIED = new Set(['deny', 'dismiss', 'reject', 'refute', 'rebut', 'doubt', 'confirm', 'investigate', 'probe'])

/**
 * What others put in words, by a noun within what is said:
 *
 *     Villagers doubt the ministry's promise that the well will reopen.      the ministry | promise | that the well …
 *     The board dismissed reports that it had met.                           nobody | reports | that it had met
 *     The board read the reports of its auditors.                            no words that are passed on
 */
export function nestedNoun(
  { trees, quotes }: Context,
  { reportingNouns, words: { hearsayNouns } }: AttributionVocabulary,
  i: number,
  taken: ContentIndex,
): Candidate | undefined {
  if (trees.tags[i].upos !== 'NOUN' || quotes.at[i] >= 0 || !reportingNouns.nouns.has(trees.lemma(i))) return undefined
  if (taken.holding(i).length === 0) return undefined
  // A threat or a promise to do something is said; a decision or a plan to do it need not be.
  const meant = /^(?:promises|threatens)$/.test(reportingNouns.nouns.get(trees.lemma(i))?.act ?? '')
  const clause =
    trees
      .children(i)
      .find(
        (c) =>
          c > i &&
          /^(?:acl|ccomp)$/.test(trees.plainRelation(c)) &&
          trees.relation(c) !== 'acl:relcl' &&
          (trees.lower(trees.child(c, 'mark')) === 'that' || (meant && trees.lower(trees.child(c, 'mark')) === 'to')),
      ) ?? -1
  if (clause < 0) return undefined
  const content = range(trees.left(clause), trees.right(clause)).filter((k) => taken.holding(k).length > 0)
  const owner = trees.children(i).find((c) => trees.relation(c) === 'nmod:poss') ?? -1
  if (owner >= 0) {
    if (trees.tags[owner].upos === 'PRON') return undefined
    const source = range(trees.left(owner), trees.right(owner)).filter((k) => trees.plainRelation(k) !== 'case')
    return byRule('nested-noun', i, source, content)
  }
  const governor = trees.head(i)
  if (governor < 0 || !hearsayNouns.has(trees.lemma(i)) || !DENIED.has(trees.lemma(governor))) return undefined
  return byRule('nested-noun', i, [], content)
}
