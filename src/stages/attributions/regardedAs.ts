import type { AttributionVocabulary } from './AttributionVocabulary.ts'
import { byRule } from './byRule.ts'
import { type Context, reportingVerb } from './Context.ts'
import type { Candidate } from './candidates.ts'
import { range } from './nounPhrases.ts'

/**
 * What somebody is held to be, in a participle behind the noun:
 *
 *     The courier, regarded by officials as the planner, …    officials | regarded | The courier … as the planner
 *     The courier, chased by officials, …                     nobody's view
 */
export function regardedAs(
  { trees, known }: Context,
  { reportingVerbs }: AttributionVocabulary,
  i: number,
): Candidate | undefined {
  if (trees.tags[i].xpos !== 'VBN' || known[i] === 0 || trees.plainRelation(i) !== 'acl') return undefined
  if (reportingVerb(reportingVerbs, trees.lemma(i))?.act !== 'believes') return undefined
  const agent = trees.children(i).find((c) => c > i && trees.lower(trees.child(c, 'case')) === 'by') ?? -1
  const of = trees.head(i)
  if (agent < 0 || of > i || !range(agent, trees.right(i)).some((word) => trees.lower(word) === 'as')) return undefined
  const who = range(i + 2, agent)
  let to = i - 1
  while (to > of && trees.plainRelation(to) === 'punct') to--
  const role = range(agent + 1, trees.right(i)).filter((word) => trees.plainRelation(word) !== 'punct')
  return byRule('regarded-as', i, who, [...range(trees.left(of), to), ...role])
}
