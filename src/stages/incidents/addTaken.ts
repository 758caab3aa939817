import { subjectOf } from '../../document/Clauses.ts'
import type { Taken } from '../../vocabulary/Trigger.ts'
import type { AddArgument } from './Argument.ts'
import { isTime } from './placePrepositions.ts'
import type { Scene } from './Scene.ts'

/** Takes a phrase for what the trigger says it is: a role, nothing, or whose it is. */
export function addTaken(scene: Scene, taken: Taken, head: number, name: string, add: AddArgument): void {
  if (head < 0 || taken === 'none' || taken === 'otherwise') return
  if (taken === 'reached') add('patient', reachedBy(scene, head), name)
  else if (taken === 'owner') {
    const owners = scene.isPerson(head) ? [] : ownersOf(scene, head)
    for (const owner of owners.length > 0 ? owners : [head]) add('patient', owner, 'whose')
  } else if (taken !== 'whose') add(taken, head, name)
  else for (const party of partiesIn(scene, head)) add('patient', party, 'whose')
}

/** "the app" of "access to the app"; anything else itself */
function reachedBy(scene: Scene, head: number): number {
  const { trees } = scene
  if (
    !/^(session|sitting|opening|meeting|access|entry|use|broadcast|transmission|body|corpse|remains|remain)$/.test(
      trees.lemma(head),
    )
  )
    return head
  return trees.children(head).find((child) => /^(to|of|from)$/.test(scene.preposition(child))) ?? head
}

/** Somebody, or a place that stands for those who rule it. */
export const isParty = (scene: Scene, i: number): boolean =>
  scene.isBody(i) ||
  scene.isPlace(i) ||
  (scene.trees.tags[i].upos === 'PROPN' && scene.entityKind(i) === undefined) ||
  (scene.isPerson(i) && !scene.isThing(i))

/** "the minister" himself; "police" of "the police crackdown", "the army" of "the attack by the army". */
function partiesIn(scene: Scene, head: number): number[] {
  if (scene.trees.lower(head) === 'what') return ownersOfCalled(scene, head)
  return isParty(scene, head) ? [head] : ownersOf(scene, head)
}

/** "denounced what it called a campaign of terror by [the police]" */
function ownersOfCalled(scene: Scene, what: number): number[] {
  const { trees } = scene
  const call = trees.children(what).find((child) => trees.relation(child) === 'acl:relcl') ?? -1
  if (call < 0 || !/^(call|describe|term|see|consider|brand|label|deem|regard)$/.test(trees.lemma(call))) return []
  return trees.children(call).flatMap((child) => {
    if (scene.preposition(child) === 'by') return isParty(scene, child) ? [child] : []
    const named = /^(obj|xcomp)$/.test(trees.relation(child)) || scene.preposition(child) === 'as'
    return named ? ownersOf(scene, child) : []
  })
}

function ownersOf(scene: Scene, head: number, depth = 0): number[] {
  const doers = doersWithin(scene, head).filter((doer) => isParty(scene, doer))
  if (doers.length > 0) return doers
  // "an offer conveyed [by two ministers]"
  const clause = scene.trees.children(head).find((child) => scene.trees.relation(child) === 'acl')
  const made =
    clause === undefined
      ? []
      : scene.trees.children(clause).filter((child) => scene.preposition(child) === 'by' && isParty(scene, child))
  if (made.length > 0) return made
  // "two houses belonging [to a deputy]"
  const belongs = clause !== undefined && /^(belong|own)$/.test(scene.trees.lemma(clause))
  if (belongs) {
    const to = scene.trees.children(clause).filter((child) => /^(to|by)$/.test(scene.preposition(child)))
    if (to.length > 0) return to
  }
  const near = scene.trees.children(head).filter((child) => {
    const relation = scene.trees.relation(child)
    const owns = /^(nmod:poss|compound)$/.test(relation)
    const joint = /^(nmod|obl)$/.test(scene.trees.plainRelation(child)) ? scene.preposition(child) : ''
    const did = /^(by|from)$/.test(joint) || (joint === 'of' && OF_WHOM.test(scene.trees.lemma(head)))
    return (owns || did) && isParty(scene, child) && !isTime(scene, child) && !isOwnPronoun(scene, child)
  })
  // "claims that [soldiers] had beaten two men"
  const told = CLAIM.test(scene.trees.lemma(head)) && clause !== undefined ? scene.trees.child(clause, 'nsubj') : -1
  if (told >= 0 && isParty(scene, told)) return [told]
  if (near.length > 0 || depth > 1) return near
  // "an offer of mediation [from Chad]"
  const of = scene.trees
    .children(head)
    .find((child) => scene.trees.plainRelation(child) === 'nmod' && scene.preposition(child) === 'of')
  return of === undefined || isParty(scene, of) ? [] : ownersOf(scene, of, depth + 1)
}

const CLAIM = /^(claim|report|allegation|accusation|suspicion|complaint|rumour|rumor)$/

/** "the resignation of the police chief": theirs, as a deed or as what becomes of them */
const OF_WHOM =
  /^(resignation|departure|exit|ouster|removal|dismissal|sacking|withdrawal|government|regime|rule|leader|leadership|policy|headquarters|office|compound|base|home|house|residence|convoy|representative|support|decision|conduct|handling|treatment|use|killing|abuse|role|failure|refusal|position|membership|candidate|forces|candidacy|session|opening|sitting|ceremony|inauguration|congress|meeting|passport|phone|laptop|press|printer|equipment|document|file|asset|account|property|land|vehicle|licence|license|visa|citizenship|finances|payment|publication)$/

/** "gave up their weapons": nobody else's */
function isOwnPronoun({ trees, referents }: Scene, owner: number): boolean {
  if (trees.tags[owner].upos !== 'PRON') return false
  const over = trees.head(trees.head(owner))
  // "His house!": nothing governs it
  if (over < 0) return false
  const subject = subjectOf(trees, over).head
  const entity = referents.entityAt(owner)
  return subject >= 0 && entity >= 0 && referents.entityAt(subject) === entity
}

/** "two men by gendarmes", "the union's leader by hired men": who did it, hung somewhere under whom it was done to */
export function doersWithin(scene: Scene, phrase: number, depth = 0): number[] {
  if (depth > 2) return []
  const { trees } = scene
  return trees.children(phrase).flatMap((child) => {
    if (!/^(nmod|compound)$/.test(trees.plainRelation(child))) return []
    return scene.preposition(child) === 'by' && child > phrase ? [child] : doersWithin(scene, child, depth + 1)
  })
}
