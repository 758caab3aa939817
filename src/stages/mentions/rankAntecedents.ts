import type { Trees } from '../../document/Trees.ts'
import type { LinearModel } from '../../learned/LinearModel.ts'
import { RankView } from './RankView.ts'
import { MOST_RANK_FEATURES, newFeatures, pairFeatures } from './rankFeatures.ts'
import type { Story } from './Story.ts'

/** Which candidates the ranker decides on: those that no surer sieve has given an antecedent. "Another clerk" is nobody spoken of before. */
export function isOpen({ candidates, clusters, trees }: Story, i: number): boolean {
  const { pronoun, form, from, head, introduction } = candidates[i]
  if (introduction === 'indefinite' && (trees.lower(from) === 'another' || isNamedAnew(trees, head))) return false
  if (pronoun === 'relative' || clusters.linkedBy(i) !== undefined) return false
  const { firstName } = clusters.of(i)
  return form === 'name' ? firstName === i : firstName > i
}

/** "a commander known as Leopardo" is introduced, not spoken of again. */
const isNamedAnew = (trees: Trees, head: number): boolean =>
  trees
    .children(head)
    .some(
      (clause) =>
        /^(know|name|call)$/.test(trees.lemma(clause)) &&
        trees.relation(clause) === 'acl' &&
        trees.children(clause).some((at) => at > clause && trees.tags[at].upos === 'PROPN'),
    )

/** Adds up the weights of features. */
export type Scorer = (features: Int32Array, n: number) => number

/** Pronouns, descriptions and names: each stands for the mention before it that fits best, or is new. */
export function rankAntecedents(story: Story, model: LinearModel): void {
  const score = new Float32Array(1)
  const view = new RankView(story)
  const scorer: Scorer = (features, n) => {
    model.scores(features, n, score)
    return score[0]
  }
  for (let i = 1; i < story.candidates.length; i++) {
    if (!isOpen(story, i)) continue
    const best = bestAntecedent(view, i, scorer)
    if (best >= 0) story.clusters.merge(best, i, story.candidates[i].form === 'pronoun' ? 'pronoun' : 'ranked')
  }
}

/** "[The mayor] and [a nurse] fled", "the mayor, [Omar Tal], and [a nurse]": two of a list are two. */
const areListed = (trees: Trees, later: number, earlier: number): boolean =>
  trees.plainRelation(later) === 'conj' && firstOf(trees, later) === firstOf(trees, earlier)

/** The head of the list that a word is of: "mayor" for "Tal" of "the mayor Omar Tal and a nurse". */
function firstOf(trees: Trees, head: number): number {
  let first = head
  while (/^(appos|flat|compound|conj)$/.test(trees.plainRelation(first))) first = trees.head(first)
  return first
}

const features = new Int32Array(MOST_RANK_FEATURES)

/** The antecedent that scores highest, -1 where being new does. */
export function bestAntecedent(view: RankView, i: number, scorer: Scorer): number {
  const antecedents = view.antecedents(i)
  let most = scorer(features, newFeatures(view, i, antecedents, features))
  let best = -1
  for (const j of antecedents) {
    if (areListed(view.story.trees, view.story.candidates[i].head, view.story.candidates[j].head)) continue
    const score = scorer(features, pairFeatures(view, i, j, features))
    if (score <= most) continue
    most = score
    best = j
  }
  return best
}
