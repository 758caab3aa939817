import type { Act } from '../../model/Attribution.ts'
import type { AttributionVocabulary } from './AttributionVocabulary.ts'
import { byRule } from './byRule.ts'
import { type Context, reportingVerb } from './Context.ts'
import type { Candidate } from './candidates.ts'
import { isSpeaker } from './isSpeaker.ts'
import { isTensed, range } from './nounPhrases.ts'

/** Acts whose verbs mean little else, once they govern a clause. */
const FIRM = new Set<Act>(['denies', 'threatens', 'confirms', 'warns', 'accuses', 'doubts'])

/**
 * A verb of a firm act with a person for its subject and a clause of its own, which the models left out:
 *
 *     He pleaded not guilty and denied owning a rifle.                   He | denied | owning a rifle
 *     The caller threatened to release the files.                        The caller | threatened | to release the files
 *     The navy would neither confirm nor deny that it was aground.       The navy | confirm | that it was aground
 *     The flood threatened to burst the dam.                             nobody speaks
 */
export function firmSpeech(context: Context, vocabulary: AttributionVocabulary, i: number): Candidate | undefined {
  const { trees, quotes } = context
  if (trees.tags[i].upos !== 'VERB' || quotes.at[i] >= 0) return undefined
  const verb = reportingVerb(vocabulary.reportingVerbs, trees.lemma(i))
  if (verb?.act === undefined || !FIRM.has(verb.act)) return undefined
  const auxiliaries = trees.children(i).filter((c) => c < i && /^aux/.test(trees.relation(c)))
  if (auxiliaries.some((c) => trees.relation(c) === 'aux:pass')) return undefined
  if (!isTensed(trees, i) && !auxiliaries.some((c) => isTensed(trees, c))) return undefined
  const clause =
    trees.children(i).find((c) => c > i && isClauseOf(trees, c, verb.takes.includes('infinitive'))) ??
    sharedClause(trees, i)
  if (clause < 0) return undefined
  const subject = subjectOf(trees, i)
  if (subject < 0 || !isSpeaker(context, vocabulary, subject)) return undefined
  const content = range(trees.left(clause), trees.right(clause)).filter((k) => k > i)
  while (content.length > 0 && trees.tags[content[content.length - 1]].upos === 'PUNCT') content.pop()
  const source = range(trees.left(subject), Math.min(trees.right(subject), i - 1))
  while (source.length > 1 && trees.tags[source[source.length - 1]].upos === 'PUNCT') source.pop()
  return content.length < 2 ? undefined : byRule('firm-speech', i, source, content)
}

/** "that …", "to release …", "owning …" */
function isClauseOf(trees: Context['trees'], clause: number, infinitive: boolean): boolean {
  const relation = trees.plainRelation(clause)
  if (relation === 'ccomp') return true
  const mark = trees.lower(trees.child(clause, 'mark'))
  if (relation === 'xcomp') return infinitive || mark !== 'to'
  return relation === 'advcl' && trees.tags[clause].xpos === 'VBG' && mark === ''
}

/** "neither confirm nor deny | that …": the clause hangs on the second verb. */
function sharedClause(trees: Context['trees'], verb: number): number {
  const other = trees.children(verb).find((c) => c > verb && trees.plainRelation(c) === 'conj') ?? -1
  if (other < 0 || other - verb > 2 || trees.child(other, 'nsubj') >= 0) return -1
  return trees.child(other, 'ccomp')
}

function subjectOf(trees: Context['trees'], verb: number): number {
  for (let i = verb, steps = 0; i >= 0 && steps < 3; i = trees.head(i), steps++) {
    const subject = trees.children(i).find((c) => c < verb && trees.relation(c) === 'nsubj')
    if (subject !== undefined) return subject
    if (trees.plainRelation(i) !== 'conj') return -1
  }
  return -1
}
