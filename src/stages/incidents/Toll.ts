import type { Scene } from './Scene.ts'

/** What became of those counted. */
export interface Toll {
  readonly property: string
  readonly word: number
  readonly by: string
  readonly of?: string
}

/** What one way of telling says of the word that counts; undefined where the text is told otherwise. */
export type TollRule = (scene: Scene, counted: number) => Toll | undefined

export const toll = (property: string, word: number, rule: string): Toll => ({
  property,
  word,
  by: `rule:incidents/${rule}`,
})

/** What a word says became of those counted: `killed` for "dead", `wounded` for "injured". */
export const stateOfWord = ({ trees, lexicons: { tollWords } }: Scene, i: number): string | undefined =>
  tollWords.states.get(trees.lower(i)) ?? tollWords.states.get(trees.lemma(i))

/** A word by which the harmed themselves are counted: "20 dead", "three bodies". */
export const isHarmedNoun = ({ trees, lexicons: { tollWords } }: Scene, i: number): boolean =>
  tollWords.harmedNouns.has(trees.lower(i)) || tollWords.harmedNouns.has(trees.lemma(i))
