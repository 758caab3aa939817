import type { Found } from './Found.ts'
import type { RelationScene } from './RelationScene.ts'

const AMONG = /^(?:locally|online|popularly|colloquially|commonly|there|simply|collectively)$/

/**
 * What those without a name of their own are called, and where; by the words, for the trees often have "as bandits" for a clause.
 *
 *     gangs known locally as bandits          also known as bandits
 *     the gang, known in Goma as the Cutters  also known as Cutters
 *     a town known as a port                  nothing: nobody calls it so
 */
export function localNameAt(scene: RelationScene, i: number): Found[] {
  const { trees, referents } = scene
  if (trees.lower(i) !== 'known' || i < 1) return []
  // "a man in Goma, known online as Boris": the man; "in a region where gangs known locally as …": the gangs
  const apart = trees.lower(i - 1) === ','
  const noun = apart && trees.plainRelation(i) === 'acl' ? trees.head(i) : apart ? i - 2 : i - 1
  const as = afterWhere(scene, i + 1)
  if (noun < 0 || as < 0 || trees.lower(as) !== 'as' || !/^(?:NOUN|PROPN)$/.test(trees.tags[noun].upos)) return []
  const subject = referents.mentions[referents.mentionAt(noun)]?.head ?? noun
  let from = as + 1
  if (/^(?:the|an?|["“‘])$/.test(trees.lower(from))) from++
  let to = from
  while (to < trees.length && /^(?:NOUN|PROPN)$/.test(trees.tags[to].upos)) to++
  // a name for a name is `aliasAt`'s
  if (to === from || referents.entityAt(subject) < 0 || scene.isNamed(subject)) return []
  const span = { start: trees.tokens[from].start, end: trees.tokens[to - 1].end }
  const text = scene.document.text.slice(span.start, span.end)
  return [
    {
      property: 'alias-of',
      subject,
      value: { type: 'text', text },
      valueSpan: span,
      token: i,
      rule: 'local-name',
      background: true,
    },
  ]
}

/** The word behind "locally", "in Goma", "by residents"; -1 where nothing says among whom. */
function afterWhere({ trees }: RelationScene, from: number): number {
  if (from + 2 >= trees.length) return -1
  if (AMONG.test(trees.lower(from))) return from + 1
  const isPhrase = trees.lower(from) === 'in' ? trees.tags[from + 1].upos === 'PROPN' : trees.lower(from) === 'by'
  return isPhrase ? from + 2 : -1
}
