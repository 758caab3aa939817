import type { RelationScene } from './RelationScene.ts'

const GROUPS = ['group', 'organisation', 'public body']
const SPEAKS = /^(leader-of|spokesperson-of|founder-of|member-of)$/

/** Head of a mention of the group for which somebody says "we": the group itself, or the one that the speaker leads or speaks for. */
export function speakersGroup(scene: RelationScene, i: number): number | undefined {
  const { document, trees, referents, words } = scene
  if (!document.has('attributions')) return undefined
  const { start, end } = trees.tokens[i]
  const said = document
    .get('attributions')
    .findLast(
      ({ content, mode }) => mode !== 'indirect' && content.some((piece) => piece.start <= start && end <= piece.end),
    )
  if (said === undefined) return undefined
  const sources = referents.mentions.filter(
    ({ entity, head }) =>
      entity === said.entity ||
      said.source.some((piece) => piece.start <= trees.tokens[head].start && trees.tokens[head].end <= piece.end),
  )
  for (const { head, form } of sources) {
    if (form !== 'pronoun' && GROUPS.includes(scene.kindOf(head) ?? '')) return head
    const nouns = [head, ...trees.children(head)].filter((at) =>
      words.nouns.some(({ word, property }) => word === trees.lemma(at) && SPEAKS.test(property)),
    )
    for (const noun of nouns) {
      const owners = trees
        .children(noun)
        .filter((child) => child < noun && /^(nmod:poss|compound)$/.test(trees.relation(child)))
      const groups = [...scene.obliques(noun, ['of', 'for']), ...owners.map((owner) => scene.owner(owner, GROUPS))]
      const group = groups.find((at) => at >= 0 && scene.isOneOf(at, GROUPS))
      if (group !== undefined) return group
    }
  }
  return undefined
}
