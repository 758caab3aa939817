import type { Scene } from './Scene.ts'
import { isHarmedNoun, stateOfWord, type Toll, toll } from './Toll.ts'

/** "put the death toll at nine", "put the number of dead at nine" */
export function putAt(scene: Scene, head: number): Toll | undefined {
  const { trees } = scene
  const { settingVerbs, tollNouns } = scene.lexicons.tollWords
  const clause = trees.head(head)
  const put = settingVerbs.has(trees.lemma(clause)) ? trees.child(clause, 'obj') : -1
  const isPut =
    put >= 0 && put !== head && /^(at|to|as)$/.test(scene.preposition(head)) && tollNouns.has(trees.lemma(put))
  return isPut ? toll(stateOfToll(scene, put), put, 'toll') : undefined
}

/** "the number of people killed rose to 305" */
export function numberOfKilled(scene: Scene, head: number): Toll | undefined {
  const { trees } = scene
  const subject = subjectOver(scene, head)
  const isNumber = /^(number|count)$/.test(trees.lemma(subject)) && /^(to|at)$/.test(scene.preposition(head))
  return isNumber && isOfTheKilled(scene, subject) ? toll('killed', subject, 'toll') : undefined
}

/** "the death toll rose to 20", "a toll of 20" */
export function tollRose(scene: Scene, head: number): Toll | undefined {
  const { trees } = scene
  const subject = subjectOver(scene, head)
  return trees.lemma(subject) === 'toll' && trees.lower(subject - 1) !== 'injury'
    ? toll('killed', subject, 'toll')
    : undefined
}

/** "Fatalities numbered 23" */
export function numbered(scene: Scene, head: number): Toll | undefined {
  const { trees } = scene
  const verb = trees.head(head)
  if (verb !== head - 1 || trees.lower(verb) !== 'numbered') return undefined
  const state = isHarmedNoun(scene, verb - 1) ? stateOfWord(scene, verb - 1) : undefined
  return state === undefined ? undefined : toll(state, verb - 1, 'number-of-dead')
}

/** The toll that a number hangs on, or the subject of its clause. */
function subjectOver({ trees }: Scene, head: number): number {
  const clause = trees.head(head)
  return trees.lemma(clause) === 'toll' ? clause : trees.child(clause, 'nsubj')
}

/** "the number of people killed", "the number of dead" */
const isOfTheKilled = ({ trees }: Scene, number: number): boolean =>
  [...Array(trees.right(number) - number).keys()].some((k) =>
    /^(killed|dead|deaths|fatalities)$/.test(trees.lower(number + 1 + k)),
  )

/** "the number of wounded" counts the wounded, a toll and a bare number the dead. */
const stateOfToll = (scene: Scene, i: number): string =>
  scene.lexicons.tollWords.states.get(scene.trees.lemma(i)) ??
  scene.trees
    .children(i)
    .map((child) => stateOfWord(scene, child))
    .find((state) => state !== undefined) ??
  'killed'
