import type { Proposition } from '../../document/Layers.ts'
import type { Count } from '../../model/Value.ts'
import { isKindOf } from '../../vocabulary/Vocabulary.ts'
import { categoryOf, countOf } from './countOf.ts'
import type { Cluster } from './groupCandidates.ts'
import type { Scene } from './Scene.ts'

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
const NOUN_STATES = new Set(['dead', 'fatality', 'death', 'wounded', 'injured', 'casualty', 'injury', 'body', 'corpse'])
const HAS_TOLL = new Set(['clash', 'raid', 'riot', 'protest', 'takeover', 'disappearance'])
/** Words that say by themselves that those counted did it. */
const ATTACKERS = new Set(['attacker', 'assailant', 'kidnapper', 'hijacker', 'abductor'])
/** How many sentences back an incident may stand whose toll is told. */
const REACH = 4

/** Tolls told without a verb of killing: "left 12 people dead", "the death toll rose to 20", "two children were among the wounded". */
export function tollsOf(scene: Scene, clusters: readonly Cluster[], counted: ReadonlySet<number>): Proposition[] {
  const found: Proposition[] = []
  const done = new Set<number>()
  for (const { head: counts, from } of scene.referents.quantities) {
    const head = counts ?? from
    if (counted.has(head) || done.has(head)) continue
    const toll = tollAt(scene, head)
    if (toll === undefined) continue
    const cluster = nearestCluster(scene, clusters, head)
    const quantity = scene.referents.quantityAt(head)
    if (cluster < 0 || quantity?.value.type !== 'count') continue
    done.add(head)
    const { start, end } = scene.trees.tokens[toll.word]
    const count: Count =
      toll.of === undefined ? (countOf(scene, head) ?? quantity.value) : { ...quantity.value, of: toll.of }
    found.push({
      subject: { kind: 'incident', index: cluster },
      property: toll.property,
      value: NOUN_STATES.has(count.of?.toLowerCase() ?? '') ? { ...count, of: undefined } : count,
      token: toll.word,
      spans: [quantity, { start, end }],
      by: toll.by,
    })
  }
  return found
}

interface Toll {
  readonly property: string
  readonly word: number
  readonly by: string
  readonly of?: string
}

function tollAt(scene: Scene, head: number): Toll | undefined {
  const { trees } = scene
  const state = (i: number): string | undefined =>
    i < 0 ? undefined : (STATES[trees.lower(i)] ?? STATES[trees.lemma(i)])
  const found = (word: number, name: string, of?: string): Toll | undefined => {
    const property = state(word)
    return property === undefined
      ? undefined
      : { property, word, by: `rule:incidents/${name}`, ...(of === undefined ? {} : { of }) }
  }
  // "five attackers had fled": how many they were, whatever they do here
  if (ATTACKERS.has(trees.lemma(head)) && trees.tags[head].xpos === 'NNS')
    return { property: 'perpetrators', word: head, by: 'rule:incidents/attackers' }
  // "the death toll rose to 20", "a toll of 20"
  const clause = trees.head(head)
  if (clause >= 0) {
    const subject = trees.lemma(clause) === 'toll' ? clause : trees.child(clause, 'nsubj')
    // "put the death toll at nine", "put the number of dead at nine"
    const put = /^(put|set|place|give|estimate)$/.test(trees.lemma(clause)) ? trees.child(clause, 'obj') : -1
    if (put >= 0 && put !== head && scene.preposition(head) === 'at' && isTollOrNumber(scene, put))
      return { property: stateOfToll(scene, put), word: put, by: 'rule:incidents/toll' }
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
    return top >= 0 ? ofTheDead(scene, top, head) : found(head, 'number-of-dead')
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
      return ofTheDead(scene, head, child)
    }
  }
  const relation = trees.plainRelation(head)
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
  if (clause >= 0 && trees.relation(head) === 'nsubj:pass' && isCare(scene, clause))
    return { property: 'wounded', word: clause, by: 'rule:incidents/treated' }
  // "said that 21 people had died", told of an attack, not of a disease
  if (clause >= 0 && relation === 'nsubj' && /^(die|perish)$/.test(trees.lemma(clause)) && !diedOf(scene, clause))
    return { property: 'killed', word: clause, by: 'rule:incidents/died' }
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
    if (result !== undefined && /^(leave|be|report|remain|find)$/.test(trees.lemma(clause)))
      return found(result, 'left-dead')
    // "two children were among the wounded", "four sailors are missing"
    if (relation === 'nsubj' && trees.child(clause, 'cop') >= 0 && state(clause)) {
      const among = scene.preposition(clause) === 'among' || /^(missing|unaccounted|dead)$/.test(trees.lower(clause))
      if (among) return found(clause, 'among-the-dead')
    }
  }
  return undefined
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
  /^(toll|number|figure|count|total)$/.test(trees.lemma(i))

/** "the number of wounded" counts the wounded, a toll and a bare number the dead. */
const stateOfToll = ({ trees }: Scene, i: number): string =>
  trees
    .children(i)
    .map((child) => STATES[trees.lower(child)] ?? STATES[trees.lemma(child)])
    .find((state) => state !== undefined) ?? 'killed'

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

/** The incident whose toll it is: in the same sentence, else the one spoken of last, a few sentences back at most. */
export function nearestCluster(scene: Scene, clusters: readonly Cluster[], token: number): number {
  const sentence = scene.sentenceOf(token)
  let best = -1
  let bestDistance = Number.POSITIVE_INFINITY
  clusters.forEach(({ candidates }, index) => {
    const violent = candidates.some(
      ({ type }) => HAS_TOLL.has(type) || isKindOf(scene.lexicons.vocabulary, type, 'attack'),
    )
    if (!violent || candidates[0].stage === 'planned' || candidates[0].stage === 'threatened') return
    for (const candidate of candidates) {
      const back = sentence - candidate.sentence
      if (back > 0 && isByTheWay(scene, candidate.match.token, candidates.length)) continue
      if (back < 0 || back > REACH) continue
      const distance = back * 1000 + Math.abs(candidate.match.token - token)
      if (distance < bestDistance) [best, bestDistance] = [index, distance]
    }
  })
  return best
}

/** "the clan, which burned a mill in May": told once and by the way, so that later tolls are of something else. */
function isByTheWay({ trees }: Scene, token: number, mentions: number): boolean {
  return mentions === 1 && trees.relation(token) === 'acl:relcl' && trees.tags[trees.head(token)].upos === 'PROPN'
}
