import { BODIES } from './actorKinds.ts'
import { ownerOf } from './ownerOf.ts'
import type { RelationScene } from './RelationScene.ts'

const SPEAKS = /^(leader-of|spokesperson-of|founder-of|member-of)$/

/** Head of a mention of the group for which somebody says "we": the group itself, or the one that the speaker leads or speaks for. */
export function speakersGroup(scene: RelationScene, i: number): number | undefined {
  const { trees, rules, attributions } = scene
  const said = scene.attributionsOver(i).findLast((index) => attributions[index].mode !== 'indirect')
  if (said === undefined) return undefined
  for (const { head, form } of scene.mentionsOfSource(attributions[said])) {
    if (form !== 'pronoun' && BODIES.includes(scene.kindOf(head) ?? '')) return head
    const nouns = [head, ...trees.children(head)].filter((at) =>
      rules.nouns(trees.lemma(at)).some(({ property }) => SPEAKS.test(property)),
    )
    for (const noun of nouns) {
      const owners = trees
        .children(noun)
        .filter((child) => child < noun && /^(nmod:poss|compound)$/.test(trees.relation(child)))
      const groups = [...scene.obliques(noun, ['of', 'for']), ...owners.map((owner) => ownerOf(scene, owner, BODIES))]
      const group = groups.find((at) => at >= 0 && scene.isOneOf(at, BODIES))
      if (group !== undefined) return group
    }
  }
  return undefined
}
