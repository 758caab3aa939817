import type { Trees } from '../../document/Trees.ts'

const NEGATORS = new Set(['no', 'not', "n't", 'never', 'without', 'neither', 'nor'])

/** True where the clause of the word is negated: "The men did not attack". */
export function isNegated(trees: Trees, token: number): boolean {
  return trees
    .children(token)
    .some((child) => NEGATORS.has(trees.lower(child)) && /^(advmod|det|case|cc)$/.test(trees.plainRelation(child)))
}
