import type { RelationScene } from './RelationScene.ts'

/** "will debate whether to ban the Front", "plans to fund the militia": nobody says that it is so. */
export function isOnlyIntended({ trees, words }: RelationScene, i: number): boolean {
  const to = trees
    .children(i)
    .some((child) => child < i && trees.lower(child) === 'to' && trees.tags[child].xpos === 'TO')
  const arranged = trees
    .children(i)
    .some((child) => child < i && /^(is|are)$/.test(trees.lower(child)) && trees.lower(child + 1) === 'to')
  // "will leave tonight for Libya"
  const ahead = trees.children(i).some((child) => child < i && /^(will|shall|’ll|'ll)$/.test(trees.lower(child)))
  if (ahead) return true
  const over = trees.head(i)
  // "stopped the rebels from entering the city"
  const from = trees.children(i).some((child) => child < i && trees.lower(child) === 'from')
  if (from && over >= 0 && /^(stop|prevent|keep|bar|block|deter|discourage|dissuade)$/.test(trees.lemma(over)))
    return true
  // "are to return to Libya"
  if (to && arranged) return true
  return (
    to &&
    over >= 0 &&
    /^(xcomp|advcl|ccomp|acl)$/.test(trees.plainRelation(i)) &&
    words.intentions.has(trees.lemma(over))
  )
}
