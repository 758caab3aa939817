import { frameOf, isKindOf } from '../../vocabulary/Vocabulary.ts'
import type { CandidateAt } from './Candidate.ts'
import type { ClusterIndex } from './ClusterIndex.ts'
import type { Responsibility } from './Responsibility.ts'
import type { Scene } from './Scene.ts'

/** How many sentences back the incident may stand that is claimed or blamed without a word for it. */
const REACH = 5

/** The incidents that the words name; where they only say "it" or nothing, the attack spoken of last. */
export function incidentsOf(
  scene: Scene,
  clusters: ClusterIndex,
  at: CandidateAt,
  { what, verb, who, rule, bare = false }: Responsibility,
): number[] {
  const heads = what < 0 ? [] : scene.referents.conjuncts(what)
  const named = heads.flatMap((head) => {
    const inside = [...Array(scene.trees.right(head) - scene.trees.left(head) + 1).keys()].map(
      (k) => k + scene.trees.left(head),
    )
    const first = [head, ...inside].map((i) => at.get(i)).find((candidate) => candidate !== undefined)
    return first === undefined ? [] : clusters.indicesOf(first)
  })
  if (named.length > 0) return [...new Set(named)]
  // "blamed the government for the delay", "claimed the prize": about something else altogether.
  if (what >= 0 ? !isIt(scene, what) : !bare) return []
  const sentence = scene.sentenceOf(verb)
  // "They suspect the Lions, which burned the mill in May": what is told of them by the way is another incident.
  const spoken = clusters
    .within(sentence - REACH, sentence)
    .filter(({ candidate }) => !scene.trees.dominates(who, candidate.match.token))
  const violent = [...Map.groupBy(spoken, ({ index }) => index)]
    .map(([index, mentions]) => ({ index, last: mentions.at(-1)!.candidate, mentions: mentions.length }))
    .filter(({ last }) => isDone(scene, last.type))
    // "is holding the men": of those who were taken
    .filter(({ last }) => rule !== 'holding' || /^(kidnapping|hostage-taking|hijacking)$/.test(last.type))
    // "fired on the patrol; some of the cars were set alight": of one sentence sooner what is told most of
    .sort(
      (a, b) =>
        b.last.sentence - a.last.sentence ||
        b.mentions - a.mentions ||
        b.last.match.token - a.last.match.token ||
        a.index - b.index,
    )
  return violent.slice(0, several(scene, verb)).map(({ index }) => index)
}

/** "Suspicion in both cases has fallen on the Front", "all three attacks": of how many incidents it is said. */
function several({ trees }: Scene, verb: number): number {
  for (let i = trees.left(verb); i + 1 <= trees.right(verb); i++) {
    if (!/^(both|all)$/.test(trees.lower(i))) continue
    const from = /^(the|these|those)$/.test(trees.lower(i + 1)) ? i + 2 : i + 1
    const number = trees.lower(i) === 'both' ? 2 : NUMBERS.indexOf(trees.lower(from))
    const noun = trees.lower(i) === 'both' ? from : from + 1
    if (number > 1 && noun <= trees.right(verb) && DEEDS.test(trees.lemma(noun))) return number
  }
  return 1
}

const NUMBERS = ['', '', 'two', 'three', 'four', 'five', 'six']

const DEEDS =
  /^(incident|case|act|action|operation|attack|assault|strike|raid|bombing|blast|explosion|killing|murder|massacre|shooting|kidnapping|ambush)$/

/** "it", "the incident", "ordering it" */
function isIt({ trees }: Scene, what: number): boolean {
  if (/^(it|this|that|one|incident|act|action|crime|deed)$/.test(trees.lemma(what))) return true
  // "The attacks could be the work of smugglers", "We carried out this operation"
  if (
    DEEDS.test(trees.lemma(what)) &&
    trees.children(what).some((child) => /^(the|this|these|those)$/.test(trees.lower(child)))
  )
    return true
  const object = trees.tags[what].upos === 'VERB' ? trees.child(what, 'obj') : -1
  return object >= 0 && /^(it|this|that)$/.test(trees.lower(object))
}

/** What somebody can own up to: attacks of any kind, kidnappings, fires that were laid. */
export const isDone = ({ lexicons: { vocabulary } }: Scene, type: string): boolean =>
  isKindOf(vocabulary, type, 'attack') ||
  (frameOf(vocabulary, type).agent === 'perpetrator' && !/^(threat|warning|claim)/.test(type))
