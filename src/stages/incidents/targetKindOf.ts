import type { Proposition } from '../../document/Layers.ts'
import type { Scene } from './Scene.ts'

/** Kinds of things whose user tells what they are: "the offices of the telephone company", "the ambassador's residence". */
const USED: ReadonlySet<string> = new Set(['premises', 'residence'])

/** What kind of people or thing is aimed at: one proposition for each target and victim. */
export function kindsOfTargets(scene: Scene, propositions: readonly Proposition[]): Proposition[] {
  return propositions.flatMap((proposition) => {
    const { property, spans } = proposition
    if (property !== 'target' && property !== 'victim' && property !== 'damage') return []
    const head = scene.trees.headIn(spans[0])
    const kind = head < 0 || scene.trees.tags[head].upos === 'NUM' ? undefined : targetKindOf(scene, head)
    if (kind === undefined) return []
    const { subject, token, attribution, by } = proposition
    return [
      {
        subject,
        property: 'target-kind',
        value: { type: 'term', vocabulary: 'target-kinds', key: kind },
        token,
        spans,
        ...(attribution === undefined ? {} : { attribution }),
        by,
      },
    ]
  })
}

/** The finest kind that the words tell: "embassy building" is diplomatic, "union headquarters" political, "farmers" civilians. */
export function targetKindOf(scene: Scene, head: number): string | undefined {
  const own = scene.finestTargetKind(head)
  if (own === undefined) return byActor(scene, head)
  return USED.has(own) ? (byUser(scene, head, own) ?? own) : own
}

/** The kind of those who use it: words before the head, owners, what follows "of". */
function byUser(scene: Scene, head: number, own: string): string | undefined {
  const { trees } = scene
  const users = trees
    .children(head)
    .filter((child) => /^(compound|amod|nmod|flat)$/.test(trees.plainRelation(child)) && isUser(scene, child))
    .flatMap((child) => [child, ...trees.children(child).filter((inner) => trees.plainRelation(inner) === 'compound')])
  for (const user of users) {
    const thing = scene.finestTargetKind(user)
    const kind = thing !== undefined && !USED.has(thing) ? thing : byActor(scene, user)
    // The house of a farmer is a house; that of a minister is no common one.
    if (kind !== undefined && (own === 'premises' || /^(government|diplomatic|political|police|military)$/.test(kind)))
      return kind === 'civilians' ? 'business' : kind
  }
  return undefined
}

/** "the office near the bank" is not the bank's. */
const isUser = (scene: Scene, child: number): boolean =>
  scene.trees.plainRelation(child) !== 'nmod' ||
  scene.trees.relation(child) === 'nmod:poss' ||
  /^(of|for)$/.test(scene.preposition(child))

function byActor(scene: Scene, head: number): string | undefined {
  const actor = scene.finestActorKind(head)
  if (actor === undefined) return undefined
  for (const kind of scene.lexicons.actors.kindsOver(actor))
    for (const [key, { actors = [] }] of scene.lexicons.vocabulary.targetKinds) if (actors.includes(kind)) return key
  return undefined
}
