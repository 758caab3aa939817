import type { Story } from './Story.ts'

/**
 * The entities of the subjects over a description: "[Omar] said that [the mayor] had fled", "[Omar] is the cousin of [a minister]". A
 * description in the clause of a subject, or in one below it, stands for somebody else; what the subject is said to be, and what is set
 * beside it, do not.
 */
export function commanding({ candidates, clusters, trees, at }: Story, i: number): ReadonlySet<number> {
  const over = new Set<number>()
  const { form, head } = candidates[i]
  if (form !== 'description' || trees.child(head, 'cop') >= 0) return over
  if (/^(appos|xcomp|dep|parataxis)$/.test(trees.plainRelation(head))) return over
  let below = head
  for (let up = trees.head(head), steps = 0; up >= 0 && steps < 8; below = up, up = trees.head(up), steps++) {
    if (/^(appos|parataxis|dep|advcl|conj|root)$/.test(trees.plainRelation(below))) return over
    const subject = trees.child(up, 'nsubj')
    if (subject < 0 || subject === below) continue
    const candidate = at.get(subject)
    if (candidate !== undefined && candidates[candidate].form !== 'pronoun') over.add(clusters.rootOf(candidate))
  }
  return over
}
