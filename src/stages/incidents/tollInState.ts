import { categoryOf } from './countOf.ts'
import type { Scene } from './Scene.ts'
import { isHarmedNoun, stateOfWord, type Toll, toll } from './Toll.ts'

/** "left 12 soldiers dead", with the soldiers hung on "dead" */
export function hungOnState(scene: Scene, head: number): Toll | undefined {
  const { trees } = scene
  const word = trees.head(head)
  if (word <= head || trees.tags[word].upos !== 'ADJ') return undefined
  return scene.lexicons.tollWords.harmedNouns.has(trees.lower(word)) ? inState(scene, word, 'people-dead') : undefined
}

/** "20 dead", "12 fatalities", "nine wounded", "Six of the dead were passengers" */
export function countedDead(scene: Scene, head: number): Toll | undefined {
  if (!isHarmedNoun(scene, head)) return undefined
  const number = scene.preposition(head) === 'of' ? scene.trees.head(head) : -1
  return number >= 0 ? ofTheDead(scene, number, head) : inState(scene, head, 'number-of-dead')
}

/** "12 people dead", "12 people injured in the blast", "six of the dead were passengers" */
export function peopleDead(scene: Scene, head: number): Toll | undefined {
  const { trees } = scene
  for (const child of trees.children(head)) {
    const relation = trees.plainRelation(child)
    if (/^(amod|acl|nmod)$/.test(relation) && trees.tags[child].upos === 'ADJ' && stateOfWord(scene, child))
      return inState(scene, child, 'people-dead')
    const isOf = relation === 'nmod' && scene.preposition(child) === 'of'
    if (isOf && /^(dead|victim|wounded|injured)$/.test(trees.lemma(child))) return ofTheDead(scene, head, child)
  }
  return undefined
}

/** "The dead included seven children" */
export function included({ trees, lexicons }: Scene, head: number): Toll | undefined {
  const clause = trees.head(head)
  if (trees.plainRelation(head) !== 'obj' || trees.lemma(clause) !== 'include') return undefined
  const whole = trees.child(clause, 'nsubj')
  return /^(dead|victim|wounded|injured|fatality|casualty)$/.test(trees.lemma(whole))
    ? toll(lexicons.tollWords.states.get(trees.lemma(whole)) ?? 'killed', whole, 'of-the-dead')
    : undefined
}

/** "Of the 19 dead, seven were policemen" */
export function ofTheWhole(scene: Scene, head: number): Toll | undefined {
  const { trees } = scene
  const clause = trees.head(head)
  if (trees.plainRelation(head) !== 'nsubj' || trees.child(clause, 'cop') < 0) return undefined
  const { harmedNouns } = scene.lexicons.tollWords
  const whole = trees
    .children(clause)
    .find((child) => child < head && scene.preposition(child) === 'of' && harmedNouns.has(trees.lower(child)))
  return whole === undefined ? undefined : countedOfTheDead(scene, head, whole)
}

/** "left eight policemen and two of the gunmen dead", with the last word hung on the gunmen */
export function leftDeadAtEnd(scene: Scene, head: number): Toll | undefined {
  const { trees } = scene
  const last = trees.right(head)
  const isLeft = trees.plainRelation(head) === 'obj' && trees.lemma(trees.head(head)) === 'leave'
  return isLeft && last > head && trees.tags[last].upos === 'ADJ' ? inState(scene, last, 'left-dead') : undefined
}

/** "left 12 people dead", "leaving 12 wounded", "20 people are feared dead" */
export function leftDead(scene: Scene, head: number): Toll | undefined {
  const { trees } = scene
  const clause = trees.head(head)
  if (!/^(obj|nsubj)$/.test(trees.plainRelation(head))) return undefined
  if (!scene.lexicons.tollWords.findingVerbs.has(trees.lemma(clause))) return undefined
  const result = trees
    .children(clause)
    .find(
      (child) =>
        /^(xcomp|obj|obl|advcl|acl)$/.test(trees.plainRelation(child)) &&
        child !== head &&
        trees.tags[child].upos === 'ADJ' &&
        stateOfWord(scene, child),
    )
  return result === undefined ? undefined : inState(scene, result, 'left-dead')
}

/** "two children were among the wounded", "four sailors are missing", "with 15 miners still missing" */
export function among(scene: Scene, head: number): Toll | undefined {
  const { trees } = scene
  const state = trees.head(head)
  if (trees.plainRelation(head) !== 'nsubj') return undefined
  const isAmong = scene.preposition(state) === 'among' || /^(missing|unaccounted|dead)$/.test(trees.lower(state))
  if (trees.child(state, 'cop') >= 0 && isAmong) {
    const found = inState(scene, state, 'among-the-dead')
    if (found !== undefined) return found
  }
  return /^(missing|unaccounted)$/.test(trees.lower(state)) ? inState(scene, state, 'missing') : undefined
}

function inState(scene: Scene, word: number, rule: string): Toll | undefined {
  const state = stateOfWord(scene, word)
  return state === undefined ? undefined : toll(state, word, rule)
}

/** "two of the wounded died later", else what the word says of them all */
function ofTheDead(scene: Scene, number: number, dead: number): Toll {
  const { trees } = scene
  const clause = trees.plainRelation(number) === 'nsubj' ? trees.head(number) : -1
  return /^(die|perish)$/.test(trees.lemma(clause))
    ? toll('killed', clause, 'died')
    : countedOfTheDead(scene, number, dead)
}

/** "Six of the dead were passengers": six killed, and of what category. */
function countedOfTheDead(scene: Scene, number: number, dead: number): Toll {
  const { trees } = scene
  const predicate = trees.plainRelation(number) === 'nsubj' ? trees.head(number) : -1
  const of = predicate >= 0 && trees.child(predicate, 'cop') >= 0 ? categoryOf(scene, predicate) : undefined
  return { ...toll(stateOfWord(scene, dead) ?? 'killed', dead, 'of-the-dead'), ...(of === undefined ? {} : { of }) }
}
