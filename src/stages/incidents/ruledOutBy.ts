import { subjectOf } from '../../document/Clauses.ts'
import type { Scene } from './Scene.ts'

/** Who says that there "will be no talks" or "can be no deal"; -1 where the word is not ruled out so, or nobody says it. */
export function ruledOutBy({ trees }: Scene, noun: number): number {
  const no = trees.children(noun).some((child) => trees.relation(child) === 'det' && trees.lower(child) === 'no')
  const be = trees.head(noun)
  if (!no || be < 0 || trees.lower(be) !== 'be') return -1
  if (!trees.children(be).some((child) => /^(will|can|would|could)$/.test(trees.lower(child)))) return -1
  const over = trees.head(be)
  if (over < 0 || !/^(say|insist|declare|vow|tell|warn|announce|add|state)$/.test(trees.lemma(over))) return -1
  return subjectOf(trees, over).head
}
