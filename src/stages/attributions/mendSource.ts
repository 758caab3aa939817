import type { AttributionVocabulary } from './AttributionVocabulary.ts'
import type { Context, ReportingVocabulary } from './Context.ts'
import type { Candidate } from './candidates.ts'
import { has } from './has.ts'
import { isRelative, isTensed, isTime, nounPhraseUpTo, phraseBefore, phraseUpTo, range } from './nounPhrases.ts'
import { sourceHead } from './sourceOf.ts'
import { subjectAsSource } from './subjectAsSource.ts'

/**
 * Puts a noun phrase where the labels took words for the source that are none:
 *
 *     Six weeks after the raid, a teacher told …     not “Six weeks”: what stands before the verb
 *     One boy who came back described a camp          the relative clause belongs to the boy, “back” to “came”
 *     a speaker of the Brigade of the Lake warned     not “Lake”: the whole phrase of the verb's subject
 */
export function mendSource(context: Context, candidate: Candidate, { words }: AttributionVocabulary): Candidate {
  const { trees } = context
  const { cue } = candidate
  if (candidate.source.length === 0) {
    const subject = subjectAsSource(context, candidate)
    if (subject.length > 0 && isClosedClause(context, subject, cue)) {
      return { ...candidate, source: withAntecedent(context, subject) }
    }
    return withExperiencer(context, candidate, words)
  }
  if (trees.tags[cue].upos !== 'VERB') return candidate
  if (isRaised(context, candidate)) {
    const { source, content } = candidate
    return { ...candidate, source: [], content: [...source, ...content].sort((a, b) => a - b) }
  }
  if (isImpersonal(context, candidate, words)) return { ...candidate, source: [] }
  const phrase = meant(context, candidate, words.spansOfTime)
  if (phrase.length === 0) return candidate
  const source = phrase.filter((i) => i !== cue)
  return {
    ...candidate,
    source,
    cueWords: candidate.cueWords.filter((i) => i === cue || !has(source, i)),
    content: candidate.content.filter((i) => !has(source, i)),
  }
}

/** "The driver, who is at large, is believed to be in Paris", "believed to be a smuggler": of whom it is believed, nobody says by whom. */
function isRaised({ trees }: Context, { cue, source }: Candidate): boolean {
  if (!/^VB[ND]$/.test(trees.tags[cue].xpos) || trees.child(cue, 'obj') >= 0 || source[source.length - 1] > cue)
    return false
  if (trees.children(cue).some((c) => trees.relation(c) === 'obl:agent')) return false
  // "is accused of recruiting"
  const passive = trees.child(cue, 'aux:pass') >= 0
  if (passive && ACCUSING.test(trees.lemma(cue)))
    return trees.children(cue).some((c) => trees.lower(trees.left(c)) === 'of')
  const content = trees.child(cue, 'xcomp')
  if (!RAISING.test(trees.lemma(cue)) || content < 0) return false
  return trees.children(content).some((c) => trees.lower(c) === 'to' && trees.plainRelation(c) === 'mark')
}
const RAISING = /^(?:believe|think|say|suspect|presume|report|rumou?r|allege)$/
const ACCUSING = /^(?:accuse|suspect)$/

/** "It emerged on Friday that the alarm had been off": "it" is nobody. */
const isImpersonal = (
  { trees }: Context,
  { cue, source }: Candidate,
  { impersonalVerbs }: AttributionVocabulary['words'],
): boolean => source.length === 1 && trees.lower(source[0]) === 'it' && impersonalVerbs.has(trees.lemma(cue))

/** "The mayor is convinced …": the one who is convinced is the source, not content. */
function withExperiencer(
  { trees }: Context,
  candidate: Candidate,
  { convictions }: AttributionVocabulary['words'],
): Candidate {
  const { cue, content } = candidate
  const active =
    trees.tags[cue].xpos === 'VBN' && trees.children(cue).every((c) => !/^(?:aux|cop)/.test(trees.relation(c)))
  if (!convictions.has(trees.lower(cue)) && !(active && trees.child(cue, 'xcomp', 'ccomp') > cue)) return candidate
  const first = content[0] ?? -1
  const subject = trees.children(cue).find((c) => c < cue && /^nsubj/.test(trees.relation(c))) ?? -1
  if (subject < 0 || !has(content, subject) || trees.lower(subject) === 'it') return candidate
  const source = range(Math.max(first, trees.left(subject)), trees.right(subject))
  return { ...candidate, source, content: content.filter((i) => !has(source, i)) }
}

