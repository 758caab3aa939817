import type { Scene } from './Scene.ts'
import { isHarmedNoun, stateOfWord, type Toll, toll } from './Toll.ts'

/** "put the death toll at nine" */
export function putAt(scene: Scene, head: number): Toll | undefined {
  const { trees } = scene
  const { settingVerbs, tollNouns } = scene.lexicons.tollWords
  const clause = trees.head(head)
  const put = settingVerbs.has(trees.lemma(clause)) ? trees.child(clause, 'obj') : -1
  const isPut =
    put >= 0 && put !== head && /^(at|to|as)$/.test(scene.preposition(head)) && tollNouns.has(trees.lemma(put))
  return isPut && !isOfOthers(scene, put) ? toll(stateOfToll(scene, put), put, 'toll') : undefined
}

/**
 * "put the number of those taken at 31", "the number of people killed rose to 305": by the words in between, whatever the tree hangs on
 * what; of "the number of protesters" nothing is known.
 */
export function numberOfHarmed(scene: Scene, head: number): Toll | undefined {
  const { trees } = scene
  const joint = jointBefore(scene, head)
  if (joint < 0) return undefined
  let state: string | undefined
  let rises = false
  for (let i = joint - 1; i > joint - REACH && i > 0 && isBeside(scene, i, head); i--) {
    if (/^(number|count|tally)$/.test(trees.lemma(i))) {
      const put = [i - 1, i - 2, i - 3].some((before) => scene.lexicons.tollWords.settingVerbs.has(trees.lemma(before)))
      return state !== undefined && (put || rises) ? toll(state, i, 'toll') : undefined
    }
    rises ||= RISING.test(trees.lemma(i)) || scene.lexicons.tollWords.settingVerbs.has(trees.lemma(i))
    state ??= countedState(scene, i)
  }
  return undefined
}

const REACH = 12
const RISING = /^(rise|climb|grow|increase|jump|go|stand|reach|fall|drop|pass)$/

const isBeside = ({ trees }: Scene, i: number, head: number): boolean =>
  trees.tokens[i].sentence === trees.tokens[head].sentence

/** The "at" or "to" before a number: "at 31", "to more than 300", "to at least nine". */
function jointBefore(scene: Scene, head: number): number {
  const { trees } = scene
  for (let i = head - 1; i >= Math.max(0, head - 4) && isBeside(scene, i, head); i--)
    if (/^(at|to)$/.test(trees.lower(i)) && !/^(least|most)$/.test(trees.lower(i + 1))) return i
  return -1
}

/** What became of those of whom a participle says so: "killed", "taken". */
const countedState = (scene: Scene, i: number): string | undefined =>
  stateOfWord(scene, i) ?? scene.lexicons.tollWords.doneTo.get(scene.trees.lower(i))

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

/** "the number of protesters": of none that were harmed */
const isOfOthers = (scene: Scene, number: number): boolean =>
  /^(number|count|figure|total)$/.test(scene.trees.lemma(number)) &&
  scene.trees.children(number).some((child) => scene.preposition(child) === 'of') &&
  [...Array(scene.trees.right(number) - number).keys()].every((k) => countedState(scene, number + 1 + k) === undefined)

/** "the number of wounded" counts the wounded, a toll and a bare number the dead. */
const stateOfToll = (scene: Scene, i: number): string =>
  scene.lexicons.tollWords.states.get(scene.trees.lemma(i)) ??
  scene.trees
    .children(i)
    .map((child) => stateOfWord(scene, child))
    .find((state) => state !== undefined) ??
  'killed'
