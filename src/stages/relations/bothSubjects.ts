import type { RelationScene } from './RelationScene.ts'

/**
 * "[The Lions and the Front], rivals, signed nothing. Both are based in the hills.": the two that the sentence before is about, for a word
 * that speaks of two; empty for other words.
 */
export function bothSubjects(scene: RelationScene, i: number): number[] {
  const { trees, referents } = scene
  const bare = (trees.lower(i) === 'both' || isPair(scene, i)) && referents.entityAt(i) < 0
  if (!bare && !isBothGroups(scene, i)) return []
  const { sentence } = trees.tokens[i]
  const subjects = (of: number): number[][] =>
    scene
      .mentionsIn(of)
      .filter(({ head }) => trees.plainRelation(head) === 'nsubj')
      .map(({ head }) => referents.conjuncts(head).filter((at) => !/^NNS?$/.test(trees.tags[at].xpos) || at === head))
  const two = subjects(sentence - 1).find((sides) => sides.length === 2)
  // "[Olga and Samir] met in a chat. They had bought petrol. Both are …"
  const goesOn = scene.mentionsIn(sentence - 1).some(({ head }) => trees.lower(head) === 'they')
  return two ?? (goesOn ? subjects(sentence - 2).find((sides) => sides.length === 2) : undefined) ?? []
}

/** "The pair are said to …", "the duo" */
const isPair = ({ trees }: RelationScene, i: number): boolean =>
  /^(?:pair|duo)$/.test(trees.lower(i)) && i > 0 && trees.lower(i - 1) === 'the'

/** "Both groups were financed by …", "The two militias" */
const isBothGroups = ({ trees }: RelationScene, i: number): boolean =>
  trees.tags[i].xpos === 'NNS' &&
  /^(group|militia|faction|gang|side|organi[sz]ation|movement|party|brother|man)$/.test(trees.lemma(i)) &&
  (trees.lower(trees.left(i)) === 'both' || (trees.lower(trees.left(i)) === 'the' && trees.lower(i - 1) === 'two'))

/** "members of both": the two groups named last before the word. */
export function bothBefore(scene: RelationScene, i: number): number[] {
  const heads = new Map<number, number>()
  for (const { head, entity, form, from } of scene.referents.mentions.toReversed()) {
    if (from >= i || form !== 'name' || !scene.isOneOf(head, ['group', 'organisation'])) continue
    if (!heads.has(entity)) heads.set(entity, head)
    if (heads.size === 2) break
  }
  return heads.size === 2 ? [...heads.values()].reverse() : []
}
