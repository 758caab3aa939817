import type { Context, ReportingVocabulary } from './Context.ts'
import type { Candidate } from './candidates.ts'
import { has } from './has.ts'
import { isRelative, isTensed, phraseBefore, phraseUpTo, range, TIME } from './nounPhrases.ts'
import { sourceHead } from './sourceOf.ts'

/**
 * Puts a noun phrase where the labels took words for the source that are none:
 *
 *     Six weeks after the raid, a teacher told …     not “Six weeks”: what stands before the verb
 *     One boy who came back described a camp          the relative clause belongs to the boy, “back” to “came”
 *     a speaker of the Brigade of the Lake warned     not “Lake”: the whole phrase of the verb's subject
 */
export function mendSource(context: Context, candidate: Candidate): Candidate {
  const { trees } = context
  const { cue } = candidate
  if (candidate.source.length === 0 || trees.tags[cue].upos !== 'VERB') return candidate
  const phrase = meant(context, candidate)
  if (phrase.length === 0) return candidate
  const source = phrase.filter((i) => i !== cue)
  return {
    ...candidate,
    source,
    cueWords: candidate.cueWords.filter((i) => i === cue || !has(source, i)),
    content: candidate.content.filter((i) => !has(source, i)),
  }
}

/** The phrase that is the source in truth; empty where the labels are as good. */
function meant(context: Context, candidate: Candidate): readonly number[] {
  const { trees } = context
  const { cue, source, content } = candidate
  const before = source[source.length - 1] < cue
  if (before && isRelative(trees, source[0]))
    return source.some((i) => isTensed(trees, i)) ? withAntecedent(context, source) : []
  const close = before ? phraseBefore(context, cue) : []
  const near = close.length > 0 && TIME.test(trees.lower(close[close.length - 1])) ? [] : close
  if (before && isBroken(context, source)) {
    if (near.length > 0) return near
    return subjectPhrase(context, cue).filter((i) => !has(content, i))
  }
  // The relative clause of the source runs on to the verb: "A boy who came | back described".
  const relative = source.findIndex((i) => isRelative(trees, i))
  if (before && relative > 0 && near.length > source.length && near[0] === source[0]) return near
  // A piece of the name or of the phrase of the subject: "Lake" of "the Brigade of the Lake".
  const subject = trees.children(cue).find((c) => trees.relation(c) === 'nsubj') ?? -1
  if (
    before &&
    subject >= 0 &&
    !has(source, subject) &&
    source.every((i) => i > subject && trees.dominates(subject, i))
  ) {
    const between = range(subject, source[0])
    if (!between.some((i) => trees.tags[i].upos === 'PUNCT' || isTensed(trees, i)))
      return range(trees.left(subject), source[source.length - 1])
  }
  return []
}

/** True for words that are no noun phrase: a finite verb outside of a relative clause, a preposition first, a stretch of time. */
function isBroken({ trees, quotes }: Context, source: readonly number[]): boolean {
  if (source.some((i) => quotes.at[i] >= 0)) return false
  const relative = source.find((i) => isRelative(trees, i)) ?? Number.POSITIVE_INFINITY
  if (source.some((i) => isTensed(trees, i) && i < relative && trees.tags[i].upos !== 'PROPN')) return true
  const { upos, xpos } = trees.tags[source[0]]
  if (
    upos === 'SCONJ' ||
    (upos === 'ADP' && xpos === 'IN' && !/^(?:about|around|over|under|up|nearly|at)$/.test(trees.lower(source[0])))
  )
    return true
  // "Some crossed the lake": a past tense taken for a participle.
  const verb = source.find((i) => trees.tags[i].xpos === 'VBN' && i > source[0] && i < relative)
  if (verb !== undefined && trees.children(verb).some((c) => c > verb && trees.plainRelation(c) === 'obj')) return true
  const head = sourceHead(trees, { source } as Candidate)
  return head >= 0 && TIME.test(trees.lower(head))
}

/** "who came back" with the noun that it describes. */
function withAntecedent({ trees }: Context, source: readonly number[]): readonly number[] {
  const from = source[0]
  if (!/^(?:who|which)$/.test(trees.lower(from)) || from === 0) return []
  const last = trees.lower(from - 1) === ',' ? from - 2 : from - 1
  const noun = phraseUpTo(trees, last)
  if (noun.length === 0) return []
  // Set off by a comma it is the noun alone that speaks.
  return last === from - 1 ? range(noun[0], source[source.length - 1]) : noun
}

function subjectPhrase({ trees }: Context, cue: number): number[] {
  const subject = trees.children(cue).find((c) => trees.relation(c) === 'nsubj') ?? -1
  if (subject < 0 || /^(?:it|there|that|this)$/.test(trees.lower(subject))) return []
  return range(
    trees.left(subject),
    Math.max(subject, Math.min(trees.right(subject), subject < cue ? cue - 1 : trees.right(subject))),
  )
}

/** "The ministry denies reports that …": a verb that was taken for a noun of the source is the cue, what followed its content. */
export function withHiddenVerb({ trees }: Context, candidate: Candidate, vocabulary: ReportingVocabulary): Candidate {
  const { cue, source, content, cueWords } = candidate
  const verb = source[source.length - 1] ?? -1
  if (verb < 0 || source.length < 2 || verb !== cue - 1 || trees.tags[verb].upos !== 'NOUN') return candidate
  if (!vocabulary.reportingNouns.nouns.has(trees.lemma(cue))) return candidate
  const known = vocabulary.reportingVerbs.get(trees.lemma(verb))
  const noun = vocabulary.reportingNouns.nouns.has(trees.lemma(verb))
  if (known?.act === undefined || !known.takes.includes('noun') || noun) return candidate
  const behind = [...new Set([...cueWords.filter((i) => i > verb), cue, ...content])].sort((a, b) => a - b)
  return { ...candidate, cue: verb, cueWords: [verb], source: source.slice(0, -1), content: behind }
}
