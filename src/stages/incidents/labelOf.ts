import { subjectOf } from '../../document/Clauses.ts'
import type { Candidate } from './Candidate.ts'
import { enlistingAt } from './enlistingAt.ts'
import type { Scene } from './Scene.ts'

const LONGEST = 9

/** Short words for people, made of the report's own: "attack on the museum", "killing of two nurses", "stormed the hotel". */
export function labelOf(scene: Scene, { match: { token, words, trigger }, args }: Candidate): string {
  const { trees } = scene
  let from = Math.min(...words)
  let to = Math.max(...words)
  const first = from
  for (const { head, role } of args) {
    if (scene.sentenceOf(head) !== scene.sentenceOf(token)) continue
    const phrase = scene.referents.phraseOf(head)
    if (role === 'patient' && phrase.to - first <= LONGEST) to = Math.max(to, phrase.to - 1)
    if (trigger.as === 'noun' && phrase.from < from && token - phrase.from <= 4 && trees.head(head) === token)
      from = phrase.from
    // "15 soldiers were killed", "A bomb exploded": the subject belongs to the label.
    if (
      trigger.as !== 'noun' &&
      phrase.to <= from &&
      to - phrase.from < LONGEST &&
      (role === 'patient' || role === 'instrument')
    )
      from = phrase.from
  }
  // "asked him to join the militia", "you will fight for us"
  const enlisting = trigger.needs?.includes('enlisting') ? enlistingAt(scene, token) : undefined
  if (enlisting !== undefined) {
    if (trees.lemma(token) === 'say') from = subjectOf(trees, enlisting.clause).head
    to = Math.max(to, enlisting.side)
  }
  while (from < to && /^(the|a|an|both|this|that|these|those|,|“|"|‘)$/i.test(trees.tokens[from].text)) from++
  return scene.document.text.slice(trees.tokens[from].start, trees.tokens[to].end).replace(/\s+/g, ' ')
}
