import type { Scene } from './Scene.ts'

/** "the engineer" of "the engineer they had held": the noun that a clause without a relative pronoun describes; -1 for others */
export function objectOfRelative({ trees }: Scene, verb: number): number {
  if (trees.relation(verb) !== 'acl:relcl' || trees.child(verb, 'obj') >= 0) return -1
  const subject = trees.child(verb, 'nsubj')
  const noun = trees.head(verb)
  if (subject < 0 || noun < 0 || noun > subject || /^(who|which|that)$/.test(trees.lower(subject))) return -1
  const named = /^(day|night|week|month|year|time|moment|hour|way|reason|place|morning|evening)$/.test(
    trees.lemma(noun),
  )
  const asked = trees.children(verb).some((child) => /^(where|when|why|who|whom|whose|which)$/.test(trees.lower(child)))
  return named || asked ? -1 : noun
}
