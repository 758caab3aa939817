import type { Sieve, Story } from '../Story.ts'
import { agrees } from './pronouns.ts'

/**
 * "[One young man in Gulu] described a visit. [He] was afraid": somebody the report has just brought in, as the subject of a sentence,
 * is who the next one speaks of, unless another subject stands between.
 */
export const protagonists: Sieve = (story) => {
  const { candidates, clusters } = story
  for (const [i, candidate] of candidates.entries()) {
    if (candidate.form !== 'pronoun' || candidate.gender === 'unknown' || clusters.linkedBy(i) !== undefined) continue
    if (candidate.pronoun !== 'personal' || !isSubject(story, i)) continue
    const subject = introducedBefore(story, i)
    if (subject !== undefined) clusters.merge(subject, i, 'protagonist')
  }
}

const isSubject = ({ trees, candidates }: Story, i: number): boolean => trees.relation(candidates[i].head) === 'nsubj'

/** The new person who is the subject of the sentence before, where no other subject of that gender and number stands between. */
function introducedBefore(story: Story, i: number): number | undefined {
  const { candidates, trees } = story
  for (let j = i - 1; j >= 0 && candidates[i].sentence - candidates[j].sentence <= 1; j--) {
    const { form, number, introduction, sentence, from } = candidates[j]
    if (!isSubject(story, j) || number === 'plural' || !agrees(story, i, j)) continue
    const isNew = introduction === 'indefinite' || trees.lower(from) === 'one'
    return form === 'description' && isNew && sentence < candidates[i].sentence ? j : undefined
  }
  return undefined
}
