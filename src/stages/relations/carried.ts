import type { Mention } from '../../document/Layers.ts'
import type { Referents } from '../../document/Referents.ts'

const SHARE = /^(minority|majority|handful|few|most|some|many|several|dozens|hundreds|scores|half)$/

/**
 * What a bare subject takes over from before, where no mention was read: "Most of [the recruits] left. A minority were trained at a farm.",
 * "[The Lions] fight beside the army. It has been at war with …". Undefined where nothing of the kind goes before.
 */
export function carriedOver(
  referents: Referents,
  mentionsNear: (i: number) => readonly Mention[],
  i: number,
): number | undefined {
  const { trees, entities } = referents
  if (i < 0 || referents.entityAt(i) >= 0 || trees.plainRelation(i) !== 'nsubj') return undefined
  const isShare = isBareShare(referents, i)
  if (!isShare && trees.lower(i) !== 'it') return undefined
  const before = mentionsNear(i).filter(({ to }) => to <= i)
  const isSubject = (head: number): boolean => {
    const over = trees.plainRelation(head) === 'nmod' ? trees.head(head) : head
    return over >= 0 && trees.plainRelation(over) === 'nsubj'
  }
  if (isShare)
    return before.findLast(({ head, entity }) => {
      const people = entities[entity].kind === 'people' && trees.tags[head].xpos === 'NNS'
      return people && isSubject(head)
    })?.head
  return before.find(({ head, entity }) => /^(group|place|facility)$/.test(entities[entity].kind) && isSubject(head))
    ?.head
}

/** "A minority were trained": of whom, the words before say; not "a minority of the voters", nor "some money". */
export function isBareShare({ trees }: Referents, i: number): boolean {
  return (
    SHARE.test(trees.lower(i)) &&
    trees.plainRelation(i) === 'nsubj' &&
    trees.children(i).every((child) => /^(det|advmod|amod)$/.test(trees.plainRelation(child)))
  )
}
