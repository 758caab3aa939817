import type { Proposition } from '../../document/Layers.ts'
import type { ClusterIndex } from './ClusterIndex.ts'
import { fillerOf } from './propositionsOf.ts'
import type { Scene } from './Scene.ts'
import { nearestCluster } from './tollsOf.ts'

const QUANTIFIERS =
  /^(most|many|some|half|all|none|several|few|majority|two|three|four|five|six|seven|eight|nine|ten|one|\d+)$/

/**
 * Who the harmed were: "most of the victims were civilians" is a composition in the report's words, "one of the dead was a farmer" also names
 * a victim. Read by the words alone, since the tree of "of the dead" is seldom right.
 */
export function victimsAmong(scene: Scene, clusters: ClusterIndex): Proposition[] {
  const { trees } = scene
  const found: Proposition[] = theHarmed(scene, clusters)
  for (let i = 0; i + 4 < trees.length; i++) {
    if (!QUANTIFIERS.test(trees.lower(i)) || trees.lower(i + 1) !== 'of') continue
    const noun = /^(the|those|its|their)$/.test(trees.lower(i + 2)) ? i + 3 : i + 2
    if (!isHarmed(scene, noun) || noun + 2 >= trees.length) continue
    if (!/^(was|were|are|is)$/.test(trees.lower(noun + 1))) continue
    const who = predicateFrom(scene, noun + 2)
    const cluster = nearestCluster(scene, clusters, noun)
    if (who < 0 || cluster < 0) continue
    const phrase = scene.referents.phraseOf(who)
    const subject = { kind: 'incident', index: cluster } as const
    const whole = { start: trees.tokens[i].start, end: trees.tokens[who].end }
    const one = trees.lower(i) === 'one'
    if (!one || scene.isPerson(who)) {
      found.push({
        subject,
        property: one ? 'victim' : 'composition',
        value: one ? fillerOf(scene, who) : { type: 'text', text: scene.document.text.slice(whole.start, whole.end) },
        token: who,
        spans: one ? [phrase, whole] : [whole],
        by: one ? 'rule:incidents/one-of-the-dead' : 'rule:incidents/most-of-the-dead',
      })
    }
  }
  return found
}

/** "The victims were a priest and two nurses", "The dead include a teacher": each by what they were. */
function theHarmed(scene: Scene, clusters: ClusterIndex): Proposition[] {
  const { trees } = scene
  const found: Proposition[] = []
  for (let i = 1; i + 2 < trees.length; i++) {
    if (!isHarmed(scene, i) || trees.lower(i - 1) !== 'the') continue
    if (!/^(was|were|are|is|include|included|includes)$/.test(trees.lower(i + 1))) continue
    const first = predicateFrom(scene, i + 2)
    const cluster = first < 0 ? -1 : nearestCluster(scene, clusters, i)
    if (cluster < 0) continue
    const who = [first, ...trees.children(first).filter((child) => trees.plainRelation(child) === 'conj')]
    for (const head of who.filter((at) => scene.isPerson(at))) {
      found.push({
        subject: { kind: 'incident', index: cluster },
        property: 'victim',
        value: fillerOf(scene, head),
        token: first,
        spans: [
          { start: trees.tokens[beginOf(scene, head)].start, end: trees.tokens[head].end },
          { start: trees.tokens[i].start, end: trees.tokens[first].end },
        ],
        by: 'rule:incidents/the-harmed-were',
      })
    }
  }
  return found
}

/** "the dead", "those killed": people of whom harm is told. */
export const isHarmed = ({ trees, lexicons: { participantWords } }: Scene, i: number): boolean =>
  participantWords.harmed.has(trees.lower(i)) || participantWords.harmed.has(trees.lemma(i))

/** "a retired priest": without the subject and the verb that hang on a predicate. */
function beginOf({ trees }: Scene, head: number): number {
  const before = trees
    .children(head)
    .filter((child) => child < head && /^(det|amod|nummod|compound)$/.test(trees.plainRelation(child)))
  return Math.min(head, ...before)
}

/** The noun that the predicate begins with: "farmer" of "a farmer", "passengers" of "passengers waiting for the boat"; -1 where it is none. */
function predicateFrom({ trees }: Scene, from: number): number {
  const { sentence } = trees.tokens[from]
  for (let i = from; i < trees.length && i < from + 6 && trees.tokens[i].sentence === sentence; i++) {
    const { upos } = trees.tags[i]
    const next = i + 1 < trees.length ? trees.tags[i + 1].upos : ''
    if (/^(NOUN|PROPN)$/.test(upos) && !/^(NOUN|PROPN)$/.test(next)) return i
    if (!/^(DET|ADJ|NOUN|PROPN|NUM|ADV)$/.test(upos)) return -1
  }
  return -1
}
