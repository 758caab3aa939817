import type { Scene } from './Scene.ts'
import { type Toll, toll } from './Toll.ts'
import { isTakenAlong } from './takenAlong.ts'

/** "the bodies of seven passengers were found", "claimed the lives of 22 people", "for the loss of three of their own" */
export function bodiesOf(scene: Scene, head: number): Toll | undefined {
  const { trees } = scene
  const word = trees.head(head)
  const isOf = trees.plainRelation(head) === 'nmod' && scene.preposition(head) === 'of'
  return isOf && isLifeOf(scene, word) ? toll('killed', word, 'lives-of') : undefined
}

/** "the bodies", "the remains", "took the lives", "the loss"; "changed the lives of 22 people" is no toll. */
function isLifeOf({ trees }: Scene, i: number): boolean {
  if (/^(body|corpse|remains?|loss)$/.test(trees.lemma(i))) return true
  return trees.lemma(i) === 'life' && /^(claim|cost|take|lose)$/.test(trees.lemma(trees.head(i)))
}

/** "Three soldiers lost their lives" */
export function lostLives({ trees }: Scene, head: number): Toll | undefined {
  const verb = trees.head(head)
  const isLost = trees.plainRelation(head) === 'nsubj' && trees.lemma(verb) === 'lose'
  return isLost && /^(life|lives)$/.test(trees.lower(trees.child(verb, 'obj')))
    ? toll('killed', verb, 'lost-lives')
    : undefined
}

/** "The army said it had lost two men" */
export function lost(scene: Scene, head: number): Toll | undefined {
  const { trees } = scene
  const verb = trees.head(head)
  const isLost = trees.plainRelation(head) === 'obj' && trees.lemma(verb) === 'lose'
  return isLost && (scene.isArmed(head) || /^(man|men|life|people)$/.test(trees.lemma(head)))
    ? toll('killed', verb, 'lost')
    : undefined
}

/** "claimed 12 lives" */
export function claimedLives({ trees }: Scene, head: number): Toll | undefined {
  const verb = trees.head(head)
  const isLives = trees.plainRelation(head) === 'obj' && trees.lemma(head) === 'life'
  return isLives && /^(claim|cost|take)$/.test(trees.lemma(verb)) ? toll('killed', verb, 'lives') : undefined
}

/** "Six residents were treated for smoke inhalation", "nine people were taken to hospital" */
export function treated(scene: Scene, head: number): Toll | undefined {
  const { trees } = scene
  const verb = trees.head(head)
  const isPatient =
    trees.relation(head) === 'nsubj:pass' || (trees.plainRelation(head) === 'obj' && trees.lemma(verb) === 'treat')
  return isPatient && isCare(scene, verb) ? toll('wounded', verb, 'treated') : undefined
}

/** "treated for burns", "hospitalized", "taken to a hospital" */
function isCare({ trees, lexicons: { tollWords } }: Scene, verb: number): boolean {
  if (/^hospitali[sz]e$/.test(trees.lemma(verb))) return true
  const below = trees.children(verb).filter((child) => child > verb)
  if (trees.lemma(verb) === 'treat') return below.some((child) => tollWords.treatedFor.has(trees.lemma(child)))
  return (
    /^(take|bring|rush|admit|evacuate|carry|airlift)$/.test(trees.lemma(verb)) &&
    below.some((child) => /^(hospital|clinic)$/.test(trees.lemma(child)))
  )
}

/** "said that 21 people had died", told of an attack, not of a disease */
export function died(scene: Scene, head: number): Toll | undefined {
  const { trees } = scene
  const verb = trees.head(head)
  if (!/^(die|perish)$/.test(trees.lemma(verb))) return undefined
  const relation = trees.plainRelation(head)
  // "Eight guards, six policemen and two nurses died", "At least 14 others, including nine guards, died": hung on the verb as if it were when
  const isLoose =
    relation === 'obl' &&
    scene.preposition(head) === '' &&
    head < verb &&
    trees.tags[head].xpos === 'NNS' &&
    (scene.isPerson(head) || trees.lower(head) === 'others')
  return (relation === 'nsubj' || isLoose) && !isOfOtherCause(scene, verb) ? toll('killed', verb, 'died') : undefined
}

/** "died of malaria", "died in a bus crash": of something else, unless it names wounds or an attack. */
const isOfOtherCause = (scene: Scene, verb: number): boolean =>
  scene.trees
    .children(verb)
    .some(
      (child) =>
        /^(of|from|in)$/.test(scene.preposition(child)) &&
        !scene.lexicons.tollWords.violentCauses.has(scene.trees.lemma(child)) &&
        scene.trees.tags[child].upos === 'NOUN',
    )

/** "injured as many as 60" */
export function asManyAs({ trees, lexicons }: Scene, head: number): Toll | undefined {
  const verb = trees.head(head)
  if (verb < 0 || trees.lower(head - 1) !== 'as' || !/^(many|few)$/.test(trees.lower(head - 2))) return undefined
  const harm = /^(kill|slay)$/.test(trees.lemma(verb)) ? 'killed' : lexicons.tollWords.states.get(trees.lemma(verb))
  return harm !== undefined && head > verb && trees.tags[verb].upos === 'VERB'
    ? toll(harm, verb, 'as-many-as')
    : undefined
}

/** "took four policemen with them", "took 12 passengers hostage" */
export function takenAlong(scene: Scene, head: number): Toll | undefined {
  const { trees } = scene
  const verb = trees.head(head)
  const isTaken = trees.plainRelation(head) === 'obj' && trees.lemma(verb) === 'take'
  return isTaken && isTakenAlong(scene, verb, head) ? toll('abducted', verb, 'taken-along') : undefined
}
