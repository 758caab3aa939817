import type { Sieve } from '../Story.ts'
import { agrees } from './pronouns.ts'

/**
 * "The army blamed [the rebels] for the fire, saying that [they] had shelled the depot": what is said to explain blame or praise is
 * about whom it is laid on; elsewhere whoever speaks is as likely ("The army met the rebels, saying that they wanted peace").
 */
export const accused: Sieve = (story) => {
  const { candidates, clusters, trees, at } = story
  for (const [i, { form, head }] of candidates.entries()) {
    if (form !== 'pronoun' || !/^nsubj/.test(trees.relation(head)) || clusters.linkedBy(i) !== undefined) continue
    const said = trees.head(head)
    const saying = said < 0 || trees.relation(said) !== 'ccomp' ? -1 : trees.head(said)
    if (saying < 0 || trees.relation(saying) !== 'advcl' || !SAYING.test(trees.lower(saying))) continue
    const verb = trees.head(saying)
    const other = VERDICTS.test(trees.lemma(verb)) ? at.get(trees.child(verb, 'obj')) : undefined
    if (other !== undefined && candidates[other].head < head && agrees(story, i, other))
      clusters.merge(other, i, 'accused')
  }
}

const SAYING = /^(saying|claiming|alleging|arguing|adding|charging|insisting|asserting)$/
const VERDICTS = /^(blame|accuse|criticize|criticise|denounce|condemn|praise|commend|fault|rebuke|slam|suspect|chide)$/
