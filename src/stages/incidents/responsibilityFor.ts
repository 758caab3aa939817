import { subjectOf } from '../../document/Clauses.ts'
import type { Proposition } from '../../document/Layers.ts'
import { attributionFor, innermostOver } from './attributionFor.ts'
import { blameOf } from './blameOf.ts'
import type { CandidateAt } from './Candidate.ts'
import type { ClusterIndex } from './ClusterIndex.ts'
import { claimOf, isRejection } from './claimOf.ts'
import { culpableOf } from './culpableOf.ts'
import { heldResponsible } from './heldResponsible.ts'
import { incidentsOf } from './incidentsOf.ts'
import { isMishap, isNextSpeaker, isSomebody } from './isSomebody.ts'
import { ownDeed } from './ownDeed.ts'
import type { Responsibility } from './Responsibility.ts'
import type { Scene } from './Scene.ts'
import { withSpeaker } from './withSpeaker.ts'

/**
 * Who is held to have done it by their own claim or by others: "The brigade claimed responsibility for the blast", "denied
 * any part in the killing", "police blamed the brigade", "said it was behind the raid", "they suspect the clan", "it could have
 * been smugglers". The act of saying vouches for it: its attribution goes with the proposition.
 */
export function responsibilityFor(
  scene: Scene,
  clusters: ClusterIndex,
  at: CandidateAt,
): {
  readonly propositions: Proposition[]
  /** words told by the way in what somebody says of who did it */
  readonly grounds: readonly Ground[] /** incident and begin of each phrase that it takes up */
  readonly told: ReadonlySet<string>
} {
  const found: Proposition[] = []
  const told = new Set<string>()
  const grounds: Ground[] = []
  let accused:
    | { readonly who: readonly number[]; readonly clusters: readonly number[]; readonly sentence: number }
    | undefined
  for (let i = 0; i < scene.trees.length; i++) {
    if (accused !== undefined && scene.sentenceOf(i) - accused.sentence <= 3 && isRejection(scene, i)) {
      const { who, clusters: of } = accused
      const attribution = attributionFor(scene, i)
      const speaker = subjectOf(scene.trees, i).head
      const reading = {
        verb: i,
        who: -1,
        speaker,
        what: -1,
        rule: 'rejected',
        polarity: 'denied',
        act: 'denies',
      } as const
      for (const cluster of of)
        for (const head of who) found.push(...heldResponsible(scene, reading, head, cluster, attribution))
      continue
    }
    const own = ownDeed(scene, i, at)
    const read = claimOf(scene, i) ?? blameOf(scene, i) ?? own ?? culpableOf(scene, i, at)
    if (read === undefined || read.who < 0) continue
    // "ordered the killing" is a deed, and nothing that he says
    const vouching = read.rule === 'deed' ? innermostOver(scene, i) : attributionFor(scene, i)
    const attribution = isSelf(scene, read, vouching) ? -1 : vouching
    const reading = attribution >= 0 || read.speaker !== undefined ? read : withSpeaker(scene, read)
    // "a short circuit was to blame": not those who were accused.
    if (
      accused !== undefined &&
      attribution >= 0 &&
      scene.trees.lemma(i) === 'blame' &&
      reading.rule === 'responsible' &&
      isMishap(scene, reading.who)
    ) {
      const denial = { ...reading, rule: 'rejected', polarity: 'denied', act: 'denies' } as const
      for (const cluster of accused.clusters)
        for (const head of accused.who) found.push(...heldResponsible(scene, denial, head, cluster, attribution))
      continue
    }
    const of = incidentsOf(scene, clusters, at, reading)
    const heads = scene.referents
      .conjuncts(scene.referents.antecedent(reading.who))
      .filter(
        (head, index) =>
          !at.has(head) && isSomebody(scene, head, reading) && (index === 0 || !isNextSpeaker(scene, head)),
      )
    if (heads.length > 0 && of.length > 0 && attribution >= 0) grounds.push(...groundsOf(scene, reading, attribution))
    for (const cluster of of) {
      for (const head of heads) {
        found.push(...heldResponsible(scene, reading, head, cluster, attribution))
        told.add(`${cluster} ${scene.referents.phraseOf(head).start}`)
      }
    }
    if (
      heads.length > 0 &&
      of.length > 0 &&
      /^(blamed|suspected|responsible|behind|deed|work-of|identity)$/.test(reading.rule)
    )
      accused = { who: heads, clusters: of, sentence: scene.sentenceOf(i) }
  }
  return { propositions: found, told, grounds }
}

/** "The Front, blamed for the bombing, said": nobody blames themselves; who does so is not told. */
function isSelf(scene: Scene, { who, rule }: Responsibility, attribution: number): boolean {
  if (!/^(blamed|suspected)$/.test(rule) || attribution < 0) return false
  const { entity } = scene.document.get('attributions')[attribution]
  return entity !== undefined && entity === scene.referents.entityAt(who)
}

/** A word whose clause or phrase the attribution does not vouch for. */
export interface Ground {
  readonly head: number
  readonly attribution: number
  /** true for all that is told there, also who did it */
  readonly whole: boolean
}

/**
 * What is taken for granted in it: "They suspect the Lions, [which burned a mill in May]", "said it had nothing to do with
 * [the firebombing of a hostel in May]". The report tells that.
 */
function groundsOf({ trees }: Scene, { who, what }: Responsibility, attribution: number): Ground[] {
  const clauses = trees
    .children(who)
    .filter((child) => trees.relation(child) === 'acl:relcl')
    .map((head) => ({ head, attribution, whole: true }))
  const definite =
    what >= 0 &&
    /^(NOUN|PROPN)$/.test(trees.tags[what].upos) &&
    trees.children(what).some((child) => /^(the|this|that|these|those)$/.test(trees.lower(child)))
  return definite ? [...clauses, { head: what, attribution, whole: false }] : clauses
}