/** The phrase that is the source in truth; empty where the labels are as good. */
function meant(context: Context, candidate: Candidate, spansOfTime: ReadonlySet<string>): readonly number[] {
  const { trees } = context
  const { cue, source, content } = candidate
  const before = source[source.length - 1] < cue
  if (before && isClosedClause(context, source, cue)) return withAntecedent(context, source)
  const pronoun = source[source.length - 1]
  // "The mayor, who | rejected": the pronoun begins what is said about the source.
  if (source.length > 2 && before && /^(?:who|which)$/.test(trees.lower(pronoun)) && trees.lower(pronoun - 1) === ',')
    return source.filter((i) => i < pronoun - 1)
  // "The mayor, who was | on leave, rejected": an aside about the source belongs to it as a whole or not at all.
  const aside = source.findIndex((i) => i > source[0] + 1 && /^(?:who|which)$/.test(trees.lower(i)))
  if (before && aside > 1 && trees.lower(source[aside] - 1) === ',' && pronoun < cue - 2)
    return source.filter((i) => i < source[aside] - 1)
  if (before && isRelative(trees, source[0]))
    return source.some((i) => isTensed(trees, i)) ? withAntecedent(context, source) : []
  const close = before ? phraseBefore(context, cue) : []
  const near = close.length > 0 && isTime(trees, close[close.length - 1], spansOfTime) ? [] : close
  if (before && isBroken(context, source, spansOfTime)) {
    if (near.length > 0) return near
    return subjectPhrase(context, cue, spansOfTime).filter((i) => !has(content, i))
  }
  const wider = before ? withFirstNoun(context, source, spansOfTime) : []
  if (wider.length > 0) return wider
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

/** "The group, which held the port, denied": the pronoun is not the subject of what comes behind its clause. */
function isClosedClause({ trees }: Context, source: readonly number[], cue: number): boolean {
  if (source.length !== 1 || !/^(?:who|which)$/.test(trees.lower(source[0])) || cue - source[0] > 40) return false
  if (trees.tokens[cue - 1].text !== ',' || trees.tokens[source[0]].sentence !== trees.tokens[cue].sentence)
    return false
  return range(source[0], cue - 2).some((i) => isTensed(trees, i))
}

/** True for words that are no noun phrase: a finite verb outside of a relative clause, a preposition first, a stretch of time. */
function isBroken({ trees, quotes }: Context, source: readonly number[], spansOfTime: ReadonlySet<string>): boolean {
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
  return head >= 0 && isTime(trees, head, spansOfTime)
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

/** "Sources close to | the family said": with the noun that the preposition hangs on, at the head of its clause. */
function withFirstNoun({ trees }: Context, source: readonly number[], spansOfTime: ReadonlySet<string>): number[] {
  const preposition = source[0] - 1
  if (preposition < 2 || trees.tags[preposition].upos !== 'ADP') return []
  const last = trees.tags[preposition - 1].upos === 'ADJ' ? preposition - 2 : preposition - 1
  const noun = nounPhraseUpTo(trees, last)
  if (
    noun.length === 0 ||
    isTime(trees, last, spansOfTime) ||
    trees.tokens[last].sentence !== trees.tokens[source[0]].sentence
  )
    return []
  const opens = noun[0] === 0 || trees.tokens[noun[0] - 1].sentence !== trees.tokens[noun[0]].sentence
  return opens ? range(noun[0], source[source.length - 1]) : []
}

function subjectPhrase({ trees }: Context, cue: number, spansOfTime: ReadonlySet<string>): number[] {
  // "Hours later a group claimed": of two subjects the one that is no time, and nearest to the verb.
  const subject =
    trees.children(cue).findLast((c) => trees.relation(c) === 'nsubj' && !isTime(trees, c, spansOfTime)) ?? -1
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
  if (verb < 0 || source.length < 2 || verb !== cue - 1 || !/^(?:NNS|VBZ)$/.test(trees.tags[verb].xpos))
    return candidate
  if (!/s$/.test(trees.lower(cue))) return candidate
  if (!vocabulary.reportingNouns.nouns.has(trees.lemma(cue))) return candidate
  const known = vocabulary.reportingVerbs.get(trees.lemma(verb))
  const noun = vocabulary.reportingNouns.nouns.has(trees.lemma(verb))
  if (known?.act === undefined || !known.takes.includes('noun') || noun) return candidate
  const behind = [...new Set([...cueWords.filter((i) => i > verb), cue, ...content])].sort((a, b) => a - b)
  return { ...candidate, cue: verb, cueWords: [verb], source: source.slice(0, -1), content: behind }
}
