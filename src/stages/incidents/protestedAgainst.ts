import type { AddArgument } from './Argument.ts'
import { addTaken, isParty } from './addTaken.ts'
import { isTime } from './placePrepositions.ts'
import type { Scene } from './Scene.ts'
import type { TriggerMatch } from './TriggerLexicon.ts'

/** Whom a protest is against, by the verb that says why, or by before whose door it is. */
export function protestedAgainst(scene: Scene, match: TriggerMatch, add: AddArgument): void {
  const { trees } = scene
  const { trigger, token } = match
  // "held a rally to denounce the law", "blocked the road to press the governor"
  const verb = trigger.as === 'noun' && /^(obj|nsubj)/.test(trees.relation(token)) ? trees.head(token) : token
  const around = [...new Set([token, verb, trees.child(verb, 'obj')])].filter((i) => i >= 0)
  for (const clause of around.flatMap((i) => trees.children(i))) {
    if (!/^(xcomp|advcl|acl)$/.test(trees.plainRelation(clause))) continue
    for (const whom of opposedBy(scene, clause)) addTaken(scene, 'whose', whom, 'protested', add)
  }
  for (const door of around.flatMap((i) => trees.children(i)).flatMap((i) => [i, ...trees.children(i)]))
    if (/^(outside|in front of|before)$/.test(scene.preposition(door)) && !isTime(scene, door) && !isTown(scene, door))
      addTaken(scene, 'owner', door, 'outside', add)
    // "in front of the ministry", with the ministry hung on the front
    else if (trees.lower(door) === 'front' && scene.preposition(door) === 'in')
      addTaken(scene, 'owner', trees.children(door).find((i) => scene.preposition(i) === 'of') ?? -1, 'outside', add)
}

/** "gathered outside Gondar": where it was */
const isTown = (scene: Scene, i: number): boolean =>
  scene.trees.tags[i].upos === 'PROPN' && scene.entityKind(i) === 'place'

/** "to denounce [the government's law]", "calling for [the mayor's] resignation", "demanding that [the mayor] go" */
function opposedBy(scene: Scene, verb: number): number[] {
  const { trees } = scene
  const lemma = trees.lemma(verb)
  const object = trees.child(verb, 'obj')
  if (lemma === 'call') {
    const on = trees.children(verb).find((child) => /^(on|upon)$/.test(scene.preposition(child)))
    if (on !== undefined) return [on]
    return trees
      .children(verb)
      .filter((child) => scene.preposition(child) === 'for' && FALL.test(trees.lemma(child)) && !isParty(scene, child))
  }
  if (!OPPOSE.test(lemma)) return []
  const clause = trees.child(verb, 'ccomp')
  if (object < 0 && clause >= 0 && /^(demand|insist)$/.test(lemma)) return [trees.child(clause, 'nsubj')]
  // "to demand justice": what is asked for is nobody that the protest is against.
  return object < 0 || (/^(demand|seek)$/.test(lemma) && isParty(scene, object)) ? [] : [object]
}

const FALL =
  /^(resignation|departure|exit|ouster|removal|dismissal|sacking|impeachment|overthrow|downfall|fall|expulsion)$/
const OPPOSE =
  /^(denounce|condemn|protest|oppose|reject|decry|criticise|criticize|demand|seek|force|oust|topple|pressure|press|urge|pressurise|persuade|compel|bring|unseat|defy|accuse)$/
