import { categoryOf } from './countOf.ts'
import { isListedDead } from './listedDead.ts'
import type { Scene } from './Scene.ts'
import { isAboard, isTakenAlong } from './takenAlong.ts'

/** Words that say what became of those counted, with the property that counts them. */
const STATES: Record<string, string> = {
  dead: 'killed',
  fatality: 'killed',
  death: 'killed',
  corpse: 'killed',
  body: 'killed',
  slain: 'killed',
  wounded: 'wounded',
  wound: 'wounded',
  injured: 'wounded',
  injure: 'wounded',
  injury: 'wounded',
  hurt: 'wounded',
  casualty: 'killed-or-wounded',
  missing: 'missing',
  unaccounted: 'missing',
  unharmed: 'unhurt',
  unhurt: 'unhurt',
  unscathed: 'unhurt',
}
export const NOUN_STATES = new Set([
  'dead',
  'fatality',
  'death',
  'wounded',
  'injured',
  'casualty',
  'injury',
  'body',
  'corpse',
])
/** Words that say by themselves that those counted did it. */
const ATTACKERS = new Set(['attacker', 'assailant', 'kidnapper', 'hijacker', 'abductor'])

/** What became of those counted. */
export interface Toll {
  readonly property: string
  readonly word: number
  readonly by: string
  readonly of?: string
}

