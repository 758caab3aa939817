import { isPassive, subjectOf } from '../../document/Clauses.ts'
import { isNegated } from './isNegated.ts'
import { isPublic } from './isPublic.ts'
import type { Scene } from './Scene.ts'

/** Who says what will be done, to whom it is said (-1 where nobody is named), and whose deed it is. */
export interface Announcement {
  readonly speaker: number
  readonly told: number
  /** of the speaker's own doing: "said it would hit back"; else what will befall others: "told them that they would be arrested" */
  readonly own: boolean
}

const SAYS =
  /^(say|warn|tell|declare|announce|insist|add|vow|threaten|caution|state|swear|promise|pledge|inform|remind)$/
const TELLS = /^(tell|warn|caution|inform|remind|promise)$/

const WILL = /^(will|would|shall|'ll|’ll)$/
const MAY = /^(may|might|could|can)$/

/** "Elders said they would take up arms", "told the crowd that anyone on the square would be arrested" */
export function announcedBy(scene: Scene, verb: number): Announcement | undefined {
  const { trees } = scene
  const has = (modal: RegExp): boolean => trees.children(verb).some((child) => modal.test(trees.lower(child)))
  if (!has(WILL) && !has(MAY)) return undefined
  if (isNegated(trees, verb)) return undefined
  const clause = trees.relation(verb) === 'conj' ? trees.head(verb) : verb
  const over = trees.head(clause)
  if (over < 0 || !/^(ccomp|xcomp|parataxis|advcl)$/.test(trees.plainRelation(clause))) return undefined
  if (!SAYS.test(trees.lemma(over))) return undefined
  const speaker = trees.child(over, 'nsubj')
  if (speaker < 0 || isPassive(trees, over)) return undefined
  const told = TELLS.test(trees.lemma(over)) ? trees.child(over, 'obj', 'iobj') : -1
  const whoever = subjectOf(trees, verb).head
  if (whoever < 0) return undefined
  const own = isSame(scene, whoever, speaker)
  if (!own && !has(WILL)) return undefined
  return { speaker, told: isPublicAddressee(scene, told) ? told : -1, own }
}

/** "told reporters": not those to whom it is to happen */
const isPublicAddressee = ({ trees }: Scene, told: number): boolean =>
  told >= 0 &&
  !/^(reporter|journalist|newspaper|press|television|radio|parliament|court|agency)$/.test(trees.lemma(told))

function isSame({ trees, referents }: Scene, who: number, speaker: number): boolean {
  const entity = referents.entityAt(who)
  if (entity >= 0 && entity === referents.entityAt(speaker)) return true
  // "Turkey will shut its airspace, Ankara warned"
  if (
    /^NNP/.test(trees.tags[who].xpos) &&
    [entity, referents.entityAt(speaker)].every((i) => i >= 0 && referents.entities[i].kind === 'place')
  )
    return true
  return /^(it|they|he|she|we|i)$/.test(trees.lower(who))
}

/** "We are preparing something for you", "have a surprise in store for them", in what somebody threatens; else it may be a feast. */
export function isVeiledThreat(scene: Scene, verb: number): boolean {
  const { trees, document } = scene
  const threatens = scene
    .attributionsOver(verb)
    .some((index) => /^(threatens|warns)$/.test(document.get('attributions')[index].act))
  return (
    threatens &&
    /^(we|i)$/.test(trees.lower(trees.child(verb, 'nsubj'))) &&
    trees.children(verb).some((child) => child > verb && /^(something|surprise|gift|lesson)$/.test(trees.lemma(child)))
  )
}

/** Whether harm announced in these words is a threat: one's own deed, or in the passive what somebody in power says will be done. */
export function isThreatened(scene: Scene, verb: number): boolean {
  const announced = announcedBy(scene, verb)
  if (announced === undefined) return false
  if (announced.own) return !isPassive(scene.trees, verb)
  return isPassive(scene.trees, verb) && (isPublic(scene, announced.speaker) || announced.told >= 0)
}
