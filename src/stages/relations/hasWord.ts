import type { RelationScene } from './RelationScene.ts'

/** True where one of the words that a rule asks for hangs on the word: "pledged allegiance to". */
export const hasWord = ({ trees }: RelationScene, i: number, { with: words }: { with?: readonly string[] }): boolean =>
  words === undefined ||
  trees
    .children(i)
    .filter((child) => trees.plainRelation(child) !== 'advcl')
    .some((child) => words.includes(trees.lemma(child)) || isAmountOf(trees, child, words))

/** "gets most of its weapons from", "gave them $10 million" */
function isAmountOf(trees: RelationScene['trees'], i: number, words: readonly string[]): boolean {
  if (trees.tokens[i].text === '$') return words.includes('million')
  if (!/^(most|much|some|all|half|part|bulk|lot|ton|shipment|load|supply)$/.test(trees.lower(i))) return false
  return trees.children(i).some((child) => child > i && words.includes(trees.lemma(child)))
}
