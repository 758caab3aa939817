import type { Scene } from './Scene.ts'

/** "Russian" of "Russian drone strike" */
export const isNationality = ({ trees }: Scene, word: number): boolean =>
  trees.plainRelation(word) === 'amod' &&
  /^\p{Lu}\p{Ll}+(an|ish|ese|eli|qi|mi|ni|ti|ch|ek|iss)$/u.test(trees.tokens[word].text) &&
  !/^(Civilian|Christian|Human|Urban)$/.test(trees.tokens[word].text)
