import type { AttributionVocabulary } from './AttributionVocabulary.ts'
import { byRule } from './byRule.ts'
import type { ContentIndex } from './ContentIndex.ts'
import { type Context, reportingVerb } from './Context.ts'
import type { Candidate } from './candidates.ts'
import { isTensed, range } from './nounPhrases.ts'

/**
 * What others say within what is said, by the verb's own subject and clause; the corpus of the models marks none within
 * another.
 *
 *     The service said inmates had told chaplains that a guard smuggled it in.     inmates | had told | that a guard …
 *     Papers allege that Dunn told an agent: “I know the judge.”                   Dunn | told | “I know the judge.”
 *     They complained that they were told to ignore the light.                     nobody | told | to ignore the light
 *     The clinic says recruits described how a sergeant ordered them to sing.      a sergeant | ordered | to sing
 *     She told the court that a porter had reported hearing a shot.                a porter | had reported | hearing a shot
 *     The mayor said he had told them that it was over.                            his own words: no other source
 */
export function nestedSpeech(
  context: Context,
  { reportingVerbs, words: { tellingVerbs } }: AttributionVocabulary,
  i: number,
  taken: ContentIndex,
): Candidate | undefined {
  const { trees, quotes } = context
  if (trees.tags[i].upos !== 'VERB') return undefined
  const verb = reportingVerb(reportingVerbs, trees.lemma(i))
  if (verb?.act === undefined || verb.act === 'believes' || verb.act === 'doubts') return undefined
  // What "proves" or "shows" something need not say it.
  if (verb.signature === '+/o' || (!verb.takes.includes('quote') && verb.signature !== 'o/o')) return undefined
  const around = taken.holding(i)
  if (around.length === 0) return undefined
  const { to: end } = context.document.get('sentences')[trees.tokens[i].sentence]
  const inside = (k: number) => quotes.at[k] === quotes.at[i] && around.some(({ content }) => content.includes(k))
  const auxiliaries = trees.children(i).filter((c) => c < i && /^aux/.test(trees.relation(c)))
  const from = auxiliaries.length > 0 && auxiliaries.length === i - auxiliaries[0] ? auxiliaries[0] : i
  const made = (source: readonly number[], content: readonly number[]) => {
    const kept = withoutMarks(trees, content)
    return kept.length < 2 ? undefined : byRule('nested-speech', i, source, kept, range(from, i))
  }
  const passive = trees.children(i).some((c) => trees.relation(c) === 'aux:pass')
  if (passive) {
    const told = trees.children(i).find((c) => c > i && /^(?:ccomp|xcomp)$/.test(trees.plainRelation(c))) ?? -1
    const agent = trees.children(i).some((c) => trees.relation(c) === 'obl:agent')
    if (!tellingVerbs.has(trees.lemma(i)) || told < 0 || agent) return undefined
    return made([], range(trees.left(told), trees.right(told)).filter(inside))
  }
  if (!isTensed(trees, i) && !auxiliaries.some((c) => isTensed(trees, c))) return undefined
  const subject = trees.children(i).find((c) => c < i && trees.relation(c) === 'nsubj') ?? -1
  if (subject < 0 || !inside(subject)) return undefined
  const named = ['NOUN', 'PROPN', 'NUM'].includes(trees.tags[subject].upos)
  if (!named && !/^(?:some|many|most|others|several)$/.test(trees.lower(subject))) return undefined
  const quoted = range(i + 1, Math.min(end - 1, i + 12)).find((k) => quotes.at[k] >= 0 && quotes.at[k] !== quotes.at[i])
  if (quoted !== undefined && /^[:,]$/.test(trees.lower(quoted - 1)) && verb.takes.includes('quote')) {
    const quotation = quotes.list[quotes.at[quoted]]
    return made(sourceOf(context, subject, from), range(quotation.from, quotation.to - 1))
  }
  // "what the crew described as a collision"
  if (trees.lower(Math.max(0, trees.left(subject) - 1)) === 'what' && trees.relation(i).startsWith('acl')) {
    const named = range(i + 1, trees.right(i)).filter((k) => trees.lower(k) !== 'as')
    return made(sourceOf(context, subject, from), named.filter(inside))
  }
  const own = clauseOf(context, i)
  const clause =
    own > i ? own : deedOf(context, i, verb.takes.includes('infinitive') || tellingVerbs.has(trees.lemma(i)))
  const hearer = trees.child(i, 'iobj')
  if (clause < i && hearer > i && tellingVerbs.has(trees.lemma(i))) {
    // "had told him | the safe was empty", whatever the tree hangs it on.
    const rest = range(trees.right(hearer) + 1, end - 1).filter(inside)
    return rest.some((k) => isTensed(trees, k)) ? made(sourceOf(context, subject, from), rest) : undefined
  }
  if (clause < i || !isPredicate(trees, clause)) return undefined
  return made(sourceOf(context, subject, from), range(trees.left(clause), trees.right(clause)).filter(inside))
}

const isPredicate = (trees: Context['trees'], i: number): boolean =>
  ['VERB', 'AUX'].includes(trees.tags[i].upos) || trees.child(i, 'cop') >= 0

/** The clause that is said: the verb's own, or one with "that" on the word for whom it was said to. */
function clauseOf({ trees }: Context, verb: number): number {
  const own = trees.child(verb, 'ccomp')
  if (own > verb) return own
  const hearer = trees.child(verb, 'iobj', 'obj')
  if (hearer < verb) return -1
  const clause = trees.children(hearer).find((c) => c > hearer && /^(?:acl|ccomp)$/.test(trees.plainRelation(c))) ?? -1
  return clause >= 0 && trees.lower(trees.left(clause)) === 'that' && trees.relation(clause) !== 'acl:relcl'
    ? clause
    : -1
}

/** What is to be done, or was: "ordered them | to sing", "reported | hearing a shot". */
function deedOf({ trees }: Context, verb: number, infinitive: boolean): number {
  const deed = trees.child(verb, 'xcomp')
  if (deed < verb || trees.tags[deed].upos !== 'VERB') return -1
  const mark = trees.lower(trees.left(deed))
  return (mark === 'to' && infinitive) || trees.tags[deed].xpos === 'VBG' ? deed : -1
}

const sourceOf = ({ trees }: Context, subject: number, from: number): number[] =>
  withoutMarks(trees, range(trees.left(subject), Math.min(trees.right(subject), from - 1)))

function withoutMarks(trees: Context['trees'], words: readonly number[]): number[] {
  let to = words.length
  while (to > 0 && trees.tags[words[to - 1]].upos === 'PUNCT' && !/^["”]|''/.test(trees.tokens[words[to - 1]].text))
    to--
  return words.slice(0, to)
}