/** What the words around a count say became of those counted: "20 dead", "the bodies of seven", "nine were missing". */
export function tollAt(scene: Scene, counted: number): Toll | undefined {
  const { trees } = scene
  // "two more died", "30 others were wounded", where the number hangs on "more"
  const more = trees.tags[counted].upos === 'NUM' && /^(more|others)$/.test(trees.lower(counted + 1)) ? counted + 1 : -1
  const head = more >= 0 && trees.head(counted) === more ? more : counted
  if (head < 0) return undefined
  const state = (i: number): string | undefined =>
    i < 0 ? undefined : (STATES[trees.lower(i)] ?? STATES[trees.lemma(i)])
  const found = (word: number, name: string, of?: string): Toll | undefined => {
    const property = state(word)
    return property === undefined
      ? undefined
      : { property, word, by: `rule:incidents/${name}`, ...(of === undefined ? {} : { of }) }
  }
  const none = scene.referents.quantityAt(head)?.value
  if (none?.type === 'count' && none.high === 0 && /^(one|nobody|none)$/.test(trees.lower(head)))
    return noneHarmed(scene, head)
  // "stood at 199 dead and 1,400 injured": the word right behind the number says what became of them, wherever the tree hangs it
  const after = head + 1
  const counts =
    trees.tags[head].upos === 'NUM' &&
    after < trees.length &&
    /^(dead|injured|wounded|missing)$/.test(trees.lower(after))
  if (counts && isListedDead(scene, head)) return found(after, 'number-of-dead')
  if (/^(injured|wounded|missing)$/.test(trees.lower(head)) && isListedDead(scene, head - 1))
    return found(head, 'number-of-dead')
  // "five attackers had fled": how many they were, whatever they do here
  if (ATTACKERS.has(trees.lemma(head)) && trees.tags[head].xpos === 'NNS')
    return { property: 'perpetrators', word: head, by: 'rule:incidents/attackers' }
  // "the death toll rose to 20", "a toll of 20"
  const clause = trees.head(head)
  if (clause >= 0) {
    const subject = trees.lemma(clause) === 'toll' ? clause : trees.child(clause, 'nsubj')
    // "put the death toll at nine", "put the number of dead at nine"
    const put = PUTTING.test(trees.lemma(clause)) ? trees.child(clause, 'obj') : -1
    if (put >= 0 && put !== head && /^(at|to|as)$/.test(scene.preposition(head)) && isTollOrNumber(scene, put))
      return { property: stateOfToll(scene, put), word: put, by: 'rule:incidents/toll' }
    // "the number of people killed rose to 305"
    if (
      subject >= 0 &&
      /^(number|count)$/.test(trees.lemma(subject)) &&
      /^(to|at)$/.test(scene.preposition(head)) &&
      isOfTheKilled(scene, subject)
    )
      return { property: 'killed', word: subject, by: 'rule:incidents/toll' }
    const toll = trees.lemma(subject) === 'toll' ? subject : -1
    if (toll >= 0 && trees.lemma(toll) === 'toll' && !/^(injury)$/.test(trees.lower(toll - 1))) {
      return { property: 'killed', word: toll, by: 'rule:incidents/toll' }
    }
  }
  // "left 12 soldiers dead", with the soldiers hung on "dead"
  if (clause > head && trees.tags[clause].upos === 'ADJ' && NOUN_STATES.has(trees.lower(clause)))
    return found(clause, 'people-dead')
  // "20 dead", "12 fatalities", "nine wounded"
  if (NOUN_STATES.has(trees.lower(head)) || NOUN_STATES.has(trees.lemma(head))) {
    const top = scene.preposition(head) === 'of' ? trees.head(head) : -1
    return top >= 0 ? (diesLater(scene, top) ?? ofTheDead(scene, top, head)) : found(head, 'number-of-dead')
  }
  // "12 people dead", "12 people injured in the blast"
  for (const child of trees.children(head)) {
    if (/^(amod|acl|nmod)$/.test(trees.plainRelation(child)) && trees.tags[child].upos === 'ADJ' && state(child))
      return found(child, 'people-dead')
    // "six of the dead were passengers"
    if (
      trees.plainRelation(child) === 'nmod' &&
      scene.preposition(child) === 'of' &&
      /^(dead|victim|wounded|injured)$/.test(trees.lemma(child))
    ) {
      return diesLater(scene, head) ?? ofTheDead(scene, head, child)
    }
  }
  const relation = trees.plainRelation(head)
  // "the bodies of seven passengers were found", "claimed the lives of 22 people", "for the loss of three of their own"
  if (clause >= 0 && relation === 'nmod' && scene.preposition(head) === 'of' && isLifeOf(scene, clause))
    return { property: 'killed', word: clause, by: 'rule:incidents/lives-of' }
  // "Three soldiers lost their lives"
  if (
    clause >= 0 &&
    relation === 'nsubj' &&
    trees.lemma(clause) === 'lose' &&
    /^(life|lives)$/.test(trees.lower(trees.child(clause, 'obj')))
  )
    return { property: 'killed', word: clause, by: 'rule:incidents/lost-lives' }
  // "The army said it had lost two men", "claimed 12 lives"
  if (
    clause >= 0 &&
    relation === 'obj' &&
    trees.lemma(clause) === 'lose' &&
    (scene.isArmed(head) || /^(man|men|life|people)$/.test(trees.lemma(head)))
  )
    return { property: 'killed', word: clause, by: 'rule:incidents/lost' }
  if (
    clause >= 0 &&
    relation === 'obj' &&
    trees.lemma(head) === 'life' &&
    /^(claim|cost|take)$/.test(trees.lemma(clause))
  )
    return { property: 'killed', word: clause, by: 'rule:incidents/lives' }
  // "Six residents were treated for smoke inhalation", "nine people were taken to hospital"
  if (
    clause >= 0 &&
    (trees.relation(head) === 'nsubj:pass' || (relation === 'obj' && trees.lemma(clause) === 'treat')) &&
    isCare(scene, clause)
  )
    return { property: 'wounded', word: clause, by: 'rule:incidents/treated' }
  // "Eight guards, six policemen and two nurses died", "At least 14 others, including nine guards, died": hung on the verb as if it were when
  const loose = relation === 'obl' && scene.preposition(head) === '' && head < clause && trees.tags[head].xpos === 'NNS'
  const first = loose && (scene.isPerson(head) || trees.lower(head) === 'others')
  // "said that 21 people had died", told of an attack, not of a disease
  if (
    clause >= 0 &&
    (relation === 'nsubj' || first) &&
    /^(die|perish)$/.test(trees.lemma(clause)) &&
    !diedOf(scene, clause)
  )
    return { property: 'killed', word: clause, by: 'rule:incidents/died' }
  // "Fatalities numbered 23"
  if (clause === head - 1 && trees.lower(clause) === 'numbered' && NOUN_STATES.has(trees.lemma(clause - 1)))
    return found(clause - 1, 'number-of-dead')
  // "The dead included seven children"
  if (clause >= 0 && relation === 'obj' && trees.lemma(clause) === 'include') {
    const whole = trees.child(clause, 'nsubj')
    if (whole >= 0 && /^(dead|victim|wounded|injured|fatality|casualty)$/.test(trees.lemma(whole)))
      return { property: STATES[trees.lemma(whole)] ?? 'killed', word: whole, by: 'rule:incidents/of-the-dead' }
  }
  // "Of the 19 dead, seven were policemen"
  if (clause >= 0 && relation === 'nsubj' && trees.child(clause, 'cop') >= 0) {
    const whole = trees
      .children(clause)
      .find((child) => child < head && scene.preposition(child) === 'of' && NOUN_STATES.has(trees.lower(child)))
    if (whole !== undefined) return ofTheDead(scene, head, whole)
  }
  // "injured as many as 60"
  if (clause >= 0 && trees.lower(head - 1) === 'as' && /^(many|few)$/.test(trees.lower(head - 2))) {
    const harm = /^(kill|slay)$/.test(trees.lemma(clause)) ? 'killed' : STATES[trees.lemma(clause)]
    if (harm !== undefined && head > clause && trees.tags[clause].upos === 'VERB')
      return { property: harm, word: clause, by: 'rule:incidents/as-many-as' }
  }
  // "left eight policemen and two of the gunmen dead", with the last word hung on the gunmen
  const last = trees.right(head)
  if (
    clause >= 0 &&
    relation === 'obj' &&
    trees.lemma(clause) === 'leave' &&
    last > head &&
    trees.tags[last].upos === 'ADJ' &&
    state(last)
  )
    return found(last, 'left-dead')
  // "took four policemen with them", "took 12 passengers hostage"
  if (clause >= 0 && relation === 'obj' && trees.lemma(clause) === 'take' && isTakenAlong(scene, clause, head))
    return { property: 'abducted', word: clause, by: 'rule:incidents/taken-along' }
  if (clause >= 0 && (relation === 'obj' || relation === 'nsubj')) {
    // "left 12 people dead", "leaving 12 wounded"
    const result = trees
      .children(clause)
      .find(
        (child) =>
          /^(xcomp|obj|obl|advcl|acl)$/.test(trees.plainRelation(child)) &&
          child !== head &&
          trees.tags[child].upos === 'ADJ' &&
          state(child),
      )
    if (
      result !== undefined &&
      /^(leave|be|report|remain|find|fear|presume|believe|confirm|declare|pronounce)$/.test(trees.lemma(clause))
    )
      return found(result, 'left-dead')
    // "two children were among the wounded", "four sailors are missing"
    if (relation === 'nsubj' && trees.child(clause, 'cop') >= 0 && state(clause)) {
      const among = scene.preposition(clause) === 'among' || /^(missing|unaccounted|dead)$/.test(trees.lower(clause))
      if (among) return found(clause, 'among-the-dead')
    }
    // "with 15 miners still missing"
    if (relation === 'nsubj' && /^(missing|unaccounted)$/.test(trees.lower(clause))) return found(clause, 'missing')
  }
  // "hijacked a tanker with 24 crew members aboard", "a boat carrying 12 fishermen"
  if (isAboard(scene, head)) return { property: 'abducted', word: head, by: 'rule:incidents/aboard' }
  return partOf(scene, head)
}

