import type { Certainty } from '../../model/Certainty.ts'
import type { Scene } from './Scene.ts'

const HEDGES: Record<string, Certainty> = {
  probably: 'probable',
  likely: 'probable',
  presumably: 'probable',
  apparently: 'probable',
  evidently: 'probable',
  possibly: 'possible',
  perhaps: 'possible',
  maybe: 'possible',
  allegedly: 'possible',
  reportedly: 'possible',
  purportedly: 'possible',
}

/** How sure an adverb beside a predicate leaves it: "was *probably* behind the blast"; undefined where none does. */
export function hedgeOver(
  { trees }: Scene,
  predicate: number,
): { readonly certainty: Certainty; readonly certaintyWord: string } | undefined {
  for (const child of trees.children(predicate)) {
    const certainty = trees.plainRelation(child) === 'advmod' ? HEDGES[trees.lower(child)] : undefined
    if (certainty) return { certainty, certaintyWord: trees.tokens[child].text }
  }
  return undefined
}
