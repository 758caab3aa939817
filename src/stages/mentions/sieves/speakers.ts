import { quotationsOf, speakerOf } from '../quotations.ts'
import type { Sieve } from '../Story.ts'

/** "I was afraid," [she] said: "I" inside quotation marks stands for the one who speaks. */
export const speakers: Sieve = (story) => {
  const { candidates, clusters } = story
  let next = 0
  for (const quotation of quotationsOf(story.trees)) {
    const { from, to } = quotation
    const inside: number[] = []
    while (next < candidates.length && candidates[next].from <= from) next++
    for (; next < candidates.length && candidates[next].from < to; next++) {
      const { pronoun, number } = candidates[next]
      if (pronoun === 'first' && number === 'singular') inside.push(next)
    }
    if (inside.length === 0) continue
    const speaker = speakerOf(story, quotation)
    if (speaker === undefined) continue
    const { kinds } = clusters.of(speaker)
    if (kinds.size > 0 && !kinds.has('person')) continue
    for (const i of inside) clusters.merge(speaker, i, 'speaker')
  }
}
