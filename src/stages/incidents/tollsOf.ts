import type { Proposition } from '../../document/Layers.ts'
import type { Count } from '../../model/Value.ts'
import type { ClusterIndex } from './ClusterIndex.ts'
import { countOf } from './countOf.ts'
import type { Cluster } from './groupCandidates.ts'
import { fillerOf } from './propositionsOf.ts'
import type { Scene } from './Scene.ts'
import { isHarmedNoun, type Toll } from './Toll.ts'
import { isAboard } from './takenAlong.ts'
import { tollAt } from './tollAt.ts'

/** How many sentences back an incident may stand whose toll is told. */
const REACH = 4

/** Tolls told without a verb of killing: "left 12 people dead", "the death toll rose to 20", "two children were among the wounded". */
export function tollsOf(scene: Scene, clusters: ClusterIndex, counted: ReadonlySet<number>): Proposition[] {
  const found: Proposition[] = []
  const harmed = harmedIn(clusters)
  const done = new Set<number>()
  for (const { head: counts, from, to } of scene.referents.quantities) {
    const head = counts ?? topOf(scene, from, to)
    if ((counted.has(head) && !isAboard(scene, head)) || done.has(head)) continue
    const toll = tollAt(scene, head) ?? partOfHarmed(scene, harmed, head)
    if (toll === undefined) continue
    const cluster = nearestCluster(scene, clusters, head)
    if (
      toll.property === 'abducted' &&
      toll.by === 'rule:incidents/aboard' &&
      !isHijacked(scene, clusters.clusters[cluster], head)
    )
      continue
    const quantity = scene.referents.quantityAt(head)
    if (cluster < 0 || quantity?.value.type !== 'count') continue
    done.add(head)
    const { start, end } = scene.trees.tokens[toll.word]
    const count: Count =
      toll.of === undefined ? (countOf(scene, head) ?? quantity.value) : { ...quantity.value, of: toll.of }
    found.push({
      subject: { kind: 'incident', index: cluster },
      property: toll.property,
      value: scene.lexicons.tollWords.harmedNouns.has(count.of?.toLowerCase() ?? '')
        ? { ...count, of: undefined }
        : count,
      token: toll.word,
      spans: [quantity, { start, end }],
      by: toll.by,
    })
    found.push(...victimsOf(scene, head, toll, cluster))
  }
  return found
}

/** "30" of "more than 30", "one" of "no one": the word by which what is counted hangs on the clause. */
function topOf({ trees }: Scene, from: number, to: number): number {
  for (let i = to - 1; i > from; i--) if (trees.head(i) < from || trees.head(i) >= to) return i
  return from
}

/** "Twelve pupils died", "The mayor and two policemen lost their lives": those counted, and who is told beside them, by what they are. */
function victimsOf(scene: Scene, head: number, { property, word, by }: Toll, cluster: number): Proposition[] {
  const { trees } = scene
  if (!HARMS.has(property)) return []
  const first = trees.plainRelation(head) === 'conj' ? trees.head(head) : head
  const beside = trees.children(first).filter((child) => trees.plainRelation(child) === 'conj')
  return [first, ...beside]
    .filter((who) => isSomebodyByWhat(scene, who) && (who === head || !trees.dominates(who, word)))
    .map((who) => ({
      subject: { kind: 'incident', index: cluster },
      property: 'victim',
      value: fillerOf(scene, who),
      token: word,
      spans: [scene.referents.phraseOf(who), { start: trees.tokens[word].start, end: trees.tokens[word].end }],
      by,
    }))
}

const HARMS: ReadonlySet<string> = new Set(['killed', 'wounded', 'killed-or-wounded'])

/** A noun that says who they were: not "seven", "the dead", "others". */
const isSomebodyByWhat = (scene: Scene, i: number): boolean =>
  /^(NOUN|PROPN)$/.test(scene.trees.tags[i].upos) &&
  !isHarmedNoun(scene, i) &&
  !/^(others?|more|lives|life|victims?|casualt(y|ies))$/.test(scene.trees.lower(i)) &&
  scene.isPerson(i)

/** "killed 16 people, including five students", "15 others, among them eight policemen, were wounded": as the whole. */
function partOfHarmed(scene: Scene, harmed: ReadonlyMap<number, Toll>, head: number): Toll | undefined {
  const { trees } = scene
  const whole = trees.head(head)
  const part =
    scene.preposition(head) === 'including' || isAmongThem(scene, head) || trees.plainRelation(head) === 'conj'
  return whole < 0 || !part || !scene.isPerson(head) ? undefined : harmed.get(whole)
}

/** Those killed or wounded, by the word for them. */
function harmedIn({ clusters }: ClusterIndex): Map<number, Toll> {
  const harmed = new Map<number, Toll>()
  for (const { candidates } of clusters)
    for (const { match, args } of candidates) {
      const { effect } = match.trigger
      if (effect !== 'killed' && effect !== 'wounded') continue
      for (const { role, head } of args)
        if (role === 'patient' && !harmed.has(head))
          harmed.set(head, { property: effect, word: match.token, by: 'rule:incidents/including' })
    }
  return harmed
}

/** "15 others, among them eight policemen" */
function isAmongThem({ trees }: Scene, head: number): boolean {
  if (trees.plainRelation(head) !== 'appos') return false
  for (let i = head - 1; i > trees.head(head) && i > head - 6; i--)
    if (trees.lower(i) === 'them' && trees.lower(i - 1) === 'among') return true
  return false
}

/** "hijacked a tanker with 24 sailors aboard": those aboard were taken with it. */
const isHijacked = (scene: Scene, cluster: Cluster | undefined, head: number): boolean =>
  cluster?.candidates.some(({ type, sentence }) => type === 'hijacking' && sentence === scene.sentenceOf(head)) ?? false

/** The incident whose toll it is: in the same sentence, else the one spoken of last, a few sentences back at most. */
export function nearestCluster(scene: Scene, clusters: ClusterIndex, token: number): number {
  const sentence = scene.sentenceOf(token)
  let best = -1
  let bestDistance = Number.POSITIVE_INFINITY
  for (const { index, candidate } of clusters.within(sentence - REACH, sentence)) {
    const back = sentence - candidate.sentence
    const distance = back * 1000 + Math.abs(candidate.match.token - token)
    if (distance > bestDistance || (distance === bestDistance && index > best) || !clusters.hasToll(index)) continue
    if (back > 0 && isByTheWay(scene, candidate.match.token, clusters.clusters[index].candidates.length)) continue
    best = index
    bestDistance = distance
  }
  return best
}

/** "the clan, which burned a mill in May": told once and by the way, so that later tolls are of something else. */
function isByTheWay({ trees }: Scene, token: number, mentions: number): boolean {
  return mentions === 1 && trees.relation(token) === 'acl:relcl' && trees.tags[trees.head(token)].upos === 'PROPN'
}
