import type { Trees } from '../../document/Trees.ts'
import type { AttributionVocabulary } from './AttributionVocabulary.ts'
import { type Context, reportingVerb } from './Context.ts'
import type { Candidate } from './candidates.ts'
import { range } from './nounPhrases.ts'

/**
 * Responsibility that somebody takes for a deed; who takes it for people or for a fault claims no deed.
 *
 *     A splinter group took responsibility for the attack on the convoy.    group | took responsibility for | the attack on …
 *     The aunt took responsibility for the orphans.                         nobody speaks
 *     The council took responsibility for the delay.                        nobody claims a deed
 */
export function claimedResponsibility(
  { trees, quotes }: Context,
  vocabulary: AttributionVocabulary,
  i: number,
): Candidate | undefined {
  if (trees.tags[i].upos !== 'VERB' || quotes.at[i] >= 0) return undefined
  const object = responsibilityTaken(trees, i, vocabulary)
  if (object < 0 || deedAnsweredFor(trees, i, object, vocabulary) < 0) return undefined
  const subject = trees.children(i).find((c) => c < i && /^nsubj/.test(trees.relation(c))) ?? -1
  if (subject < 0 || /^(?:it|there|that|this)$/.test(trees.lower(subject))) return undefined
  const matter = forWhat(trees, i, object)
  const deed = range(trees.left(matter), trees.right(matter)).filter((word) => trees.tags[word].upos !== 'PUNCT')
  const mark = deed.findIndex((word) => trees.lower(word) === 'for')
  return {
    cue: i,
    odds: 0,
    fit: 0,
    source: range(trees.left(subject), Math.min(trees.right(subject), i - 1)).filter(
      (word) => word <= subject || trees.plainRelation(word) !== 'punct',
    ),
    cueWords: object > i ? range(i, deed[mark]) : [i],
    content: deed.slice(mark + 1),
    by: 'rule:attributions/claimed-responsibility',
  }
}

/** True for "took responsibility for the orphans": words of a claim that claim no deed. */
export function isOtherResponsibility(trees: Trees, cue: number, vocabulary: AttributionVocabulary): boolean {
  const object = responsibilityTaken(trees, cue, vocabulary)
  if (object < 0) return false
  return forWhat(trees, cue, object) >= 0 && deedAnsweredFor(trees, cue, object, vocabulary) < 0
}

/** "took | responsibility": the object of a verb that the vocabulary has with it; -1 where it is none. */
function responsibilityTaken(trees: Trees, cue: number, { reportingVerbs }: AttributionVocabulary): number {
  const object = trees.child(cue, 'obj', 'nsubj:pass')
  if (object < 0) return -1
  const verb = reportingVerb(reportingVerbs, `${trees.lemma(cue)} ${trees.lemma(object)}`)
  return verb?.act === 'claims-responsibility' ? object : -1
}

/** "responsibility for | the attack", whichever of the two the tree hangs it on. */
const forWhat = (trees: Trees, cue: number, object: number): number =>
  [...trees.children(object), ...trees.children(cue)].find(
    (c) => c > object && /^(?:nmod|obl|acl|advcl)$/.test(trees.plainRelation(c)) && isFor(trees, c),
  ) ?? -1

const isFor = (trees: Trees, i: number): boolean =>
  trees.children(i).some((c) => c < i && trees.lower(c) === 'for' && /^(?:case|mark)$/.test(trees.plainRelation(c)))

/** The deed that is answered for: "the attack", "a series of attacks", "killing the guard"; -1 where it is none. */
function deedAnsweredFor(trees: Trees, cue: number, object: number, { danger }: AttributionVocabulary): number {
  const matter = forWhat(trees, cue, object)
  if (matter < 0) return -1
  const isDeed = (i: number) => danger.deeds.has(trees.lemma(i)) || danger.harm.has(trees.lemma(i))
  if (isDeed(matter)) return matter
  return trees.children(matter).find((c) => /^(?:nmod|conj|compound)$/.test(trees.plainRelation(c)) && isDeed(c)) ?? -1
}
