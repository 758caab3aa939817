import type { Proposition } from '../../document/Layers.ts'
import type { ClusterIndex } from './ClusterIndex.ts'
import { fillerOf } from './propositionsOf.ts'
import type { Scene } from './Scene.ts'
import { nearestCluster } from './tollsOf.ts'
import { isHarmed } from './victimsAmong.ts'

const NAMING = /^(identify|name)$/

/**
 * Who the victims were, told in a sentence of its own: "The dead were identified as Ana Ruiz and Jon Vega", "Police named the victim as
 * Ana Ruiz". Read by the words, since the tree of a list of names is seldom right.
 */
export function namedVictims(scene: Scene, clusters: ClusterIndex): Proposition[] {
  const { trees, referents } = scene
  const { harmedOneByOne } = scene.lexicons.participantWords
  const found: Proposition[] = []
  for (let verb = 1; verb + 1 < trees.length; verb++) {
    if (!NAMING.test(trees.lemma(verb)) || trees.tags[verb].upos !== 'VERB') continue
    const { sentence } = trees.tokens[verb]
    const inSentence = (i: number): boolean => i >= 0 && i < trees.length && trees.tokens[i].sentence === sentence
    let as = verb + 1
    while (inSentence(as) && trees.lower(as) !== 'as' && as < verb + 8) as++
    if (!inSentence(as) || trees.lower(as) !== 'as') continue
    let harmed = false
    for (let i = as - 1; inSentence(i) && i >= as - 14; i--)
      if (isHarmed(scene, i) || harmedOneByOne.has(trees.lemma(i)) || harmedOneByOne.has(trees.lower(i))) harmed = true
    const cluster = harmed ? nearestCluster(scene, clusters, verb) : -1
    if (cluster < 0) continue
    const named = new Set<number>()
    for (const { from, to, form, entity, head } of referents.mentions) {
      if (form !== 'name' || from <= as || !inSentence(from) || named.has(entity)) continue
      if (referents.entities[entity].kind !== 'person' || !isListed(scene, as, from)) continue
      named.add(entity)
      const { start } = trees.tokens[from]
      const { end } = trees.tokens[to - 1]
      found.push({
        subject: { kind: 'incident', index: cluster },
        property: 'victim',
        value: fillerOf(scene, head),
        token: verb,
        spans: [{ start, end }, trees.tokens[verb]].map((span) => ({ start: span.start, end: span.end })),
        by: 'rule:incidents/identified-as',
      })
    }
  }
  return found
}

/** Up to the next verb the list goes on: "identified as Ana Ruiz, a baker, and Jon Vega, said the police". */
function isListed({ trees }: Scene, as: number, to: number): boolean {
  for (let i = as + 1; i < to; i++) {
    if (trees.tags[i].upos === 'VERB' && /^VB[DPZ]$/.test(trees.tags[i].xpos)) return false
    if (/^(who|whose|by|;)$/.test(trees.lower(i))) return false
  }
  return true
}
