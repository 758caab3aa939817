import type { Certainty } from '../../model/Certainty.ts'
import type { RelationScene } from './RelationScene.ts'

/** How sure the words over a relation are: "appears loyal", "allegedly trained". */
export function hedgeOver(
  { trees, words }: RelationScene,
  token: number,
): { certainty: Certainty; certaintyWord: string } | undefined {
  const near = [
    ...trees.children(token).filter((child) => /^(advmod|amod)$/.test(trees.plainRelation(child)) && child < token),
    token,
  ]
  const finite = trees.children(token).some((child) => trees.plainRelation(child) === 'aux')
  if (trees.plainRelation(token) === 'xcomp' && !finite) near.push(trees.head(token))
  for (const i of near) {
    const certainty = words.hedges.get(trees.lower(i)) ?? (i === token ? undefined : words.hedges.get(trees.lemma(i)))
    if (certainty) return { certainty, certaintyWord: trees.tokens[i].text }
  }
  const said = trees.head(token)
  // "It is possible, an officer said, that they have left", with both hung on "said"
  const open =
    said >= 0 && trees.plainRelation(token) === 'ccomp'
      ? trees
          .children(said)
          .find((child) => child < token && trees.child(child, 'expl') >= 0 && OPEN[trees.lemma(child)])
      : undefined
  return open === undefined ? undefined : { certainty: OPEN[trees.lemma(open)], certaintyWord: trees.tokens[open].text }
}

const OPEN: Record<string, Certainty> = {
  possible: 'possible',
  likely: 'probable',
  probable: 'probable',
  unclear: 'unknown',
}
