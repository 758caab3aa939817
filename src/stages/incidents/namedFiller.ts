import type { PropositionValue } from '../../document/Layers.ts'
import { fillerOf } from './propositionsOf.ts'
import type { Scene } from './Scene.ts'

/** What the value is: the name that a description is told with where there is one, "the Red Fist" of "a faction, the Red Fist". */
export function namedFiller(scene: Scene, head: number): PropositionValue {
  const { trees, referents } = scene
  const entity = referents.entityAt(head)
  const isName = (index: number): boolean => referents.mentions[index].form === 'name'
  if (entity >= 0 && referents.entities[entity].mentions.some(isName)) return fillerOf(scene, head)
  const called = trees
    .children(head)
    .flatMap((child) => [
      child,
      ...(trees.plainRelation(child) === 'acl' && /^(call|know|name|style|dub)$/.test(trees.lemma(child))
        ? trees.children(child)
        : []),
    ])
    .find(
      (child) =>
        trees.tags[child].upos === 'PROPN' &&
        /^(appos|xcomp|obl|obj)$/.test(trees.plainRelation(child)) &&
        child > head,
    )
  if (called === undefined || isOfWhole(scene, head, called)) return withOrigin(scene, head)
  if (referents.entityAt(called) >= 0) return fillerOf(scene, called)
  const { start, end } = referents.phraseOf(called)
  return { type: 'text', text: scene.document.text.slice(start, end) }
}

/** "a branch of the Front, also known as the Tide", where the Tide was read as the Front's other name */
const isOfWhole = ({ trees, referents }: Scene, head: number, called: number): boolean => {
  const entity = referents.entityAt(called)
  return entity >= 0 && trees.children(head).some((child) => child < called && referents.entityAt(child) === entity)
}

/** "soldiers from the presidential guard", "forces loyal to the general", where the tree hangs the rest on the verb: who is meant is only clear with it. */
function withOrigin(scene: Scene, head: number): PropositionValue {
  const { trees, referents } = scene
  const { to, start } = referents.phraseOf(head)
  const verb = trees.head(head)
  if (trees.plainRelation(head) !== 'obj' || !scene.isPerson(head)) return fillerOf(scene, head)
  const rest = [...trees.children(verb), ...trees.children(head)].find(
    (child) =>
      child > head &&
      trees.left(child) <= to &&
      ((/^(from|of)$/.test(scene.preposition(child)) && (scene.isBody(child) || scene.isArmed(child))) ||
        /^(loyal|allied|linked|close|belonging)$/.test(trees.lower(child))),
  )
  if (rest === undefined) return fillerOf(scene, head)
  const loyal = trees.children(rest).find((child) => scene.preposition(child) === 'to')
  return { type: 'text', text: scene.document.text.slice(start, referents.phraseOf(loyal ?? rest).end) }
}
