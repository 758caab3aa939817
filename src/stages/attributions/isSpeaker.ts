import type { AttributionVocabulary } from './AttributionVocabulary.ts'
import type { Context } from './Context.ts'

/** True for the head of a phrase that can speak: "the caller", "she", "Merrin", "the union"; not so "the flood". */
export function isSpeaker(
  { trees, document }: Context,
  { speakers, words }: AttributionVocabulary,
  i: number,
): boolean {
  const lemma = trees.lemma(i)
  if (/^(?:he|she|they|we|i|who)$/.test(trees.lower(i)) || trees.tags[i].upos === 'PROPN') return true
  if (speakers.offices.has(lemma) || speakers.privatePeople.has(lemma) || words.bodies.has(lemma)) return true
  if (speakers.groupWords.has(trees.lower(i))) return true
  return document.get('mentions').some(({ head, entity }) => {
    const kind = document.get('entities')[entity]?.kind ?? ''
    return head === i && /^(?:person|group|organisation|public body)$/.test(kind)
  })
}