/** "14 dead, including two children"; "six women and four children": what became of the whole or of the first of them. */
function partOf(scene: Scene, head: number): Toll | undefined {
  const { trees } = scene
  const whole = trees.head(head)
  const included = scene.preposition(head) === 'including'
  if (whole < 0 || !(scene.isPerson(head) || included)) return undefined
  if (included && trees.tags[whole].upos === 'VERB') {
    const state = [...Array(4).keys()]
      .map((k) => head - 2 - k)
      .find((i) => i > whole && trees.lower(i) in STATES && trees.tags[i].upos === 'ADJ')
    return state === undefined
      ? undefined
      : { property: STATES[trees.lower(state)], word: state, by: 'rule:incidents/including' }
  }
  if (!included && trees.plainRelation(head) !== 'conj') return undefined
  return /^(NOUN|NUM|PROPN)$/.test(trees.tags[whole].upos) ? tollAt(scene, whole) : undefined
}

/** Words that set or change a toll: "put the toll at nine", "bringing the toll to 13", "raised the figure to 11". */
const PUTTING = /^(put|set|place|give|estimate|bring|raise|push|take|lift)$/

/** "the number of people killed", "the number of dead" */
const isOfTheKilled = ({ trees }: Scene, number: number): boolean =>
  [...Array(trees.right(number) - number).keys()].some((k) =>
    /^(killed|dead|deaths|fatalities)$/.test(trees.lower(number + 1 + k)),
  )

