import type { Certainty } from '../../model/Certainty.ts'
import type { RelationScene } from './RelationScene.ts'

/** Words that stand over a relation and make it less than sure, where the rule reads them itself. */
const HEDGES: Record<string, Certainty> = {
  appear: 'probable',
  seem: 'probable',
  apparently: 'probable',
  reportedly: 'possible',
  allegedly: 'possible',
  possibly: 'possible',
  perhaps: 'possible',
  probably: 'probable',
  likely: 'probable',
  suspected: 'possible',
  rumored: 'possible',
  rumoured: 'possible',
  presumed: 'probable',
  reputed: 'probable',
  purported: 'possible',
  supposed: 'possible',
  alleged: 'possible',
  believe: 'probable',
  think: 'probable',
  regard: 'probable',
  consider: 'probable',
}

/** How sure the words over a relation are: "appears loyal", "allegedly trained". */
export function hedgeOver(
  { trees }: RelationScene,
  token: number,
): { certainty: Certainty; certaintyWord: string } | undefined {
  const near = [
    ...trees.children(token).filter((child) => /^(advmod|amod)$/.test(trees.plainRelation(child)) && child < token),
    token,
  ]
  const finite = trees.children(token).some((child) => trees.plainRelation(child) === 'aux')
  if (trees.plainRelation(token) === 'xcomp' && !finite) near.push(trees.head(token))
  for (const i of near) {
    const certainty = HEDGES[trees.lower(i)] ?? (i === token ? undefined : HEDGES[trees.lemma(i)])
    if (certainty) return { certainty, certaintyWord: trees.tokens[i].text }
  }
  return undefined
}
