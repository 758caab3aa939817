import type { Trees } from '../../document/Trees.ts'

const QUESTION_TAGS = new Set(['WP', 'WP$', 'WDT', 'WRB'])

/** The word that a clause asks with, at the beginning of one of its parts: "who shot him", "from which gate they fled"; -1 where it has none. */
export function questionWord(trees: Trees, i: number): number {
  for (const c of trees.children(i)) {
    if (c > i) break
    const relation = trees.plainRelation(c)
    if (relation === 'mark' || relation === 'punct' || relation === 'advcl' || relation === 'ccomp') continue
    for (let k = trees.left(c); k <= Math.min(c, trees.left(c) + 1); k++) {
      if (QUESTION_TAGS.has(trees.tags[k].xpos)) return k
    }
  }
  return -1
}
