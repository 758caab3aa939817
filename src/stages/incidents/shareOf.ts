import { subjectOf } from '../../document/Clauses.ts'
import type { Candidate, CandidateAt } from './Candidate.ts'
import { isDone } from './incidentsOf.ts'
import type { Responsibility } from './Responsibility.ts'
import type { Scene } from './Scene.ts'

/** What part somebody had in it: "had nothing to do with the fire", "had no hand in it", "its men carried it out". */
export const shareOf = (scene: Scene, i: number, at: CandidateAt): Responsibility | undefined =>
  toDoWith(scene, i) ?? shareIn(scene, i) ?? deed(scene, i, at)

/** "had nothing to do with the firebombing" */
function toDoWith(scene: Scene, i: number): Responsibility | undefined {
  const { trees } = scene
  // "said it knew nothing of the killing"
  if (trees.lemma(i) === 'know' && trees.lower(trees.child(i, 'obj')) === 'nothing') {
    const of = [...trees.children(i), ...trees.children(trees.child(i, 'obj'))].find((child) =>
      /^(of|about)$/.test(scene.preposition(child)),
    )
    return {
      verb: i,
      who: subjectOf(trees, i).head,
      what: of ?? -1,
      rule: 'to-do-with',
      bare: true,
      polarity: 'denied',
    }
  }
  if (trees.lemma(i) !== 'have') return undefined
  const amount = trees.child(i, 'obj')
  if (amount < 0 || !/^(nothing|anything|something)$/.test(trees.lower(amount))) return undefined
  if (trees.lower(amount + 1) !== 'to' || trees.lower(amount + 2) !== 'do' || trees.lower(amount + 3) !== 'with')
    return undefined
  const what = trees.children(amount + 2).find((child) => scene.preposition(child) === 'with') ?? -1
  return {
    verb: i,
    who: subjectOf(trees, i).head,
    what,
    rule: 'to-do-with',
    ...(trees.lower(amount) === 'nothing' ? { polarity: 'denied' } : {}),
  }
}

/** "had no hand in the killing", "played a role in it" */
function shareIn(scene: Scene, i: number): Responsibility | undefined {
  const { trees } = scene
  if (!/^(have|play|take)$/.test(trees.lemma(i))) return undefined
  const share = trees.child(i, 'obj')
  if (share < 0 || !/^(hand|part|role|involvement)$/.test(trees.lower(share))) return undefined
  const what = [...trees.children(share), ...trees.children(i)].find(
    (child) => child > share && scene.preposition(child) === 'in',
  )
  const no = trees.children(share).some((child) => trees.lower(child) === 'no')
  if (what === undefined && !no) return undefined
  return {
    verb: i,
    who: subjectOf(trees, i).head,
    what: what ?? -1,
    rule: 'share',
    bare: no,
    ...(no ? { polarity: 'denied' } : {}),
  }
}

/** "its men had carried it out", "we did it", "did not carry out the attack", "had sent the parcel bombs" */
function deed(scene: Scene, i: number, at: CandidateAt): Responsibility | undefined {
  const { trees } = scene
  const { deedVerbs } = scene.lexicons.responsibilityWords
  if (trees.tags[i].upos !== 'VERB' || !deedVerbs.has(trees.lemma(i)) || at.has(i)) return undefined
  // "may have been carried out by a gang"
  const passive = trees.children(i).some((child) => /:pass$/.test(trees.relation(child)))
  const object = passive ? trees.child(i, 'nsubj') : trees.child(i, 'obj')
  // "accused them of ordering it" is told by who accuses.
  if (object < 0 || /^(accuse|suspect|blame|charge|convict)$/.test(trees.lemma(trees.head(i)))) return undefined
  const pronoun =
    /^(it|this|that)$/.test(trees.lower(object)) ||
    (/^(operation|action|act|deed)$/.test(trees.lemma(object)) &&
      trees.children(object).some((child) => /^(this|the|that)$/.test(trees.lower(child))))
  if (
    pronoun
      ? !/^(do|carry|commit|order|plan|organi[sz]e|perpetrate|mastermind|execute|plant|detonate|stage)$/.test(
          trees.lemma(i),
        )
      : // "ordered the closure of the markets": an act of whoever has the power, which the nouns around it tell
        !isDeed(scene, at.get(object))
  )
    return undefined
  const by = passive ? trees.children(i).find((child) => scene.preposition(child) === 'by') : subjectOf(trees, i).head
  return by === undefined ? undefined : { verb: i, who: by, what: object, rule: 'deed' }
}

const isDeed = (scene: Scene, candidate: Candidate | undefined): boolean =>
  candidate !== undefined && isDone(scene, candidate.type)