/** "the bodies", "the remains", "took the lives", "the loss"; "changed the lives of 22 people" is no toll. */
function isLifeOf({ trees }: Scene, i: number): boolean {
  if (/^(body|corpse|remains?|loss)$/.test(trees.lemma(i))) return true
  return trees.lemma(i) === 'life' && /^(claim|cost|take|lose)$/.test(trees.lemma(trees.head(i)))
}

/** "two of the wounded died later" */
function diesLater({ trees }: Scene, number: number): Toll | undefined {
  const clause = trees.plainRelation(number) === 'nsubj' ? trees.head(number) : -1
  return clause >= 0 && /^(die|perish)$/.test(trees.lemma(clause))
    ? { property: 'killed', word: clause, by: 'rule:incidents/died' }
    : undefined
}

/** "No one was hurt", "nobody was killed" */
function noneHarmed({ trees }: Scene, nobody: number): Toll | undefined {
  const verb = trees.relation(nobody) === 'nsubj:pass' ? trees.head(nobody) : -1
  const word = verb < 0 ? '' : trees.lemma(verb)
  const property = /^(kill|slay|murder)$/.test(word)
    ? 'killed'
    : /^(hurt|harm|injure|wound)$/.test(word)
      ? 'wounded'
      : ''
  return property === '' ? undefined : { property, word: verb, by: 'rule:incidents/none-harmed' }
}

/** "treated for burns", "hospitalized", "taken to a hospital" */
function isCare({ trees }: Scene, verb: number): boolean {
  if (/^hospitali[sz]e$/.test(trees.lemma(verb))) return true
  const to = (words: RegExp) => trees.children(verb).some((child) => child > verb && words.test(trees.lemma(child)))
  if (trees.lemma(verb) === 'treat')
    return to(/^(wound|injury|burn|inhalation|cut|shock|fracture|hospital|clinic|shrapnel|trauma)$/)
  return /^(take|bring|rush|admit|evacuate|carry|airlift)$/.test(trees.lemma(verb)) && to(/^(hospital|clinic)$/)
}

const isTollOrNumber = ({ trees }: Scene, i: number): boolean =>
  /^(toll|number|figure|count|total|loss|losses|dead|wounded|injured|death|fatality)$/.test(trees.lemma(i))

/** "the number of wounded" counts the wounded, a toll and a bare number the dead. */
const stateOfToll = ({ trees }: Scene, i: number): string =>
  STATES[trees.lemma(i)] ??
  trees
    .children(i)
    .map((child) => STATES[trees.lower(child)] ?? STATES[trees.lemma(child)])
    .find((state) => state !== undefined) ??
  'killed'

/** "died of malaria", "died in a bus crash": of something else, unless it names wounds or an attack. */
const diedOf = (scene: Scene, verb: number): boolean =>
  scene.trees
    .children(verb)
    .some(
      (child) =>
        /^(of|from|in)$/.test(scene.preposition(child)) &&
        !/^(wound|injury|attack|blast|explosion|bombing|raid|shooting|violence|clash|assault|hospital)$/.test(
          scene.trees.lemma(child),
        ) &&
        scene.trees.tags[child].upos === 'NOUN',
    )

/** "Six of the dead were passengers": six killed, and of what category. */
function ofTheDead(scene: Scene, number: number, dead: number): Toll {
  const { trees } = scene
  const property = STATES[trees.lower(dead)] ?? STATES[trees.lemma(dead)] ?? 'killed'
  const predicate = trees.plainRelation(number) === 'nsubj' ? trees.head(number) : -1
  const of = predicate >= 0 && trees.child(predicate, 'cop') >= 0 ? categoryOf(scene, predicate) : undefined
  return { property, word: dead, by: 'rule:incidents/of-the-dead', ...(of === undefined ? {} : { of }) }
}
